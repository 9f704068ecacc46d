"""Reading a file of poles, of projects or of a programme, by its content and never by its name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from dashboard.core.fields.field import Field, index_headers
from dashboard.core.fields.findings import Finding, Severity
from dashboard.core.fields.headings import Headings, fold_header
from dashboard.core.fields.tables import POLE_FIELDS
from dashboard.core.files.containers import read_grids
from dashboard.core.files.grid import Grid, RawTable, under_header
from dashboard.core.files.header_row import best_header, count_known
from dashboard.core.files.limits import Limits
from dashboard.errors import UnreadableFile

__all__ = ["Limits", "read_content", "read_file", "read_tables", "read_tables_of"]

_DEFAULT_LIMITS = Limits()


def read_file(path: Path, *, fields: Iterable[Field] = POLE_FIELDS, limits: Limits = _DEFAULT_LIMITS) -> RawTable:
    """The table of a file on disk; raises as `read_content` does, and UnreadableFile if it cannot be opened."""
    return read_content(_bytes_of(path, limits), name=path.name, fields=fields, limits=limits)


def read_tables_of(
    path: Path, *, fields: Iterable[Field] = POLE_FIELDS, limits: Limits = _DEFAULT_LIMITS
) -> tuple[RawTable, ...]:
    """The tables of a file on disk; raises as `read_tables` does, and UnreadableFile if it cannot be opened."""
    return read_tables(_bytes_of(path, limits), name=path.name, fields=fields, limits=limits)


def _bytes_of(path: Path, limits: Limits) -> bytes:
    """The file, or so much of it that it is seen to be too big."""
    try:
        with path.open("rb") as file:
            return file.read(limits.max_bytes + 1)
    except OSError as error:
        raise UnreadableFile("missing_file", path.name) from error


def read_content(
    content: bytes, *, name: str = "", fields: Iterable[Field] = POLE_FIELDS, limits: Limits = _DEFAULT_LIMITS
) -> RawTable:
    """The table of the bytes whose headings name the most of `fields`; raises as `read_tables` does.

    For files that have one table (a programme, named views): the other sheets that have rows are told as left aside.
    """
    fields = tuple(fields)
    tables = read_tables(content, name=name, fields=fields, limits=limits)
    known = index_headers(fields).keys()
    best = max(tables, key=lambda table: count_known(table.headers, known))
    others = [f"{table.sheet} ({len(table.rows)})" for table in tables if table is not best]
    if not others:
        return best
    read = Finding(None, None, "sheets_read", Severity.WARNING, f"{best.sheet} ({len(best.rows)})")
    left = Finding(None, None, "sheets_left_aside", Severity.WARNING, ", ".join(others))
    kept = [finding for finding in (*tables[0].findings, *best.findings) if finding.code == "sheets_left_aside"]
    own = [finding for finding in best.findings if finding.code not in {"sheets_read", "sheets_left_aside"}]
    return replace(best, findings=(read, left, *kept[:1], *own))


def read_tables(
    content: bytes, *, name: str = "", fields: Iterable[Field] = POLE_FIELDS, limits: Limits = _DEFAULT_LIMITS
) -> tuple[RawTable, ...]:
    """The tables that the bytes hold, at least one, all text, each under the row that names the most of `fields`.

    One for each visible sheet of a workbook, or layer of a map, that has such a row; which sheets were read, and which
    not, is told with the first. UnreadableFile or UnknownColumnLayout for what is no such table, or has headings and
    no row: nothing else is raised, whatever the bytes.
    """
    if len(content) > limits.max_bytes:
        raise UnreadableFile("file_too_big", str(limits.max_bytes))
    fields = tuple(fields)
    known = index_headers(fields)
    try:
        found = read_grids(content, known, limits)
    except RecursionError as error:  # what is nested to the very depth that the JSON reader allows
        raise UnreadableFile("too_many_values") from error
    grids = [grid for grid in found.grids if grid.rows]
    if not grids:
        raise UnreadableFile("empty_file")
    chosen = _tables_among(grids, known)
    digest = sha256(content).hexdigest()
    tables = [under_header(grid, known, name=name, sha256=digest) for grid in chosen]
    filled = [table for table in tables if table.rows]
    if not filled:
        raise UnreadableFile("no_row", " · ".join(header for header in tables[0].headers if header.strip())[:300])
    left = [f"{grid.sheet} ({len(grid.rows)})" for grid in grids if grid not in chosen]
    about = _on_sheets(filled, [*left, *found.left_aside])
    return (replace(filled[0], findings=(*about, *filled[0].findings)), *filled[1:])


def _tables_among(grids: Sequence[Grid], known: Mapping[str, Field]) -> Sequence[Grid]:
    """The sheets that are tables of these fields; the first sheet where none is.

    A note may hold a known word by chance, and the sheet that explains the columns holds all their names, one below
    the other: a sheet with one known heading where another sheet has more is no table; nor is one without any required
    column where another has one.
    """
    headings = Headings(known.keys())
    counts = [best_header(grid.rows, known) for grid in grids]
    best = max(count for _, count in counts)
    tables = [
        (grid, any(known[found].required for found in headings.among(grid.rows[position])))
        for grid, (position, count) in zip(grids, counts, strict=True)
        if count > min(1, best - 1) and not _explains_columns(grid.rows[position + 1 :], known)
    ]
    named = [grid for grid, has_required in tables if has_required] or [grid for grid, _ in tables]
    return named or [grid for grid, (_, count) in zip(grids, counts, strict=True) if count == best][:1]


def _explains_columns(rows: Sequence[Sequence[str]], known: Mapping[str, Field]) -> bool:
    """Whether most rows begin with the name of a column, word for word: an id « x-1 » is none."""
    first = [next((cell for cell in row if cell.strip()), "") for row in rows[:200]]
    return sum(fold_header(cell) in known for cell in first) * 2 > len(first)


def _on_sheets(tables: Sequence[RawTable], left: Sequence[str]) -> list[Finding]:
    """Which sheets were read, when there are several, and which were not; the number of rows of each in parentheses."""
    if len(tables) + len(left) < 2:
        return []
    read = ", ".join(f"{table.sheet} ({len(table.rows)})" for table in tables)
    severity = Severity.WARNING if left else Severity.INFO
    found = [Finding(None, None, "sheets_read", severity, read)]
    if left:
        found.append(Finding(None, None, "sheets_left_aside", Severity.WARNING, ", ".join(left)))
    return found
