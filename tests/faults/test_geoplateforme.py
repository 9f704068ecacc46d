"""The online client against the real engine, through a network that fails in every way we know of."""

import time

import pytest

from dashboard.core.geocoding import Precision
from dashboard.core.geocoding.online.service import Geoplateforme
from dashboard.core.geocoding.online.street import StreetAnswer
from dashboard.errors import GeocodingUnavailable
from tests.faults.conftest import ROMANS, VALENCE
from tests.faults.fault_proxy import (
    FaultProxy,
    at,
    cut,
    html,
    in_commune,
    refused,
    reordered,
    scored,
    silent,
    slow_bytes,
    truncated,
)

ROWS = [("12 rue Jacquemart", ROMANS), ("5 avenue Gambetta", ROMANS), ("8 rue Victor Hugo", VALENCE)]
LABELS = ["12 Rue Jacquemart 26100 Romans-sur-Isère", "5 Avenue Gambetta 26100 Romans-sur-Isère"]
QUESTION = "GET /search?q=12+rue+Jacquemart+Romans-sur-Is%C3%A8re&citycode=26281&limit=5&autocomplete=0"
LABELS += ["8 Rue Victor Hugo 26000 Valence"]


def client(proxy: FaultProxy, **options: float) -> Geoplateforme:
    return Geoplateforme(proxy.address, **{"deadline_s": 5.0, **options})


def test_a_house_number_is_found_inside_its_commune(proxy: FaultProxy) -> None:
    answer = client(proxy).search("12 rue Jacquemart", ROMANS)
    assert (answer.rejection, answer.label, answer.precision) == ("", LABELS[0], Precision.ADDRESS)
    assert (round(answer.lon, 4), round(answer.lat, 4)) == (5.0530, 45.0452)


def test_the_question_names_the_commune_and_refuses_completion(proxy: FaultProxy) -> None:
    client(proxy).search("12 rue Jacquemart", ROMANS)
    assert proxy.requests == [QUESTION]


def test_a_street_of_another_commune_is_not_taken(proxy: FaultProxy) -> None:
    assert client(proxy).search("8 rue Victor Hugo", ROMANS) == StreetAnswer("low_score")


def test_a_text_that_the_service_refuses_is_not_sent(proxy: FaultProxy) -> None:
    assert client(proxy).search(" - ; !", ROMANS) == StreetAnswer("unsendable")
    assert proxy.requests == []


@pytest.mark.parametrize("retry_after", [None, "0", "Wed, 21 Oct 2015 07:28:00 GMT"])
def test_too_many_requests_are_tried_again(proxy: FaultProxy, retry_after: str | None) -> None:
    proxy.will(refused(429, retry_after=retry_after))
    assert client(proxy).search("12 rue Jacquemart", ROMANS).label == LABELS[0]
    assert len(proxy.requests) == 2


def test_the_wait_that_the_service_asks_for_is_kept(proxy: FaultProxy) -> None:
    waits: list[float] = []
    proxy.will(refused(429, retry_after="3"))
    service = Geoplateforme(proxy.address, deadline_s=20, requests_per_s=1e9, sleep=waits.append)
    assert service.search("12 rue Jacquemart", ROMANS).rejection == ""
    assert waits == [3.0]


def test_a_wait_beyond_the_deadline_is_not_begun(proxy: FaultProxy) -> None:
    proxy.will(refused(429, retry_after="120"))
    with pytest.raises(GeocodingUnavailable) as failure:
        client(proxy).search("12 rue Jacquemart", ROMANS)
    assert failure.value.retry_after_s == 120.0


def test_an_error_of_the_service_is_tried_again(proxy: FaultProxy) -> None:
    proxy.will(refused(500), refused(503))
    assert client(proxy).search("12 rue Jacquemart", ROMANS).label == LABELS[0]


def test_bytes_that_never_end_stop_at_the_deadline(proxy: FaultProxy) -> None:
    proxy.will(slow_bytes, slow_bytes, slow_bytes, slow_bytes)
    started_at = time.monotonic()
    with pytest.raises(GeocodingUnavailable):
        client(proxy, deadline_s=1.0).search("12 rue Jacquemart", ROMANS)
    assert time.monotonic() - started_at < 3.0


def test_a_service_that_says_nothing_is_given_up_at_the_deadline(proxy: FaultProxy) -> None:
    proxy.will(silent, silent, silent, silent)
    with pytest.raises(GeocodingUnavailable):
        client(proxy, deadline_s=0.6).search("12 rue Jacquemart", ROMANS)


def test_a_connection_that_is_cut_is_made_again(proxy: FaultProxy) -> None:
    proxy.will(cut)
    assert client(proxy).search("12 rue Jacquemart", ROMANS).label == LABELS[0]


def test_a_page_instead_of_an_answer_is_a_failure(proxy: FaultProxy) -> None:
    proxy.will(html)
    with pytest.raises(GeocodingUnavailable):
        client(proxy).search("12 rue Jacquemart", ROMANS)


def test_a_service_that_is_down_is_left_alone(proxy: FaultProxy) -> None:
    proxy.will(*[refused(500)] * 100)
    service = Geoplateforme(proxy.address, deadline_s=1e6, requests_per_s=1e9, sleep=lambda _: None)
    for _ in range(5):
        with pytest.raises(GeocodingUnavailable):
            service.search("12 rue Jacquemart", ROMANS)
    assert len(proxy.requests) == 12  # three questions of four attempts, then none


@pytest.mark.parametrize(
    ("fault", "rejection"),
    [
        (in_commune("26362"), "outside_commune"),
        (at(float("nan"), 45.0), "malformed_point"),
        (at("east", None), "malformed_point"),
        (at(2.35, 48.85), "far_from_commune"),
        (at(5.05), "malformed_point"),
        (scored(0.2), "low_score"),
        (scored(None), "low_score"),
        (scored(7.0), "low_score"),
    ],
)
def test_an_answer_that_cannot_be_believed_is_rejected(proxy: FaultProxy, fault: object, rejection: str) -> None:
    proxy.will(fault)  # type: ignore[arg-type]
    assert client(proxy).search("12 rue Jacquemart", ROMANS) == StreetAnswer(rejection)


def test_a_batch_answers_each_row_in_order(proxy: FaultProxy) -> None:
    assert [answer.label for answer in client(proxy).search_many(ROWS)] == LABELS
    assert proxy.requests == ["POST /search/csv"]


def test_rows_that_come_back_in_another_order_keep_their_answer(proxy: FaultProxy) -> None:
    proxy.will(reordered)
    assert [answer.label for answer in client(proxy).search_many(ROWS)] == LABELS


def test_rows_that_a_truncated_answer_lacks_are_told(proxy: FaultProxy) -> None:
    proxy.will(truncated)
    answers = client(proxy).search_many(ROWS)
    assert answers[0].label == LABELS[0]
    assert [answer.rejection for answer in answers[1:]] == ["missing_answer", "missing_answer"]


@pytest.mark.parametrize("fault", [html, refused(400), refused(413)])
def test_a_batch_that_fails_loses_no_row(proxy: FaultProxy, fault: object) -> None:
    proxy.will(fault)  # type: ignore[arg-type]
    rejections = {answer.rejection for answer in client(proxy).search_many(ROWS)}
    assert len(rejections) == 1
    assert rejections <= {"unavailable", "missing_answer"}


def test_batches_go_on_after_one_that_failed(proxy: FaultProxy) -> None:
    proxy.will(refused(400))
    answers = client(proxy, batch_rows=1).search_many(ROWS)
    assert [answer.rejection for answer in answers] == ["unavailable", "", ""]


def test_a_service_that_is_not_there_is_unavailable() -> None:
    answers = Geoplateforme("http://127.0.0.1:9", deadline_s=1.0).search_many(ROWS)
    assert [answer.rejection for answer in answers] == ["unavailable"] * 3
