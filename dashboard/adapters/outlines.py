"""The outlines of the reference geography: TopoJSON for the wide levels, GeoParquet for the communes."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.domain.outlines import Layer, Outlines

_LAYERS = {"epci": "epci", "departement": "departements", "region": "regions"}


@cache
def load_outlines(folder: Path) -> Outlines:
    """The outlines of the folder of the reference geography, read once; FileNotFoundError when a file is missing."""
    layers = {
        level: Layer(_read_topology((folder / f"{name}.topo.json").read_bytes(), name))
        for level, name in _LAYERS.items()
    }
    return Outlines({**layers, "commune": Layer(_Communes(folder / "communes_contours.parquet"))})


def _read_topology(content: bytes, name: str) -> dict[str, BaseGeometry]:
    """Geometries by code (https://github.com/topojson/topojson-specification): arcs of steps, shared by neighbours."""
    topology = json.loads(content)
    scale, translate = (np.array(topology["transform"][key]) for key in ("scale", "translate"))
    arcs = [np.cumsum(np.array(arc), axis=0) * scale + translate for arc in topology["arcs"]]
    return {
        shape["properties"]["code"]: _polygons(shape, arcs)
        for shape in topology["objects"][name]["geometries"]
        if shape.get("type")
    }


def _polygons(shape: Mapping[str, Any], arcs: list[np.ndarray]) -> BaseGeometry:
    parts = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    polygons = []
    for rings in parts:
        shell, *holes = (shapely.linearrings(_ring(indexes, arcs)) for indexes in rings)
        polygons.append(shapely.polygons(shell, holes or None))
    whole = polygons[0] if len(polygons) == 1 else shapely.multipolygons(polygons)
    return whole if whole.is_valid else shapely.make_valid(whole)


def _ring(indexes: list[int], arcs: list[np.ndarray]) -> np.ndarray:
    lines = [arcs[~index][::-1] if index < 0 else arcs[index] for index in indexes]
    return np.concatenate([lines[0], *(line[1:] for line in lines[1:])])


class _Communes(Mapping[str, BaseGeometry]):
    """The communes' outlines, each decoded when it is asked for: 35,000 at once would weigh 60 MB."""

    def __init__(self, path: Path) -> None:
        table = pq.ParquetFile(path, memory_map=True).read(columns=["insee_code", "geometry"], use_threads=False)
        self._encoded = table.column("geometry").combine_chunks()
        self._ranks = {code: rank for rank, code in enumerate(table.column("insee_code").to_pylist())}

    def __getitem__(self, code: str) -> BaseGeometry:
        return shapely.from_wkb(self._encoded[self._ranks[code]].as_py())

    def __iter__(self) -> Iterator[str]:
        return iter(self._ranks)

    def __len__(self) -> int:
        return len(self._ranks)
