"""The destinations of « Aller à… » as the browser lists them."""

from collections.abc import Iterable
from typing import Any

from dashboard.domain.destination import Destination, Kind
from dashboard.presentation.destination_strings import KINDS, GoTo
from dashboard.presentation.formatting import joined
from dashboard.presentation.strings import plural


def suggestions(found: Iterable[Destination]) -> list[dict[str, Any]]:
    """One object per destination: `genre` (a Kind), `nom`, `detail` that tells homonyms apart, `cadre` (W, S, E, N),
    `point` (lon, lat), and `large` where the frame is wider than the place."""
    return [
        {
            "genre": one.kind.value,
            "nom": one.name,
            "detail": _detail(one),
            "cadre": [round(degrees, 5) for degrees in one.bounds],
            "point": [round(degrees, 5) for degrees in one.point],
            **({"large": True} if one.is_widened else {}),
        }
        for one in found
    ]


def _detail(one: Destination) -> str:
    """« Commune · Drôme (26) · 33 464 habitants »."""
    today = one.today if one.kind is Kind.POSTCODE or not one.today else GoTo.today(one.today)
    people = plural(one.population, "habitant", "habitants") if one.population else ""
    return joined([KINDS[one.kind], today, one.around, people], " · ")
