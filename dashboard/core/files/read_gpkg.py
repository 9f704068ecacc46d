"""GeoPackage, read as the SQLite database that it is, in memory: never through GDAL, and no view of it is run."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import shapely
from pyproj import CRS

from dashboard.core.files.features import Feature, grid_of, projection
from dashboard.core.files.grid import Grid
from dashboard.core.files.limits import Limits
from dashboard.errors import UnreadableFile

_MOST_STEPS = 30_000  # of 10,000 instructions: a few seconds
_STEP = 10_000
_LONGEST_VALUE = 10_000_000
_ENVELOPES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}  # bytes, by the code of the envelope (OGC 12-128r18, 2.1.3)
_ALLOWED = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_PRAGMA})


def read_gpkg(content: bytes, limits: Limits) -> list[Grid]:
    """One grid for each layer, points or plain rows; UnreadableFile for another SQLite file, or a damaged one."""
    try:
        with closing(sqlite3.connect(":memory:")) as base:
            base.deserialize(content)
            _disarm(base)
            return list(_layers(base, limits))
    except sqlite3.OperationalError as error:
        code = "data_format" if "gpkg_" in str(error) else "damaged_geopackage"
        raise UnreadableFile(code, "SQLite" if code == "data_format" else "") from error
    except (sqlite3.Error, OverflowError, UnicodeError, ValueError) as error:
        raise UnreadableFile("damaged_geopackage") from error


def _disarm(base: sqlite3.Connection) -> None:
    """What a hostile file could use: functions in its schema, statements without end, huge values."""
    base.execute("PRAGMA trusted_schema = OFF")
    base.execute("PRAGMA query_only = ON")
    base.execute("PRAGMA cell_size_check = ON")
    base.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    base.text_factory = lambda text: text.decode("utf-8", "replace")
    base.set_authorizer(lambda action, *_: sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY)
    steps = iter(range(_MOST_STEPS))
    base.set_progress_handler(lambda: next(steps, None) is None, _STEP)


def _layers(base: sqlite3.Connection, limits: Limits) -> Iterator[Grid]:
    tables = dict(base.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
    columns = (
        {
            table: (column, srs)
            for table, column, srs in base.execute("SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns")
        }
        if "gpkg_geometry_columns" in tables
        else {}
    )
    layers = base.execute("SELECT table_name, data_type FROM gpkg_contents ORDER BY rowid").fetchall()
    names = [
        str(name)
        for name, kind in layers
        if kind in {"features", "attributes"}
        and name in tables
        and not str(tables[name]).upper().lstrip().startswith("CREATE VIRTUAL")
    ]
    if not names:
        raise UnreadableFile("empty_file")
    for name in names[: limits.max_sheets]:
        geometry, srs = columns.get(name, ("", None))
        crs = _projection(base, srs) if geometry else None
        sheet = name if len(names) > 1 else ""
        yield grid_of(_features(base, name, str(geometry), limits), limits, crs=crs, sheet=sheet)


def _features(base: sqlite3.Connection, table: str, geometry: str, limits: Limits) -> Iterator[Feature]:
    quoted = table.replace('"', '""')
    rows = base.execute(f'SELECT * FROM "{quoted}"')
    names = [str(column[0]) for column in rows.description]
    if len(names) > limits.max_columns + 1:
        raise UnreadableFile("too_many_columns", str(limits.max_columns))
    for row in rows:
        values = dict(zip(names, row, strict=True))
        shape = values.pop(geometry, None)
        yield Feature({name: _value(value) for name, value in values.items()}, _geometry(shape))


def _value(value: object) -> object:
    return "" if isinstance(value, bytes) else value


def _geometry(blob: object) -> dict[str, Any] | None:
    """A geometry of GeoPackage (its own header, then WKB) as GeoJSON has it."""
    if not isinstance(blob, bytes) or len(blob) < 8 or blob[:2] != b"GP":
        return None
    try:
        shape = shapely.from_wkb(blob[8 + _ENVELOPES.get(blob[3] >> 1 & 7, 0) :])
        return dict(shapely.geometry.mapping(shape)) if shape is not None and not shape.is_empty else None
    except shapely.errors.ShapelyError:
        return {"type": "?"}


def _projection(base: sqlite3.Connection, srs: object) -> CRS | None:
    if srs in {None, -1, 0, 4326}:
        return None
    query = "SELECT organization, organization_coordsys_id FROM gpkg_spatial_ref_sys WHERE srs_id = ?"
    organisation, code = base.execute(query, (srs,)).fetchone() or ("", srs)
    return projection(f"{organisation}:{code}")
