"""The rules of the gazetteer on a handful of territories."""

from dataclasses import FrozenInstanceError
from math import isnan, nan

import pytest

from dashboard.core.geography.gazetteer import Commune, Departement, Epci, Gazetteer, Region
from tests.helpers.distances import distance_km

FRAME = (0.0, 0.0, 1.0, 1.0)


def make_commune(code: str, name: str, **said: object) -> Commune:
    blank = Commune(code, name, "commune", "", code[:2], "84", "", 100, (), nan, nan, "", *FRAME)
    return blank._replace(**said)


COMMUNES = [
    make_commune("26281", "Romans-sur-Isère", epci_code="200068781", postcodes=("26100",), lon=5.05, lat=45.04),
    make_commune("42271", "Saint-Romain-les-Atheux", postcodes=("42660",), lon=4.46, lat=45.37),
    make_commune("69123", "Lyon", population=500000, postcodes=("69001", "69002"), lon=4.84, lat=45.76),
    make_commune("69381", "Lyon 1er Arrondissement", kind="arrondissement", parent_code="69123", postcodes=("69001",)),
    make_commune("71475", "Saint-Rémy", population=6000, postcodes=("71100",), lon=4.84, lat=46.76),
    make_commune("01015", "Arboys en Bugey", postcodes=("01300",), lon=5.65, lat=45.73),
    make_commune("01015", "Arbignieu", kind="deleguee", parent_code="01015"),
    make_commune("01385", "Saint-Rémy", population=900, postcodes=("01310",), lon=5.2, lat=46.2),
    make_commune("98818", "Nouméa", departement_code="988", region_code="988", postcodes=("98800",)),
    make_commune("14473", "Saint-Rémy", kind="deleguee", parent_code="26281", departement_code="26", population=0),
]
EPCIS = [
    Epci("200068781", "CA Valence Romans Agglo", 200, 5.0, 45.0, *FRAME, "CA", ("26",)),
    Epci("200000001", "CC du Val de Drôme", 200, 5.0, 45.0, *FRAME, "CC", ("26",)),
    Epci("200000002", "CC Val de Drôme", 200, 5.0, 45.0, *FRAME, "CC", ("26",)),
]
DEPARTEMENTS = [
    Departement("26", "Drôme", 500, 5.2, 44.7, *FRAME, "84"),
    Departement("974", "La Réunion", 800, 55.5, -21.1, *FRAME, "04"),
]
REGIONS = [Region("84", "Auvergne-Rhône-Alpes", 8000, 4.5, 45.5, *FRAME)]
FORMER = [("26900", "26281", ""), ("26900", "69123", "1970-01-01"), ("01340", "01015", "2016-01-01")]


def columns(rows: list, names: tuple[str, ...]) -> dict[str, list]:
    return {name: [getattr(row, name) for row in rows] for name in names}


GAZETTEER = Gazetteer.build(
    communes=columns(COMMUNES, Commune._fields),
    former_names={
        name: [row[rank] for row in FORMER] for rank, name in enumerate(("old_code", "insee_code", "until_date"))
    },
    epcis=columns(EPCIS, Epci.columns()),
    departements=columns(DEPARTEMENTS, Departement.columns()),
    regions=columns(REGIONS, Region.columns()),
)


def codes(communes: tuple[Commune, ...]) -> list[str]:
    return [commune.insee_code for commune in communes]


def test_a_code_gives_all_that_is_known_of_the_commune():
    assert GAZETTEER.commune("26281") == COMMUNES[0]
    assert COMMUNES[0].bounds == FRAME


def test_a_commune_goes_before_the_delegated_commune_of_its_code():
    commune = GAZETTEER.commune("01015")
    assert commune is not None
    assert commune.name == "Arboys en Bugey"


@pytest.mark.parametrize(
    ("code", "today"),
    [
        ("26281", "26281"),
        ("69381", "69123"),
        ("14473", "26281"),
        ("01340", "01015"),
        ("99999", None),
        ("", None),
    ],
)
def test_every_code_leads_to_the_commune_of_today(code: str, today: str | None):
    commune = GAZETTEER.commune_today(code)
    assert (commune and commune.insee_code) == today


def test_a_code_of_the_past_is_no_commune_but_leads_to_one():
    assert GAZETTEER.commune("01340") is None
    former = GAZETTEER.former_commune("01340")
    assert former == GAZETTEER.commune("01015")
    assert GAZETTEER.former_commune("26281") is None


def test_a_code_that_two_communes_had_is_that_of_the_last():
    assert GAZETTEER.former_commune("26900") == GAZETTEER.commune("26281")


def test_homonyms_are_all_given_communes_of_today_first_then_the_largest():
    assert codes(GAZETTEER.communes_named("SAINT REMY")) == ["71475", "01385", "14473"]


def test_a_postcode_or_a_departement_tells_homonyms_apart():
    assert codes(GAZETTEER.communes_named("Saint-Rémy", postcode="01310")) == ["01385"]
    assert codes(GAZETTEER.communes_named("Saint-Rémy", departement_code="71")) == ["71475"]
    assert codes(GAZETTEER.communes_named("Saint-Rémy", postcode="71100", departement_code="01")) == []


def test_a_delegated_commune_has_the_postcodes_of_its_commune():
    assert codes(GAZETTEER.communes_named("Saint-Rémy", postcode="26100")) == ["14473"]


def test_an_unknown_name_is_no_commune():
    assert GAZETTEER.communes_named("Xyzville") == ()


def test_a_postcode_gives_the_communes_and_arrondissements_it_serves():
    assert codes(GAZETTEER.communes_of_postcode("69001")) == ["69123", "69381"]
    assert GAZETTEER.communes_of_postcode("00000") == ()


def test_territories_are_found_by_code():
    assert GAZETTEER.epci("200068781") == EPCIS[0]
    assert GAZETTEER.departement("26") == DEPARTEMENTS[0]
    assert GAZETTEER.region("84") == REGIONS[0]
    assert (GAZETTEER.epci("1"), GAZETTEER.departement("99"), GAZETTEER.region("99")) == (None, None, None)
    assert [GAZETTEER.epcis(), GAZETTEER.departements(), GAZETTEER.regions()] == [
        tuple(EPCIS),
        tuple(DEPARTEMENTS),
        tuple(REGIONS),
    ]


@pytest.mark.parametrize("name", ["Réunion", "la reunion", "LA RÉUNION"])
def test_a_departement_is_found_with_or_without_its_article(name: str):
    assert GAZETTEER.departement_named(name) == DEPARTEMENTS[1]


def test_a_region_is_found_by_its_folded_name():
    assert GAZETTEER.region_named("auvergne rhone alpes") == REGIONS[0]
    assert (GAZETTEER.region_named("Rhône"), GAZETTEER.departement_named("Rhône")) == (None, None)


@pytest.mark.parametrize(
    "name", ["CA Valence Romans Agglo", "valence romans agglo", "Communauté d’agglomération Valence Romans Agglo"]
)
def test_an_epci_is_found_with_or_without_its_nature(name: str):
    assert GAZETTEER.epcis_named(name) == (EPCIS[0],)


def test_epcis_of_the_same_name_are_all_given():
    assert GAZETTEER.epcis_named("communauté de communes du Val de Drôme") == (EPCIS[1], EPCIS[2])
    assert GAZETTEER.epcis_named("CC") == ()


def test_the_chain_goes_from_the_commune_of_today_to_the_region():
    assert GAZETTEER.chain("14473") == (COMMUNES[0], EPCIS[0], DEPARTEMENTS[0], REGIONS[0])


def test_a_chain_says_where_there_is_no_territory():
    assert GAZETTEER.chain("98818") == (COMMUNES[8], None, None, None)
    assert GAZETTEER.chain("99999") is None


def test_towns_are_communes_with_a_point_largest_first():
    assert GAZETTEER.towns(min_population=1000) == [("Lyon", 4.84, 45.76, 500000), ("Saint-Rémy", 4.84, 46.76, 6000)]


def test_the_distance_is_that_of_the_ellipsoid():
    # New York to London, the example of https://geographiclib.sourceforge.io/html/GeodSolve.1.html
    assert distance_km(lon1=-73.8, lat1=40.6, lon2=-0.5, lat2=51.6) == pytest.approx(5551.7594, abs=0.0001)
    assert distance_km(lon1=0, lat1=0, lon2=0, lat2=1) == pytest.approx(110.574, abs=0.001)
    assert distance_km(lon1=179.5, lat1=0, lon2=-179.5, lat2=0) == pytest.approx(111.319, abs=0.001)


def test_where_there_is_no_point_the_coordinates_are_not_numbers():
    noumea = GAZETTEER.commune("98818")
    assert noumea is not None
    assert isnan(noumea.lon)


def test_the_gazetteer_is_frozen():
    with pytest.raises(FrozenInstanceError):
        GAZETTEER._regions = {}
