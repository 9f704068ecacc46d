"""What a workbook says of its sheets, besides the sheets: their names, the shared texts, which numbers are dates."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from dashboard.core.files.cell_repairs import LONGEST_CELL
from dashboard.core.files.safe_zip import SafeZip
from dashboard.core.files.xml_events import feed, walk
from dashboard.errors import UnreadableFile

_MOST_OF_A_PART = 5_000_000
"""Bytes of a part that describes: those of real workbooks are a hundred times smaller."""

_MOST_STYLES = 70_000  # Excel itself writes 65,490 at most
_MOST_TEXTS = 4_000_000
_MOST_CHARACTERS = 150_000_000
_ESCAPED = re.compile(r"_x(?:(00[01][0-9A-Fa-f])_|005[Ff]_(?=x[0-9A-Fa-f]{4}_))")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of the workbook, and the part that holds its cells."""

    name: str
    part: str
    is_visible: bool


@dataclass
class Parts:
    """What the cells refer to; `dates` and `durations`: the styles under which a number is one."""

    sheets: list[Sheet] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    dates: frozenset[int] = frozenset()
    durations: frozenset[int] = frozenset()
    epoch: datetime = CALENDAR_WINDOWS_1900


def read_parts(archive: SafeZip) -> Parts:
    """The parts of a workbook; KeyError if one that it names is not there."""
    workbook = _first(_relations(archive, "_rels/.rels", ""), "/officeDocument") or "xl/workbook.xml"
    folder, name = posixpath.split(workbook)
    relations = _relations(archive, f"{folder}/_rels/{name}.rels", folder)
    parts = Parts()

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if name == "workbookPr" and attributes.get("date1904") in {"1", "true"}:
            parts.epoch = CALENDAR_MAC_1904
        elif name == "sheet":
            kind, target = relations[next(value for key, value in attributes.items() if key.endswith(":id"))]
            if kind.endswith("/worksheet"):
                is_visible = attributes.get("state", "visible") == "visible"
                parts.sheets.append(Sheet(attributes.get("name", ""), target, is_visible))

    walk(archive.read(workbook, _MOST_OF_A_PART), start)
    texts, styles = _first(relations, "/sharedStrings"), _first(relations, "/styles")
    if texts:
        handler = _Texts()
        for _ in feed(archive.chunks(texts), handler):
            pass
        parts.texts = handler.texts
    if styles:
        parts.dates, parts.durations = _date_styles(archive.read(styles, _MOST_OF_A_PART))
    return parts


def unescaped(text: str) -> str:
    """The text with its control characters, written like `_x000D_`, and what looks so (ECMA-376, 1, 22.9.2.19)."""
    return _ESCAPED.sub(lambda found: chr(int(found[1] or "5F", 16)), text) if "_x" in text else text


def _relations(archive: SafeZip, name: str, folder: str) -> dict[str, tuple[str, str]]:
    """Each relation by its id: its kind, and the part that it leads to."""
    found: dict[str, tuple[str, str]] = {}

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, attributes["Target"])).lstrip("/")
            found[attributes["Id"]] = (attributes["Type"], target)

    if name in archive.names:
        walk(archive.read(name, _MOST_OF_A_PART), start)
    return found


def _first(relations: Mapping[str, tuple[str, str]], kind: str) -> str:
    return next((target for name, target in relations.values() if name.endswith(kind)), "")


def _date_styles(content: bytes) -> tuple[frozenset[int], frozenset[int]]:
    formats = dict(BUILTIN_FORMATS)
    styles: list[int] = []
    is_inside = False

    def start(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal is_inside
        if name == "numFmt":
            formats[int(attributes["numFmtId"])] = attributes.get("formatCode", "")[:1000]
        elif name in {"cellXfs", "cellStyleXfs", "cellStyles", "dxfs"}:
            is_inside = name == "cellXfs"
        elif name == "xf" and is_inside:
            styles.append(int(attributes.get("numFmtId", 0)))
            if len(styles) > _MOST_STYLES:
                raise UnreadableFile("unsafe_archive", "styles")

    walk(content, start)
    dates = {number for number in set(styles) if is_date_format(formats.get(number))}
    durations = {number for number in dates if is_timedelta_format(formats.get(number))}
    return (
        frozenset(rank for rank, number in enumerate(styles) if number in dates),
        frozenset(rank for rank, number in enumerate(styles) if number in durations),
    )


class _Texts:
    """The shared texts: those of `t` elements in each `si`, phonetic guides (`rPh`) left out."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._parts: list[str] = []
        self._is_text = False
        self._is_guide = False
        self._length = 0
        self._total = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "t":
            self._is_text = not self._is_guide
        elif name == "rPh":
            self._is_guide = True
        elif name == "si":
            self._parts, self._length = [], 0

    def end(self, name: str) -> None:
        if name == "t":
            self._is_text = False
        elif name == "rPh":
            self._is_guide = False
        elif name == "si":
            self.texts.append(unescaped("".join(self._parts)))
            if len(self.texts) > _MOST_TEXTS or self._total > _MOST_CHARACTERS:
                raise UnreadableFile("unsafe_archive", "sharedStrings")

    def text(self, data: str) -> None:
        if self._is_text and self._length <= LONGEST_CELL:
            self._parts.append(data)
            self._length += len(data)
            self._total += len(data)
