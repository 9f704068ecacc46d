"""Run by itself (`read_xls`): an old workbook on the standard input, its sheets as JSON on the output."""

import io
import json
import sys
from contextlib import suppress
from datetime import date, datetime, time, timedelta

_MEMORY = 1_500_000_000
_CPU_S = 25


def main() -> None:
    """Write each sheet, its rows that are not blank with their numbers; an exception, or worse, for what is none."""
    with suppress(ImportError):  # Windows has no such bounds
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_CPU_S, _CPU_S))
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
    sheets = []
    for sheet in workbook.sheets_metadata:
        if sheet.typ is not SheetTypeEnum.WorkSheet:
            continue
        rows = []
        for number, cells in enumerate(
            workbook.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False), start=1
        ):
            width = max((rank for rank, cell in enumerate(cells, start=1) if cell != ""), default=0)
            if width:
                rows.append((number, [plain(cell) for cell in cells[:width]]))
        sheets.append({"name": sheet.name, "visible": sheet.visible is SheetVisibleEnum.Visible, "rows": rows})
    json.dump(sheets, sys.stdout)


def plain(cell: object) -> object:
    """The cell as JSON has it, days and hours as ISO text."""
    match cell:
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case datetime() | date() | time():
            return cell.isoformat()
        case timedelta():
            return str(cell)
        case _:
            return cell


if __name__ == "__main__":
    main()
