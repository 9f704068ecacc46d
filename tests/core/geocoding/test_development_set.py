"""The marks that the geocoder must keep on the development set (issue 3)."""

import pytest

from dashboard.core.geocoding import Geocoder
from dashboard.core.geocoding.verdict import confidence_of
from tests.bench.bench_geocoding import ask, confidence
from tests.bench.geocoding_marks import JUNK_KINDS, REAL_WRITINGS, SMALL_TOWNS, Marks, mark, read_cases


@pytest.fixture(scope="module")
def marks(geocoder: Geocoder) -> Marks:
    cases = read_cases()
    return mark(cases, ask(geocoder, cases))


def test_decidable_rows_are_right(marks: Marks) -> None:
    assert marks.decidable.right_pct >= 99


def test_every_kind_of_writing_is_right(marks: Marks) -> None:
    assert {kind: tally.right_pct for kind, tally in marks.kinds.items() if tally.right_pct < 95} == {}


def test_what_is_accepted_is_right(marks: Marks) -> None:
    assert marks.whole.precision_pct >= 99.8


def test_what_cannot_be_decided_is_not(marks: Marks) -> None:
    assert (marks.accepted_pct(["homonym_nohint"]), marks.accepted_pct(["conflict_postcode"])) == (0, 0)


def test_what_is_no_french_place_is_refused(marks: Marks) -> None:
    assert marks.accepted_pct(JUNK_KINDS) <= 0.5
    assert marks.accepted_pct([SMALL_TOWNS]) <= 2


def test_the_confidence_of_each_method_is_what_was_measured(geocoder: Geocoder) -> None:
    cases = [*read_cases(), *read_cases(REAL_WRITINGS)]
    methods = mark(cases, ask(geocoder, cases)).methods
    measured = {method: round(confidence(tally), 3) for method, tally in methods.items()}
    assert {method: confidence_of(method) for method in measured} == measured
