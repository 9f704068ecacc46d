"""Excel workbooks, read cell after cell within bounds: two cells at the ends of a sheet must not fill the memory."""

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence

from openpyxl.utils.datetime import from_excel, from_ISO8601

from dashboard.core.fields.findings import Finding, Severity
from dashboard.core.files.cell_repairs import LONGEST_CELL
from dashboard.core.files.cell_text import text_of
from dashboard.core.files.grid import MOST_REMARKS, Grid, Remark
from dashboard.core.files.limits import Limits
from dashboard.core.files.safe_zip import DAMAGE, SafeZip
from dashboard.core.files.workbook_parts import Parts, read_parts, unescaped
from dashboard.core.files.xml_events import feed
from dashboard.errors import UnreadableFile

_MARKS_OF_CELLS = (b"<v", b":v>", b"<t>", b"<t ", b":t>")


def read_xlsx(content: bytes, limits: Limits) -> list[Grid]:
    """The rows of each visible sheet, in the order of the workbook, under its name where there are several."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return read_sheets(SafeZip(archive, limits), limits)[0]
    except DAMAGE as error:
        raise UnreadableFile("damaged_workbook") from error


def read_sheets(archive: SafeZip, limits: Limits) -> tuple[list[Grid], list[str]]:
    """The same, and the names of the sheets that hold something and are not read: hidden ones, those beyond the bound.

    The sheets of a workbook that hides all of them are read.
    """
    try:
        parts = read_parts(archive)
        visible = [sheet for sheet in parts.sheets if sheet.is_visible] or parts.sheets
        if not visible:
            raise UnreadableFile("empty_file")
        is_alone = len(parts.sheets) == 1
        grids: list[Grid] = []
        rows_left = limits.max_rows
        for sheet in visible[: limits.max_sheets]:
            reading = _SheetReading(parts, limits, rows_left)
            grid = Grid.numbered(reading.rows(archive.chunks(sheet.part)), sheet="" if is_alone else sheet.name)
            grids.append(grid.told(*reading.findings, remarks=reading.remarks, hidden=reading.hidden))
            rows_left -= len(grid.rows)
        read = visible[: limits.max_sheets]
        left = [sheet.name for sheet in parts.sheets if sheet not in read and _holds_cells(archive, sheet.part)]
        return grids, left
    except DAMAGE as error:
        raise UnreadableFile("damaged_workbook") from error


def _holds_cells(archive: SafeZip, part: str) -> bool:
    return any(mark in chunk for chunk in archive.chunks(part) for mark in _MARKS_OF_CELLS)


class _SheetReading:
    """The rows of a sheet as its elements come, and what is told of them."""

    def __init__(self, parts: Parts, limits: Limits, max_rows: int) -> None:
        self.findings: list[Finding] = []
        self.remarks: list[Remark] = []
        self.hidden: list[int] = []
        self._parts = parts
        self._limits = limits
        self._max_rows = max_rows
        self._ready: list[tuple[int, list[str]]] = []
        self._number = 0
        self._row: list[str] = []
        self._rank = -1
        self._kind = "n"
        self._style = 0
        self._value: list[str] = []
        self._length = 0
        self._takes_text = False
        self._has_formula = False
        self._has_value = False
        self._is_guide = False
        self._letters: dict[str, int] = {}

    def rows(self, chunks: Iterator[bytes]) -> Iterator[tuple[int, Sequence[str]]]:
        """Each row that is not blank, with its number; UnreadableFile beyond the bounds."""
        count = 0
        for _ in feed(chunks, self):
            count += len(self._ready)
            if count > self._max_rows:
                raise UnreadableFile("too_many_rows", str(self._limits.max_rows))
            yield from self._ready
            self._ready.clear()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""
        if name == "c":
            self._rank = self._rank_of(attributes.get("r", ""))
            self._kind = attributes.get("t", "n")
            self._style = int(attributes.get("s", 0))
            self._value.clear()
            self._length = 0
            self._has_formula = self._has_value = False
        elif name == "v":
            self._takes_text = self._has_value = True
        elif name == "t":
            self._takes_text = self._has_value = not self._is_guide
        elif name == "f":
            self._has_formula = True
        elif name == "rPh":
            self._is_guide = True
        elif name == "row":
            number = int(attributes.get("r", 0))
            self._number = number if number > self._number else self._number + 1
            self._row = []
            self._rank = -1
            if attributes.get("hidden") in {"1", "true"} or attributes.get("ht") == "0":
                self.hidden.append(self._number)

    def end(self, name: str) -> None:
        """An element closes."""
        if name == "c":
            self._end_cell()
        elif name in {"v", "t"}:
            self._takes_text = False
        elif name == "rPh":
            self._is_guide = False
        elif name == "row" and any(self._row):
            self._ready.append((self._number, self._row))

    def text(self, data: str) -> None:
        """Text of a value."""
        if self._takes_text and self._length <= LONGEST_CELL:
            self._value.append(data)
            self._length += len(data)

    def _end_cell(self) -> None:
        rank = self._rank
        raw = "".join(self._value)
        if self._has_formula and not raw and not (self._has_value and self._kind == "str"):
            if len(self.remarks) < MOST_REMARKS:
                self.remarks.append(Remark(self._number, rank, "formula_without_value", ""))
            return
        text = self._text(raw) if raw else ""
        if not text:
            return
        if rank == self._limits.max_columns:
            raise UnreadableFile("too_many_columns", str(self._limits.max_columns))
        if rank > self._limits.max_columns:
            if len(self.findings) < MOST_REMARKS:
                self.findings.append(Finding(self._number, None, "cells_beyond_header", Severity.WARNING, text[:300]))
            return
        self._row.extend([""] * (rank + 1 - len(self._row)))
        self._row[rank] = text

    def _text(self, raw: str) -> str:
        match self._kind:
            case "s":
                return self._parts.texts[int(raw)]
            case "str" | "inlineStr":
                return unescaped(raw)
            case "b":
                return "vrai" if raw.strip() in {"1", "true"} else "faux"
            case "d":
                return text_of(from_ISO8601(raw))
            case "n":
                return self._number_text(raw)
            case _:
                return raw

    def _number_text(self, raw: str) -> str:
        number = float(raw) if not raw.isdigit() else int(raw)
        if self._style in self._parts.dates:
            try:
                value = from_excel(number, self._parts.epoch, timedelta=self._style in self._parts.durations)
            except (OverflowError, ValueError):
                return raw
            return text_of(value)
        return text_of(number)

    def _rank_of(self, reference: str) -> int:
        """The rank of the column of « AB12 », from 0; that of the next cell without a reference."""
        letters = reference.rstrip("0123456789")
        if not letters:
            return self._rank + 1
        rank = self._letters.get(letters)
        if rank is None:
            rank = 0
            for letter in letters[:4].upper():
                rank = rank * 26 + ord(letter) - 64
            self._letters[letters] = rank = rank - 1
        return rank
