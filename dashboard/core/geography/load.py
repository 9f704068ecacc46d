"""The reference geography read from its files: the gazetteer, the borders of communes, the outlines of all levels."""

import json
from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.core.geography.borders import Borders
from dashboard.core.geography.gazetteer import Commune, Departement, Epci, Gazetteer, Region
from dashboard.core.geography.limits import Limits
from dashboard.core.geography.outlines import Layer, Outlines


def load_gazetteer(folder: Path) -> Gazetteer:
    """The gazetteer over the five tables of the folder; FileNotFoundError when one is missing."""
    return Gazetteer.build(
        communes=_columns(folder / "communes.parquet", Commune._fields),
        former_names=_columns(folder / "anciens_noms.parquet", ("old_code", "insee_code", "until_date")),
        epcis=_columns(folder / "epci.parquet", Epci.columns()),
        departements=_columns(folder / "departements.parquet", Departement.columns()),
        regions=_columns(folder / "regions.parquet", Region.columns()),
        load_limits=lambda: load_limits(folder / "communes_limites.parquet"),
    )


def _columns(path: Path, names: Sequence[str]) -> dict[str, Sequence[Any]]:
    table = pq.ParquetFile(path, memory_map=True).read(columns=list(names), use_threads=False)
    return {name: _values(table.column(name).combine_chunks()) for name in names}


def _values(column: pa.Array) -> Sequence[Any]:
    """Plain values: tuples for lists, NaN for a number that is missing; equal texts are one object."""
    if pa.types.is_list(column.type):
        texts = _values(column.values)
        ends = column.offsets.to_pylist()
        return [tuple(texts[start:end]) for start, end in pairwise(ends)]
    if pa.types.is_floating(column.type):
        return array("d", column.to_numpy(zero_copy_only=False).tobytes())
    if pa.types.is_string(column.type):
        coded = column.dictionary_encode()
        texts = coded.dictionary.to_pylist()
        return [texts[code] for code in coded.indices.to_numpy().tolist()]
    plain: list[Any] = column.to_pylist()
    return plain


def load_borders(folder: Path) -> Borders:
    """The pairs of communes of today that share a border; FileNotFoundError when the table is missing."""
    file = pq.ParquetFile(folder / "communes_voisines.parquet", memory_map=True)
    table = file.read(use_threads=False).combine_chunks()
    sides = [table.column(name).combine_chunks() for name in ("insee_code", "neighbour_code")]
    codes = pc.unique(pa.concat_arrays(sides)).sort()
    pairs = np.stack([pc.index_in(side, codes).to_numpy() for side in sides], axis=1).astype(np.int32)
    return Borders(codes.to_pylist(), pairs)


def load_limits(path: Path) -> Limits:
    """The limits that the file keeps as rings of steps; FileNotFoundError when it is missing."""
    table = pq.ParquetFile(path, memory_map=True).read(use_threads=False)
    x, y = (table.column(name).combine_chunks() for name in ("x", "y"))
    ends = x.offsets.to_numpy()
    is_side = np.ones(ends[-1], dtype=np.bool_)
    is_side[ends[1:] - 1] = False
    coded = table.column("insee_code").combine_chunks().dictionary_encode()
    first_rings = np.flatnonzero(np.diff(coded.indices.to_numpy(), prepend=-1))
    starts = np.append(ends[first_rings], ends[-1]).astype(np.int64)
    return Limits(tuple(coded.dictionary.to_pylist()), starts, _places(x), _places(y), is_side)


def _places(steps: pa.ListArray) -> npt.NDArray[np.int32]:
    """The places that the steps lead to, each ring starting from 0; sums that overflow come back as they left."""
    ends = steps.offsets.to_numpy()
    walked = np.cumsum(steps.values.to_numpy(), dtype=np.int32)
    before = np.concatenate([[0], walked[ends[1:-1] - 1]]).astype(np.int32)
    places: npt.NDArray[np.int32] = walked - np.repeat(before, np.diff(ends))
    return places


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
    arcs = _arcs(topology)
    return {
        shape["properties"]["code"]: _polygons(shape, arcs)
        for shape in topology["objects"][name]["geometries"]
        if shape.get("type")
    }


def load_lines(path: Path) -> list[np.ndarray]:
    """The arcs of a TopoJSON file: longitudes and latitudes (EPSG:4326), shape (n, 2), a border of two shapes once."""
    return _arcs(json.loads(path.read_bytes()))


def _arcs(topology: Mapping[str, Any]) -> list[np.ndarray]:
    scale, translate = (np.array(topology["transform"][key]) for key in ("scale", "translate"))
    return [np.cumsum(np.array(arc), axis=0) * scale + translate for arc in topology["arcs"]]


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
