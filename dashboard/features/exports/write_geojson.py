"""GeoJSON (RFC 7946): WGS 84 longitude and latitude, several values as an array, a row without a place has no geometry.

Where the rows come from is the foreign member `provenance` (RFC 7946, section 6.1).
"""

import json
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from dashboard.core.fields.reads import LIST_KINDS
from dashboard.features.exports.rows import ExportColumn, ExportTable
from dashboard.features.exports.text_rows import TextColumn, decimal, end_to_end, join_rows, texts_of


def to_geojson(table: ExportTable, provenance: dict[str, Any]) -> bytes:
    """A FeatureCollection, a feature a line."""
    head = {"type": "FeatureCollection", "provenance": provenance}
    opening = json.dumps(head, ensure_ascii=False)[:-1].encode() + b', "features": [\n'
    ids = [_json(cell) for cell in table.columns[0].values]
    beginnings = end_to_end(
        '{"type": "Feature", "id": ', texts_of(ids), ', "geometry": ', _geometries(table), ', "properties": {'
    )
    members = [
        TextColumn(end_to_end(f"{_json(column.key)}: ", texts_of(_values(column))), column.numbers)
        for column in table.columns
    ]
    each = np.arange(len(table), dtype=np.int32)
    members[0] = TextColumn(end_to_end(beginnings, members[0].between(0, len(table))), each)
    features = join_rows(members, head=opening, separator=", ", after="}},\n")
    return features.removesuffix(b",\n") + b"\n]}\n"


def _geometries(table: ExportTable) -> pa.Array:
    lon, lat = (texts_of([decimal(value) for value in values.tolist()]) for values in (table.lon, table.lat))
    points = end_to_end('{"type": "Point", "coordinates": [', lon, ", ", lat, "]}")
    placed = pa.array(~np.isnan(table.lon))
    return pc.if_else(placed, points, pa.scalar("null", pa.large_string()))


def _values(column: ExportColumn) -> list[str]:
    if column.kind == "number":
        return ["null" if cell is None else decimal(cell) for cell in column.cells]
    if column.kind in LIST_KINDS:
        return [_json(list(cell or ())) for cell in column.cells]
    return [_json(cell) for cell in column.cells]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
