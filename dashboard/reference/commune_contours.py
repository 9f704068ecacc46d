"""The simplified contours of communes as GeoParquet."""

import json
from pathlib import Path

import pyarrow as pa
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.reference.tables import write_columns


def write_commune_contours(geojson: Path, path: Path) -> None:
    """GeoParquet 1.0, one row per commune of today in the order of the codes: insee_code, geometry (WKB polygons)."""
    features = json.loads(geojson.read_bytes())["features"]
    features.sort(key=lambda feature: feature["properties"]["code"])
    shapes = shapely.make_valid(shapely.from_geojson([json.dumps(feature["geometry"]) for feature in features]))
    column = {"encoding": "WKB", "geometry_types": ["Polygon", "MultiPolygon"]}
    geo = {"version": "1.0.0", "primary_column": "geometry", "columns": {"geometry": column}}
    schema = pa.schema([("insee_code", pa.string()), ("geometry", pa.binary())], {"geo": json.dumps(geo)})
    codes = [feature["properties"]["code"] for feature in features]
    wkb = shapely.to_wkb([_polygonal(shape) for shape in shapes]).tolist()
    write_columns(path, pa.table([pa.array(codes), pa.array(wkb, pa.binary())], schema=schema))


def _polygonal(shape: BaseGeometry) -> BaseGeometry:
    """What has an area in a repaired shape."""
    if shape.geom_type in ("Polygon", "MultiPolygon"):
        return shape
    return shapely.union_all([part for part in shapely.get_parts(shape) if part.area])
