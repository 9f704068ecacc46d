"""The answers of the geocoding service kept in SQLite, so that nobody asks twice; without them it is only slower."""

import contextlib
import json
import logging
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from dashboard.core.geocoding.keys import words
from dashboard.core.geocoding.online.street import StreetAnswer
from dashboard.core.geocoding.verdict import Candidate, Precision

ENGINE_VERSION = "1"
"""To be raised when the judgement of answers changes, so that older ones are asked for again."""

FOUND_FOR_S = 365 * 86_400.0
REFUSED_FOR_S = 30 * 86_400.0
"""« Not found » may be found later: the address base grows every week."""

NEVER_KEPT = frozenset({"unavailable", "missing_answer"})
_BUSY_S = 5.0
_AT_ONCE = 500
_log = logging.getLogger(__name__)


class GeocodeCache:
    """Answers by address and commune, in an SQLite file that several processes share.

    Absent, corrupt, locked or read-only: a warning in the log, nothing found, nothing kept, and the work goes on. A
    corrupt file is put aside under `.corrupt` and begun again.
    """

    def __init__(self, path: Path, *, version: str, clock: Callable[[], float] = time.time) -> None:
        """`version` is that of the reference geography: answers kept under another one are not used."""
        self._path = path
        self._version = f"{ENGINE_VERSION}/{version}"
        self._clock = clock

    def find_many(self, asked: Sequence[tuple[str, Candidate]]) -> dict[tuple[str, str], StreetAnswer]:
        """The answers still good, by `key`; those never asked, or too old, are not in it."""
        keys = list(dict.fromkeys(key(address, place) for address, place in asked))
        found: dict[tuple[str, str], StreetAnswer] = {}
        with self._opened() as connection:
            if connection is None:
                return found
            for start in range(0, len(keys), _AT_ONCE):
                part = {self._stored(one): one for one in keys[start : start + _AT_ONCE]}
                marks = ",".join("?" * len(part))
                query = f"SELECT key, answer FROM answers WHERE expires_at > ? AND key IN ({marks})"
                for stored, answer in connection.execute(query, (self._clock(), *part)):
                    with contextlib.suppress(ValueError, TypeError, KeyError):
                        found[part[stored]] = _read(answer)
        return found

    def keep_many(self, answers: Mapping[tuple[str, str], StreetAnswer]) -> None:
        """Keep the answers, except those that are failures of the service."""
        now = self._clock()
        rows = [
            (self._stored(one), json.dumps(asdict(answer)), now + (REFUSED_FOR_S if answer.rejection else FOUND_FOR_S))
            for one, answer in answers.items()
            if answer.rejection not in NEVER_KEPT
        ]
        with self._opened() as connection:
            if connection is not None:
                with connection:
                    connection.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?, ?)", rows)
                    connection.execute("DELETE FROM answers WHERE expires_at <= ?", (now,))

    def _stored(self, one: tuple[str, str]) -> str:
        return f"{self._version}|{one[1]}|{one[0]}"

    @contextlib.contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection | None]:
        """A connection, None when there is none to be had; what fails inside is told and passed over."""
        connection = None
        try:
            connection = self._connected()
            yield connection
        except sqlite3.DatabaseError as error:
            _log.warning("geocode cache %s: %s", self._path.name, error)
            if connection is None:  # the caller has not been served yet
                yield None
        finally:
            if connection is not None:
                connection.close()

    def _connected(self) -> sqlite3.Connection:
        try:
            return _open(self._path)
        except sqlite3.OperationalError:
            raise  # locked, read-only, no such folder: not the file's fault
        except sqlite3.DatabaseError as error:
            _log.warning("geocode cache %s is corrupt: %s", self._path.name, error)
            for suffix in ("", "-wal", "-shm"):
                with contextlib.suppress(OSError):
                    broken = self._path.with_name(self._path.name + suffix)
                    broken.replace(broken.with_name(broken.name + ".corrupt"))
            return _open(self._path)


def key(address: str, place: Candidate) -> tuple[str, str]:
    """What two rows share when they ask the same question: words of the address, code of the place."""
    return " ".join(words(address)), place.citycode


def _open(path: Path) -> sqlite3.Connection:
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=_BUSY_S)
    try:
        if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            connection.execute("PRAGMA journal_mode=WAL")
        connection.execute(
            "CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, answer TEXT, expires_at REAL) WITHOUT ROWID"
        )
        connection.execute("SELECT key, answer, expires_at FROM answers LIMIT 1").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _read(answer: str) -> StreetAnswer:
    fields = json.loads(answer)
    return StreetAnswer(**{**fields, "precision": Precision(fields["precision"])})
