"""The outlines of the territories, simplified: to draw, not to decide on which side of a border a place is."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import shapely
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from dashboard.core.geography.records import Bounds

Shapes = Mapping[str, BaseGeometry]
"""Polygons and multipolygons by code, EPSG:4326."""


@dataclass(frozen=True, eq=False)
class Layer:
    """The outlines of one level."""

    shapes: Shapes

    @cached_property
    def _index(self) -> tuple[list[str], STRtree]:
        return list(self.shapes), STRtree(list(self.shapes.values()))

    def within(self, bounds: Bounds) -> dict[str, BaseGeometry]:
        """What of each outline lies in the frame (west, south, east, north), by code; those outside are left out."""
        codes, index = self._index
        ranks = sorted(index.query(shapely.box(*bounds)).tolist())
        clipped = {codes[rank]: shapely.clip_by_rect(index.geometries[rank], *bounds) for rank in ranks}
        return {code: shape for code, shape in clipped.items() if not shape.is_empty}


@dataclass(frozen=True, eq=False)
class Outlines:
    """One layer by level: `commune`, `epci`, `departement`, `region`."""

    layers: Mapping[str, Layer]

    def outline(self, level: str, code: str) -> BaseGeometry | None:
        """The outline of one territory; None where the reference geography has none (overseas collectivities)."""
        layer = self.layers.get(level)
        return layer.shapes.get(code) if layer else None
