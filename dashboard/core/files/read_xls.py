"""Old Excel workbooks (.xls), read by calamine in a process of its own: a file made to harm stops that one only."""

import json
import subprocess
import sys
from pathlib import Path

from dashboard.core.files.cell_text import text_of
from dashboard.core.files.grid import Grid
from dashboard.core.files.limits import Limits
from dashboard.errors import UnreadableFile

_CHILD = Path(__file__).with_name("xls_child.py")
_LONGEST_S = 30
_MOST_BYTES = 20_000_000  # a sheet of 65,536 rows, the format's bound, is smaller
_MARKS = (
    ("EncryptedPackage", "protected_file", ""),
    ("WordDocument", "document_format", "Word (.doc)"),
    ("PowerPoint Document", "document_format", "PowerPoint (.ppt)"),
    ("__properties_version1.0", "document_format", "Outlook (.msg)"),
)
"""Names of the streams of other files that have the same container, written in UTF-16 in its directory."""


def read_xls(content: bytes, limits: Limits) -> tuple[list[Grid], list[str]]:
    """The rows of each visible sheet, and the names of the hidden ones that hold something."""
    for stream, code, name in _MARKS:
        if stream.encode("utf-16-le") in content:
            raise UnreadableFile(code, name)
    if len(content) > _MOST_BYTES:
        raise UnreadableFile("file_too_big", str(_MOST_BYTES))
    try:
        answer = subprocess.run(
            [sys.executable, "-I", str(_CHILD)], input=content, capture_output=True, timeout=_LONGEST_S, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile("unsafe_archive") from error
    except OSError as error:
        raise UnreadableFile("old_excel_format") from error
    if answer.returncode:
        raise UnreadableFile("protected_file" if b"Password" in answer.stderr else "old_excel_format")
    grids, left = [], []
    sheets = json.loads(answer.stdout)
    rows_left = limits.max_rows
    has_visible = any(sheet["visible"] for sheet in sheets)
    for sheet in sheets:
        if not sheet["visible"] and has_visible:
            left += [sheet["name"]] if sheet["rows"] else []
            continue
        rows = [(number, [text_of(cell) for cell in row]) for number, row in sheet["rows"]]
        rows_left -= len(rows)
        if rows_left < 0:
            raise UnreadableFile("too_many_rows", str(limits.max_rows))
        if any(len(row) > limits.max_columns for _, row in rows):
            raise UnreadableFile("too_many_columns", str(limits.max_columns))
        grids.append(Grid.numbered(rows, sheet="" if len(sheets) == 1 else sheet["name"]))
    return grids, left
