"""JSON, never through GDAL: GeoJSON, the layers of uMap, the elements of GoGoCarto, lists of objects."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from pyproj import CRS

from dashboard.core.files.cell_text import text_of
from dashboard.core.files.decoding import Text
from dashboard.core.files.features import Feature, grid_of, projection
from dashboard.core.files.grid import Grid
from dashboard.core.files.limits import Limits
from dashboard.errors import UnreadableFile

_ENVELOPES = ("data", "elements", "results", "records", "items", "features", "value", "rows")
"""Where services put their list of objects, GoGoCarto's `data` first."""

_MOST_VALUES = 8_000_000
_GEOMETRIES = frozenset(
    {"Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection"}
)


def read_json(text: Text, limits: Limits) -> list[Grid]:
    """The objects as rows, their headings being row 1: one grid, or one for each layer of a uMap."""
    values = text.content.count(b",") + text.content.count(b"[") + text.content.count(b"{")
    if values > _MOST_VALUES:
        raise UnreadableFile("too_many_values", str(_MOST_VALUES))
    document = _parsed(text)
    layers = document.get("layers") if isinstance(document, dict) else None
    if isinstance(layers, list) and document.get("type") == "umap":
        return _layers([layer for layer in layers if isinstance(layer, dict)], limits)
    return [grid_of(map(_feature, _objects(document)), limits, crs=_declared(document))]


def _parsed(text: Text) -> Any:
    """The document; that of a file of one object a line is their list."""
    try:
        with text.open() as stream:
            return json.load(stream, parse_constant=lambda _: None)
    except RecursionError as error:
        raise UnreadableFile("damaged_json") from error
    except ValueError as error:
        lines = _by_line(text)
        if lines is None:
            place = f"ligne {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
            raise UnreadableFile("damaged_json", place) from error
        return lines


def _by_line(text: Text) -> list[Any] | None:
    documents = []
    with text.open() as stream:
        for line in stream:
            if line.strip(" \t\r\n\x1e"):
                try:
                    document = json.loads(line.strip(" \t\r\n\x1e"), parse_constant=lambda _: None)
                except (ValueError, RecursionError):
                    return None
                if not isinstance(document, dict):
                    return None
                documents.append(document)
    return documents if len(documents) > 1 else None


def _layers(layers: Iterable[dict[str, Any]], limits: Limits) -> list[Grid]:
    grids = []
    for rank, layer in enumerate(layers, start=1):
        features = layer.get("features")
        if isinstance(features, list) and features:
            options = layer.get("_umap_options") or layer.get("_storage") or {}
            name = options.get("name") if isinstance(options, dict) else None
            sheet = text_of(name) if isinstance(name, str) and name else str(rank)
            objects = [one for one in features if isinstance(one, dict)]
            grids.append(grid_of(map(_feature, objects), limits, crs=_declared(layer), sheet=sheet[:100]))
    if not grids:
        raise UnreadableFile("empty_file")
    return grids


def _objects(document: object) -> Sequence[dict[str, Any]]:
    """The list of objects that a document is, or has under one of the usual names."""
    found: object = document
    if isinstance(document, dict):
        if document.get("type") == "Feature" or document.get("type") in _GEOMETRIES:
            found = [document]
        else:
            lists = [document[key] for key in _ENVELOPES if isinstance(document.get(key), list)]
            found = lists[0] if lists else None
            if document.get("type") == "FeatureCollection":
                found = document.get("features")
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise UnreadableFile("not_a_list_of_objects")
    if not found:
        raise UnreadableFile("empty_file")
    return found


def _feature(one: dict[str, Any]) -> Feature:
    """A feature of GeoJSON, a record of a portal (`fields`), or the plain object itself."""
    geometry = one.get("geometry")
    properties = one.get("properties")
    fields = one.get("fields")
    if one.get("type") == "Feature" or isinstance(properties, dict) or "geometry" in one:
        own = dict(properties) if isinstance(properties, dict) else {}
        if not isinstance(properties, dict) and one.get("type") != "Feature":
            own = {key: value for key, value in one.items() if key != "geometry"}
        elif "id" in one:
            own.setdefault("id", one["id"])
        return Feature(fields if isinstance(fields, dict) else own, geometry)
    if isinstance(fields, dict):
        return Feature(fields, geometry)
    return Feature({}, one) if one.get("type") in _GEOMETRIES and "nom" not in one else Feature(one)


def _declared(document: object) -> CRS | None:
    """The projection that a GeoJSON of 2008 names, None for WGS 84; UnreadableFile for one that is unknown."""
    named = document.get("crs") if isinstance(document, dict) else None
    if not isinstance(named, dict):
        return None
    properties = named.get("properties")
    if isinstance(properties, dict):
        if named.get("type") == "name" and isinstance(properties.get("name"), str):
            return projection(properties["name"])
        if named.get("type") == "EPSG" and str(properties.get("code", "")).isdigit():
            return projection(f"EPSG:{properties['code']}")
    raise UnreadableFile("unknown_projection", text_of(named)[:100])
