"""Reading a file of poles, of projects or of a programme, by its content and never by its name."""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from dashboard.core.fields.field import Field, index_headers
from dashboard.core.fields.tables import POLE_FIELDS
from dashboard.core.files.grid import Grid, RawTable, best_header, count_known, under_header
from dashboard.core.files.limits import Limits
from dashboard.core.files.read_csv import read_csv, recognise
from dashboard.core.files.read_geojson import read_geojson
from dashboard.core.files.read_xlsx import read_xlsx
from dashboard.errors import UnreadableFile

__all__ = ["Limits", "read_content", "read_file", "read_tables", "read_tables_of"]

_DEFAULT_LIMITS = Limits()
_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_OTHERS = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PAR1",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"SQLite",
    b"PK\x05\x06",
    b"PK\x07\x08",
)


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
    """The table of the bytes whose headings name the most of `fields`; raises as `read_tables` does."""
    fields = tuple(fields)
    tables = read_tables(content, name=name, fields=fields, limits=limits)
    known = index_headers(fields).keys()
    return max(tables, key=lambda table: count_known(table.headers, known))


def read_tables(
    content: bytes, *, name: str = "", fields: Iterable[Field] = POLE_FIELDS, limits: Limits = _DEFAULT_LIMITS
) -> tuple[RawTable, ...]:
    """The tables that the bytes hold, at least one, all text, each under the row that names the most of `fields`.

    A workbook has one for each visible sheet whose headings name a field; any other file has one.
    UnreadableFile or UnknownColumnLayout for what is no such table: nothing else is raised, whatever the bytes.
    """
    if len(content) > limits.max_bytes:
        raise UnreadableFile("file_too_big", str(limits.max_bytes))
    known = index_headers(fields)
    grids = [grid for grid in _read_grids(content, known, limits) if grid.rows]
    if not grids:
        raise UnreadableFile("empty_file")
    tables = [grid for grid in grids if best_header(grid.rows, known)[1]] or grids[:1]
    digest = sha256(content).hexdigest()
    return tuple(under_header(grid, known, name=name, sha256=digest) for grid in tables)


def _read_grids(content: bytes, known: Iterable[str], limits: Limits) -> Sequence[Grid]:
    headings = frozenset(known)
    if content.startswith(_ZIP):
        return read_xlsx(content, limits)
    if content.startswith(_OLD_EXCEL):
        raise UnreadableFile("old_excel_format")
    if content.startswith(_OTHERS):
        raise UnreadableFile("unknown_format")
    beginning = recognise(content[:2000]).head().lstrip().lower()
    if beginning.startswith("{"):
        return [read_geojson(content, limits)]
    if beginning.startswith(("<!doctype", "<html", "<?xml", "<table")):
        raise UnreadableFile("html_instead_of_table")
    if "\0" in beginning:
        raise UnreadableFile("unknown_format")
    return [read_csv(content, headings, limits)]
