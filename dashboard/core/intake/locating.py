"""Placing each row, and saying how: a file's point is believed only when it agrees with the stated place."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.core.fields.findings import Finding, Severity
from dashboard.core.geography.gazetteer import Gazetteer
from dashboard.core.intake.locator import Locator
from dashboard.core.intake.point_check import CommunePoints
from dashboard.core.intake.position import Note, Position, Stated
from dashboard.core.intake.stated_place import is_presumed, question_of, resolve, stated_precision

LOCATING_CODES = frozenset(
    {"point_far_from_commune", "point_outside_territory", "point_far_from_france", "territory_from_point"}
)

POSITION_COLUMNS = (
    *("lon", "lat", "precision", "origine_position", "position_methode", "position_confiance", "position_presumee"),
    *("commune_insee", "commune_label", "code_departement", "code_region", "epci_code"),
)


def locate(rows: pd.DataFrame, gazetteer: Gazetteer, locator: Locator) -> tuple[pd.DataFrame, list[Finding]]:
    """Where each row of a checked file is, same index, columns POSITION_COLUMNS; and what was found on the way.

    `lon`, `lat`: EPSG:4326, NaN without a place. Blank text is "". Nothing is guessed: a name that may be two communes
    is a finding, and the row goes to its département or région, or nowhere.
    """
    columns = [rows[key].map(lambda value: value or "").to_numpy(dtype=object) for key in Stated._fields]
    stated_of_row, distinct = pd.factorize(_tuples(columns, len(rows)))
    positions = _resolve_all([Stated(*said) for said in distinct], gazetteer, locator)
    placed = _Placed(rows, [positions[number] for number in stated_of_row])
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


class _Placed:
    """The positions of the rows as columns, which the file's own points may then replace."""

    def __init__(self, rows: pd.DataFrame, positions: Sequence[Position]) -> None:
        self.index = rows.index
        self.positions = positions
        self.said = rows["precision_source"].map(lambda value: value or "").to_numpy(dtype=object)
        self.own_lon = rows["longitude"].to_numpy(dtype=float, na_value=np.nan)
        self.own_lat = rows["latitude"].to_numpy(dtype=float, na_value=np.nan)
        self.lon = np.array([p.lon for p in positions], dtype=float)
        self.lat = np.array([p.lat for p in positions], dtype=float)
        self.precision = np.array([p.precision for p in positions], dtype=object)
        self.origin = np.array([p.origin for p in positions], dtype=object)
        self.method = np.array([p.method for p in positions], dtype=object)
        self.confidence = np.array([p.confidence for p in positions], dtype=float)

    def believe_points(self, gazetteer: Gazetteer) -> list[Finding]:
        """Put the rows at the file's own points where these agree with what the row says; else say so."""
        own = np.flatnonzero(~np.isnan(self.own_lon) & ~np.isnan(self.own_lat))
        if not own.size:
            return []
        points = CommunePoints(gazetteer)
        nearest, away_km = points.nearest(lon=self.own_lon[own], lat=self.own_lat[own])
        findings, positions = [], list(self.positions)
        for rank, near, distance in zip(own.tolist(), nearest, away_km.tolist(), strict=True):
            position = positions[rank]
            lon, lat = float(self.own_lon[rank]), float(self.own_lat[rank])
            problem = points.disagreement(position, lon=lon, lat=lat, nearest=near, away_km=distance)
            if problem:
                note = Note("latitude", problem, Severity.WARNING, f"{lat:.5f} ; {lon:.5f}")
                findings.append(Finding(int(self.index[rank]), *note))
                self.confidence[rank] = np.nan
                continue
            if position.precision not in ("adresse", "commune"):
                positions[rank] = points.around(near, position)
            self.lon[rank], self.lat[rank], self.origin[rank] = lon, lat, "fichier"
            self.method[rank], self.confidence[rank] = "fichier", np.nan
            self.precision[rank] = stated_precision(self.said[rank])
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
