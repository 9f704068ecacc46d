"""France in one image: the mainland, and the overseas régions below, each at its own scale."""

from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup
from shapely.geometry.base import BaseGeometry

from dashboard.domain.outlines import Outlines
from dashboard.domain.territory_records import Bounds
from dashboard.presentation.plane import Plane

SIDE = 330
_METROPOLE: Bounds = (-5.2, 41.3, 9.6, 51.15)
_OVERSEAS = ("01", "02", "03", "04", "06")
_BOX, _GAP = 58, 10
HEIGHT = SIDE + _GAP + _BOX


@dataclass(frozen=True, eq=False)
class Frame:
    """One part of the image: its plane, where it is (left, top), its régions drawn."""

    plane: Plane
    left: int
    top: int
    land: Markup

    def draw(self, over: Markup) -> Markup:
        """The part with something drawn over the land."""
        return Markup('<g transform="translate({} {})">{}{}</g>').format(self.left, self.top, self.land, over)


@lru_cache(maxsize=4)
def france_frames(outlines: Outlines, scale: int = 1) -> tuple[Frame, ...]:
    """The frames of an image of SIDE × HEIGHT units, enlarged `scale` times."""
    regions = outlines.layers["region"].shapes
    side, box = SIDE * scale, _BOX * scale
    metropole = Plane.around(_METROPOLE, width=side, height=side, margin=0)
    mainland = [shape for region, shape in regions.items() if region not in _OVERSEAS]
    frames = [Frame(metropole, 0, 0, _land(metropole, mainland))]
    for rank, region in enumerate(_OVERSEAS):
        plane = Plane.around(regions[region].bounds, width=box, height=box, margin=0.12)
        left = round(rank * (side - box) / (len(_OVERSEAS) - 1))
        frames.append(Frame(plane, left, side + _GAP * scale, _land(plane, [regions[region]])))
    return tuple(frames)


def _land(plane: Plane, shapes: list[BaseGeometry]) -> Markup:
    return Markup("").join(
        Markup('<path d="{}" fill="#dcdfd9" stroke="#fff" stroke-width="2"/>').format(plane.path(shape, detail=1.2))
        for shape in shapes
    )
