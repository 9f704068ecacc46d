"""OpenDocument spreadsheets, of LibreOffice, read as they come: a cell may say that it repeats a million times."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat

from dashboard.core.fields.findings import Finding, Severity
from dashboard.core.files.cell_repairs import LONGEST_CELL
from dashboard.core.files.grid import MOST_REMARKS, Grid, Remark
from dashboard.core.files.limits import Limits
from dashboard.core.files.ods_values import value_text
from dashboard.core.files.safe_zip import DAMAGE, SafeZip
from dashboard.core.files.xml_events import feed
from dashboard.errors import UnreadableFile

_SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet"
_CHUNK = 1 << 20
_SPACES = 1000
_ASIDE = frozenset({"annotation", "tracked-changes", "shapes", "table-source", "frame", "custom-shape", "forms"})
"""Elements whose text is no cell's: notes, cells as they were before a change, drawings."""


@dataclass
class _Sheet:
    """A sheet that is being read, with what is told of it."""

    name: str
    is_hidden: bool
    rows: list[tuple[int, Sequence[str]]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    number: int = 0


def read_ods(archive: SafeZip, limits: Limits) -> tuple[list[Grid], list[str]]:
    """The rows of each visible sheet, and the names of the hidden ones that hold something."""
    kind = archive.read("mimetype", 1000).decode("ascii", "replace").strip() if "mimetype" in archive.names else ""
    if kind and not kind.startswith(_SPREADSHEET):
        raise UnreadableFile("document_format", "LibreOffice (.odt, .odp, .odg)")
    manifest = "META-INF/manifest.xml"
    if manifest in archive.names and b"encryption-data" in archive.read(manifest, 1_000_000):
        raise UnreadableFile("protected_file")
    return _read(archive.chunks("content.xml"), limits)


def read_flat_ods(content: bytes, limits: Limits) -> tuple[list[Grid], list[str]]:
    """The same for the one file of XML that LibreOffice calls « flat » (.fods)."""
    return _read((content[start : start + _CHUNK] for start in range(0, len(content), _CHUNK)), limits)


def _read(chunks: Iterable[bytes], limits: Limits) -> tuple[list[Grid], list[str]]:
    reading = _Reading(limits)
    try:
        for _ in feed(chunks, reading):
            pass
    except DAMAGE as error:
        raise UnreadableFile("damaged_workbook") from error
    visible = [sheet for sheet in reading.sheets if not sheet.is_hidden] or reading.sheets
    if not visible:
        raise UnreadableFile("empty_file")
    is_alone = len(reading.sheets) == 1
    grids = [
        Grid.numbered(sheet.rows, sheet="" if is_alone else sheet.name).told(
            *sheet.findings, remarks=sheet.remarks, hidden=sheet.hidden
        )
        for sheet in visible
    ]
    return grids, [sheet.name for sheet in reading.sheets if sheet not in visible and sheet.rows]


class _Reading:
    """The sheets, as the elements come."""

    def __init__(self, limits: Limits) -> None:
        self.sheets: list[_Sheet] = []
        self._limits = limits
        self._rows_left = limits.max_rows
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._aside = 0
        self._tables = 0
        self._row: list[str] = []
        self._rank = 0
        self._repeated_row = 1
        self._cell: Mapping[str, str] = {}
        self._text: list[str] = []
        self._length = 0
        self._takes_text = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""
        if name in _ASIDE or self._aside:
            self._aside += 1
        elif name == "table":
            self._tables += 1
            if self._tables == 1:
                is_hidden = attributes.get("table:style-name") in self._hidden_styles
                self.sheets.append(_Sheet(attributes.get("table:name", "")[:100], is_hidden))
        elif name == "style":
            self._style = attributes.get("style:name", "")
        elif name == "table-properties" and attributes.get("table:display") == "false":
            self._hidden_styles.add(self._style)
        elif self._tables != 1:
            return
        elif name == "table-row":
            self._row, self._rank = [], 0
            self._repeated_row = _times(attributes, "table:number-rows-repeated")
            if attributes.get("table:visibility") in {"collapse", "filter"}:
                self.sheets[-1].hidden.append(self.sheets[-1].number + 1)
        elif name in {"table-cell", "covered-table-cell"}:
            self._cell, self._text, self._length = attributes, [], 0
        elif name == "p":
            self._takes_text = True
            self.text("\n" if self._text else "")
        elif name == "s":
            self.text(" " * min(_times(attributes, "text:c"), _SPACES))
        elif name in {"tab", "line-break"}:
            self.text("\t" if name == "tab" else "\n")

    def end(self, name: str) -> None:
        """An element closes."""
        if self._aside:
            self._aside -= 1
        elif name == "table":
            self._tables -= 1
        elif name == "p":
            self._takes_text = False
        elif self._tables == 1 and name == "table-row":
            self._end_row()
        elif self._tables == 1 and name in {"table-cell", "covered-table-cell"}:
            self._end_cell(is_covered=name == "covered-table-cell")

    def text(self, data: str) -> None:
        """Text of a cell's paragraphs; between them stand only the blanks of a file that is laid out for people."""
        if self._takes_text and not self._aside and self._length <= LONGEST_CELL:
            self._text.append(data)
            self._length += len(data)

    def _end_cell(self, *, is_covered: bool) -> None:
        times = _times(self._cell, "table:number-columns-repeated")
        text = "" if is_covered else value_text(self._cell, "".join(self._text))
        sheet = self.sheets[-1]
        if (
            "table:formula" in self._cell
            and "office:value-type" not in self._cell
            and not text
            and len(sheet.remarks) < MOST_REMARKS
        ):
            sheet.remarks.append(Remark(sheet.number + 1, self._rank, "formula_without_value", ""))
        if text.strip():
            most = self._limits.max_columns
            if self._rank <= most < self._rank + times:
                raise UnreadableFile("too_many_columns", str(most))
            if self._rank <= most:
                self._row.extend(repeat("", self._rank - len(self._row)))
                self._row.extend(repeat(text, times))
            elif len(sheet.findings) < MOST_REMARKS:
                beyond = Finding(sheet.number + 1, None, "cells_beyond_header", Severity.WARNING, text[:300])
                sheet.findings.append(beyond)
        self._rank += times

    def _end_row(self) -> None:
        sheet = self.sheets[-1]
        if self._row:
            self._rows_left -= self._repeated_row
            if self._rows_left < 0:
                raise UnreadableFile("too_many_rows", str(self._limits.max_rows))
            sheet.rows += zip(_numbers(sheet, self._repeated_row), repeat(self._row))
        if sheet.hidden and sheet.hidden[-1] == sheet.number + 1 and self._row:
            sheet.hidden += range(sheet.number + 2, sheet.number + self._repeated_row + 1)
        sheet.number += self._repeated_row


def _numbers(sheet: _Sheet, times: int) -> Iterator[int]:
    return iter(range(sheet.number + 1, sheet.number + times + 1))


def _times(attributes: Mapping[str, str], name: str) -> int:
    return max(1, int(attributes.get(name, 1)))
