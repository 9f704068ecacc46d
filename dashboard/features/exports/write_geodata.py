"""GeoParquet 1.1 and GeoPackage: typed columns, the account of the rows in the file's own metadata."""

import io
import json
from collections.abc import Sequence
from threading import Lock
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pyogrio
import pyproj

from dashboard.core.fields.reads import LIST_KINDS
from dashboard.features.exports.rows import ExportColumn, ExportTable

METADATA_KEY = "ptce"
LAYER = "poles"

_TYPES = {"number": pa.float64(), "integer": pa.int64()}
_gdal = Lock()


def to_geoparquet(table: ExportTable, provenance: dict[str, Any]) -> bytes:
    """GeoParquet: lists are lists, blanks are nulls, points are WKB. https://geoparquet.org/releases/v1.1.0/"""
    placed = ~np.isnan(table.lon)
    lon, lat = table.lon[placed], table.lat[placed]
    bounds = [float(v) for v in (lon.min(), lat.min(), lon.max(), lat.max())] if placed.any() else None
    column_metadata: dict[str, Any] = {
        "encoding": "WKB",
        "geometry_types": ["Point"],
        "crs": pyproj.CRS.from_epsg(4326).to_json_dict(),
    }
    if bounds:
        column_metadata["bbox"] = bounds
    geo = {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column_metadata}}
    metadata = {"geo": json.dumps(geo), METADATA_KEY: json.dumps(provenance, ensure_ascii=False)}
    rows = _rows(table).replace_schema_metadata(metadata)
    content = io.BytesIO()
    pq.write_table(rows, content, compression="zstd")
    return content.getvalue()


def to_geopackage(table: ExportTable, provenance: dict[str, Any]) -> bytes:
    """GeoPackage 1.3 with one layer of points; several values are joined by `|`, for the format has no lists.

    Not 1.4, of which the GDAL of Debian 12 warns.
    """
    rows = _rows(table, joined_by="|")
    account = {key: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
               for key, value in provenance.items()}  # fmt: skip
    content = io.BytesIO()
    with _gdal:
        # The only clock of the format: when its content last changed.
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": f"{provenance['date'] or '1980-01-01'}T00:00:00.000Z"})
        try:
            pyogrio.write_arrow(
                rows,
                content,
                driver="GPKG",
                layer=LAYER,
                geometry_name="geometry",
                geometry_type="Point",
                crs="EPSG:4326",
                dataset_metadata=account,
                dataset_options={"VERSION": "1.3"},
                layer_options={
                    "FID": "carte_fid",
                    "DESCRIPTION": provenance["citation"],
                    "IDENTIFIER": provenance["titre"],
                },
            )
        finally:
            pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})
    return content.getvalue()


_WKB = np.dtype([("order", "u1"), ("type", "<u4"), ("x", "<f8"), ("y", "<f8")])
"""A point as well-known binary: 1 for little-endian, 1 for a point, longitude, latitude."""


def _points(table: ExportTable) -> pa.Array:
    """The points as well-known binary, null without a place."""
    points = np.empty(len(table), dtype=_WKB)
    points["order"] = points["type"] = 1
    points["x"], points["y"] = table.lon, table.lat
    size = pa.binary(_WKB.itemsize)
    wkb = pa.FixedSizeBinaryArray.from_buffers(size, len(table), [None, pa.py_buffer(points.tobytes())])
    placed = pa.array(~np.isnan(table.lon))
    return pc.if_else(placed, wkb.cast(pa.binary()), pa.scalar(None, pa.binary()))


def _rows(table: ExportTable, *, joined_by: str = "") -> pa.Table:
    """The columns and the points; several values as a list, or as one text `joined_by` that."""
    arrays = [_array(column, joined_by).take(pa.array(column.numbers)) for column in table.columns]
    names = _distinct_names(table.keys) if joined_by else table.keys
    schema = pa.schema(
        [
            *(pa.field(name, array.type) for name, array in zip(names, arrays, strict=True)),
            pa.field("geometry", pa.binary(), metadata={"ARROW:extension:name": "geoarrow.wkb"} if joined_by else None),
        ]
    )
    return pa.table([*arrays, _points(table)], schema=schema)


def _distinct_names(keys: Sequence[str]) -> list[str]:
    """The headings, numbered where SQLite would take two for the same: it sees no capitals, and the point has one."""
    names: dict[str, str] = {}
    for key in keys:
        name, counter = key, 2
        while name.casefold() in names or name.casefold() in ("geometry", "geom", "carte_fid"):
            name, counter = f"{key} ({counter})", counter + 1
        names[name.casefold()] = name
    return list(names.values())


def _array(column: ExportColumn, joined_by: str) -> pa.Array:
    """The distinct cells, typed."""
    if column.kind in LIST_KINDS and joined_by:
        return pa.array([None if cell is None else joined_by.join(cell) for cell in column.cells], pa.string())
    if column.kind in LIST_KINDS:
        return pa.array([None if cell is None else list(cell) for cell in column.cells], pa.list_(pa.string()))
    if column.kind == "date":
        return pa.array(np.array(column.cells, dtype="datetime64[D]"), pa.date32())
    if column.kind in _TYPES:
        return pa.array(column.cells, _TYPES[column.kind])
    texts = column.texts.cast(pa.string())
    return pc.if_else(pc.equal(texts, ""), pa.scalar(None, pa.string()), texts)
