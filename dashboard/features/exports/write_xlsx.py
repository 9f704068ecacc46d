"""Workbooks: the rows, then a sheet that says where they come from; text is text, never a formula nor a link."""

import io
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from dashboard.core.fields.reads import LIST_KINDS
from dashboard.features.exports.rows import ExportColumn, ExportTable

LONGEST_CELL = 32_767
"""Excel's limit; a longer text is cut, and counted."""

_WIDTHS = {"id": 28, "nom": 36, "description": 60}


def to_xlsx(
    table: ExportTable,
    *,
    sheet: str,
    provenance_sheet: str,
    lines: Sequence[tuple[str, str]],
    made_on: str,
    cut: tuple[str, Callable[[int], str]],
) -> bytes:
    """The workbook; `lines` fill its second sheet, `made_on` (ISO day) is its date.

    `cut` is the heading and the sentence for the number of cells that were too long, if any.
    """
    content = io.BytesIO()
    workbook = xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    workbook.set_properties({"created": datetime.fromisoformat(made_on or "1980-01-01"), "title": sheet})
    bold = workbook.add_format({"bold": True, "bottom": 1})
    day = workbook.add_format({"num_format": "yyyy-mm-dd"})
    top = workbook.add_format({"text_wrap": True, "valign": "top"})
    rows = workbook.add_worksheet(sheet)
    for rank, column in enumerate(table.columns):
        rows.write_string(0, rank, column.key, bold)
        rows.set_column(rank, rank, _WIDTHS.get(column.key, 18))
    n_cut = sum(_write_column(rows, rank, column, day) for rank, column in enumerate(table.columns))
    rows.freeze_panes(1, 2)
    rows.autofilter(0, 0, max(len(table), 1), len(table.columns) - 1)
    account = workbook.add_worksheet(provenance_sheet)
    account.set_column(0, 0, 32)
    account.set_column(1, 1, 110)
    for rank, (heading, text) in enumerate([*lines, *([(cut[0], cut[1](n_cut))] if n_cut else [])]):
        account.write_string(rank, 0, heading, bold)
        account.write_string(rank, 1, text[:LONGEST_CELL], top)
    workbook.close()
    return content.getvalue()


def _write_column(sheet: Worksheet, rank: int, column: ExportColumn, day: object) -> int:
    """Write the cells that are not blank; how many were cut."""
    n_cut = 0
    cells = [_cell(column, cell) for cell in column.cells]
    for row, number in enumerate(column.numbers.tolist(), start=1):
        cell = cells[number]
        if isinstance(cell, str):
            if len(cell) > LONGEST_CELL:
                n_cut += 1
            sheet.write_string(row, rank, cell[:LONGEST_CELL])
        elif isinstance(cell, date):
            sheet.write_datetime(row, rank, cell, day)
        elif cell is not None:
            sheet.write_number(row, rank, cell)
    return n_cut


def _cell(column: ExportColumn, cell: Any) -> Any:
    if cell is None or column.kind in ("number", "integer"):
        return cell
    if column.kind in LIST_KINDS:
        return "|".join(cell)
    if column.kind == "date":
        return date.fromisoformat(str(cell))
    return cell
