"""Stages of the geocoder for what holds a town among other words: remarks, quarters, areas, several towns."""

import re
from collections.abc import Sequence

from dashboard.core.geocoding.arrondissements import CITIES, code_of, numbered
from dashboard.core.geocoding.keys import ARTICLES, LINKS, key_of, words
from dashboard.core.geocoding.lookups import Lookups, of_key
from dashboard.core.geocoding.not_communes import (
    FOREIGN_CODES,
    FOREIGN_COUNTRIES,
    NEARNESS,
    NO_PLACE,
    OPENINGS,
    PARTS_OF_TOWNS,
    REMARKS,
)
from dashboard.core.geocoding.parsing import Query
from dashboard.core.geocoding.place_index import in_departements
from dashboard.core.geocoding.places import FORMER, LOCALITY, Place
from dashboard.core.geocoding.to_verdict import Outcome, settled
from dashboard.core.geocoding.verdict import Status

_SIGNS = re.compile(r"[,;:/()\[\]+|*?_\n]| - | et | ou ")
MOST_WORDS = 6
"""Words of a remark, beyond which a text is a sentence."""


def name_with_remark(query: Query, lookups: Lookups) -> Outcome | None:
    """« Nantes (le jeudi) », « Rennes - Villejean », « Bretagne - Rennes »; two towns: in doubt."""
    if query.is_area or (len(query.parts) < 2 and query.names and query.said.strip(" ,").isalpha()):
        return None
    segments = [parts for parts in map(words, _SIGNS.split(f" {query.said} ")) if parts]
    if any(key_of(parts) in FOREIGN_COUNTRIES or key_of(parts) in FOREIGN_CODES for parts in segments[1:]):
        return Outcome(Status.NONE)
    hints, named, weak = query.departements, list[list[Place]](), list[list[Place]]()
    for parts in segments:
        codes = lookups.areas.departements_of(parts) if key_of(parts) not in CITIES and len(segments) > 1 else ()
        if codes:
            hints = _narrowed(hints, codes)
        elif found := _named(parts, lookups):
            named.append(found)
        elif found := _of_a_part(parts, lookups):
            weak.append(found)
        if parts[0].upper() in lookups.areas.codes and len(parts) > 1:  # « 26 Valence »
            hints = _narrowed(hints, (parts[0].upper(),))
    kept = [near for near in (_inside(places, hints) for places in named or weak) if near]
    if not kept:
        return None
    if segments[0][0] in NEARNESS:
        return Outcome(Status.AMBIGUOUS, tuple(kept[0]))
    shared = set.intersection(*({place.commune_code for place in places} for places in kept))
    if not shared:
        return Outcome(Status.AMBIGUOUS, tuple(place for places in kept for place in places))
    found = [place for places in kept for place in places if place.commune_code in shared]
    if all(place.rank == FORMER for place in found):
        return Outcome(Status.AMBIGUOUS, tuple(found))
    finer = [place for place in found if place.code != place.commune_code and place.is_arrondissement]
    return settled(finer if len({place.code for place in finer}) == 1 and len(shared) == 1 else found)


def _narrowed(hints: Sequence[str], codes: Sequence[str]) -> tuple[str, ...]:
    return tuple(code for code in codes if code in hints) or tuple(hints or codes)


def _inside(places: list[Place], hints: Sequence[str]) -> list[Place]:
    return in_departements(places, hints) if hints else places


def _named(parts: list[str], lookups: Lookups) -> list[Place]:
    """The places that a part of the text names, the words taken off that say nothing of where."""
    if parts[0].upper() in lookups.areas.codes and len(parts) > 1:
        parts = parts[1:]
    bare = parts[1:] if len(parts) > 1 and parts[0] in ARTICLES else parts
    if key_of(parts) in NO_PLACE or key_of(bare) in REMARKS or len(parts) > MOST_WORDS + 4:
        return []
    if (number := numbered(parts)) and (place := lookups.index.by_code.get(code_of(*number))):
        return [place]
    if exact := _places(parts, lookups):
        return exact
    if parts[0] in PARTS_OF_TOWNS:
        return []
    if parts[0] in NEARNESS or parts[0] in OPENINGS:
        return _after_first_word(parts, lookups)
    return _with_words_after(parts, lookups)


def _of_a_part(parts: list[str], lookups: Lookups) -> list[Place]:
    """« Lycée de Dinan »: what a part of a town is called says the town where nothing else does."""
    return _after_first_word(parts, lookups) if parts[0] in PARTS_OF_TOWNS else []


def _after_first_word(parts: list[str], lookups: Lookups) -> list[Place]:
    return _places(parts[2:] if len(parts) > 2 and parts[1] in LINKS else parts[1:], lookups)


def _with_words_after(parts: list[str], lookups: Lookups) -> list[Place]:
    """« Angers centre-ville », « Antibes Juan-les-Pins », « Strasbourg et environs »."""
    for size in range(len(parts) - 1, 0, -1):
        rest = parts[size:]
        found = _places(parts[:size], lookups)
        if not found:
            continue
        if key_of(rest) in REMARKS or (rest[-1] in REMARKS and all(word in LINKS or word in REMARKS for word in rest)):
            return found
        communes = {place.commune_code for place in found}
        there = [place for place in _places(rest, lookups) if place.commune_code in communes]
        if any(place.rank == LOCALITY for place in (*found, *there)) and there:
            return there
    return []


def _places(parts: list[str], lookups: Lookups) -> list[Place]:
    key = key_of(parts)
    return lookups.index.exact.get(key) or of_key(lookups.index, key)
