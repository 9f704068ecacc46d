"""The marks to keep on writings of real life (issue 12): one half was tuned on, the other only measured."""

import csv

import pytest

from dashboard.core.geocoding import Geocoder, Row, Verdict
from tests.helpers.paths import TESTS

with (TESTS / "data" / "geocoding_real_writings.csv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.DictReader(file))


@pytest.fixture(scope="module")
def answered(geocoder: Geocoder) -> list[tuple[dict[str, str], Verdict]]:
    rows = [Row(case["query"], case["postcode"], case["departement"]) for case in CASES]
    return list(zip(CASES, geocoder.locate_many(rows), strict=True))


def _is_right(case: dict[str, str], verdict: Verdict) -> bool:
    return bool({verdict.code, verdict.commune_code} & set(case["expected_insee"].split("|")))


@pytest.mark.parametrize("half", ["a", "b"])
def test_a_decidable_writing_finds_its_commune(answered: list[tuple[dict[str, str], Verdict]], half: str) -> None:
    decidable = [(c, v) for c, v in answered if c["half"] == half and c["expected_insee"][:1].isdigit()]
    wrong = [(c["query"], c["postcode"], v.status.value, v.code) for c, v in decidable if not _is_right(c, v)]
    assert len(wrong) <= 0.03 * len(decidable), wrong


@pytest.mark.parametrize("half", ["a", "b"])
def test_what_cannot_be_decided_is_never_accepted(answered: list[tuple[dict[str, str], Verdict]], half: str) -> None:
    open_ones = [(c, v) for c, v in answered if c["half"] == half and not c["expected_insee"][:1].isdigit()]
    assert [(c["query"], v.code) for c, v in open_ones if v.place] == []


def test_what_is_accepted_is_right(answered: list[tuple[dict[str, str], Verdict]]) -> None:
    assert [(c["query"], v.code) for c, v in answered if v.place and not _is_right(c, v)] == []


def test_a_doubt_shows_the_commune_that_may_be_meant(answered: list[tuple[dict[str, str], Verdict]]) -> None:
    doubtful = [(c, v) for c, v in answered if ":" in c["expected_insee"]]
    lost = [
        case["query"]
        for case, verdict in doubtful
        if not set(case["expected_insee"].split(":")[1].split("|")) <= {one.code for one in verdict.candidates}
    ]
    assert lost == []


def test_both_halves_hold_every_kind() -> None:
    kinds = {half: {case["kind"] for case in CASES if case["half"] == half} for half in "ab"}
    assert len(CASES) >= 300
    assert kinds["a"] == kinds["b"]
