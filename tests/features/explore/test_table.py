"""The rows as a table: any order, blanks last, page by page; and how an address asks for it."""

import numpy as np
import pytest

from dashboard.core.address.table import DEFAULT_COLUMNS, TableRequest, parse_table_request
from dashboard.core.catalogue.bits import Mask, pack
from dashboard.features.explore.table import PAGE_SIZE, Table
from tests.helpers.poles import make_pole, make_rows

ROWS = make_rows(
    [
        make_pole("a", nom="Archer", commune="Évry", statut="ferme", annee_creation=2010, secteurs=("numerique",)),
        make_pole("b", nom="Bois", commune="Redon", statut="actif", annee_creation=2003, description="É"),
        make_pole("c", nom="Chanvre", commune="", annee_creation=None, secteurs=("alimentation-agriculture",)),
        make_pole("d", nom="Domb", commune="Redon", statut="actif", annee_creation=2010),
        make_pole("e", nom="Énergie", commune="eaubonne", statut="en-projet"),
    ]
).assign(colonne_libre=["x", "", "y", "", ""])
TABLE = Table(ROWS)
ALL = Mask(pack(np.ones(5, dtype=bool)), ROWS.index)


def ids(request: TableRequest, shown: Mask = ALL) -> str:
    return "".join(ROWS.index[TABLE.page(shown, request).rows])


@pytest.mark.parametrize(
    ("column", "rising", "falling"),
    [
        ("nom", "abcde", "edcba"),
        ("commune", "eabdc", "bdaec"),
        ("annee_creation", "badce", "adbce"),
        ("statut", "bdeac", "aebdc"),
        ("secteurs", "cabde", "acbde"),
        ("colonne_libre", "acbde", "cabde"),
        ("id", "abcde", "edcba"),
    ],
)
def test_any_column_gives_an_order_with_blanks_last_and_equals_by_name(column: str, rising: str, falling: str):
    assert ids(TableRequest(sort=column)) == rising
    assert ids(TableRequest(sort=column, is_descending=True)) == falling


def test_only_what_is_shown_is_in_the_table():
    some = Mask(pack(np.array([True, False, False, True, True])), ROWS.index)
    assert ids(TableRequest(sort="commune"), some) == "ead"
    nothing = Mask(pack(np.zeros(5, dtype=bool)), ROWS.index)
    page = TABLE.page(nothing, TableRequest(page=4))
    assert (page.rows.tolist(), page.number, page.pages, page.total, page.first) == ([], 1, 1, 0, 0)


def test_the_rows_come_fifty_by_fifty_and_a_page_too_far_is_the_last():
    rows = make_rows(make_pole(f"p{n:03}", nom=f"n{n:03}") for n in range(120))
    everything = Mask(pack(np.ones(120, dtype=bool)), rows.index)
    pages = [Table(rows).page(everything, TableRequest(page=n)) for n in (1, 2, 3, 9)]
    assert [(len(page.rows), page.number, page.pages, page.first) for page in pages] == [
        (50, 1, 3, 1),
        (50, 2, 3, 51),
        (20, 3, 3, 101),
        (20, 3, 3, 101),
    ]
    assert np.concatenate([page.rows for page in pages[:3]]).tolist() == list(range(120))
    assert PAGE_SIZE == 50


def test_a_missing_number_is_no_value_and_an_id_is_the_index():
    rows = np.array([0, 2])
    assert TABLE.values("annee_creation", rows) == [2010, None]
    assert TABLE.values("id", rows) == ["a", "c"]
    assert TABLE.values("secteurs", rows) == [("numerique",), ("alimentation-agriculture",)]


def test_an_empty_catalogue_has_a_table():
    rows = make_rows([])
    page = Table(rows).page(Mask(pack(np.zeros(0, dtype=bool)), rows.index), TableRequest(sort="secteurs"))
    assert (page.rows.tolist(), page.pages) == ([], 1)


def test_the_columns_that_no_field_declares_are_the_last():
    assert TABLE.arrange(["colonne_libre", "statut", "absente", "statut"]) == ("statut", "colonne_libre")
    assert TABLE.arrange(DEFAULT_COLUMNS) == DEFAULT_COLUMNS


@pytest.mark.parametrize(
    "request_",
    [
        TableRequest(),
        TableRequest(columns=()),
        TableRequest(columns=("statut", "colonne_libre"), sort="statut", page=3),
        TableRequest(sort="annee_creation", is_descending=True),
        TableRequest(sort="nom", is_descending=True),
    ],
)
def test_a_table_survives_the_trip_through_the_address(request_: TableRequest):
    assert parse_table_request(request_.to_params(), TABLE.arrange) == (request_, [])


def test_what_an_address_asks_in_vain_is_said_and_the_rest_applied():
    params = {"champs": ["commune,perdue", "statut"], "tri": ["-disparue"], "page": ["zéro"]}
    assert parse_table_request(params, TABLE.arrange) == (TableRequest(("statut", "commune")), ["perdue", "disparue"])
    assert parse_table_request({"page": ["0"]}, TABLE.arrange) == (TableRequest(), [])
    assert parse_table_request({"page": ["9" * 30]}, TABLE.arrange)[0].page == 1_000_000


def test_a_second_click_on_a_heading_turns_the_order():
    once = TableRequest(page=4).sorted_by("commune")
    assert once == TableRequest(sort="commune")
    assert once.sorted_by("commune") == TableRequest(sort="commune", is_descending=True)
    assert once.sorted_by("commune").sorted_by("commune") == once
    assert TableRequest().sorted_by("nom").is_descending
