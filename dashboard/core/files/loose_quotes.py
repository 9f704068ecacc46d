"""A CSV whose quotes do not all close: the right lines stay right, a wrong one is read as it stands, quotes and all."""

import csv
import re
from collections.abc import Iterator, Sequence

_LOOKED_AHEAD = 500
_BUDGET = 200_000
"""Lines that may be read twice in search of a quote that closes: a file that has none must not cost a square."""


def swallows(row: Sequence[str], delimiter: str, width: int) -> bool:
    """Whether a cell on several lines is a row that a stray quote joined to the next: its first line ends the row."""
    for rank, cell in enumerate(row):
        missing = width - 1 - rank
        if missing >= 2 and "\n" in cell.replace("\r", "\n"):
            first = cell.replace("\r", "\n").split("\n", 1)[0]
            if first.count(delimiter) == missing:
                return True
    return False


class LooseReader:
    """Rows of lines under a delimiter, most of them `width` cells wide."""

    def __init__(self, stream: Iterator[str], delimiter: str, width: int) -> None:
        self._lines = list(stream)
        self._delimiter = delimiter
        self._width = width
        self._budget = _BUDGET
        cell = rf'"(?:[^"]|"")*"(?={re.escape(delimiter)}|$)|[^{re.escape(delimiter)}]*'
        self._cell = re.compile(cell)

    def rows(self) -> Iterator[tuple[list[str], int, int, bool]]:
        """Each row with its first and last line from 1, and whether its quotes are wrong."""
        start = 0
        while start < len(self._lines):
            line = self._lines[start].rstrip("\r\n")
            row, used, is_literal = (line.split(self._delimiter) if line else []), 1, False
            if '"' in line:
                proper = self._record(start)
                row, used = proper or (self._literal(line), 1)
                is_literal = proper is None
            yield row, start + 1, start + used, is_literal
            start += used

    def _record(self, start: int) -> tuple[list[str], int] | None:
        """The row that begins there and the lines that it takes, None if its quotes are wrong."""
        ahead = min(_LOOKED_AHEAD, max(1, self._budget))
        reader = csv.reader(self._lines[start : start + ahead], delimiter=self._delimiter, strict=True)
        try:
            row = next(reader)
        except (csv.Error, StopIteration):
            row = []
        self._budget -= reader.line_num - 1
        if not row or (reader.line_num > 1 and swallows(row, self._delimiter, self._width)):
            return None
        return row, reader.line_num

    def _literal(self, line: str) -> list[str]:
        """The cells of one line; those that are rightly quoted lose their quotes."""
        cells = []
        position = 0
        while position <= len(line):
            found = self._cell.match(line, position)
            cell = found[0] if found else ""
            position += len(cell) + 1
            is_quoted = len(cell) > 1 and cell[0] == cell[-1] == '"' and '"' not in cell[1:-1].replace('""', "")
            cells.append(cell[1:-1].replace('""', '"') if is_quoted else cell)
        return cells
