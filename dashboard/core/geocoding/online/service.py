"""The national geocoding service (Géoplateforme), asked for a street inside a commune that is already known.

Documentation: https://data.geopf.fr/geocodage/openapi. 50 requests a second for one address, then HTTP 429: the pace
is shared by the threads of a process.
"""

import csv
import io
import json
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

import requests
import urllib3
from pybreaker import CircuitBreaker, CircuitBreakerError
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt, wait_random_exponential

from dashboard.core.geocoding.online.answer import (
    parse_retry_after,
    proposals_of_features,
    proposals_of_row,
    whole_rows,
)
from dashboard.core.geocoding.online.street import StreetAnswer, judge, sendable
from dashboard.core.geocoding.verdict import Candidate
from dashboard.errors import GeocodingUnavailable

BASE_URL = "https://data.geopf.fr/geocodage"
REQUESTS_PER_S = 40.0
"""Below the 50 that the service allows."""

BATCH_ROWS = 1_000
"""Rows of one batch; the service takes 200,000, but long answers are those that come back truncated."""

_MAX_BYTES = 50_000_000
_CHUNK_BYTES = 65_536
_ATTEMPTS = 4
_LONGEST_WAIT_S = 10.0

Asked = tuple[str, Candidate]
"""Address as written, and the commune (or arrondissement) where it is."""


class Geoplateforme:
    """The service, asked politely: throttled, retried within a deadline, left alone when it is down."""

    def __init__(
        self,
        base_url: str = BASE_URL,
        *,
        deadline_s: float = 20.0,
        requests_per_s: float = REQUESTS_PER_S,
        batch_rows: int = BATCH_ROWS,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """`deadline_s` bounds one question or one batch, with its retries and waits."""
        self._base_url = base_url.rstrip("/")
        self._deadline_s = deadline_s
        self._batch_rows = batch_rows
        self._clock = clock
        self._sleep = sleep
        self._throttle = Throttle(requests_per_s, clock=clock, sleep=sleep)
        self._breaker = CircuitBreaker(fail_max=3, reset_timeout=30, exclude=[GeocodingUnavailable])
        self._session = requests.Session()
        self._session.headers["User-Agent"] = "tableau-de-bord-ptce"

    def search(self, address: str, commune: Candidate) -> StreetAnswer:
        """The point of the address, or why there is none that can be believed.

        Raises GeocodingUnavailable when the service does not answer in time, or not as its documentation says.
        """
        text = sendable(address, commune)
        if not text:
            return StreetAnswer("unsendable")
        params: dict[str, str] = {"q": text, "citycode": commune.citycode, "limit": "5", "autocomplete": "0"}
        content = self._fetch("GET", "/search", params=params)
        try:
            proposals = proposals_of_features(json.loads(content))
        except ValueError as error:
            raise GeocodingUnavailable("unreadable answer") from error
        return judge(proposals, commune)

    def search_many(self, rows: Sequence[Asked]) -> list[StreetAnswer]:
        """One answer per row, in order. A batch that fails, or the rows that its answer lacks, are `unavailable` or
        `missing_answer`: never an exception, never a row lost."""
        answers: list[StreetAnswer] = []
        for start in range(0, len(rows), self._batch_rows):
            answers += self._search_batch(rows[start : start + self._batch_rows])
        return answers

    def _search_batch(self, rows: Sequence[Asked]) -> list[StreetAnswer]:
        texts = [sendable(address, commune) for address, commune in rows]
        answers = [StreetAnswer("missing_answer" if text else "unsendable") for text in texts]
        if not any(texts):
            return answers
        sent = io.StringIO()
        writer = csv.writer(sent)
        writer.writerow(("row", "q", "insee"))
        writer.writerows((i, text, rows[i][1].citycode) for i, text in enumerate(texts) if text)
        form = [("columns", "q"), ("citycode", "insee")]
        try:
            files = {"data": ("rows.csv", sent.getvalue().encode("utf-8"), "text/csv")}
            content = self._fetch("POST", "/search/csv", data=form, files=files)
        except GeocodingUnavailable:
            return [StreetAnswer("unavailable") if text else answers[i] for i, text in enumerate(texts)]
        for row in whole_rows(content):
            position, insee = row.get("row", ""), row.get("insee", "")
            if position.isdecimal() and int(position) < len(rows) and rows[int(position)][1].citycode == insee:
                answers[int(position)] = judge(proposals_of_row(row), rows[int(position)][1])
        return answers

    def _fetch(self, method: str, path: str, **sent: Any) -> bytes:
        """The body of the answer, after as many attempts as the deadline bears."""
        ends_at = self._clock() + self._deadline_s
        retrying = Retrying(
            retry=retry_if_exception_type(_Temporary),
            stop=lambda state: stop_after_attempt(_ATTEMPTS)(state) or self._clock() + _wait(state) >= ends_at,
            wait=_wait,
            sleep=self._sleep,
            reraise=True,
        )
        try:
            content: bytes = self._breaker.call(retrying, self._attempt, method, path, ends_at, sent)
            return content
        except CircuitBreakerError as error:
            raise GeocodingUnavailable("breaker open", retry_after_s=self._breaker.reset_timeout) from error
        except _Temporary as error:
            raise GeocodingUnavailable(str(error), retry_after_s=error.retry_after_s) from error

    def _attempt(self, method: str, path: str, ends_at: float, sent: dict[str, Any]) -> bytes:
        self._throttle.wait()
        left = max(ends_at - self._clock(), 0.1)
        try:
            with self._session.request(
                method,
                self._base_url + path,
                timeout=(min(left, 5.0), left),
                stream=True,
                allow_redirects=False,
                **sent,
            ) as response:
                if response.status_code == 429 or response.status_code >= 500:
                    wait_s = parse_retry_after(response.headers.get("Retry-After"))
                    raise _Temporary(f"HTTP {response.status_code}", wait_s)
                if response.status_code != 200:
                    raise GeocodingUnavailable(f"HTTP {response.status_code}")
                return self._read(response, ends_at)
        except (requests.RequestException, urllib3.exceptions.HTTPError) as error:
            raise _Temporary(type(error).__name__) from error

    def _read(self, response: requests.Response, ends_at: float) -> bytes:
        """The body; the deadline holds against a service that sends one byte at a time."""
        received = bytearray()
        while chunk := response.raw.read1(_CHUNK_BYTES, decode_content=True):  # comes back with what has arrived
            received += chunk
            if self._clock() > ends_at:
                raise _Temporary("deadline passed while reading")
            if len(received) > _MAX_BYTES:
                raise GeocodingUnavailable("answer too long")
        return bytes(received)


class _Temporary(Exception):
    """A failure that may pass; `retry_after_s` is what the service asked for, None when it said nothing."""

    def __init__(self, detail: str, retry_after_s: float | None = None) -> None:
        super().__init__(detail)
        self.retry_after_s = retry_after_s


def _wait(state: RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    if isinstance(error, _Temporary) and error.retry_after_s is not None:
        return error.retry_after_s
    return float(wait_random_exponential(multiplier=0.5, max=_LONGEST_WAIT_S)(state))


class Throttle:
    """Lets one caller through every `1 / per_s` seconds."""

    def __init__(self, per_s: float, *, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self._gap_s = 1.0 / per_s
        self._clock = clock
        self._sleep = sleep
        self._next_at = 0.0
        self._lock = threading.Lock()

    def wait(self) -> None:
        """Come back when it is this caller's turn."""
        with self._lock:
            now = self._clock()
            turn = max(self._next_at, now)
            self._next_at = turn + self._gap_s
        if turn > now:
            self._sleep(turn - now)
