"""The parts that a writing is taken into, each apart."""

import pytest

from dashboard.core.geocoding import Geocoder
from dashboard.core.geocoding.arrondissements import code_of, numbered
from dashboard.core.geocoding.hints import Areas, departement_of, repaired_postcode
from dashboard.core.geocoding.keys import key_of, name_keys, repaired, words
from dashboard.core.geocoding.parsing import read
from dashboard.core.geocoding.slips import is_likely_slip

AREAS = Areas.build(
    [("26", "Drôme", "84"), ("974", "La Réunion", "04"), ("2A", "Corse-du-Sud", "94"), ("2B", "Haute-Corse", "94")],
    [("84", "Auvergne-Rhône-Alpes"), ("94", "Corse")],
    ["CA Valence Romans Agglo"],
)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Saint-Étienne", "saintetienne"),
        ("St Etienne", "saintetienne"),
        ("STE-LUCE S/LOIRE", "saintelucesurloire"),
        ("Mareuil-lez-Meaux", "mareuillesmeaux"),
        ("Œuilly", "oeuilly"),
        ("L’Haÿ-les-Roses", "lhaylesroses"),
        ("Schœlcher", "schoelcher"),
    ],
)
def test_a_name_has_one_key_however_it_is_written(name: str, key: str) -> None:
    assert key_of(words(name)) == key


def test_a_name_gives_its_key_its_bare_key_and_its_short_forms() -> None:
    assert name_keys("La Roche-sur-Yon") == ("larochesuryon", "rochesuryon", ["laroche"], ["roche"])
    assert name_keys("Romans-sur-Isère") == ("romanssurisere", "", ["romans"], [])


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("MontluÃ§on", "Montluçon"),
        ("Ã‰chirolles", "Échirolles"),
        ("Pouilly-sur-SaÃ´ne", "Pouilly-sur-Saône"),
        ("Orléans", "Orléans"),
        ("Ã", "Ã"),
        ("VÃ\xa0", "Và"),
        ("LÃ  haut", "Là haut"),
    ],
)
def test_utf8_read_as_windows_1252_is_repaired(broken: str, whole: str) -> None:
    assert repaired(broken) == whole


@pytest.mark.parametrize(
    ("cell", "postcode"),
    [
        ("26100", "26100"),
        (" 26100 ", "26100"),
        ("1004", "01004"),
        ("26100.0", "26100"),
        ("02 320", "02320"),
        ("F-75011", "75011"),
        ("2A004", ""),
        ("12", ""),
        ("", ""),
        ("261000", ""),
        ("٢٦١٠٠", ""),
    ],
)
def test_a_postcode_is_repaired_or_refused(cell: str, postcode: str) -> None:
    assert repaired_postcode(cell) == postcode


@pytest.mark.parametrize(
    ("postcode", "departement"), [("01000", "01"), ("20090", "2A"), ("20137", "2A"), ("20200", "2B"), ("97480", "974")]
)
def test_a_postcode_points_to_a_departement(postcode: str, departement: str) -> None:
    assert departement_of(postcode) == departement


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("26", ("26",)),
        ("2a", ("2A",)),
        ("Drôme", ("26",)),
        ("Ile de la Réunion", ("974",)),
        ("Corse", ("2A", "2B")),
        ("Département de la Drôme", ("26",)),
        ("99", ()),
        ("Drome-Ardèche", ()),
    ],
)
def test_a_hint_points_to_departements(text: str, codes: tuple[str, ...]) -> None:
    assert AREAS.departements_of(words(text)) == codes


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Lyon 3e", ("lyon", 3)),
        ("PARIS 05", ("paris", 5)),
        ("Paris XIVe arrondissement", ("paris", 14)),
        ("11ème arrondissement de Paris", ("paris", 11)),
        ("Lyon 69", None),
        ("Lyon 12e", ("lyon", 12)),
        ("Lyon", None),
        ("Marseille IXe", ("marseille", 9)),
        ("Nantes 3e", None),
        ("Paris-Plage", None),
    ],
)
def test_an_arrondissement_is_numbered(text: str, place: tuple[str, int] | None) -> None:
    assert numbered(words(text)) == place


def test_an_arrondissement_has_a_code_when_it_exists() -> None:
    assert [code_of("paris", 5), code_of("lyon", 3), code_of("marseille", 16), code_of("lyon", 10)] == [
        "75105",
        "69383",
        "13216",
        "",
    ]


@pytest.mark.parametrize(
    ("text", "name", "postcode", "departements"),
    [
        ("12 rue Victor Hugo, 26100 Romans - France", "romans", "26100", ("26",)),
        ("BP 45 26100 Romans CEDEX 2", "romans", "26100", ("26",)),
        ("Romans (26100)", "romans", "26100", ("26",)),
        ("(26) Romans", "romans", "", ("26",)),
        ("26 - Romans", "romans", "", ("26",)),
        ("Romans, Drôme, France", "romans", "", ("26",)),
        ("Mairie de Romans", "romans", "", ()),
        ("Rochelle (La)", "larochelle", "", ()),
        ("Vern s/ Seiche", "vernsurseiche", "", ()),
        ("Laître s/s Amance", "laitresousamance", "", ()),
        ("N.-D. de Londres", "notredamedelondres", "", ()),
    ],
)
def test_a_writing_is_taken_apart(text: str, name: str, postcode: str, departements: tuple[str, ...]) -> None:
    query = read(text, "", "", AREAS)
    assert (query.names[0][0], query.postcode, query.departements) == (name, postcode, departements)


@pytest.mark.parametrize(
    ("written", "meant", "is_likely"),
    [
        ("seorge", "saorge", True),
        ("nanytes", "nantes", True),
        ("nates", "nantes", True),
        ("natnes", "nantes", True),
        ("blhvy", "blevy", False),
        ("avizg", "avize", False),
        ("pauz", "pau", False),
    ],
)
def test_a_slip_is_told_from_a_chance_likeness(written: str, meant: str, is_likely: bool) -> None:
    assert is_likely_slip(written, meant) is is_likely


@pytest.mark.parametrize("cell", ["26", "Drôme", "DROME", "26 - Drôme", "Drôme (26)", "dépt 26", "La Drôme"])
def test_a_departement_is_read_in_a_cell_of_its_own(geocoder: Geocoder, cell: str) -> None:
    assert geocoder.locate("Valence", departement_code=cell).code == "26362"


def test_a_departement_that_is_none_says_nothing(geocoder: Geocoder) -> None:
    assert geocoder.locate("Nantes", departement_code="Ouest").code == "44109"
    assert geocoder.locate("Valence", departement_code="Ouest").status == "ambiguous"
    assert geocoder.locate("Bourg-en-Bresse", departement_code="1").code == "01053"
