"""A territory on paper: its outline, its poles with their numbers, those around; a vector image without any script.

Units are tenths of a millimetre. Marks differ by their shape first, so that a black and white print says the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import log10
from typing import NamedTuple

import numpy as np
from markupsafe import Markup
from shapely.geometry.base import BaseGeometry

from dashboard.core.geography.frames import Plane
from dashboard.core.geography.outlines import Outlines
from dashboard.core.geography.records import Bounds

INK, AMBER, LAND, ABROAD = "#0f4c5c", "#8a5200", "#fbfaf6", "#e9eff0"
TOGETHER = 52
"""Marks nearer than this share one."""

_LEAST_KM = {"commune": 46, "epci": 40, "departement": 34, "region": 60}
_SIZE = 30
_CELL = 110


class MapPlace(NamedTuple):
    """A pole or project (`nature`) to draw; `label` is its number in the list, "" for one that is only around."""

    lon: float
    lat: float
    label: str
    nature: str


class Town(NamedTuple):
    """A name to help the reader find their way."""

    name: str
    lon: float
    lat: float


Crowd = np.ndarray
"""Longitudes and latitudes, shape (n, 2), NaN for no place."""


@dataclass
class _Marks:
    """Marks on paper and what they cover: (x, y, half width, half height)."""

    taken: list[tuple[float, float, float, float]] = field(default_factory=list)

    def is_free(self, x: float, y: float, half_width: float, half_height: float) -> bool:
        return all(abs(x - x2) >= half_width + w2 or abs(y - y2) >= half_height + h2 for x2, y2, w2, h2 in self.taken)

    def take(self, x: float, y: float, half_width: float, half_height: float) -> None:
        self.taken.append((x, y, half_width, half_height))


def territory_map(
    outlines: Outlines,
    *,
    level: str,
    code: str,
    bounds: Bounds,
    places: Sequence[MapPlace],
    towns: Iterable[Town],
    crowd: Crowd | None = None,
    width: int,
    height: int,
) -> str:
    """The map as an SVG document; `bounds` is what must be seen, `towns` from the most useful to the least.

    A `crowd` is drawn as its numbers in each spot: more rows than a list can number.
    """
    plane = Plane.around(bounds, width=width, height=height, least_km=_LEAST_KM[level])
    fine = ("epci",) if level in ("commune", "epci") else ()
    lines = [("departement", "#b9b1a0", 4), ("region", "#8d8573", 7)]
    body = [Markup('<rect width="{}" height="{}" fill="{}"/>').format(width, height, ABROAD)]
    body += [_land(plane, outlines.layers["departement"].within(plane.bounds).values())]
    body += [_borders(plane, outlines, name, "#d6d0c2", 3) for name in fine]
    body += [_borders(plane, outlines, name, colour, weight) for name, colour, weight in lines]
    outline = outlines.outline(level, code)
    if outline is not None:
        body.append(_territory(plane, outline))
    marks = _Marks()
    drawn = _draw_places(plane, places, marks)
    if crowd is not None:
        drawn += _draw_crowd(plane, crowd, marks)
    body += [*_draw_towns(plane, towns, marks), drawn, _scale_bar(plane)]
    return _document(width, height, body)


def scale_km(plane: Plane) -> int:
    """A round number of kilometres, at most a fifth of the width."""
    most = plane.width / 5 * plane.km_per_unit
    return next((km for km in (200, 100, 50, 20, 10, 5, 2) if km <= most), 1)


def _document(width: int, height: int, body: Iterable[Markup]) -> str:
    head = Markup('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" font-family="Libertinus Serif, serif">')
    return str(head.format(width, height) + Markup("").join(body) + Markup("</svg>"))


def _land(plane: Plane, shapes: Iterable[BaseGeometry]) -> Markup:
    return Markup('<path d="{}" fill="{}"/>').format("".join(plane.path(shape) for shape in shapes), LAND)


def _borders(plane: Plane, outlines: Outlines, level: str, colour: str, weight: int) -> Markup:
    """The borders of a level; the frame's own edge, where outlines are cut, lies outside of what is seen."""
    west, south, east, north = plane.bounds
    wider = (west - 0.2, south - 0.2, east + 0.2, north + 0.2)
    drawn = "".join(plane.path(shape) for shape in outlines.layers[level].within(wider).values())
    return Markup('<path d="{}" fill="none" stroke="{}" stroke-width="{}" stroke-linejoin="round"/>').format(
        drawn, colour, weight
    )


def _territory(plane: Plane, outline: BaseGeometry) -> Markup:
    return Markup(
        '<path d="{}" fill="{}" fill-opacity=".13" stroke="{}" stroke-width="9" stroke-linejoin="round"/>'
    ).format(plane.path(outline, detail=1), INK, INK)


def _draw_places(plane: Plane, places: Sequence[MapPlace], marks: _Marks) -> Markup:
    """Those around first, small and hollow; then those of the list, with their numbers, those of one spot together."""
    around: list[tuple[float, float, MapPlace]] = []
    listed: list[tuple[float, float, MapPlace]] = []
    for place in places:
        x, y = plane.at(place.lon, place.lat)
        if plane.contains(x, y):
            (listed if place.label else around).append((x, y, place))
    spots: list[tuple[float, float, list[MapPlace]]] = []
    for x, y, place in listed:
        near = next((spot for spot in spots if abs(spot[0] - x) < TOGETHER and abs(spot[1] - y) < TOGETHER), None)
        near[2].append(place) if near else spots.append((x, y, [place]))
    numbered = Markup("").join(_spot(x, y, members, marks) for x, y, members in spots)
    hollow = Markup("").join(_hollow(x, y, place) for x, y, place in around)
    return hollow + numbered


def _spot(x: float, y: float, members: Sequence[MapPlace], marks: _Marks) -> Markup:
    text = ", ".join(place.label for place in members) if len(members) <= 3 else f"×{len(members)}"
    is_project = all(place.nature == "projet" for place in members)
    half = max(24, 10 + 8 * len(text))
    marks.take(x, y, half + 6, 28)
    style = Markup('fill="{}" stroke="#fff" stroke-width="4"').format(AMBER if is_project else INK)
    if is_project:
        shape = Markup('<path d="M{} {}h{}l20 26l-20 26h-{}l-20 -26z" {}/>').format(
            round(x - half + 12), round(y - 26), round(2 * half - 24), round(2 * half - 24), style
        )
    else:
        shape = Markup('<rect x="{}" y="{}" width="{}" height="48" rx="24" {}/>').format(
            round(x - half), round(y - 24), round(2 * half), style
        )
    label = Markup('<text x="{}" y="{}" font-size="32" font-weight="700" fill="#fff" text-anchor="middle">{}</text>')
    return shape + label.format(round(x), round(y + 11), text)


def _draw_crowd(plane: Plane, crowd: Crowd, marks: _Marks) -> Markup:
    """One disc for each cell of a grid that holds rows, at their middle, larger where they are more."""
    spots = plane.project(crowd[~np.isnan(crowd).any(axis=1)])
    spots = spots[((spots >= 0) & (spots <= (plane.width, plane.height))).all(axis=1)]
    cells, place, counts = np.unique(np.floor(spots / _CELL), axis=0, return_inverse=True, return_counts=True)
    middles = [np.bincount(place.ravel(), spots[:, axis], len(cells)) / counts for axis in (0, 1)]
    drawn = []
    for x, y, n in sorted(zip(*middles, counts.tolist(), strict=True), key=lambda spot: spot[2]):
        radius = round(14 + 9 * log10(n) + 7 * len(str(n)))
        marks.take(x, y, radius, radius)
        drawn.append(
            Markup(
                '<circle cx="{0}" cy="{1}" r="{2}" fill="{3}" stroke="#fff" stroke-width="4"/><text x="{0}" y="{4}" '
                'font-size="28" font-weight="700" fill="#fff" text-anchor="middle">{5}</text>'
            ).format(round(x), round(y), radius, INK, round(y + 10), n)
        )
    return Markup("").join(drawn)


def _hollow(x: float, y: float, place: MapPlace) -> Markup:
    style = Markup('fill="#fff" stroke="{}" stroke-width="5"').format(AMBER if place.nature == "projet" else INK)
    if place.nature == "projet":
        return Markup('<path d="M{} {}l13 15l-13 15l-13 -15z" {}/>').format(round(x), round(y - 15), style)
    return Markup('<circle cx="{}" cy="{}" r="11" {}/>').format(round(x), round(y), style)


def _draw_towns(plane: Plane, towns: Iterable[Town], marks: _Marks) -> list[Markup]:
    """The names that fit, at most fourteen, over the land and under the marks."""
    drawn: list[Markup] = []
    west, south, east, north = plane.bounds
    for town in towns:
        if len(drawn) == 14 or not (west < town.lon < east and south < town.lat < north):
            continue
        x, y = plane.at(town.lon, town.lat)
        half = 0.27 * _SIZE * len(town.name) + 6
        if not (half < x < plane.width - half and 20 < y < plane.height - 50):
            continue
        below = next((dy for dy in (34, -16, 58, -44) if marks.is_free(x, y + dy - 10, half, 16)), None)
        if below is None:
            continue
        marks.take(x, y + below - 10, half, 16)
        drawn.append(
            Markup(
                '<circle cx="{0}" cy="{1}" r="4" fill="#5c5a52"/><text x="{0}" y="{2}" font-size="{3}" '
                'text-anchor="middle" fill="#45443e" stroke="#fbfaf6" stroke-width="7" stroke-linejoin="round" '
                'paint-order="stroke">{4}</text>'
            ).format(round(x), round(y), round(y + below), _SIZE, town.name)
        )
    return drawn


def _scale_bar(plane: Plane) -> Markup:
    km = scale_km(plane)
    length = km / plane.km_per_unit
    return Markup(
        '<path d="M24 {0}v12h{1}v-12" fill="none" stroke="#45443e" stroke-width="4"/>'
        '<text x="{2}" y="{3}" font-size="28" fill="#45443e">{4}\u00a0km</text>'
    ).format(plane.height - 36, round(length), round(34 + length), plane.height - 22, km)
