"""Whether the online service's answer for a street may replace the point of the commune already found."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isfinite

from dashboard.core.geocoding.arrondissements import CITIES, code_of
from dashboard.core.geocoding.verdict import Candidate, Precision, Status, Verdict
from dashboard.core.geography.distance import great_circle_km, reach_km

LEAST_SCORE = 0.5
"""Below, addok matched part of the words only: its own threshold for « not found » in batches."""

CLEAR_LEAD = 0.02
"""The score has no absolute meaning; an answer that hardly leads another one, elsewhere, is a doubt."""

SAME_PLACE_KM = 0.3
_SHORTEST_QUERY, _LONGEST_QUERY = 3, 200

_PRECISIONS = {"housenumber": Precision.ADDRESS, "street": Precision.STREET, "locality": Precision.STREET}

REJECTIONS = frozenset(
    {
        "not_found",
        "outside_commune",
        "malformed_point",
        "far_from_commune",
        "not_a_street",
        "low_score",
        "no_clear_lead",
        "unsendable",
        "unavailable",
        "missing_answer",
    }
)
"""Why an answer was not taken: what `StreetAnswer.rejection` and `Verdict.note` may be."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One answer of the service as it came; `lon`, `lat` are EPSG:4326 degrees, NaN when unreadable."""

    lon: float
    lat: float
    label: str
    kind: str
    citycode: str
    score: float


@dataclass(frozen=True, slots=True)
class StreetAnswer:
    """A point that may be used, or the reason why there is none (`rejection`, one of REJECTIONS)."""

    rejection: str = ""
    lon: float = 0.0
    lat: float = 0.0
    label: str = ""
    precision: Precision = Precision.NOTHING
    score: float = 0.0


def sendable(address: str, commune: Candidate) -> str:
    """What to ask, as the service takes it (3 to 200 characters, first a letter or a digit); "" when there is nothing.

    The commune's name follows the street although its code is sent too: addok scores the text against « 12 Rue X 26100
    Romans-sur-Isère », and a street alone scores .4 however right it is.
    """
    text = " ".join(address.split())
    while text and not text[0].isalnum():
        text = text[1:]
    return f"{text[: _LONGEST_QUERY - len(commune.name) - 1]} {commune.name}" if len(text) >= _SHORTEST_QUERY else ""


def judge(proposals: Sequence[Proposal], commune: Candidate) -> StreetAnswer:
    """The first proposal (they come best first) when it can be believed inside the commune, else the reason."""
    if not proposals:
        return StreetAnswer("not_found")
    first = proposals[0]
    if first.citycode not in _codes_inside(commune):
        return StreetAnswer("outside_commune")
    if not (isfinite(first.lon) and isfinite(first.lat) and abs(first.lon) <= 180 and abs(first.lat) <= 90):
        return StreetAnswer("malformed_point")
    if commune.lon is not None and commune.lat is not None:
        away_km = great_circle_km(lon=first.lon, lat=first.lat, lons=commune.lon, lats=commune.lat)
        if away_km > reach_km(commune.departement_code):
            return StreetAnswer("far_from_commune")
    if first.kind not in _PRECISIONS:
        return StreetAnswer("not_a_street")
    if not LEAST_SCORE <= first.score <= 1.5:
        return StreetAnswer("low_score")
    for other in proposals[1:2]:
        apart_km = great_circle_km(lon=first.lon, lat=first.lat, lons=other.lon, lats=other.lat)
        if first.score - other.score < CLEAR_LEAD and not apart_km <= SAME_PLACE_KM:
            return StreetAnswer("no_clear_lead")
    return StreetAnswer("", first.lon, first.lat, first.label, _PRECISIONS[first.kind], first.score)


def refined(verdict: Verdict, answer: StreetAnswer) -> Verdict:
    """The verdict at the point of the street, or at the commune's as before with the reason in `note`."""
    if verdict.status is not Status.OK or verdict.place is None:
        return verdict
    if answer.rejection:
        return replace(verdict, note=answer.rejection)
    code = verdict.place.citycode
    place = replace(
        verdict.place, code=code, lon=answer.lon, lat=answer.lat, precision=answer.precision, name=answer.label
    )
    return replace(verdict, precision=answer.precision, place=place, candidates=(place,), note="")


def _codes_inside(commune: Candidate) -> frozenset[str]:
    """Codes that the service may give for the place: its own, or that of an arrondissement of the city."""
    codes = {commune.citycode}
    for city, (code, _, count) in CITIES.items():
        if code == commune.citycode:
            codes |= {code_of(city, number) for number in range(1, count + 1)}
    return frozenset(codes)
