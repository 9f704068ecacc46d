"""The answers of the national geocoding service read as proposed streets; nothing of them is believed here."""

import csv
import io
import math
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from dashboard.core.geocoding.online.street import Proposal

LONGEST_RETRY_AFTER_S = 3600.0


def proposals_of_features(document: Any) -> list[Proposal]:
    """Proposals of a GeoJSON answer, best first; ValueError when the document is no feature collection."""
    features = document.get("features") if isinstance(document, dict) else None
    if not isinstance(features, list):
        raise ValueError("no feature collection")
    return [_proposal(feature) for feature in features if isinstance(feature, dict)]


def whole_rows(content: bytes) -> list[dict[str, str]]:
    """Rows of a CSV answer that came whole: a cut answer loses its end without a word."""
    text = content.decode("utf-8-sig", errors="replace")
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
    except csv.Error:
        return []
    if not text.endswith("\n"):
        rows = rows[:-1]
    return [row for row in rows if None not in row and None not in row.values()]


def proposals_of_row(row: Mapping[str, Any]) -> list[Proposal]:
    """Proposal of a row of a CSV answer, with the score of the second one when it is given; [] if not found."""
    if row.get("result_status") not in ("ok", None, "") or not row.get("result_citycode"):
        return []
    first = Proposal(
        lon=_number(row.get("longitude")),
        lat=_number(row.get("latitude")),
        label=str(row.get("result_label") or ""),
        kind=str(row.get("result_type") or ""),
        citycode=str(row.get("result_citycode") or ""),
        score=_number(row.get("result_score")),
    )
    second = _number(row.get("result_score_next"))
    if math.isnan(second):
        return [first]
    return [first, Proposal(math.nan, math.nan, "", "", "", second)]


def parse_retry_after(header: str | None, *, now: datetime | None = None) -> float | None:
    """Seconds to wait that a Retry-After header asks for (number or date), None when it is absent or unreadable."""
    if header is None:
        return None
    seconds = _number(header)
    if math.isnan(seconds):
        try:
            seconds = (parsedate_to_datetime(header) - (now or datetime.now(UTC))).total_seconds()
        except (TypeError, ValueError):
            return None
    return min(max(seconds, 0.0), LONGEST_RETRY_AFTER_S)


def _proposal(feature: Mapping[str, Any]) -> Proposal:
    properties = feature.get("properties")
    said: Mapping[str, Any] = properties if isinstance(properties, dict) else {}
    geometry = feature.get("geometry")
    point = geometry.get("coordinates") if isinstance(geometry, dict) else None
    lon, lat = point[:2] if isinstance(point, list) and len(point) >= 2 else (None, None)
    return Proposal(
        lon=_number(lon),
        lat=_number(lat),
        label=str(said.get("label") or ""),
        kind=str(said.get("type") or ""),
        citycode=str(said.get("citycode") or ""),
        score=_number(said.get("score")),
    )


def _number(value: Any) -> float:
    """The number, NaN when it is none."""
    try:
        number = float(value)
    except (TypeError, ValueError):
        return math.nan
    return number if math.isfinite(number) else math.nan
