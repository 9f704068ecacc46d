"""The digest of the rooms that made a stored catalogue or a kept answer: a change in another room leaves it valid."""

from functools import cache
from hashlib import sha256
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[2]


@cache
def code_digest(*rooms: str) -> str:
    """SHA-256 of the Python modules and templates of these rooms (`core/fields`, `wording`…), their names included."""
    digest = sha256()
    for room in sorted(rooms):
        for path in sorted(path for path in (_PACKAGE / room).rglob("*") if path.suffix in {".py", ".typ", ".css"}):
            digest.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0" + sha256(path.read_bytes()).digest())
    return digest.hexdigest()
