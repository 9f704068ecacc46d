"""How each position was found, how sure it is, and what is left to check."""

import pytest

from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.geocoding import Row
from dashboard.core.geocoding.stages import EARLY_STAGES, LATE_STAGES
from dashboard.core.geocoding.verdict import MEASURED_METHODS
from dashboard.core.intake.place_doubts import PRESUMED, place_doubts
from dashboard.core.intake.store_file import from_bytes, to_bytes
from dashboard.features.explore.sheet import pole_sheet
from dashboard.pages import text_html
from dashboard.wording.positions import METHODS, MOST_LISTED, position_counts, position_values, to_check
from tests.helpers.catalogues import catalogue_of_rows, shipped_catalogue
from tests.helpers.gazetteers import GAZETTEER, GEOCODER


def values_of(**said: str) -> list[dict[str, str]]:
    catalogue = catalogue_of_rows(said)
    return position_values(catalogue, "r1", catalogue.rows.loc["r1"])


@pytest.fixture
def shipped() -> Catalogue:
    return shipped_catalogue()


def test_each_shipped_row_is_where_its_source_says(shipped: Catalogue):
    rows = shipped.rows
    communes = rows[rows["precision"] == "commune"]
    assert (len(rows), len(communes)) == (116, 89)
    for pole_id, row in communes.iterrows():
        today = GAZETTEER.commune_today(row["commune_insee"])
        assert today is not None, pole_id
        assert today.insee_code == row["code_insee"], pole_id
    for pole_id, row in rows[rows["precision"] != "commune"].iterrows():
        territory = {
            "epci": GAZETTEER.epci(row["code_territoire"]),
            "departement": GAZETTEER.departement(row["code_departement"]),
            "region": GAZETTEER.region(row["code_region"]),
        }[row["precision"]]
        assert territory is not None, pole_id
        assert (row["geometry"].x, row["geometry"].y) == (territory.lon, territory.lat), pole_id
    assert [doubt for doubt in place_doubts(shipped) if doubt.code != PRESUMED] == []


def test_the_geocoder_alone_finds_the_commune_of_each_shipped_row(shipped: Catalogue):
    rows = shipped.rows[shipped.rows["code_insee"] != ""]
    by_postcode = [Row(name, postcode) for name, postcode in zip(rows["commune"], rows["code_postal"], strict=True)]
    by_departement = [
        Row(f"{name} ({code})") for name, code in zip(rows["commune"], rows["code_departement"], strict=True)
    ]
    for questions in (by_postcode, by_departement):
        found = [verdict.commune_code or verdict.code for verdict in GEOCODER.locate_many(questions)]
        assert found == list(rows["code_insee"])


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ({"code_insee": "26281"}, "code Insee\u202f; confiance\u202f: sûre"),
        (
            {"code_insee": "26281", "commune": "Romans sur Isère"},
            "code Insee, que le nom de la commune confirme\u202f; confiance\u202f: sûre",
        ),
        (
            {"commune": "Romans-sur-Isère", "code_postal": "26100"},
            "nom de la commune, dans son code postal\u202f; confiance\u202f: juste dans 99,9\u00a0% des essais",
        ),
        (
            {"commune": "Rivesalttes", "code_departement": "66"},
            "nom de la commune, à une faute près, dans son département\u202f; "
            "confiance\u202f: juste dans 88,9\u00a0% des essais",
        ),
        (
            {"code_insee": "26281", "latitude": "45.05", "longitude": "5.05"},
            "coordonnées du fichier, qui concordent avec le lieu indiqué\u202f; confiance\u202f: non mesurée",
        ),
        ({"code_departement": "26"}, "département, seul connu\u202f; confiance\u202f: sûre"),
        ({"code_territoire": "200041010"}, "code de l’intercommunalité\u202f; confiance\u202f: sûre"),
        (
            {"code_insee": "26281", "precision_source": "ville-centre (par défaut)"},
            "code Insee\u202f; confiance\u202f: à confirmer",
        ),
    ],
)
def test_a_sheet_says_how_the_position_was_found_and_how_sure_it_is(said: dict[str, str], note: str):
    (value,) = values_of(**said)
    assert value["note"] == f"trouvée par\u202f: {note}"


def test_a_sheet_says_what_is_in_doubt_with_the_places_that_it_may_be():
    nowhere, doubt, no_place = values_of(commune="Saint-Denis")
    assert nowhere == {"texte": "sans localisation", "note": ""}
    assert doubt["texte"] == "À vérifier\u202f: plusieurs communes portent ce nom"
    assert doubt["note"].startswith("Saint-Denis\u202f; lieux possibles\u202f: Saint-Denis (974), Saint-Denis (93)")
    assert no_place["texte"] == "À vérifier\u202f: rien ne permet de placer cette ligne"


def test_a_row_that_contradicts_itself_is_placed_but_to_be_confirmed():
    position, doubt = values_of(code_insee="26281", commune="Valence")
    assert position["note"].endswith("confiance\u202f: à confirmer")
    assert doubt["texte"] == "À vérifier\u202f: le nom n’est pas celui du code Insee"


def test_the_list_to_check_has_ambiguous_contradictory_and_presumed_rows():
    catalogue = catalogue_of_rows(
        {"commune": "Dinan", "code_postal": "22100", "precision_source": "siège du porteur probable"},
        {"commune": "Valence", "code_postal": "80000"},
        {"commune": "La Rochelle"},
        {"code_insee": "26281"},
    )
    lines, n = to_check(catalogue)
    assert [(line.name, line.doubt, line.places) for line in lines if "placer" not in line.doubt] == [
        (
            "Pôle 002",
            "le nom et le code postal ou le département se contredisent",
            "Amiens (80), Valence (26), Valence (82), Valence (32) ou Valence (16)",
        ),
        ("Pôle 003", "plusieurs communes portent ce nom", "La Rochelle (17) ou La Rochelle (70)"),
        ("Pôle 001", "lieu présumé par la source", "Dinan (Côtes-d'Armor)"),
    ]
    assert n == len(lines)
    assert lines[-1].address == "./?pole=r1"
    page = text_html.about(catalogue)
    assert '<a href="./?pole=r1">Pôle 001</a>' in page
    assert "La Rochelle (17) ou La Rochelle (70)" in page


def test_a_long_list_to_check_says_what_it_leaves_out():
    catalogue = catalogue_of_rows(*[{"commune": "La Rochelle", "region": "Bretagne"}] * (MOST_LISTED + 3))
    lines, n = to_check(catalogue)
    assert (len(lines), n) == (MOST_LISTED, MOST_LISTED + 3)
    assert "3 autres lignes sont à vérifier" in text_html.about(catalogue)


def test_nothing_to_check_is_said():
    assert "Aucune position n’est en doute." in text_html.about(catalogue_of_rows({"code_insee": "26281"}))


def test_what_a_file_says_of_a_place_stays_text():
    page = text_html.about(catalogue_of_rows({"commune": "<script>{{ 7*7 }}</script>", "nom": "<b>P</b>"}))
    assert "<script>" not in page
    assert "&lt;script&gt;{{ 7*7 }}&lt;/script&gt;" in page


def test_about_counts_each_way_of_placing(shipped: Catalogue):
    counts = position_counts(shipped)
    assert counts[0] == ("centre de la commune", "code Insee, que le nom de la commune confirme", "sûre", "64")
    assert [int(row[-1]) for row in counts] == [64, 25, 4, 15, 8]


def test_method_and_confidence_survive_the_store(shipped: Catalogue):
    again = from_bytes(to_bytes(shipped))
    assert position_counts(again) == position_counts(shipped)
    assert pole_sheet(again, "3-eva", None) == pole_sheet(shipped, "3-eva", None)


def test_every_method_that_may_be_accepted_has_its_words():
    assert [method for method in MEASURED_METHODS if method not in METHODS] == []
    names = {name for name, _ in (*EARLY_STAGES, *LATE_STAGES)}
    assert names - set(METHODS) == {
        *("foreign_country", "foreign_town", "name_of_an_area", "intercommunal"),
        *("word_or_name", "name_elsewhere", "no_place"),
    }
