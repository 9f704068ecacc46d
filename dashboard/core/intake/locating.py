"""Placing each row, and saying how: a file's point is believed only when it agrees with the stated place."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.core.fields.findings import Finding
from dashboard.core.geography.gazetteer import Commune, Gazetteer
from dashboard.core.geography.overseas import collectivity_at
from dashboard.core.intake.evidence import question_of
from dashboard.core.intake.locator import Locator
from dashboard.core.intake.point_check import PointCheck
from dashboard.core.intake.position import Note, Position, Stated
from dashboard.core.intake.stated_place import is_presumed, resolve, stated_precision

LOCATING_CODES = frozenset(
    {
        *("point_far_from_commune", "point_in_another_commune", "point_outside_territory", "point_far_from_france"),
        "territory_from_point",
    }
)

_SAME_POINT_DEGREES = 0.00002

POSITION_COLUMNS = (
    *("lon", "lat", "precision", "origine_position", "position_methode", "position_confiance", "position_presumee"),
    *("commune_insee", "commune_label", "code_departement", "code_region", "epci_code"),
)


def locate(rows: pd.DataFrame, gazetteer: Gazetteer, locator: Locator) -> tuple[pd.DataFrame, list[Finding]]:
    """Where each row of a checked file is, same index, columns POSITION_COLUMNS; and what was found on the way.

    `lon`, `lat`: EPSG:4326, NaN without a place. Blank text is "". Nothing is guessed: a name that may be two communes
    is a finding, and the row goes to its département or région, or nowhere.
    """
    own = _Own.of(rows, gazetteer)
    columns = [rows[key].map(lambda value: value or "").to_numpy(dtype=object) for key in Stated._fields[:-1]]
    stated_of_row, distinct = pd.factorize(_tuples([*columns, own.holders], len(rows)))
    positions = _resolve_all([Stated(*said) for said in distinct], gazetteer, locator)
    placed = _Placed(rows, [positions[number] for number in stated_of_row], own)
    findings = placed.believe_points(gazetteer)
    findings += [
        Finding(int(number), *note)
        for number, position in zip(rows.index, placed.positions, strict=True)
        for note in position.notes
    ]
    return placed.to_frame(), findings


def _tuples(columns: Sequence[NDArray[np.object_]], size: int) -> NDArray[np.object_]:
    tuples = np.empty(size, dtype=object)
    tuples[:] = list(zip(*columns, strict=True))
    return tuples


def _resolve_all(stated: Sequence[Stated], gazetteer: Gazetteer, locator: Locator) -> list[Position]:
    questions = [question_of(one, gazetteer) for one in stated]
    asked = list(dict.fromkeys(question for question in questions if question is not None))
    answers = dict(zip(asked, locator.locate_many(asked), strict=True)) if asked else {}
    return [
        resolve(one, gazetteer, answers[question] if question is not None else None)
        for one, question in zip(stated, questions, strict=True)
    ]


class _Own(NamedTuple):
    """The file's own points, NaN without any, and what holds each: code of a commune or a collectivity, or ""."""

    lon: NDArray[np.float64]
    lat: NDArray[np.float64]
    holders: NDArray[np.object_]

    @classmethod
    def of(cls, rows: pd.DataFrame, gazetteer: Gazetteer) -> "_Own":
        lon, lat = (rows[key].to_numpy(dtype=float, na_value=np.nan) for key in ("longitude", "latitude"))
        holders = np.full(len(rows), "", dtype=object)
        is_given = ~np.isnan(lon) & ~np.isnan(lat)
        if is_given.any():
            found = gazetteer.limits.holding(lon=lon[is_given], lat=lat[is_given])
            given = zip(found, lon[is_given].tolist(), lat[is_given].tolist(), strict=True)
            holders[is_given] = [held or collectivity_at(lon=x, lat=y) for held, x, y in given]
        return cls(lon, lat, holders)


class _Placed:
    """The positions of the rows as columns, which the file's own points may then replace."""

    def __init__(self, rows: pd.DataFrame, positions: Sequence[Position], own: _Own) -> None:
        self.index = rows.index
        self.positions = positions
        self.said = rows["precision_source"].map(lambda value: value or "").to_numpy(dtype=object)
        self.own = own
        self.lon = np.array([p.lon for p in positions], dtype=float)
        self.lat = np.array([p.lat for p in positions], dtype=float)
        self.precision = np.array([p.precision for p in positions], dtype=object)
        self.origin = np.array([p.origin for p in positions], dtype=object)
        self.method = np.array([p.method for p in positions], dtype=object)
        self.confidence = np.array([p.confidence for p in positions], dtype=float)

    def believe_points(self, gazetteer: Gazetteer) -> list[Finding]:
        """Put the rows at the file's own points where these agree with what the row says; else say so."""
        own = np.flatnonzero(~np.isnan(self.own.lon) & ~np.isnan(self.own.lat))
        if not own.size:
            return []
        check = PointCheck(gazetteer)
        nearest, away_km = check.nearest(lon=self.own.lon[own], lat=self.own.lat[own])
        findings, positions = [], list(self.positions)
        for rank, near, distance in zip(own.tolist(), nearest, away_km.tolist(), strict=True):
            position, holder = positions[rank], gazetteer.commune(self.own.holders[rank])
            lon, lat = float(self.own.lon[rank]), float(self.own.lat[rank])
            note = check.doubt(position, lon=lon, lat=lat, holder=holder, nearest=near, away_km=distance)
            if note is not None:
                findings.append(Finding(int(self.index[rank]), *note))
            self.confidence[rank] = np.nan
            if note is not None and note.code != "point_in_another_commune":
                continue
            precision = stated_precision(self.said[rank]) if self.said[rank] else _shown(position, holder, lon, lat)
            if position.precision not in ("adresse", "commune"):
                positions[rank] = check.around(position, holder, near, is_fine=precision in ("adresse", "commune"))
            self.lon[rank], self.lat[rank], self.origin[rank] = lon, lat, "fichier"
            self.method[rank] = _method(position, note)
            self.precision[rank] = precision
        self.positions = positions
        return findings

    def to_frame(self) -> pd.DataFrame:
        """One row per row, columns POSITION_COLUMNS."""
        is_placed = self.precision != "aucune"
        presumed = np.array([is_presumed(said) for said in self.said], dtype=np.bool_) & is_placed
        texts = {
            "commune_insee": [p.insee_code for p in self.positions],
            "commune_label": [p.commune for p in self.positions],
            "code_departement": [p.departement_code for p in self.positions],
            "code_region": [p.region_code for p in self.positions],
            "epci_code": [p.epci_code for p in self.positions],
        }
        frame = {
            "lon": self.lon,
            "lat": self.lat,
            "precision": self.precision,
            "origine_position": self.origin,
            "position_methode": self.method,
            "position_confiance": self.confidence,
            "position_presumee": presumed,
            **texts,
        }
        return pd.DataFrame(frame, index=self.index)


def _shown(position: Position, holder: Commune | None, lon: float, lat: float) -> str:
    """What a point shows of which the file says nothing: to the metre, the middle of a territory is no address."""
    for precision, place in ((position.precision, position), ("commune", holder)):
        if place is not None and abs(place.lon - lon) + abs(place.lat - lat) < _SAME_POINT_DEGREES:
            return precision
    return "adresse"


def _method(position: Position, doubt: Note | None) -> str:
    """What settled a row that is at its own point: that it agrees with the place that the row states, if it does."""
    if doubt is not None:
        return "fichier_ailleurs"
    is_alone = position.precision == "aucune" or position.origin == "fichier"
    return "fichier_seul" if is_alone else "fichier"
