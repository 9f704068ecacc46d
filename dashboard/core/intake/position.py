"""What a row says of its place, where it is placed, and what is noted on the way."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dashboard.core.fields.findings import Severity

UNKNOWN = float("nan")
MOST_CANDIDATES = 10
"""Places that a finding names."""

_LEADS_TO, _BETWEEN = " → ", ", "


class Stated(NamedTuple):
    """What a row says of its place, "" for what it does not say; the names are those of the columns.

    `point_insee` is the code of the commune of today that holds the row's own point, or of the collectivity overseas.
    """

    commune: str = ""
    code_insee: str = ""
    code_postal: str = ""
    departement: str = ""
    code_departement: str = ""
    region: str = ""
    code_region: str = ""
    territoire: str = ""
    code_territoire: str = ""
    point_insee: str = ""


class Note(NamedTuple):
    """A finding to make for each row that says this."""

    field: str
    code: str
    severity: Severity
    value: str


@dataclass(frozen=True, slots=True)
class Position:
    """Where a row is placed: EPSG:4326 degrees (NaN: nowhere), how precisely, from what, and the territories around.

    `method` says what settled the place: a stage of the geocoder, "code_et_nom" (the name is that of the code), or what
    `origin` says. `confidence`, between 0 and 1, is the geocoder's for a name and 1 for a code or a closed list; NaN
    where the row contradicts itself.
    """

    lon: float = UNKNOWN
    lat: float = UNKNOWN
    precision: str = "aucune"
    origin: str = "aucune"
    method: str = ""
    confidence: float = UNKNOWN
    insee_code: str = ""
    commune: str = ""
    departement_code: str = ""
    region_code: str = ""
    epci_code: str = ""
    notes: tuple[Note, ...] = field(default=())


def with_candidates(said: str, labels: Sequence[str]) -> str:
    """The value of a finding about a place: what the row says, and the places that it may be."""
    return f"{said}{_LEADS_TO}{_BETWEEN.join(labels[:MOST_CANDIDATES])}" if labels else said


def candidates_of(value: str) -> tuple[str, tuple[str, ...]]:
    """What a row says of its commune and the places that it may be, from the value of a finding; () for the others."""
    said, arrow, between = value.rpartition(_LEADS_TO)
    return (said, tuple(between.split(_BETWEEN))) if arrow else (value, ())
