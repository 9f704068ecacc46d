"""The sheet of a territory: counted where it belongs, never empty, measured on the ellipsoid."""

from itertools import pairwise

import numpy as np
import pytest
from pyproj import Geod

from dashboard.core.geography.hierarchy import Hierarchy
from dashboard.core.geography.territory_key import FRANCE
from dashboard.features.territories.indicators import Count
from dashboard.features.territories.sheet import AROUND_KM, TerritoryIndex, TerritorySheet, territory_sheet
from tests.helpers.catalogues import catalogue_of_rows
from tests.helpers.gazetteers import GAZETTEER
from tests.helpers.territories import index_of, key_of, shipped_index

GEOD = Geod(ellps="WGS84")

IN_ROMANS = {"commune": "Romans-sur-Isère", "code_insee": "26281", "secteurs": "numerique"}
IN_GRENOBLE = {"commune": "Grenoble", "code_insee": "38185", "secteurs": "culture-industries-creatives"}
IN_VALENCE_ROMANS = {"code_territoire": "200068781"}
IN_DROME = {"departement": "Drôme", "code_departement": "26"}
IN_ARA = {"region": "Auvergne-Rhône-Alpes", "code_region": "84"}
NOWHERE = {"description": "quelque part"}


def names(index: TerritoryIndex, rows: object) -> list[str]:
    return [str(index.catalogue.rows.index[row]) for row in rows]  # type: ignore[attr-defined]


def sheet_of(index: TerritoryIndex, key: str) -> TerritorySheet:
    return index.sheet(key_of(key))


def test_each_row_counts_where_it_says_it_is_and_in_all_that_holds_it():
    index = index_of(IN_ROMANS, IN_GRENOBLE, IN_VALENCE_ROMANS, IN_DROME, IN_ARA, NOWHERE)
    inside = {
        key: names(index, sheet_of(index, key).inside)
        for key in ("commune:26281", "epci:200068781", "departement:26", "departement:38", "region:84", "region:53")
    }
    assert inside == {
        "commune:26281": ["r1"],
        "epci:200068781": ["r1", "r3"],
        "departement:26": ["r1", "r3", "r4"],
        "departement:38": ["r2"],
        "region:84": ["r1", "r2", "r3", "r4", "r5"],
        "region:53": [],
    }
    assert names(index, index.sheet(FRANCE).inside) == ["r1", "r2", "r3", "r4", "r5", "r6"]


def test_rows_that_name_a_wide_territory_are_shown_as_such():
    index = index_of(IN_ROMANS, IN_VALENCE_ROMANS, IN_DROME, IN_ARA, NOWHERE)
    assert sheet_of(index, "region:84").finest == ("commune", "epci", "departement", "region")
    assert index.sheet(FRANCE).finest == ("commune", "epci", "departement", "region", "france")
    wide = [(one.territory.level, names(index, one.rows)) for one in sheet_of(index, "commune:26281").wide]
    assert wide == [("epci", ["r2"]), ("departement", ["r3"]), ("region", ["r4"])]
    assert [count.only_here for count in sheet_of(index, "departement:26").counts] == [1, 1, 0]


def test_a_commune_of_the_past_and_an_arrondissement_count_in_the_commune_of_today():
    index = index_of({"code_insee": "01003", "commune": "Amareins"}, {"code_insee": "69387", "commune": "Lyon 7e"})
    assert names(index, sheet_of(index, "commune:01165").inside) == ["r1"]
    assert names(index, sheet_of(index, "commune:69123").inside) == ["r2"]


def test_the_chain_goes_from_the_commune_to_the_region_and_the_parts_come_back():
    sheet = sheet_of(shipped_index(), "commune:26281")
    assert [str(one.key) for one in sheet.chain] == ["epci:200068781", "departement:26", "region:84"]
    assert sheet.territory.key in [part.key for part in sheet_of(shipped_index(), "epci:200068781").parts]
    assert "epci:200068781" in [str(part.key) for part in sheet_of(shipped_index(), "departement:26").parts]
    assert "departement:26" in [str(part.key) for part in sheet_of(shipped_index(), "region:84").parts]


def test_neighbours_share_a_land_border():
    names_of = {
        key: [n.name for n in sheet_of(shipped_index(), key).neighbours]
        for key in ("commune:26281", "departement:26", "region:84", "departement:974", "commune:29155")
    }
    assert set(names_of["commune:26281"]) == {
        *("Bourg-de-Péage", "Châteauneuf-sur-Isère", "Chatuzange-le-Goubet", "Génissieux", "Granges-les-Beaumont"),
        *("Mours-Saint-Eusèbe", "Peyrins", "Saint-Bardoux", "Saint-Paul-lès-Romans"),
    }
    assert set(names_of["departement:26"]) == {
        "Alpes-de-Haute-Provence",
        "Hautes-Alpes",
        "Ardèche",
        "Isère",
        "Vaucluse",
    }
    assert len(names_of["region:84"]) == 5
    assert names_of["departement:974"] == names_of["commune:29155"] == []


def test_to_be_a_neighbour_is_mutual():
    hierarchy = shipped_index().hierarchy
    for level in ("region", "departement", "epci"):
        touching = {key: set(hierarchy.neighbours(key)) for key in hierarchy.keys(level)}
        assert all(key in touching[other] for key, others in touching.items() for other in others)


def test_nothing_inside_is_said_and_the_five_nearest_are_given_in_order():
    sheet = sheet_of(shipped_index(), "commune:23096")
    assert sheet.has_nothing_inside
    assert len(sheet.nearest) == 5
    assert all(first.km <= second.km for first, second in pairwise(sheet.nearest))


@pytest.mark.parametrize("key", ["commune:23096", "commune:97411", "departement:974", "region:84", "commune:97501"])
def test_the_nearest_are_those_that_pyproj_finds_one_by_one(key: str):
    index, sheet = shipped_index(), sheet_of(shipped_index(), key)
    rows = index.catalogue.rows
    here = sheet.territory
    for one in sheet.nearest:
        point = rows.geometry.iloc[one.row]
        assert one.km == pytest.approx(GEOD.inv(here.lon, here.lat, point.x, point.y)[2] / 1000, abs=1e-9)
    fine = {
        row: GEOD.inv(here.lon, here.lat, point.x, point.y)[2] / 1000
        for row, (point, precision) in enumerate(zip(rows.geometry, rows["precision"], strict=True))
        if precision in ("adresse", "commune", "epci") and row not in set(sheet.inside.tolist())
    }
    limit = sheet.nearest[-1].km
    assert {row for row, km in fine.items() if km < limit} <= {one.row for one in sheet.nearest}


def test_what_is_around_is_within_fifty_kilometres_nearest_first():
    index, sheet = shipped_index(), sheet_of(shipped_index(), "commune:75056")
    assert 0 < sheet.around_count == len(sheet.around)
    assert all(one.km <= AROUND_KM for one in sheet.around)
    assert [one.km for one in sheet.around] == sorted(one.km for one in sheet.around)
    assert sheet.nearest == sheet.around[:5]
    assert not {one.row for one in sheet.around} & set(index.sheet(key_of("commune:75056")).inside.tolist())


def test_around_a_departement_are_the_rows_of_those_that_border_it():
    index, sheet = shipped_index(), sheet_of(shipped_index(), "departement:26")
    expected = {row for n in sheet.neighbours for row in index.members.inside(n.key).tolist()}
    assert {one.row for one in sheet.around} == expected
    assert sheet.around_count == len(expected)


def test_la_reunion_is_not_measured_from_the_mainland_while_something_is_nearer():
    index = index_of(IN_ROMANS, *[IN_GRENOBLE] * 6, *[{"code_departement": "974"}] * 2, {"code_insee": "97611"})
    mayotte = [(names(index, [one.row])[0], one.is_rough) for one in sheet_of(index, "commune:97608").nearest]
    assert mayotte[:3] == [("r10", False), ("r8", True), ("r9", True)]
    saint_denis = sheet_of(index, "commune:97411")
    assert [(one.territory.key.code, names(index, one.rows)) for one in saint_denis.wide] == [("974", ["r8", "r9"])]
    assert names(index, [saint_denis.nearest[0].row]) == ["r10"]


def test_a_departement_s_centre_is_never_taken_for_a_pole_nearby_on_the_same_land():
    index = index_of(*[IN_GRENOBLE] * 5, {"departement": "Ardèche", "code_departement": "07"})
    assert [one.is_rough for one in sheet_of(index, "commune:26281").nearest] == [False] * 5
    fewer = index_of(IN_GRENOBLE, {"departement": "Ardèche", "code_departement": "07"})
    assert [one.is_rough for one in sheet_of(fewer, "commune:26281").nearest] == [False, True]


def test_indicators_set_the_territory_beside_the_level_above_and_france():
    index = index_of(*[IN_ROMANS] * 5, IN_GRENOBLE, IN_DROME)
    sheet = sheet_of(index, "commune:26281")
    assert [str(column.key) for column in sheet.columns] == ["commune:26281", "epci:200068781", "france:FR"]
    assert [count.rows for count in sheet.counts] == [5, 5, 7]
    sectors = sheet.indicators[0]
    assert (sectors.key, sectors.known, sectors.not_given) == ("secteur", (5, 5, 6), (0, 0, 1))
    assert {line.code: line.counts for line in sectors.lines} == {
        "numerique": (5, 5, 5),
        "culture-industries-creatives": (0, 0, 1),
    }


def test_no_percentage_is_made_of_fewer_than_five():
    few = sheet_of(index_of(*[IN_ROMANS] * 4), "commune:26281").indicators[0]
    enough = sheet_of(index_of(*[IN_ROMANS] * 4, IN_GRENOBLE), "region:84").indicators[0]
    assert few.share(few.lines[0], 0) is None
    assert {line.code: enough.share(line, 0) for line in enough.lines} == {
        "numerique": 0.8,
        "culture-industries-creatives": 0.2,
    }


def test_the_overseas_departement_is_not_compared_with_itself_as_a_region():
    columns = sheet_of(shipped_index(), "departement:974").columns
    assert [column.name for column in columns] == ["La Réunion", "France"]


def test_sectors_that_are_around_and_not_here_are_named():
    index = index_of(IN_ROMANS, {"code_insee": "26362", "secteurs": "numerique|mobilite-logistique"})
    assert sheet_of(index, "commune:26281").absent == (("mobilite-logistique", 1),)
    assert sheet_of(index, "commune:97411").absent == ()


def test_years_are_counted_and_blank_ones_apart():
    index = index_of({**IN_ROMANS, "annee_creation": "2010"}, {**IN_ROMANS, "annee_creation": "2014"}, IN_ROMANS)
    (years,) = (one for one in sheet_of(index, "commune:26281").indicators if one.key == "annee")
    assert (years.known[0], years.not_given[0]) == (2, 1)
    assert [(line.code, line.counts[0]) for line in years.lines] == [("2010", 1), ("2014", 1)]


def test_a_rate_needs_a_population():
    assert Count(3, 2, 1, 0).per_100_000(0) is None
    assert Count(3, 2, 1, 0).per_100_000(150_000) == pytest.approx(2.0)


def test_counts_agree_with_the_catalogue_s_own_facets():
    index = shipped_index()
    facets = index.catalogue.facets
    counts = facets.counts(facets.everything)
    for indicator in index.sheet(FRANCE).indicators:
        assert {line.code: line.counts[0] for line in indicator.lines} == {
            code: n for code, n in counts[indicator.key].items() if n and code != "non-renseigne"
        }
    assert {key.code: index.table.count(key).rows for key in index.hierarchy.keys("region")} == {
        code: n for code, n in counts["region"].items() if code != "non-renseigne"
    }


def test_the_like_are_near_in_population_and_number_and_the_rule_can_be_redone():
    index = shipped_index()
    level = index.hierarchy.levels["departement"]
    here = level.rank_of_code["26"]
    counts = index.members.count("departement")
    gap = np.abs(np.log2(level.population / level.population[here])) + np.abs(
        np.log2((1 + counts) / (1 + counts[here]))
    )
    expected = [level.codes[rank] for rank in np.argsort(gap, kind="stable")[1:6]]
    assert [one.key.code for one in sheet_of(index, "departement:26").similar] == expected


def test_a_territory_whose_population_is_unknown_has_no_like():
    assert sheet_of(shipped_index(), "commune:98411").similar == ()


def test_a_catalogue_without_any_place_still_gives_a_sheet():
    index = TerritoryIndex(catalogue_of_rows(NOWHERE), GAZETTEER)
    sheet = sheet_of(index, "commune:26281")
    assert (sheet.nearest, sheet.around, sheet.counts[0].rows, sheet.neighbours) == ((), (), 0, ())


def test_the_function_and_the_index_agree_but_for_the_borders():
    index = shipped_index()
    alone = territory_sheet(index.catalogue, GAZETTEER, key_of("commune:26281"))
    assert alone.nearest == sheet_of(index, "commune:26281").nearest
    assert alone.neighbours == ()


def test_what_is_no_territory_is_a_key_error():
    hierarchy = Hierarchy(GAZETTEER)
    for level in ("commune", "epci", "departement", "region", "canton"):
        with pytest.raises(KeyError):
            hierarchy.territory(type(FRANCE)(level, "00000"))
