"""From raw rows to typed rows: every defect is a finding, only an ERROR refuses a row."""

import pytest

from dashboard.core.fields.findings import Finding, Severity
from dashboard.core.fields.tables import PROGRAMME_FIELDS
from dashboard.core.files.table import read_content
from dashboard.core.intake.checking import Checked, check_table
from dashboard.core.intake.checking_poles import check_poles
from dashboard.errors import UnknownColumnLayout


def check(text: str) -> Checked:
    return check_poles(read_content(text.encode()))


def said(checked: Checked) -> list[tuple[int | None, str | None, str, str]]:
    return [(f.row, f.field, f.code, f.value) for f in checked.findings if f.code != "id_column_missing"]


@pytest.mark.parametrize("header", ["Nom du pôle", "NOM", "  nom : ", "Dénomination", "nom_du_pole"])
def test_a_heading_is_known_whatever_its_dress(header: str):
    assert check(f"{header};Ville\nArcher;Romans\n").rows[["nom", "commune"]].to_numpy().tolist() == [
        ["Archer", "Romans"]
    ]


def test_unknown_columns_are_carried_along_untouched():
    checked = check("nom;Enveloppe (€);Enveloppe (€)\nArcher; 12,5 ;NC\n")
    assert checked.extra_columns == ("Enveloppe (€)", "Enveloppe (€) (2)")
    assert checked.rows[list(checked.extra_columns)].to_numpy().tolist() == [[" 12,5 ", "NC"]]
    assert said(checked) == [(None, None, "unknown_column", "Enveloppe (€)")] * 2


def test_of_two_columns_for_one_field_the_first_is_read_and_its_own_key_wins():
    checked = check("nom du PTCE;nom;Ville;localité\nautre;Archer;Romans;Valence\n")
    assert checked.rows[["nom", "commune"]].to_numpy().tolist() == [["Archer", "Romans"]]
    assert said(checked) == [
        (None, "nom", "duplicate_column", "nom du PTCE"),
        (None, "commune", "duplicate_column", "localité"),
    ]


def test_a_file_without_a_column_for_the_name_is_no_file_of_poles():
    with pytest.raises(UnknownColumnLayout) as refusal:
        check("commune;code postal\nRomans;26100\n")
    found, accepted = refusal.value.detail.split(" | ")
    assert (refusal.value.code, found) == ("no_name_column", "commune · code postal")
    assert accepted.startswith("Nom · ")


def test_one_bad_row_does_not_stop_the_good_ones():
    checked = check("id;nom;code postal\na;Archer;26100\nb;;75001\na;Double;33000\nd;Bon;F-33\n")
    assert checked.rows["nom"].tolist() == ["Archer", "Double", "Bon"]
    assert (checked.rows_in, checked.refused) == (4, (3,))
    assert said(checked) == [
        (3, "nom", "missing_value", ""),
        (4, "id", "id_given_again", "a"),
        (5, "code_postal", "malformed_postcode", "F-33"),
    ]


def test_cells_are_typed_and_blank_ones_are_none():
    checked = check(
        "nom;code insee;secteurs;année;site;structure\n"
        "Null;1004;Culture et industries créatives|numerique;2012.0;archer.fr;NC\n"
    )
    row = checked.rows.iloc[0]
    assert row[["nom", "code_insee", "secteurs", "annee_creation", "site_web", "structure_porteuse"]].tolist() == [
        "Null",
        "01004",
        ("culture-industries-creatives", "numerique"),
        2012,
        "https://archer.fr",
        None,
    ]
    assert said(checked) == [
        (2, "code_insee", "leading_zero_restored", "1004"),
        (2, "annee_creation", "decimal_removed", "2012.0"),
        (2, "site_web", "url_scheme_added", "archer.fr"),
    ]


def test_a_value_out_of_its_list_is_told_and_the_others_are_kept():
    checked = check("nom;secteurs\nArcher;Numérique|Astronautique\n")
    assert checked.rows.iloc[0]["secteurs"] == ("numerique",)
    assert checked.findings[-1] == Finding(2, "secteurs", "unknown_term_ignored", Severity.WARNING, "Astronautique")


@pytest.mark.parametrize("name", ["TOTAL", "Total général", "Sous-total :", "Ensemble", "Nombre total de pôles"])
def test_a_row_of_totals_is_refused(name: str):
    checked = check(f"nom;commune;emplois\nArcher;Romans;12\n{name};;12\n")
    assert (checked.rows["nom"].tolist(), said(checked)) == (["Archer"], [(3, "nom", "total_row", name)])


def test_a_pole_called_ensemble_is_no_total():
    assert check("nom;commune\nEnsemble;Redon\n").rows["nom"].tolist() == ["Ensemble"]


def test_a_repeated_header_is_refused():
    checked = check("nom;commune;latitude\nArcher;Romans;\nNom;Commune;Latitude\n")
    assert (checked.refused, said(checked)) == ((3,), [(3, None, "repeated_header", "Nom")])


def test_missing_ids_are_made_from_names_and_stay_different():
    checked = check("nom;commune\nPôle d’Œuvres !;Redon\nPôle d’Œuvres;Rennes\nPôle d’Œuvres;Rennes\n»;\n")
    assert checked.rows["id"].tolist() == ["pole-d-oeuvres", "pole-d-oeuvres-rennes", "pole-d-oeuvres-rennes-2"]


def test_an_id_of_the_file_is_never_taken_by_one_that_is_made():
    checked = check("id;nom\n;Archer\narcher;Autre\n")
    assert checked.rows["id"].tolist() == ["archer-2", "archer"]
    assert said(checked) == [(2, "id", "id_made_from_name", "archer-2")]


def test_possible_twins_are_told_and_kept():
    checked = check("id;nom;commune\na;Archer;Romans-sur-Isère\nb;ARCHER;Romans sur Isère\nc;Archer;Valence\n")
    assert len(checked.rows) == 3
    assert said(checked) == [(3, "nom", "possible_twin", "ARCHER")]


@pytest.mark.parametrize(
    ("cells", "point", "code"),
    [
        ("45.0442;5.0523", (45.0442, 5.0523), None),
        ("45,0442;5,0523", (45.0442, 5.0523), None),
        ("5.0523;45.0442", (45.0442, 5.0523), "coordinates_swapped"),
        ("6441000;861700", (45.04, 5.05), "coordinates_projected"),
        ("861700;6441000", (45.04, 5.05), "coordinates_projected"),
        ("0;0", (None, None), "coordinates_zero"),
        ("52.52;13.40", (None, None), "coordinates_outside_france"),
        ("45.0442;", (None, None), "coordinates_incomplete"),
        ("nord;5", (None, None), "malformed_coordinate"),
        ("-21.115;55.536", (-21.115, 55.536), None),
        ("NC;-", (None, None), None),
    ],
)
def test_coordinates_are_mended_or_refused_aloud(
    cells: str, point: tuple[float | None, float | None], code: str | None
):
    checked = check(f"nom;latitude;longitude\nA;{cells}\n")
    assert checked.rows.iloc[0][["latitude", "longitude"]].tolist() == [
        pytest.approx(value, abs=0.01) for value in point
    ]
    assert [(row, key, found) for row, key, found, _ in said(checked)] == ([(2, "latitude", code)] if code else [])


def test_overseas_metres_are_those_of_the_official_projection():
    checked = check("nom;code département;latitude;longitude\nA;974;7664600;340000\n")
    assert checked.rows.iloc[0][["latitude", "longitude"]].astype(float).round(1).tolist() == [-21.1, 55.5]


def test_a_programme_is_checked_by_its_own_fields():
    table = read_content(b"id;titre;debut\nt1;Table ronde;9h30\nt2;Sans;25h\n", fields=PROGRAMME_FIELDS)
    checked = check_table(table, PROGRAMME_FIELDS)
    rows = [(number, values["titre"], values["debut"]) for number, values in checked.to_typed_rows()]
    assert rows == [(2, "Table ronde", "09:30"), (3, "Sans", None)]
    assert said(checked) == [(2, "debut", "time_rewritten", "9h30"), (3, "debut", "malformed_time", "25h")]
