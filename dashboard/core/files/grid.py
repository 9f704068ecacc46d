"""A file as text: rows of strings, each with the number that a spreadsheet shows."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.core.fields.field import Field
from dashboard.core.fields.findings import Finding, Severity
from dashboard.core.fields.headings import Headings, fold_header
from dashboard.errors import UnknownColumnLayout

HEADER_SEARCHED_IN = 50
"""The header is looked for in so many first rows that are not blank: some files have a title and a legend above."""

READING_CODES = frozenset(
    {
        "undecodable_characters",
        "malformed_quotes",
        "cells_beyond_header",
        "cells_joined",
        "rows_above_header",
        "geometry_not_point",
    }
)
"""The findings that reading a file can make, before any column is understood."""


@dataclass(frozen=True)
class Grid:
    """All the rows of a sheet that are not blank, whatever they mean, with their numbers from 1; `sheet`: its name."""

    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    findings: tuple[Finding, ...] = ()
    sheet: str = ""

    @classmethod
    def of(cls, rows: Iterable[Sequence[str]], findings: Sequence[Finding] = (), sheet: str = "") -> "Grid":
        """The grid of rows in their order, blank ones counted and left out; equal cells are one string in memory."""
        kept: list[tuple[str, ...]] = []
        numbers: list[int] = []
        pool: dict[str, str] = {}
        for number, row in enumerate(rows, start=1):
            if any(map(str.strip, row)):
                kept.append(tuple([pool.setdefault(cell, cell) for cell in row]))
                numbers.append(number)
        return cls(tuple(kept), tuple(numbers), tuple(findings), sheet)


@dataclass(frozen=True)
class RawTable:
    """Rows of text under their headings: every row has as many cells as `headers`; `numbers` are those of the rows.

    `sheet`: the sheet that they are in, "" where the file has one table only.
    """

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    findings: tuple[Finding, ...] = ()
    name: str = ""
    sha256: str = ""
    sheet: str = ""


_LIST_KINDS = frozenset({"list", "vocabulary-list", "url-list"})
_DATA = re.compile(r"(?:[^\d]*\d){5}|[^@]*@|[^:]*://|[\d\s.,/:+€%-]+$", re.ASCII)
_LONGEST_HEADING = 200


def count_known(row: Sequence[str], known: Collection[str]) -> int:
    """How many different headings of this row are known; `known` are folded (`fold_header`)."""
    return _count(row, Headings(known))


def best_header(rows: Sequence[Sequence[str]], known: Collection[str]) -> tuple[int, int]:
    """The position of the first of the rows that has the most known headings, and how many these are.

    A row is completed by the one above (`_two_levels`). A heading is no telephone, no postcode, no address: each cell
    that looks like data counts against its row.
    """
    headings = Headings(known)
    first = rows[:HEADER_SEARCHED_IN]
    full = [_two_levels(row, first[rank - 1] if rank else ()) for rank, row in enumerate(first)]
    counts = [_count(row, headings) for row in full]
    scores = [count - sum(map(_is_data, row)) if count else -1 for count, row in zip(counts, first, strict=True)]
    most = max(scores, default=-1)
    position = scores.index(most) if any(counts) else 0
    return position, counts[position] if counts else 0


def _count(row: Sequence[str], headings: Headings) -> int:
    return len({found for cell in row if len(cell) < _LONGEST_HEADING and (found := headings.find(cell))})


def _is_data(cell: str) -> bool:
    """Whether a cell holds what no heading does: five figures, an address of the web, a number alone, a long text."""
    return len(cell) >= _LONGEST_HEADING or bool(cell.strip() and _DATA.match(cell.strip()))


def under_header(grid: Grid, known: Mapping[str, Field], *, name: str = "", sha256: str = "") -> RawTable:
    """The rows below the header; what stood above it is a finding. UnknownColumnLayout if no heading is known."""
    position, count = best_header(grid.rows, known)
    if not count:
        raise UnknownColumnLayout("no_known_column", " · ".join(cell for row in grid.rows[:1] for cell in row)[:300])
    findings = list(grid.findings)
    if position:
        above = " ".join(cell.strip() for row in grid.rows[:position] for cell in row if cell.strip())
        findings.append(Finding(grid.numbers[0], None, "rows_above_header", Severity.INFO, above[:300]))
    headers = _trimmed(_two_levels(grid.rows[position], grid.rows[position - 1] if position else ()))
    width = len(headers)
    last = known.get(fold_header(headers[-1])) if headers else None
    rows = []
    for number, row in zip(grid.numbers[position + 1 :], grid.rows[position + 1 :], strict=True):
        if len(row) > width and any(map(str.strip, row[width:])):
            extra = " | ".join(cell for cell in row[width:] if cell.strip())
            if last is not None and last.kind in _LIST_KINDS:
                row = (*row[: width - 1], f"{row[width - 1]}|{extra}")
                findings.append(Finding(number, last.key, "cells_joined", Severity.INFO, row[-1]))
            else:
                findings.append(Finding(number, None, "cells_beyond_header", Severity.WARNING, extra))
        rows.append((*row[:width], *[""] * (width - len(row))))
    return RawTable(headers, tuple(rows), grid.numbers[position + 1 :], tuple(findings), name, sha256, grid.sheet)


def _two_levels(headers: Sequence[str], above: Sequence[str]) -> tuple[str, ...]:
    """The headings, those that are blank taken from the row above: a heading that spans two rows stands there."""
    return tuple(header if header.strip() or rank >= len(above) else above[rank] for rank, header in enumerate(headers))


def _trimmed(headers: Sequence[str]) -> tuple[str, ...]:
    """The headings without the nameless ones at the end (`nom;ville;;;`)."""
    last = max((rank for rank, header in enumerate(headers, start=1) if header.strip()), default=0)
    return tuple(headers[:last])
