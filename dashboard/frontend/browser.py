"""What Python and the browser’s modules exchange: JSON, the sources of our modules and styles, where the files are."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True)
class BrowserFiles:
    """Where the browser finds the files: the bundle's folder as the page sees it, and the sheets' folder."""

    base: str
    sheets: str


def to_json(value: object) -> bytes:
    """Compact UTF-8 JSON; the same value gives the same bytes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def read_source(name: str) -> str:
    """The text of one of our own modules or styles, by its file name."""
    return (_FOLDER / name).read_text(encoding="utf-8")


def read_constant(name: str, constant: str) -> str:
    """The declaration of a constant that a module exports, for a document that has no modules."""
    start = (source := read_source(name)).index(f"const {constant} = ")
    return source[start : source.index(";\n", start) + 2]


def read_sources() -> Mapping[str, bytes]:
    """File name → content of all our own modules and styles."""
    return {path.name: path.read_bytes() for path in sorted([*_FOLDER.glob("*.js"), *_FOLDER.glob("*.css")])}


def page_style() -> bytes:
    """The style of every page: the sheets `page*.css`, in the order of their names."""
    return b"".join(path.read_bytes() for path in sorted(_FOLDER.glob("page*.css")))
