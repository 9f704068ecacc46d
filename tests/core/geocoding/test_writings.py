"""What people write, one case per line of a table that anybody can read and complete."""

import csv

import pytest

from dashboard.core.geocoding import Geocoder
from tests.helpers.paths import TESTS

with (TESTS / "data" / "geocoding_writings.csv").open(encoding="utf-8", newline="") as file:
    WRITINGS = list(csv.DictReader(file))


@pytest.mark.parametrize(
    "case", WRITINGS, ids=lambda case: f"{case['ecrit']} {case['code_postal']}: {case['pourquoi']}"
)
def test_a_writing_is_understood(geocoder: Geocoder, case: dict[str, str]) -> None:
    verdict = geocoder.locate(case["ecrit"], postcode=case["code_postal"])
    codes = [verdict.code] if verdict.place else [candidate.code for candidate in verdict.candidates]
    assert (verdict.status.value, "|".join(codes)) == (case["statut"], case["code"])
