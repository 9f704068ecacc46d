"""Excel workbooks, read cell after cell within bounds: two cells at the ends of a sheet must not fill the memory."""

import io
import re
import zipfile
from collections.abc import Collection, Iterator
from datetime import date, datetime, time
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook

from dashboard.core.files.grid import Grid, best_header
from dashboard.core.files.limits import Limits
from dashboard.errors import UnreadableFile

_MAX_ENTRIES = 5000
_ESCAPED = re.compile(r"_x(00[01][0-9A-Fa-f])_")
_CHUNK = 1 << 20
_DAMAGE = (
    zipfile.BadZipFile,
    ParseError,
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    AttributeError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    AssertionError,
    OverflowError,
)
"""What openpyxl, zipfile and zlib are known to raise on damaged workbooks."""


def read_xlsx(content: bytes, known: Collection[str], limits: Limits) -> Grid:
    """The rows of the sheet whose header has the most known headings; the first sheet if none has any."""
    _refuse_unsafe(content, limits)
    try:
        workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        try:
            sheets = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"] or workbook.worksheets
            if not sheets:
                raise UnreadableFile("empty_file")
            heads = [list(_rows(sheet, Limits(max_rows=200), is_probe=True)) for sheet in sheets[: limits.max_sheets]]
            scores = [best_header([row for row in head if any(row)], known)[1] for head in heads]
            return Grid.of(_rows(sheets[scores.index(max(scores))], limits))
        finally:
            workbook.close()
    except _DAMAGE as error:
        raise UnreadableFile("damaged_workbook", str(error)[:200]) from error


def _rows(sheet: Any, limits: Limits, *, is_probe: bool = False) -> Iterator[tuple[str, ...]]:
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_row=limits.max_rows + 1, max_col=limits.max_columns + 1, values_only=True)
    for number, row in enumerate(rows, start=1):
        cells = () if row.count(None) == len(row) else tuple(_unescaped(text_of(value)) for value in row)
        if number > limits.max_rows:
            if is_probe or not any(cells):
                return
            raise UnreadableFile("too_many_rows", str(limits.max_rows))
        if len(cells) > limits.max_columns and cells[limits.max_columns]:
            raise UnreadableFile("too_many_columns", str(limits.max_columns))
        yield cells[: limits.max_columns]


def _unescaped(text: str) -> str:
    """The text with its control characters, which the format writes like `_x000D_` and openpyxl leaves so.

    ECMA-376, part 1, 22.9.2.19 (ST_Xstring).
    """
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _refuse_unsafe(content: bytes, limits: Limits) -> None:
    """Refuse what inflates too much, by the sizes in its directory before inflating anything, or declares entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if len(entries) > _MAX_ENTRIES or sum(entry.file_size for entry in entries) > limits.max_inflated_bytes:
                raise UnreadableFile("unsafe_workbook", "size")
            if not any(entry.filename.startswith("xl/") for entry in entries):
                raise UnreadableFile("unknown_format", "zip")
            for entry in entries:
                if entry.filename.lower().endswith((".xml", ".rels")) and _has_doctype(archive, entry):
                    raise UnreadableFile("unsafe_workbook", "DOCTYPE")
    except _DAMAGE as error:
        raise UnreadableFile("damaged_workbook", str(error)[:200]) from error


def _has_doctype(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    tail = b""
    with archive.open(entry) as part:
        while chunk := part.read(_CHUNK):
            window = (tail + chunk).replace(b"\0", b"")
            if b"<!DOCTYPE" in window or b"<!ENTITY" in window:
                return True
            tail = chunk[-40:]
    return False


def text_of(value: object) -> str:
    """The text of a cell as a person reads it: `26100` for 26100.0, an ISO day or time, « vrai » for a boolean.

    A lone surrogate, which no file of ours could hold, becomes `?`.
    """
    match value:
        case None:
            return ""
        case str():
            return value if value.isascii() else value.encode("utf-8", "replace").decode("utf-8")
        case bool():
            return "vrai" if value else "faux"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | date() | time():
            return value.isoformat()
        case _:
            return str(value)
