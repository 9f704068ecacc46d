"""What a visitor crosses, as an address says it."""

from itertools import product

import pytest

from dashboard.core.address.crosstab import MEASURES, MESHES, Crossing, parse_crossing
from dashboard.core.catalogue.dimensions import CROSSED


@pytest.mark.parametrize(("rows", "measure", "mesh"), [*product(CROSSED, MEASURES, MESHES)])
def test_any_table_survives_the_trip_through_the_address(rows: str, measure: str, mesh: str):
    crossing = Crossing(rows, CROSSED[-1 - CROSSED.index(rows)], measure, mesh)
    assert parse_crossing(crossing.to_params()) == (crossing, ())


def test_the_first_table_says_nothing_in_the_address():
    assert Crossing().to_params() == {}


def test_a_stale_name_is_not_fatal_and_is_told():
    assert parse_crossing({"lignes": ["signe"], "colonnes": ["statut", "type"], "mesure": []}) == (
        Crossing(colonnes="type"),
        ("signe",),
    )
