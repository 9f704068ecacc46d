"""What a row says of its place, weighed: a fact beats a guess, and the doubt is told."""

import pytest

from tests.helpers.catalogues import catalogue_of_texts

PLACE = ("commune_insee", "code_departement", "precision", "position_methode")


def placed(**said: str) -> tuple[tuple[str, ...], list[str]]:
    """INSEE code, département, precision and method of one row, and what is in doubt or noted of it."""
    headers, cells = ";".join(("id", "nom", *said)), ";".join(("a", "A", *said.values()))
    catalogue = catalogue_of_texts(f"{headers}\n{cells}\n")
    codes = [finding.code for _, finding in catalogue.findings if finding.code != "leading_zero_restored"]
    return tuple(str(catalogue.rows.loc["a", key]) for key in PLACE), codes


@pytest.mark.parametrize("departement", ["Ardèche", "7", "07", "Ardèche (07)", "07 - Ardèche", "ARDECHE"])
def test_the_departement_tells_homonyms_apart_however_it_is_written(departement: str):
    assert placed(commune="Saint-Clair", departement=departement) == (
        ("07225", "07", "commune", "name_in_departement"),
        [],
    )


def test_the_region_tells_homonyms_apart():
    assert placed(commune="Saint-Denis", region="Île-de-France")[0][0] == "93066"


def test_the_rows_own_point_tells_homonyms_apart():
    (insee, _, precision, method), codes = placed(commune="Saint-Denis", latitude="48.936", longitude="2.357")
    assert (insee, precision, method, codes) == ("93066", "adresse", "fichier", [])


def test_a_corrected_spelling_is_not_believed_against_the_rows_own_point():
    (insee, _, precision, method), codes = placed(commune="Romnas-sur-Isère", latitude="43.12", longitude="-0.86")
    assert (insee, precision, method, codes) == ("64533", "adresse", "fichier_seul", ["commune_doubtful"])


def test_a_code_does_not_beat_all_the_rest_of_the_row():
    said = {"commune": "Bourganeuf", "code_postal": "23400", "departement": "Creuse"}
    (insee, departement, _, _), codes = placed(code_insee="1030", **said, latitude="45.953", longitude="1.755")
    assert (insee, departement, codes) == ("23030", "23", ["insee_code_overruled"])


def test_a_code_beats_a_name_alone():
    assert placed(code_insee="26281", commune="Valence") == (
        ("26281", "26", "commune", "code_insee"),
        ["commune_name_differs"],
    )


def test_a_postcode_of_several_communes_is_told():
    assert placed(code_postal="23400") == (("", "23", "departement", "departement"), ["postcode_shared"])


def test_the_code_of_a_delegated_commune_leads_to_the_commune_of_today():
    assert placed(code_insee="49149") == (("49261", "49", "commune", "code_insee"), ["former_insee_code"])


def test_a_point_in_the_next_town_is_kept_and_told():
    (insee, _, precision, method), codes = placed(code_insee="22113", latitude="48.8130", longitude="-3.4500")
    assert (insee, precision, method) == ("22113", "adresse", "fichier_ailleurs")
    assert codes == ["point_in_another_commune"]


def test_a_point_alone_is_in_the_commune_that_holds_it():
    assert placed(latitude="48.8975", longitude="2.3446") == (
        ("75056", "75", "adresse", "fichier_seul"),
        ["territory_from_point"],
    )


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"commune": "Nouméa"}, ("98818", "988", "commune", "name")),
        ({"departement": "Polynésie française"}, ("", "987", "departement", "departement")),
        ({"code_departement": "986"}, ("", "986", "departement", "departement")),
        ({"latitude": "-21.2", "longitude": "165.1"}, ("", "988", "adresse", "fichier_seul")),
        ({"latitude": "18.08", "longitude": "-63.05"}, ("97801", "978", "adresse", "fichier_seul")),
        ({"commune": "Koné", "latitude": "-21.06", "longitude": "164.86"}, ("98811", "988", "adresse", "fichier")),
        (
            {"commune": "Saint-Pierre", "latitude": "46.78", "longitude": "-56.18"},
            ("97502", "975", "adresse", "fichier"),
        ),
    ],
)
def test_the_overseas_collectivities_are_on_the_map(said: dict[str, str], expected: tuple[str, ...]):
    place, codes = placed(**said)
    assert place == expected
    assert set(codes) <= {"territory_from_point"}


@pytest.mark.parametrize(
    ("result_type", "precision"),
    [
        ("housenumber", "adresse"),
        ("street", "adresse"),
        ("municipality", "commune"),
        ("commune", "commune"),
        ("arrondissement", "commune"),
        ("", "adresse"),
    ],
)
def test_a_geocoded_table_comes_back_with_its_true_precision(result_type: str, precision: str):
    said = {"commune": "Romans-sur-Isère", "latitude": "45.05", "longitude": "5.06", "result_type": result_type}
    assert placed(**said)[0][2] == precision


def test_the_middle_of_a_commune_is_no_address_even_unsaid():
    assert placed(commune="Romans-sur-Isère", latitude="45.044210", longitude="5.052320")[0][2] == "commune"
