"""The parts of our own code, and the files, that a stored or kept answer was made by: a change elsewhere leaves it."""

from collections.abc import Sequence
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


def files_digest(*paths: Path) -> str:
    """SHA-256 of the contents of these files, in this order."""
    return sha256(b"".join(sha256(path.read_bytes()).digest() for path in paths)).hexdigest()


def version_of(*parts: str, rooms: Sequence[str]) -> str:
    """Sixteen characters that name these parts and the code of the rooms that turns them into an answer."""
    return sha256("\0".join((*parts, code_digest(*rooms))).encode()).hexdigest()[:16]
