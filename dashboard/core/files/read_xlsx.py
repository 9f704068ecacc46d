"""Excel workbooks, read cell after cell within bounds: two cells at the ends of a sheet must not fill the memory."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook

from dashboard.core.files.grid import Grid
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


def read_xlsx(content: bytes, limits: Limits) -> list[Grid]:
    """The rows of each visible sheet, in the order of the workbook, under its name where there are several."""
    _refuse_unsafe(content, limits)
    try:
        workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        try:
            sheets = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"] or workbook.worksheets
            if not sheets:
                raise UnreadableFile("empty_file")
            is_alone = len(workbook.worksheets) == 1
            return [
                Grid.of(_rows(sheet, limits), sheet="" if is_alone else str(sheet.title))
                for sheet in sheets[: limits.max_sheets]
            ]
        finally:
            workbook.close()
    except _DAMAGE as error:
        raise UnreadableFile("damaged_workbook", str(error)[:200]) from error


def _rows(sheet: Any, limits: Limits) -> Iterator[tuple[str, ...]]:
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_row=limits.max_rows + 1, max_col=limits.max_columns + 1, values_only=True)
    for number, row in enumerate(rows, start=1):
        cells = () if row.count(None) == len(row) else tuple(_unescaped(text_of(value)) for value in row)
        if number > limits.max_rows:
            if not any(cells):
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
