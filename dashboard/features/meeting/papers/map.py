"""France on one small drawing, the five overseas départements in boxes below, a mark for each pole."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from dashboard.core.geography.frames import Part, france_parts
from dashboard.core.geography.outlines import Outlines, Shapes
from dashboard.core.geography.overseas import OVERSEAS
from dashboard.features.meeting.papers.words import Booklet

WIDTH = 700
_GAP, _BOX = 12, 126
_RING = 9
_AROUND = ((0, 0), (1, 0), (0.5, 0.87), (-0.5, 0.87), (-1, 0), (-0.5, -0.87), (0.5, -0.87))


class Spot(NamedTuple):
    """A pole or project (`nature`) with a place, EPSG:4326 degrees."""

    pole_id: str
    name: str
    nature: str
    lon: float
    lat: float


def booklet_map(outlines: Outlines, spots: Iterable[Spot]) -> Markup:
    """The drawing as SVG markup, without style or script; a mark bears its pole's id in `data-pole`.

    Marks that would hide one another are set in a ring around their place.
    """
    parts, drawn = _land(outlines)
    taken: dict[tuple[int, int], int] = {}
    marks = Markup("").join(mark for spot in spots if (mark := _mark(spot, parts, taken)))
    head = Markup('<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -2 {} {}" role="img" aria-label="{}">')
    height = WIDTH + _GAP + _BOX + 26
    return head.format(WIDTH + 4, height, Booklet.MAP_LABEL) + drawn + marks + Markup("</svg>")


@lru_cache(maxsize=2)
def _land(outlines: Outlines) -> tuple[list[Part], Markup]:
    """The parts, mainland first, and all of them drawn."""
    departements = outlines.layers["departement"].shapes
    parts = france_parts(departements, OVERSEAS, side=WIDTH, box=_BOX, gap=_GAP, margin=0.1)
    return parts, Markup("").join(_drawn(part, departements) for part in parts)


def _drawn(part: Part, shapes: Shapes) -> Markup:
    path = "".join(part.plane.path(shapes[code], detail=1.1) for code in part.codes)
    land = Markup('<path class="terre" d="{}"/>').format(path)
    if not part.top:
        return land
    box = Markup('<rect class="cadre" width="{0}" height="{0}"/>').format(_BOX)
    town = OVERSEAS[part.codes[0]].name
    name = Markup('<text x="{}" y="{}" text-anchor="middle">{}</text>').format(_BOX // 2, _BOX + 19, town)
    return Markup('<g transform="translate({} {})">{}{}{}</g>').format(part.left, part.top, box, land, name)


def _mark(spot: Spot, parts: Iterable[Part], taken: dict[tuple[int, int], int]) -> Markup:
    """The mark in the frame that shows the place; none for a place that no frame shows."""
    for plane, left, top, _ in parts:
        x, y = plane.at(spot.lon, spot.lat)
        if plane.contains(x, y):
            x, y = round(x + left), round(y + top)
            cell = (x // _RING, y // _RING)
            rank = taken.get(cell, 0)
            taken[cell] = rank + 1
            turn, (dx, dy) = rank // len(_AROUND) + 1, _AROUND[rank % len(_AROUND)]
            x, y = round(x + dx * _RING * turn), round(y + dy * _RING * turn)
            shape = Markup('<path d="M{} {}l8 8l-8 8l-8 -8z"').format(x, y - 8)
            if spot.nature != "projet":
                shape = Markup('<circle cx="{}" cy="{}" r="6.5"').format(x, y)
            tail = Markup(' class="signe {}" data-pole="{}"><title>{}</title></{}>')
            kind, tag = ("projet", "path") if spot.nature == "projet" else ("pole", "circle")
            return shape + tail.format(kind, spot.pole_id, spot.name, tag)
    return Markup("")
