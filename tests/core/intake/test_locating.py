"""Where a row is placed, from what it says, and what contradicts itself in it."""

import json

import pytest

from dashboard.core.catalogue.catalogue import Accounting
from tests.helpers.catalogues import SHIPPED_FILES, catalogue_of_texts


def located(**said: str) -> tuple[str, str, tuple[float, float] | None, list[str]]:
    """Precision, origin, rounded (lon, lat) and finding codes of one row."""
    catalogue = catalogue_of_texts(json.dumps({"features": [{"properties": {"id": "a", "nom": "A", **said}}]}))
    row = catalogue.rows.loc["a"]
    point = None if row["geometry"] is None else (round(row["geometry"].x, 2), round(row["geometry"].y, 2))
    codes = [finding.code for _, finding in catalogue.findings]
    return row["precision"], row["origine_position"], point, codes


def test_the_rows_are_in_the_alphabetical_order_of_their_names_whatever_their_file():
    catalogue = catalogue_of_texts("id;nom\nz;zébulon\ne;Écopôle", "id;nom\na;L’Arche\nb;école")
    assert list(catalogue.rows.index) == ["b", "e", "a", "z"]


ROMANS, TARNOS, DROME, ARA = (5.05, 45.05), (-1.47, 43.54), (5.17, 44.68), (4.54, 45.52)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"code_insee": "26281"}, ("commune", "code_insee", [])),
        ({"code_insee": "26281", "commune": "ROMANS SUR ISERE"}, ("commune", "code_insee", [])),
        ({"commune": "Romans-sur-Isère", "code_postal": "26100"}, ("commune", "nom_commune", [])),
        ({"commune": "Romans-sur-Isère", "code_departement": "26"}, ("commune", "nom_commune", [])),
        ({"commune": "Saint-Denis"}, ("aucune", "aucune", ["commune_ambiguous", "no_place"])),
        ({"commune": "Saint-Denis", "region": "Île-de-France"}, ("commune", "nom_commune", [])),
        ({"commune": "Sainte-Colombe", "region": "Nouvelle-Aquitaine"}, ("region", "region", ["commune_ambiguous"])),
        ({"commune": "Saint-Denis", "code_departement": "974"}, ("commune", "nom_commune", [])),
        ({"commune": "Xyzville-les-Bains"}, ("aucune", "aucune", ["commune_not_found", "no_place"])),
        ({"code_insee": "26281", "commune": "Valence"}, ("commune", "code_insee", ["commune_name_differs"])),
        ({"code_insee": "26281", "code_postal": "40220"}, ("commune", "code_insee", ["postcode_of_another_commune"])),
        ({"code_insee": "26281", "code_departement": "40"}, ("commune", "code_insee", ["departement_mismatch"])),
        ({"code_insee": "26281", "region": "Bretagne"}, ("commune", "code_insee", ["region_mismatch"])),
        ({"code_insee": "26281", "code_postal": "26104"}, ("commune", "code_insee", [])),
        ({"code_territoire": "200041010"}, ("epci", "territoire", [])),
        (
            {"code_territoire": "999999999", "code_departement": "26"},
            ("departement", "departement", ["unknown_territory"]),
        ),
        ({"code_departement": "26"}, ("departement", "departement", [])),
        ({"departement": "Drôme"}, ("departement", "departement", [])),
        ({"code_territoire": "974", "territoire": "La Réunion"}, ("departement", "departement", [])),
        ({"region": "La Réunion"}, ("region", "region", [])),
        ({"territoire": "Bretagne"}, ("region", "region", [])),
        ({"region": "Rhône-Alpes"}, ("aucune", "aucune", ["unknown_region", "no_place"])),
        ({}, ("aucune", "aucune", ["no_place"])),
    ],
)
def test_a_row_is_placed_by_the_most_precise_thing_it_says(said: dict[str, str], expected: tuple[str, str, list[str]]):
    precision, origin, point, codes = located(**said)
    assert (precision, origin, codes) == expected
    assert (point is None) == (precision == "aucune")


def test_the_postcode_tells_the_arrondissement():
    assert located(code_insee="75056", code_postal="75011")[2] != located(code_insee="75056", code_postal="75018")[2]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"code_insee": "26281", "latitude": "45.05", "longitude": "5.06"}, ("adresse", "fichier", (5.06, 45.05), [])),
        (
            {"code_insee": "26281", "latitude": "45.05", "longitude": "5.06", "precision_source": "commune (centre)"},
            ("commune", "fichier", (5.06, 45.05), []),
        ),
        (
            {"code_insee": "26281", "latitude": "43.54", "longitude": "-1.46"},
            ("commune", "code_insee", ROMANS, ["point_far_from_commune"]),
        ),
        (
            {"code_departement": "26", "latitude": "48.85", "longitude": "2.35"},
            ("departement", "departement", DROME, ["point_outside_territory"]),
        ),
        (
            {"code_departement": "26", "latitude": "45.05", "longitude": "5.06"},
            ("adresse", "fichier", (5.06, 45.05), []),
        ),
        (
            {"latitude": "45.05", "longitude": "5.06"},
            ("adresse", "fichier", (5.06, 45.05), ["territory_from_point"]),
        ),
        ({"latitude": "44", "longitude": "-4"}, ("aucune", "aucune", None, ["point_far_from_france", "no_place"])),
    ],
)
def test_a_point_is_believed_where_it_agrees_with_the_rest(said: dict[str, str], expected: tuple):
    precision, origin, point, codes = located(**said)
    assert (precision, origin, sorted(codes)) == (*expected[:2], sorted(expected[3]))
    assert point == (None if expected[2] is None else pytest.approx(expected[2], abs=0.15))


def test_what_the_row_left_out_of_its_place_is_completed():
    row = catalogue_of_texts("id;nom;code insee\na;A;26281\n").rows.loc["a"]
    keys = ["commune", "commune_label", "departement", "code_departement", "region", "code_region", "nature"]
    assert row[keys].tolist() == [
        "Romans-sur-Isère",
        "Romans-sur-Isère",
        "Drôme",
        "26",
        "Auvergne-Rhône-Alpes",
        "84",
        "pole",
    ]
    assert row["epci_label"] != ""


@pytest.mark.parametrize(
    ("said", "is_presumed"),
    [
        ("ville-centre (par défaut)", True),
        ("siège du porteur probable", True),
        ("commune du nom du pôle", True),
        ("commune (centre)", False),
        ("", False),
    ],
)
def test_an_inferred_place_is_marked(said: str, is_presumed: bool):
    rows = catalogue_of_texts(f"id;nom;code insee;précision\na;A;26281;{said}\n").rows
    assert rows["position_presumee"].tolist() == [is_presumed]


def test_every_row_of_every_file_is_accounted_for():
    catalogue = catalogue_of_texts(
        "id;nom;code insee\na;A;26281\nb;;26281\na;A;26281\nc;C;\n",
        "id;nom;code insee\na;Encore;26281\nd;D;40312\n",
    )
    assert catalogue.accounting == Accounting(rows_in=6, located=2, without_point=1, refused=3)
    assert list(catalogue.rows.index) == ["a", "c", "d"]
    assert [(name, f.row, f.code) for name, f in catalogue.findings] == [
        ("fichier1.csv", 3, "missing_value"),
        ("fichier1.csv", 4, "duplicate_row"),
        ("fichier1.csv", 5, "no_place"),
        ("fichier2.csv", 2, "id_in_another_file"),
    ]
    assert [finding.code for finding in catalogue.findings_of("c")] == ["no_place"]
    assert [catalogue.row_number(pole_id) for pole_id in catalogue.rows.index] == [0, 1, 2]


def test_accounts_that_do_not_add_up_are_refused():
    with pytest.raises(ValueError, match="not accounted for"):
        Accounting(rows_in=3, located=1, without_point=1, refused=0)


def test_columns_of_the_file_that_we_do_not_know_are_in_the_catalogue():
    rows = catalogue_of_texts("nom;Enveloppe;geometry\nA;12;POINT\n", "nom;Autre\nB;x\n").rows
    assert rows[["Enveloppe", "geometry (fichier)", "Autre"]].astype(str).to_numpy().tolist() == [
        ["12", "POINT", ""],
        ["", "", "x"],
    ]


def test_a_hostile_cell_is_only_text():
    hostile = "{{ cycler.__init__.__globals__.os.popen('id').read() }}<script>`${1}`\\2019"
    content = json.dumps(
        {"features": [{"properties": {"id": "a", "nom": hostile, hostile: hostile, "commune": hostile}}]}
    )
    rows = catalogue_of_texts(content).rows
    assert (rows.at["a", "nom"], rows.at["a", hostile], rows.at["a", "commune"]) == (hostile, hostile, hostile)


def test_the_116_rows_that_we_ship_are_all_on_the_map():
    contents = [path.read_bytes().decode() for path in SHIPPED_FILES]
    catalogue = catalogue_of_texts(*contents)
    assert catalogue.accounting == Accounting(rows_in=116, located=116, without_point=0, refused=0)
    assert catalogue.rows["precision"].value_counts().to_dict() == {
        "commune": 89,
        "departement": 15,
        "region": 8,
        "epci": 4,
    }
    assert catalogue.rows["nature"].value_counts().to_dict() == {"pole": 98, "projet": 18}
    assert [finding for _, finding in catalogue.findings] == []
