"""A cache that is absent, corrupt, locked or read-only makes the program slower, and nothing else."""

import logging
import sqlite3
import threading
from pathlib import Path

import pytest

from dashboard.core.geocoding import Precision
from dashboard.core.geocoding.online.cache import REFUSED_FOR_S, GeocodeCache, key
from dashboard.core.geocoding.online.street import StreetAnswer
from tests.faults.conftest import ROMANS, VALENCE

ASKED = ("12, rue Jacquemart", ROMANS)
FOUND = StreetAnswer("", 5.05, 45.04, "12 Rue Jacquemart", Precision.ADDRESS, 0.9)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "geocode.sqlite"


def test_an_answer_is_found_again_by_another_process(path: Path) -> None:
    GeocodeCache(path, version="1").keep_many({key(*ASKED): FOUND})
    same = ("12 Rue JACQUEMART", ROMANS)
    assert GeocodeCache(path, version="1").find_many([same, (ASKED[0], VALENCE)]) == {key(*ASKED): FOUND}


def test_answers_of_another_geography_are_not_used(path: Path) -> None:
    GeocodeCache(path, version="1").keep_many({key(*ASKED): FOUND})
    assert GeocodeCache(path, version="2").find_many([ASKED]) == {}


def test_a_refusal_is_kept_for_a_while(path: Path) -> None:
    now = [1e9]
    cache = GeocodeCache(path, version="1", clock=lambda: now[0])
    refusal = {key(*ASKED): StreetAnswer("not_found")}
    cache.keep_many(refusal)
    assert cache.find_many([ASKED]) == refusal
    now[0] += REFUSED_FOR_S + 1
    assert cache.find_many([ASKED]) == {}


@pytest.mark.parametrize("failure", ["unavailable", "missing_answer"])
def test_a_failure_of_the_service_is_never_kept(path: Path, failure: str) -> None:
    cache = GeocodeCache(path, version="1")
    cache.keep_many({key(*ASKED): StreetAnswer(failure)})
    assert cache.find_many([ASKED]) == {}


def test_a_corrupt_file_is_put_aside_and_begun_again(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path.parent.mkdir()
    path.write_bytes(b"not a database" * 1000)
    cache = GeocodeCache(path, version="1")
    assert cache.find_many([ASKED]) == {}
    cache.keep_many({key(*ASKED): FOUND})
    assert cache.find_many([ASKED]) == {key(*ASKED): FOUND}
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
    assert path.with_name("geocode.sqlite.corrupt").read_bytes()[:14] == b"not a database"


def test_a_damaged_answer_is_asked_for_again(path: Path) -> None:
    cache = GeocodeCache(path, version="1")
    cache.keep_many({key(*ASKED): FOUND})
    with sqlite3.connect(path) as connection:
        connection.execute('UPDATE answers SET answer = \'{"precision": "moon"}\'')
    connection.close()
    assert cache.find_many([ASKED]) == {}


@pytest.mark.parametrize("place", ["folder", "nowhere"])
def test_a_cache_that_cannot_be_had_finds_and_keeps_nothing(path: Path, tmp_path: Path, place: str) -> None:
    if place == "folder":
        path.mkdir(parents=True)
    else:
        path = tmp_path / "file" / "geocode.sqlite"
        path.parent.write_text("a file where the folder should be")
    cache = GeocodeCache(path, version="1")
    cache.keep_many({key(*ASKED): FOUND})
    assert cache.find_many([ASKED]) == {}


def test_a_locked_cache_does_not_stop_the_work(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.core.geocoding.online.cache._BUSY_S", 0.05)
    cache = GeocodeCache(path, version="1")
    cache.keep_many({key(*ASKED): FOUND})
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    cache.keep_many({key("1 rue X", ROMANS): FOUND})
    assert cache.find_many([ASKED]) == {key(*ASKED): FOUND}
    holder.execute("ROLLBACK")
    holder.close()
    assert cache.find_many([("1 rue X", ROMANS)]) == {}


def test_several_writers_lose_nothing(path: Path) -> None:
    def write(number: int) -> None:
        for row in range(20):
            GeocodeCache(path, version="1").keep_many({key(f"{row} rue {number}", ROMANS): FOUND})

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    asked = [(f"{row} rue {number}", ROMANS) for row in range(20) for number in range(4)]
    assert len(GeocodeCache(path, version="1").find_many(asked)) == 80
