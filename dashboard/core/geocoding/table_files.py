"""Tables to geocode, read whole with their blank rows and written whole or not at all."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from dashboard.core.fields.headings import fold_header
from dashboard.core.files.formulas import neutralise
from dashboard.core.files.grid import Grid
from dashboard.core.files.header_row import best_header
from dashboard.core.files.limits import Limits
from dashboard.core.files.read_csv import read_csv
from dashboard.core.files.read_xlsx import read_xlsx
from dashboard.core.files.write_whole import write_whole
from dashboard.core.geocoding.headings import KNOWN_HEADINGS, header_position
from dashboard.errors import UnreadableFile

_ZIP = b"PK\x03\x04"
_NUMBER = re.compile(r"[+-]?[\d\s.,]*")
"""A number, a telephone, a dash for nothing: no formula, and a longitude west of Greenwich must stay one."""

_LONGEST_CELL = 32_767  # of a workbook


class Table(NamedTuple):
    """Headings, rows of as many cells, how many rows of a title stood above, the sheets that were left aside."""

    headers: list[str]
    rows: list[list[str]]
    above: int = 0
    left_aside: tuple[str, ...] = ()


def read_table(path: Path, *, named: Sequence[str] = (), limits: Limits | None = None) -> Table:
    """The table of a CSV or XLSX file, all text, every row below its header (`header_position`), blank ones too.

    The sheets of a workbook that have the same headings are one table. `named` are folded headings
    that the header has. UnreadableFile if the file cannot be opened or is no table.
    """
    headings = (*KNOWN_HEADINGS, *named)
    limits = limits or Limits()
    try:
        with path.open("rb") as file:
            content = file.read(limits.max_bytes + 1)
    except OSError as error:
        raise UnreadableFile("missing_file", path.name) from error
    if len(content) > limits.max_bytes:
        raise UnreadableFile("file_too_big", str(limits.max_bytes))
    grids = read_xlsx(content, limits) if content.startswith(_ZIP) else [read_csv(content, headings, limits)]
    grids = [grid for grid in grids if grid.rows]
    if not grids:
        raise UnreadableFile("empty_file")
    best = max(grids, key=lambda one: best_header(one.rows, headings)[1])
    starts = [header_position(grid.rows, named=named) for grid in grids]
    start = starts[grids.index(best)]
    headers = _folded(best.rows[start])
    same = [(grid, at) for grid, at in zip(grids, starts, strict=True) if _folded(grid.rows[at]) == headers]
    width = max(_filled(row) for grid, at in same for row in grid.rows[at:])
    rows = [row for grid, at in same for row in _below(grid, at, width)]
    left_aside = tuple(grid.sheet for grid in grids if all(grid is not one for one, _ in same))
    return Table(_resized(best.rows[start], width), rows, start, left_aside)


def _folded(headers: Sequence[str]) -> list[str]:
    return [fold_header(header) for header in headers[: _filled(headers)]]


def _below(grid: Grid, start: int, width: int) -> list[list[str]]:
    """The rows below the header, those that are blank too."""
    rows: list[list[str]] = []
    for number, cells in zip(grid.numbers[start + 1 :], grid.rows[start + 1 :], strict=True):
        rows += [[""] * width for _ in range(number - grid.numbers[start] - 1 - len(rows))]
        rows.append(_resized(cells, width))
    return rows


def _resized(cells: Sequence[str], width: int) -> list[str]:
    return [*cells[:width], *[""] * (width - len(cells))]


def _filled(row: Sequence[str]) -> int:
    """Number of cells up to the last that is not blank: a sheet may count hundreds of them."""
    return max((rank for rank, cell in enumerate(row, start=1) if cell.strip()), default=0)


def write_table(path: Path, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write the table as its name's ending says (.xlsx, else CSV): an interruption leaves the former file as it was.

    UnwritableFile says why it cannot be. In a CSV, what a spreadsheet would run has an apostrophe more.
    """
    write_whole(path, _as_xlsx(headers, rows) if path.suffix.lower() == ".xlsx" else _as_csv(headers, rows))


def _as_csv(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows(
        [cell if _NUMBER.fullmatch(cell) else neutralise(cell) for cell in row] for row in (headers, *rows)
    )
    return text.getvalue().encode("utf-8-sig")


def _as_xlsx(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """All the cells as text, so that « =… » stays what it is and 01000 keeps its zero."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet()
    for row in (headers, *rows):
        cells = []
        for text in row:
            cell = WriteOnlyCell(sheet, value=None)
            cell.value = text[:_LONGEST_CELL] or None
            if cell.value is not None:
                cell.data_type = "s"
            cells.append(cell)
        sheet.append(cells)
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()
