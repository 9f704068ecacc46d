"""The numbers of a cell that holds a coordinate, or both: decimal commas, degrees and minutes, compass letters, WKT."""

import json
import re
from typing import NamedTuple

from dashboard.core.fields.cells import is_blank

_LONGEST = 300
"""Characters of a cell that holds a point; a longer geometry is no point."""

_DASHES = str.maketrans({**dict.fromkeys("−‐‑‒–—", "-"), **dict.fromkeys("\u00a0\u2009\u202f\u2007", " ")})
_NUMBER = re.compile(r"[+-]?\d{1,9}(?:[.,]\d{0,20})?", re.ASCII)
_GROUPED = re.compile(r"[+-]?\d{1,3}(?: \d{3}){1,2}(?:[.,]\d{1,20})?", re.ASCII)
_WORDS = re.compile(r"north|nord|south|sud|east|est|west|ouest|[nsewo]", re.IGNORECASE)
_AXES = {"n": ("lat", 1), "s": ("lat", -1), "e": ("lon", 1), "w": ("lon", -1), "o": ("lon", -1)}
_MARKS = re.compile(r"[°º'’\u2032´\"”″ˮ:]|(?<=\d)[dm](?=[ \d])|(?<=\d)s$", re.IGNORECASE)
_WKT = re.compile(
    r"(?:srid ?= ?(\d{4,6}) ?;)? ?point(?: ?z?m?) ?\( ?([+-]?\d[\d.e-]*) +([+-]?\d[\d.e-]*)(?: +[^)]{1,60})? ?\)",
    re.IGNORECASE | re.ASCII,
)
_JOINED = ("; ", ";", "|", " / ", "/", ", ", "\n", "\t")


class Axis(NamedTuple):
    """One coordinate: its number, its axis if a compass letter says it (« lat », « lon », else « »)."""

    value: float
    axis: str = ""


class Pair(NamedTuple):
    """The two numbers of one cell; `order`: « lat_lon » or « lon_lat » where the cell says it, « » for the usual."""

    first: float
    second: float
    order: str = ""


def read_axis(text: str) -> Axis | None:
    """The coordinate of a cell, in degrees or in the metres of a projection; None if it is none."""
    if len(text) > _LONGEST:
        return None
    bare = text.translate(_DASHES).strip()
    if _NUMBER.fullmatch(bare) or _GROUPED.fullmatch(bare):
        return Axis(_float(bare))
    letters = _WORDS.findall(bare)
    axis, sign = _AXES[letters[0][0].lower()] if letters else ("", 1)
    numbers = _MARKS.sub(" ", _WORDS.sub(" ", bare)).split()
    if len(letters) > 1 or not 1 <= len(numbers) <= 3 or not all(map(_NUMBER.fullmatch, numbers)):
        return None
    values = [_float(number) for number in numbers]
    if any(not 0 <= value < 60 or number[0] in "+-" for value, number in zip(values[1:], numbers[1:], strict=True)):
        return None
    if len(values) > 1 and any(value != int(value) for value in values[:-1]):
        return None
    if numbers[0].startswith("-"):
        sign = -1 if sign == 1 else sign
    degrees = sum(abs(value) / 60**rank for rank, value in enumerate(values))
    return Axis(sign * round(degrees, 8), axis)


def read_pair(text: str) -> Pair | None:
    """Both coordinates of one cell: « 48.85, 2.35 », WKT, a GeoJSON point; None if they are not there."""
    if len(text) > _LONGEST or is_blank(text):
        return None
    bare = text.translate(_DASHES).strip()
    if wkt := _WKT.fullmatch(bare):
        return Pair(float(wkt[2]), float(wkt[3]), "lon_lat") if _is_float(wkt[2]) and _is_float(wkt[3]) else None
    if bare.startswith("{"):
        return _of_geojson(bare)
    bare = bare.strip("()[] ")
    for mark in _JOINED:
        parts = [part.strip() for part in bare.split(mark) if part.strip()]
        if len(parts) == 2:
            return _pair(*parts)
    parts = bare.split(",")
    if len(parts) == 2 and all("." in part for part in parts):
        return _pair(*parts)
    if len(parts) == 4:
        return _pair(",".join(parts[:2]), ",".join(parts[2:]))
    parts = bare.split()
    return _pair(*parts) if len(parts) == 2 and all(map(_NUMBER.fullmatch, parts)) else None


def _pair(first_text: str, second_text: str) -> Pair | None:
    first, second = read_axis(first_text), read_axis(second_text)
    if first is None or second is None or (first.axis and first.axis == second.axis):
        return None
    axis = first.axis or {"lat": "lon", "lon": "lat"}.get(second.axis, "")
    return Pair(first.value, second.value, {"lat": "lat_lon", "lon": "lon_lat"}.get(axis, ""))


def _of_geojson(text: str) -> Pair | None:
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        return None
    position = said.get("coordinates") if said.get("type") == "Point" else None
    if not isinstance(position, list) or len(position) < 2:
        return None
    numbers = [number for number in position[:2] if isinstance(number, int | float) and not isinstance(number, bool)]
    return Pair(float(numbers[0]), float(numbers[1]), "lon_lat") if len(numbers) == 2 else None


def _float(text: str) -> float:
    return float(text.replace(" ", "").replace(",", "."))


def _is_float(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
