"""The table of SOURCES.md that says, for each data file, the day it last changed, its size and its SHA-256."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

START = "<!-- empreintes : début -->"
END = "<!-- empreintes : fin -->"
_HEADER = "| Fichier | Date | Octets | SHA-256 |\n|---|---|---:|---|"
_LINE = re.compile(
    r"^\| `(?P<path>[^`]+)` \| (?P<day>\d{4}-\d{2}-\d{2}) \| (?P<size>\d+) \| `(?P<hash>[0-9a-f]{64})` \|$"
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the table says of a file: the day its content last changed, its size in bytes, its SHA-256."""

    day: date
    size: int
    sha256: str


def read_stamps(text: str) -> dict[str, Stamp]:
    """The table of a SOURCES.md, path → stamp; ValueError if the two marks of the table are not there."""
    if START not in text or END not in text:
        raise ValueError("the marks of the table are missing")
    lines = text.split(START)[1].split(END)[0].splitlines()
    found = [match for match in map(_LINE.match, lines) if match]
    return {m["path"]: Stamp(date.fromisoformat(m["day"]), int(m["size"]), m["hash"]) for m in found}


def stamp(files: Mapping[str, bytes], known: Mapping[str, Stamp], *, today: date) -> dict[str, Stamp]:
    """The stamps of the files, by path in alphabetical order; an unchanged file keeps its day."""
    stamps = {}
    for path, content in sorted(files.items()):
        digest = sha256(content).hexdigest()
        is_known = path in known and known[path].sha256 == digest
        stamps[path] = Stamp(known[path].day if is_known else today, len(content), digest)
    return stamps


def write_stamps(text: str, stamps: Mapping[str, Stamp]) -> str:
    """The text with its table replaced."""
    lines = [f"| `{path}` | {s.day.isoformat()} | {s.size} | `{s.sha256}` |" for path, s in stamps.items()]
    before, after = text.split(START)[0], text.split(END)[1]
    return f"{before}{START}\n{_HEADER}\n" + "\n".join(lines) + f"\n{END}{after}"
