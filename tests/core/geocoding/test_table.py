"""The columns of a table to geocode, and what is written beside its rows."""

import pytest

from dashboard.core.geocoding import Candidate, Precision, Row, Status, Verdict
from dashboard.core.geocoding.headings import header_position
from dashboard.core.geocoding.table import RESULT_COLUMNS, Columns, guess_columns, result_cells, result_headers

PLACE = Candidate("69383", "69123", "Lyon 3e Arrondissement", "69", Precision.ARRONDISSEMENT, 1, 4.852, 45.76)


def test_columns_are_guessed_by_their_headings() -> None:
    assert guess_columns(["Nom", "Code Postal", "VILLE", "Adresse"]) == Columns(2, 1, None, 3)


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (["Nom", "Ville du siège social", "C.P.", "N° et rue"], Columns(1, 2, None, 3)),
        (["Code commune", "Libellé de la commune", "Code Postal du site"], Columns(1, 2, None, None)),
        (["Code INSEE commune", "Nombre de communes", "Adresse e-mail", "Site web"], Columns(None, None, None, None)),
        (["Département d’implantation", "Commune_principale"], Columns(1, None, 0, None)),
        (["x" * 70 + " commune"], Columns(None, None, None, None)),
    ],
)
def test_columns_are_guessed_by_the_words_of_their_headings(headings: list[str], expected: Columns) -> None:
    assert guess_columns(headings) == expected


def test_the_header_is_below_a_title_that_says_the_same_word() -> None:
    rows = [["Liste par commune", "", ""], ["", "", ""], ["Nom", "Commune", "CP"], ["A", "Ville", "26100"]]
    assert header_position(rows) == 2
    assert header_position([["a", "b"], ["1", "2"]]) == 0
    assert header_position([["a", "b"], ["lieu dit", "z"]], named=["lieu dit"]) == 1


def test_the_name_of_the_commune_goes_before_its_other_headings() -> None:
    assert guess_columns(["Lieu", "commune"]).query == 1


def test_a_column_may_be_named() -> None:
    assert guess_columns(["a", "b"], query="B") == Columns(1, None, None, None)


def test_a_named_column_that_is_not_there_is_told() -> None:
    with pytest.raises(KeyError, match="c"):
        guess_columns(["a", "b"], postcode="c")


def test_a_table_with_addresses_only_is_asked_by_its_addresses() -> None:
    assert guess_columns(["adresse"]).row(["1 rue X 26100 Romans"]) == Row("1 rue X 26100 Romans")


def test_result_columns_never_hide_those_of_the_table() -> None:
    assert result_headers(["latitude", "x"])[-2:] == ["latitude_2", "longitude"]
    assert result_headers(["x"]) == list(RESULT_COLUMNS)


def test_an_accepted_row_says_where() -> None:
    verdict = Verdict(Status.OK, "arrondissement", Precision.ARRONDISSEMENT, 0.991, PLACE, (PLACE,), "low_score")
    assert result_cells(verdict, asked_online=True) == [
        *("ok", "69383", "Lyon 3e Arrondissement (69)", "arrondissement", "0.991", "arrondissement+online:low_score"),
        *("", "45.760000", "4.852000"),
    ]


def test_a_doubtful_row_says_what_it_may_be_and_has_no_point() -> None:
    verdict = Verdict(Status.AMBIGUOUS, "name", Precision.NOTHING, 0.0, None, (PLACE, PLACE))
    assert result_cells(verdict) == [
        *("ambiguous", "", "", "none", "0.000", "name"),
        *("69383 Lyon 3e Arrondissement (69)|69383 Lyon 3e Arrondissement (69)", "", ""),
    ]


def test_a_row_of_data_that_holds_the_words_of_headings_is_no_header() -> None:
    rows = [
        ["Type", "Structure", "Adresse", "Téléphone"],
        ["Association", "Atelier", "2 rue X 26100 Romans", "01"],
        ["Commune", "Ville de Laval, maison de la rue", "5 rue X 53000 Laval", "02"],
    ]
    assert header_position(rows) == 0
    assert header_position([["Liste", "2026", "", ""], *rows]) == 1


@pytest.mark.parametrize(
    ("cells", "row"),
    [
        (["Langon", "", "3 cours X - 33210 LANGON", ""], Row("Langon", "33210")),
        (["Langon", "NC", "BP 12345 35660 Langon cedex", ""], Row("Langon", "35660 cedex")),
        (["Langon", "33210", "3 cours X 75011 Paris", "Bretagne"], Row("Langon", "33210", "Bretagne")),
        (["", "", "3 cours X 33210 Langon", "75"], Row("3 cours X 33210 Langon")),
    ],
)
def test_the_address_and_the_region_say_what_other_cells_do_not(cells: list[str], row: Row) -> None:
    assert guess_columns(["Commune", "CP", "Adresse", "Région"]).row(cells) == row
