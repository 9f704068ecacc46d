"""The outcome of a stage of the geocoder: one place accepted, several left ambiguous, or nothing to say."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.core.geocoding.keys import ABBREVIATIONS, words
from dashboard.core.geocoding.places import Place
from dashboard.core.geocoding.verdict import Status

CLEAR_LEAD = 5.0
"""« Castelnau (34) »: a short form means the commune with five times the inhabitants of the next, else none is sure."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a stage says: a status and the places that it holds for possible (the accepted one alone when ok)."""

    status: Status
    places: tuple[Place, ...] = ()


def settled(places: Iterable[Place]) -> Outcome | None:
    """Accepted when the places of the best rank are one commune, ambiguous when they are several, None without any."""
    every = list(places)
    if len(every) == 1:
        return Outcome(Status.OK, (every[0],))
    if not every:
        return None
    leading = _best_ranked(every)
    if len(leading) == 1:
        return Outcome(Status.OK, (leading[0],))
    return Outcome(Status.AMBIGUOUS, tuple(_one_per_commune(every)))


def settled_by_size(places: Iterable[Place]) -> Outcome | None:
    """The same for incomplete names: a commune far more populous than the others is the one that is meant."""
    every = list(places)
    if len(every) < 2:
        return Outcome(Status.OK, (every[0],)) if every else None
    leading = sorted(_one_per_commune(every), key=lambda place: -place.population)
    if len(leading) == 1 or leading[0].population >= CLEAR_LEAD * max(leading[1].population, 1):
        return Outcome(Status.OK, (leading[0],))
    return Outcome(Status.AMBIGUOUS, tuple(leading))


def word_for_word(places: list[Place], parts: list[str]) -> list[Place]:
    """Among homonyms by key, those cut in the same words (« Lapanouse » is not « La Panouse »); all when none is."""
    if len(places) < 2:
        return places
    wanted = _written_out(parts)
    return [place for place in places if _written_out(words(place.name)) == wanted] or places


def _written_out(parts: list[str]) -> list[str]:
    return [ABBREVIATIONS.get(part, part) for part in parts]


def _best_ranked(places: list[Place]) -> list[Place]:
    best = min(place.rank for place in places)
    return _one_per_commune(place for place in places if place.rank == best)


def _one_per_commune(places: Iterable[Place]) -> list[Place]:
    found: dict[str, Place] = {}
    for place in places:
        known = found.get(place.commune_code)
        if known is None or place.rank < known.rank:
            found[place.commune_code] = place
    return list(found.values())
