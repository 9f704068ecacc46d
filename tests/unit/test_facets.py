"""One rule for what is shown and what is counted."""

import pytest

from dashboard.domain.facets import FacetIndex, Removal
from dashboard.domain.selection import Selection
from tests.builders import make_pole, make_rows

POLES = [
    make_pole(
        "archer",
        nom="Pôle Sud Archer",
        commune="Romans-sur-Isère",
        region="Auvergne-Rhône-Alpes",
        code_region="84",
        secteurs=("emploi-insertion-formation", "industrie-textile-savoir-faire"),
        reseaux_membre=("coorace",),
        statut="actif",
        types=("pole-temoin",),
        description="Des chaussures et de l’emploi",
    ),
    make_pole(
        "redon",
        nom="Énergies citoyennes",
        commune="Redon",
        code_region="53",
        secteurs=("energie-citoyenne",),
        reseaux_cite=("coorace", "rtes"),
        statut="actif",
    ),
    make_pole("vide", nom="S.M.A.C. de l’Île", code_region="53"),
    make_pole("ferme", nom="Agriculture", secteurs=("alimentation-agriculture",), statut="ferme", code_region="11"),
]
INDEX = FacetIndex(make_rows(POLES))


def shown(**asked) -> list[str]:
    return list(INDEX.select(Selection.of(**asked)).ids)


def test_nothing_asked_shows_everything():
    mask = INDEX.select(Selection())
    assert (mask.count, mask.to_bool().tolist()) == (4, [True] * 4)


def test_values_of_a_facet_add_and_facets_narrow():
    assert shown(secteur=["energie-citoyenne", "emploi-insertion-formation"]) == ["archer", "redon"]
    assert shown(secteur=["energie-citoyenne", "emploi-insertion-formation"], region=["53"]) == ["redon"]


def test_not_given_is_a_value():
    assert shown(secteur=["non-renseigne"]) == ["vide"]
    assert shown(secteur=["non-renseigne", "energie-citoyenne"]) == ["redon", "vide"]


def test_a_network_gathers_members_and_mentions():
    assert shown(reseau=["coorace"]) == ["archer", "redon"]


def test_counts_of_a_facet_ignore_its_own_choice():
    counts = INDEX.counts(Selection.of(region=["53"], statut=["actif"]))
    assert {code: n for code, n in counts["region"].items() if n} == {"84": 1, "53": 1}
    assert {code: n for code, n in counts["statut"].items() if n} == {"actif": 1, "non-renseigne": 1}
    assert {code: n for code, n in counts["secteur"].items() if n} == {"energie-citoyenne": 1}


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("ENERGIE", ["redon"]),
        ("romans sur isere", ["archer"]),
        ("l'emploi", ["archer"]),
        ("smac", ["vide"]),
        ("s.m.a.c", ["vide"]),
        ("culture", ["ferme"]),
        ("griculture", ["ferme"]),
        ("insertion chaussures", ["archer"]),
        ("insertion redon", []),
        ("réseau des collectivités", ["redon"]),
        ("  ", ["archer", "redon", "vide", "ferme"]),
        ("!!!", ["archer", "redon", "vide", "ferme"]),
    ],
)
def test_words_are_found_in_any_dress(query: str, ids: list[str]):
    assert shown(query=query) == ids


def test_groups_gather_the_rows_with_the_same_codes():
    twins = [make_pole("a", statut="actif"), make_pole("b"), make_pole("c", statut="actif", nom="autre")]
    index = FacetIndex(make_rows(twins))
    assert index.groups.tolist() == [0, 1, 0]
    assert index.select_groups(Selection.of(statut=["actif"])).tolist() == [True, False]


def test_groups_know_no_words():
    with pytest.raises(ValueError, match="words"):
        INDEX.select_groups(Selection.of(query="a"))


def test_an_empty_result_says_which_filter_to_lift():
    selection = Selection.of(query="agriculture", region=["53"], statut=["ferme"])
    assert INDEX.select(selection).count == 0
    assert INDEX.removable(selection) == (Removal("region", "53", 1),)


def test_an_empty_catalogue_can_be_asked():
    index = FacetIndex(make_rows([]))
    assert index.select(Selection.of(query="a", statut=["actif"])).count == 0
    assert sum(sum(counts.values()) for counts in index.counts(Selection()).values()) == 0
    assert index.select_groups(Selection()).tolist() == []


def test_labels_are_those_of_the_lists():
    assert [INDEX.label("region", "53"), INDEX.label("secteur", "non-renseigne")] == ["Bretagne", "Non renseigné"]
