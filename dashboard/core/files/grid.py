"""A file as text: rows of strings, each with the number that a spreadsheet shows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.core.fields.field import Field
from dashboard.core.fields.findings import Finding, Severity
from dashboard.core.fields.headings import Headings
from dashboard.core.files.cell_repairs import Pool
from dashboard.core.files.header_row import best_header, two_levels
from dashboard.errors import UnknownColumnLayout

READING_CODES = frozenset(
    {
        "undecodable_characters",
        "older_encoding",
        "line_in_another_encoding",
        "text_saved_twice",
        "cell_saved_twice",
        "nul_characters_removed",
        "cell_cut",
        "malformed_quotes",
        "cells_beyond_header",
        "cells_joined",
        "row_cut_short",
        "rows_without_last_cells",
        "rows_above_header",
        "sheets_read",
        "sheets_left_aside",
        "hidden_rows",
        "formula_without_value",
        "geometry_not_point",
        "several_positions",
        "declared_projection",
    }
)
"""The findings that reading a file can make, before any column is understood."""

_SEVERITIES = {
    "cell_saved_twice": Severity.INFO,
    "nul_characters_removed": Severity.INFO,
    "cell_cut": Severity.WARNING,
    "formula_without_value": Severity.WARNING,
}
_QUOTED = 300
MOST_REMARKS = 100_000
"""Of one sheet: cells beyond the columns and formulas without value, of which a hostile file may have millions."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What was found in one cell, by the number of its row and the rank of its column, before the header is known."""

    row: int
    rank: int
    code: str
    value: str


@dataclass(frozen=True)
class Grid:
    """All the rows of a sheet that are not blank, whatever they mean, with their numbers from 1; `sheet`: its name.

    `counts_cells`: whether a row has as many cells as the file gives it, so that one with fewer was cut.
    """

    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    findings: tuple[Finding, ...] = ()
    sheet: str = ""
    remarks: tuple[Remark, ...] = ()
    hidden: frozenset[int] = frozenset()
    counts_cells: bool = False

    @classmethod
    def of(
        cls,
        rows: Iterable[Sequence[str]],
        findings: Sequence[Finding] = (),
        sheet: str = "",
        *,
        counts_cells: bool = False,
    ) -> "Grid":
        """The grid of rows in their order, blank ones counted and left out."""
        return cls.numbered(enumerate(rows, start=1), findings, sheet, counts_cells=counts_cells)

    @classmethod
    def numbered(
        cls,
        rows: Iterable[tuple[int, Sequence[str]]],
        findings: Sequence[Finding] = (),
        sheet: str = "",
        *,
        counts_cells: bool = False,
    ) -> "Grid":
        """The grid of rows that come with their numbers; equal cells are one string in memory.

        What no file should hold is removed or repaired, and told.
        """
        kept: list[tuple[str, ...]] = []
        numbers: list[int] = []
        pool = Pool()
        remarks: list[Remark] = []
        for number, row in rows:
            cells = tuple([pool[cell] for cell in row])
            if any(map(str.strip, cells)):
                kept.append(cells)
                numbers.append(number)
                if pool.repaired and not pool.repaired.keys().isdisjoint(row):
                    remarks += [
                        Remark(number, rank, code, cell[:_QUOTED])
                        for rank, cell in enumerate(row)
                        for code in pool.repaired.get(cell, ())
                    ]
        found = list(findings)
        if pool.is_saved_twice:
            example = next(remark for remark in remarks if remark.code == "cell_saved_twice")
            found.append(Finding(None, None, "text_saved_twice", Severity.INFO, example.value))
            remarks = [remark for remark in remarks if remark.code != "cell_saved_twice"]
        return cls(tuple(kept), tuple(numbers), tuple(found), sheet, tuple(remarks), counts_cells=counts_cells)

    def told(self, *findings: Finding, remarks: Iterable[Remark] = (), hidden: Iterable[int] = ()) -> "Grid":
        """The same grid, with these findings more."""
        return replace(
            self,
            findings=(*self.findings, *findings),
            remarks=(*self.remarks, *remarks),
            hidden=self.hidden | frozenset(hidden),
        )


@dataclass(frozen=True)
class RawTable:
    """Rows of text under their headings: every row has as many cells as `headers`; `numbers` are those of the rows.

    `sheet`: the sheet that they are in, "" where the file has one table only. A finding of one cell names the field of
    its column, or the heading as it is written where no field is known by it.
    """

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    findings: tuple[Finding, ...] = ()
    name: str = ""
    sha256: str = ""
    sheet: str = ""


_LIST_KINDS = frozenset({"list", "vocabulary-list", "url-list"})


def under_header(grid: Grid, known: Mapping[str, Field], *, name: str = "", sha256: str = "") -> RawTable:
    """The rows below the header; what stood above it is a finding. UnknownColumnLayout if no heading is known."""
    position, count = best_header(grid.rows, known)
    if not count:
        raise UnknownColumnLayout("no_known_column", " · ".join(cell for row in grid.rows[:1] for cell in row)[:300])
    findings = list(grid.findings)
    if position:
        above = " ".join(cell.strip() for row in grid.rows[:position] for cell in row if cell.strip())
        findings.append(Finding(grid.numbers[0], None, "rows_above_header", Severity.INFO, above[:300]))
    headers = _trimmed(two_levels(grid.rows[position], grid.rows[position - 1] if position else ()))
    width = len(headers)
    headings = Headings(known.keys())
    last = known.get(headings.find(headers[-1]) or "") if headers else None
    numbers = grid.numbers[position + 1 :]
    below = grid.rows[position + 1 :]
    if grid.counts_cells:
        findings += _cut_rows(below, numbers, width)
    rows = []
    for number, row in zip(numbers, below, strict=True):
        if len(row) > width and any(map(str.strip, row[width:])):
            extra = " | ".join(cell for cell in row[width:] if cell.strip())
            if last is not None and last.kind in _LIST_KINDS:
                row = (*row[: width - 1], f"{row[width - 1]}|{extra}")
                findings.append(Finding(number, last.key, "cells_joined", Severity.INFO, row[-1]))
            else:
                findings.append(Finding(number, None, "cells_beyond_header", Severity.WARNING, extra))
        rows.append((*row[:width], *[""] * (width - len(row))))
    present = frozenset(numbers)
    findings += [
        _finding(remark, headers, known, headings, refuses=remark.row in present)
        for remark in grid.remarks
        if remark.row >= grid.numbers[position]
    ]
    hidden = [number for number in numbers if number in grid.hidden]
    if hidden:
        findings.append(Finding(None, None, "hidden_rows", Severity.WARNING, _listed(hidden)))
    return RawTable(headers, tuple(rows), numbers, tuple(findings), name, sha256, grid.sheet)


def _finding(
    remark: Remark, headers: Sequence[str], known: Mapping[str, Field], headings: Headings, *, refuses: bool
) -> Finding:
    """The remark of a cell under its heading; a required cell that has no value refuses its row, for that reason.

    A row of nothing but such cells is no row of the table, and only told.
    """
    heading = headers[remark.rank].strip() if remark.rank < len(headers) else ""
    field = known.get(headings.find(heading) or "")
    severity = _SEVERITIES[remark.code]
    if remark.code == "formula_without_value" and refuses and field and field.required:
        severity = Severity.ERROR
    return Finding(remark.row, field.key if field else heading or None, remark.code, severity, remark.value)


def _cut_rows(rows: Sequence[Sequence[str]], numbers: Sequence[int], width: int) -> list[Finding]:
    """Rows with fewer cells than the header: one finding each, or one in all where the file just writes no blank end.

    Such a file leaves out the last blanks of every row: none ends with one, and many are short.
    """
    short = [(number, len(row)) for number, row in zip(numbers, rows, strict=True) if len(row) < width]
    ends_blank = any(len(row) >= width and not row[width - 1].strip() for row in rows)
    is_habit = len(short) * 2 > len(rows) or (len(short) >= max(3, 0.3 * len(rows)) and not ends_blank)
    if short and is_habit:
        listed = _listed([number for number, _ in short])
        return [Finding(None, None, "rows_without_last_cells", Severity.INFO, listed)]
    return [Finding(number, None, "row_cut_short", Severity.WARNING, f"{count} / {width}") for number, count in short]


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers[:20])) + (f", … ({len(numbers)})" if len(numbers) > 20 else "")


def _trimmed(headers: Sequence[str]) -> tuple[str, ...]:
    """The headings without the nameless ones at the end (`nom;ville;;;`)."""
    last = max((rank for rank, header in enumerate(headers, start=1) if header.strip()), default=0)
    return tuple(headers[:last])
