"""What holds of the likeness of any poles, checked beside the rule written the plain way."""

import geopandas as gpd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.core.catalogue.bits import ValueIndex
from dashboard.core.catalogue.likeness import NEARNESS_WEIGHT, REACH_KM, SHOWN, WEIGHTS, LikenessIndex
from tests.helpers.distances import distance_km
from tests.helpers.poles import make_pole, make_rows

PLACES = ((5.05, 45.04), (5.06, 45.05), (2.35, 48.85), (55.45, -20.88))
COLUMNS = {"secteur": ("secteurs",), "reseau": ("reseaux_membre", "reseaux_cite"), "financement": ("financements",)}


def codes(*values: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=3, unique=True).map(tuple)


POLES = st.fixed_dictionaries(
    {
        "secteurs": codes("numerique", "energie-citoyenne", "services-personne"),
        "reseaux_membre": codes("rtes", "cress"),
        "reseaux_cite": codes("rtes", "avise"),
        "financements": codes("emprunt", "mecenat"),
        "precision": st.sampled_from(["adresse", "commune", "epci", "departement", "aucune"]),
        "lonlat": st.sampled_from(PLACES),
    }
)


def make_index(poles: list[dict]) -> LikenessIndex:
    rows = make_rows(make_pole(f"p{rank}", **pole) for rank, pole in enumerate(poles))
    rows["commune_insee"] = ""
    points = gpd.points_from_xy(*zip(*[pole["lonlat"] for pole in poles], strict=True), crs="EPSG:4326")
    points[[pole["precision"] == "aucune" for pole in poles]] = None
    return LikenessIndex(ValueIndex(gpd.GeoDataFrame(rows, geometry=points)))


def plain_score(one: dict, other: dict) -> float:
    """The rule as the README says it."""
    score, shares = 0.0, False
    for facet, columns in COLUMNS.items():
        a, b = ({code for column in columns for code in pole[column]} for pole in (one, other))
        if a & b:
            score += WEIGHTS[facet] * len(a & b) / len(a | b)
            shares = True
    if {one["precision"], other["precision"]} <= {"adresse", "commune", "epci"}:
        (lon1, lat1), (lon2, lat2) = one["lonlat"], other["lonlat"]
        km = distance_km(lon1=lon1, lat1=lat1, lon2=lon2, lat2=lat2)
        score += NEARNESS_WEIGHT * max(0.0, 1 - km / REACH_KM)
    return score if shares else 0.0


@given(st.lists(POLES, min_size=1, max_size=12))
def test_the_most_alike_are_those_of_the_rule_and_never_the_pole_itself(poles: list[dict]):
    index = make_index(poles)
    for row, pole in enumerate(poles):
        found = index.most_alike(row)
        assert row not in {alike.row for alike in found}
        expected = sorted((plain_score(pole, other) for rank, other in enumerate(poles) if rank != row), reverse=True)
        assert [alike.score for alike in found] == pytest.approx([s for s in expected if s][:SHOWN], abs=1e-5)
        for alike in found:
            assert alike.score == pytest.approx(plain_score(pole, poles[alike.row]), abs=1e-5)
            assert alike.shared != {}


@given(POLES, POLES)
def test_the_score_is_the_same_both_ways_and_at_most_one(one: dict, other: dict):
    index = make_index([one, other])
    assert index.score(0, 1) == index.score(1, 0) <= 1
    assert [alike.score for alike in index.most_alike(0)] == [score for score in [index.score(0, 1)] if score]


@given(POLES)
def test_blanks_are_never_shared(pole: dict):
    blank = {
        **dict.fromkeys(("secteurs", "reseaux_membre", "reseaux_cite", "financements"), ()),
        "precision": "adresse",
    }
    nowhere = {**blank, "lonlat": pole["lonlat"]}
    index = make_index([pole, nowhere, nowhere])
    assert index.most_alike(1) == ()
    assert index.score(0, 1) == index.score(1, 2) == 0
