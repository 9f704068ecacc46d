"""GeoJSON read as JSON, never through GDAL: a feature's properties and its point as a row of text."""

import json
import math
from collections.abc import Mapping
from typing import Any

from dashboard.core.fields.computed import COMPUTED_KEYS
from dashboard.core.fields.findings import Finding, Severity
from dashboard.core.files.grid import Grid
from dashboard.core.files.limits import Limits
from dashboard.core.files.read_csv import recognise
from dashboard.core.files.read_xlsx import text_of
from dashboard.errors import UnreadableFile

_POINT_COLUMNS = ("longitude", "latitude")


def read_geojson(content: bytes, limits: Limits) -> Grid:
    """The features as rows, their first row being the header; longitude and latitude as the file writes them."""
    try:
        with recognise(content).open() as text:
            document = json.load(text, parse_constant=lambda _: None)
    except (ValueError, RecursionError) as error:
        raise UnreadableFile("damaged_json", str(error)[:200]) from error
    features = _features(document)
    if len(features) > limits.max_rows:
        raise UnreadableFile("too_many_rows", str(limits.max_rows))
    findings: list[Finding] = []
    rows: list[dict[str, str]] = []
    for number, feature in enumerate(features, start=2):
        properties = feature.get("properties")
        row = {text_of(key): _cell(value) for key, value in properties.items()} if isinstance(properties, dict) else {}
        if "id" in feature:
            row.setdefault("id", _cell(feature["id"]))
        is_ours = not COMPUTED_KEYS.isdisjoint(row)
        # The point of our own exports is the map's; what the source said of it is in the attributes.
        point, problem = (None, "") if is_ours else _point(feature.get("geometry"))
        if problem:
            findings.append(Finding(number, None, "geometry_not_point", Severity.WARNING, text_of(problem)))
        if point:
            row = dict(zip(_POINT_COLUMNS, point, strict=True)) | {
                (f"{key} (attribut)" if key in _POINT_COLUMNS else key): cell for key, cell in row.items()
            }
        rows.append(row)
    headers = tuple(dict.fromkeys(key for row in rows for key in row))
    if len(headers) > limits.max_columns:
        raise UnreadableFile("too_many_columns", str(limits.max_columns))
    return Grid.of([headers, *(tuple(row.get(key, "") for key in headers) for row in rows)], findings)


def _features(document: object) -> list[Mapping[str, Any]]:
    features = document.get("features") if isinstance(document, dict) else None
    if not isinstance(features, list) or not all(isinstance(feature, dict) for feature in features):
        raise UnreadableFile("not_a_feature_collection")
    if not features:
        raise UnreadableFile("empty_file")
    return features


def _point(geometry: object) -> tuple[tuple[str, str] | None, str]:
    """Longitude and latitude as text, or None; and what the geometry is, when it is no point that we read."""
    if geometry is None:
        return None, ""
    kind = str(geometry.get("type")) if isinstance(geometry, dict) else type(geometry).__name__
    position = geometry.get("coordinates") if isinstance(geometry, dict) and kind == "Point" else None
    if not isinstance(position, list) or len(position) < 2 or not all(_is_number(value) for value in position[:2]):
        return None, kind[:100]
    return (_number(position[0]), _number(position[1])), ""


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _number(value: float) -> str:
    return f"{value:.10f}".rstrip("0").rstrip(".")


def _cell(value: object) -> str:
    """The text of a property; the parts of a list are separated by `|`, an object is left as JSON."""
    match value:
        case list() if all(isinstance(part, str | int | float) for part in value):
            return "|".join(map(text_of, value))
        case list() | dict():
            return json.dumps(value, ensure_ascii=False)
        case _:
            return text_of(value)
