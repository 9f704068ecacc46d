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
from dashboard.reference.points import frame, reference_point, seat_of
from dashboard.reference.shapes import read_shapes, today
from dashboard.reference.tables import write_rows
from dashboard.reference.territories import departement_rows, epci_rows, region_rows

_TEXT, _TEXTS, _DEGREES, _COUNT = pa.string(), pa.list_(pa.string()), pa.float64(), pa.int32()
_FRAME = dict.fromkeys(("lon", "lat", "west", "south", "east", "north"), _DEGREES)
_COMMUNE = {
    **dict.fromkeys(CommuneRow._fields, _TEXT),
    "population": _COUNT,
    "postcodes": _TEXTS,
    "lon": _DEGREES,
    "lat": _DEGREES,
    "point_source": _TEXT,
    **dict.fromkeys(("west", "south", "east", "north"), _DEGREES),
}
_FORMER = dict.fromkeys(("old_code", "old_name", "insee_code", "until_date"), _TEXT)
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
    west: float | None
    south: float | None
    east: float | None
    north: float | None


class GeographyFiles(NamedTuple):
    """What is drawn: the communes of today that have a contour, their contours by code, the names by layer and code."""

    communes: Sequence[PlacedCommune]
    contours: Mapping[str, BaseGeometry]
    names: Mapping[str, Mapping[str, str]]


def write_tables(packages: Mapping[str, Path], folder: Path) -> GeographyFiles:
    """Write communes, anciens_noms, epci, departements and regions.parquet from the packages (file name → path)."""
    cog = read_cog(packages[COG.filename])
    successor_of = successors(cog)
    rows = rows_of_communes(cog)
    history = packages[HISTORY.filename]
    names = former_names(read_json(history, "historique-communes"), read_json(history, "communes"), rows, successor_of)
    write_rows(folder / "anciens_noms.parquet", names, _FORMER)

    shapes = today(read_shapes(packages[SHAPES.filename]), rows, successor_of)
    keys = [(row.kind, row.insee_code) for row in rows]
    contours_of_rows = [shapes.contours.get(key) for key in keys]
    placed = [
        PlacedCommune(
            *row, *(seat_of(row.insee_code) or reference_point(contour, shapes.town_halls.get(key))), *frame(contour)
        )
        for row, key, contour in zip(rows, keys, contours_of_rows, strict=True)
    ]
    write_rows(folder / "communes.parquet", placed, _COMMUNE)

    contours = {code: contour for (kind, code), contour in shapes.contours.items() if kind == "commune"}
    epcis, departements = epci_rows(cog, rows, contours), departement_rows(cog, rows, contours)
    regions = region_rows(cog, rows, contours)
    write_rows(folder / "epci.parquet", epcis, _EPCI)
    write_rows(folder / "departements.parquet", departements, _DEPARTEMENT)
    write_rows(folder / "regions.parquet", regions, _REGION)
    names_of = {
        "epci": {row.code: row.name for row in epcis},
        "departements": {row.code: row.name for row in departements},
        "regions": {row.code: row.name for row in regions},
    }
    drawn = [row for row in placed if row.kind == "commune" and row.insee_code in contours]
    return GeographyFiles(drawn, contours, names_of)
