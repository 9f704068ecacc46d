"""The five tables of data/reference/, written from the rows of the other modules."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
from shapely.geometry.base import BaseGeometry

from dashboard.reference.cog import CommuneRow, read_cog, read_json, successors
from dashboard.reference.cog import commune_rows as rows_of_communes
from dashboard.reference.former_names import former_names
from dashboard.reference.packages import COG, HISTORY, SHAPES
from dashboard.reference.points import reference_point
from dashboard.reference.shapes import read_shapes, today
from dashboard.reference.tables import write_table
from dashboard.reference.territories import departement_rows, epci_rows, region_rows

_TEXT, _TEXTS, _DEGREES, _COUNT = pa.string(), pa.list_(pa.string()), pa.float64(), pa.int32()
_FRAME = {name: _DEGREES for name in ("lon", "lat", "west", "south", "east", "north")}
_COMMUNE = {
    **{name: _TEXT for name in CommuneRow._fields},
    "population": _COUNT,
    "postcodes": _TEXTS,
    "lon": _DEGREES,
    "lat": _DEGREES,
    "point_source": _TEXT,
}
_FORMER = {name: _TEXT for name in ("old_code", "old_name", "insee_code", "until_date")}
_EPCI = {"code": _TEXT, "name": _TEXT, "nature": _TEXT, "departement_codes": _TEXTS, "population": _COUNT, **_FRAME}
_REGION = {"code": _TEXT, "name": _TEXT, "population": _COUNT, **_FRAME}
_DEPARTEMENT = {"code": _TEXT, "name": _TEXT, "region_code": _TEXT, "population": _COUNT, **_FRAME}


class PlacedCommune(NamedTuple):
    """A row of communes.parquet."""

    insee_code: str
    name: str
    kind: str
    parent_code: str
    departement_code: str
    region_code: str
    epci_code: str
    population: int
    postcodes: tuple[str, ...]
    lon: float | None
    lat: float | None
    point_source: str


class Ground(NamedTuple):
    """What the topology is drawn from: the communes, and the contours of those of today by code."""

    communes: Sequence[CommuneRow]
    contours: Mapping[str, BaseGeometry]


def write_tables(packages: Mapping[str, Path], folder: Path) -> Ground:
    """Write communes, anciens_noms, epci, departements and regions.parquet from the packages (file name → path)."""
    cog = read_cog(packages[COG.filename])
    successor_of = successors(cog)
    rows = rows_of_communes(cog)
    history = packages[HISTORY.filename]
    names = former_names(
        read_json(history, "historique-communes"), read_json(history, "communes"), rows, successor_of
    )
    write_table(folder / "anciens_noms.parquet", names, _FORMER)

    shapes = today(read_shapes(packages[SHAPES.filename]), rows, successor_of)
    keys = [(row.kind, row.insee_code) for row in rows]
    points = [reference_point(shapes.contours.get(key), shapes.town_halls.get(key)) for key in keys]
    placed = [PlacedCommune(*row, *point) for row, point in zip(rows, points, strict=True)]
    write_table(folder / "communes.parquet", placed, _COMMUNE)

    contours = {code: contour for (kind, code), contour in shapes.contours.items() if kind == "commune"}
    write_table(folder / "epci.parquet", epci_rows(cog, rows, contours), _EPCI)
    write_table(folder / "departements.parquet", departement_rows(cog, rows, contours), _DEPARTEMENT)
    write_table(folder / "regions.parquet", region_rows(cog, rows, contours), _REGION)
    return Ground(rows, contours)
