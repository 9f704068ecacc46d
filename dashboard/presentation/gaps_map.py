"""The holes of the map on France: the territories without any pole nearby, overseas below."""

from collections.abc import Collection

import shapely
from markupsafe import Markup

from dashboard.domain.outlines import Outlines
from dashboard.presentation.france_frames import HEIGHT, SIDE, france_frames

_HOLE = "#d98e2b"
_SCALE = 2


def gaps_map(outlines: Outlines, level: str, codes: Collection[str]) -> str:
    """The image as an SVG document; the territories of these codes are filled, those that touch are one shape."""
    shapes = outlines.layers[level].shapes
    holes = shapely.union_all([shapes[code] for code in codes if code in shapes])
    parts = []
    for frame in france_frames(outlines, _SCALE):
        inside = shapely.clip_by_rect(holes, *frame.plane.bounds)
        drawn = Markup('<path d="{}" fill="{}"/>').format(frame.plane.path(inside, detail=1), _HOLE)
        parts.append(frame.draw(drawn))
    head = Markup('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}">').format(SIDE * _SCALE, HEIGHT * _SCALE)
    return str(head + Markup("").join(parts) + Markup("</svg>"))
