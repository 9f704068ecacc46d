"""Stages of the geocoder for names of which words are abbreviated, missing or too many: compared word by word."""

from collections.abc import Iterable

from dashboard.core.geocoding.keys import ABBREVIATIONS, LINKS, key_of
from dashboard.core.geocoding.lookups import Lookups, current
from dashboard.core.geocoding.not_communes import REMARKS
from dashboard.core.geocoding.parsing import Query
from dashboard.core.geocoding.place_index import spelled, without_article
from dashboard.core.geocoding.places import CURRENT, USUAL, Place
from dashboard.core.geocoding.to_verdict import Outcome, settled, settled_by_size
from dashboard.core.geocoding.verdict import Status

LEAST_TOLD = 3
"""Letters of the word that must stand whole in an abbreviated name."""

TOWN_BY_ITS_BEGINNING = 2_000
"""Inhabitants from which the one commune that begins with a word is meant by it: « Pontault », and not « Source »."""

_SKELETON = 4
LONGEST = 9
"""Words of the longest name."""

LONGEST_CUT = 5
"""Letters of the longest word cut short: without any so short, a text is no abbreviation."""

_FIRST_WORDS = {
    "pt": ("petit", "pont"),
    "pte": ("petite",),
    "ch": ("chateau",),
    "cht": ("chateau",),
    "vx": ("vieux", "vaulx"),
    "vlle": ("ville",),
    "v": ("ville",),
}
"""Abbreviations of first words that may stand for several, or that the postal norm lacks."""

_COMMON = frozenset({"saint", "sainte", "saints", "notre", "dame", "mont", "val", "bois", "pays", "port", *LINKS})
"""First words that name nothing by themselves."""


def words_in_postcode(query: Query, lookups: Lookups) -> Outcome | None:
    """« V. d'Ascq » with 59491, « Nuits » with 21700, « Die en Diois » with 26150: of the few names of the postcode."""
    served = lookups.index.by_postcode.get(query.postcode, ())
    if not served or not query.parts:
        return None
    initial, own = without_article(query.parts)[0][0], query.names[0][0]
    names = [
        (spelled(place.name), place)
        for key, bare, place in served
        if key and (initial in (key[0], bare[:1]) or key.endswith(own))
    ]
    return _likeliest(query, names, lookups)


def words_in_departement(query: Query, lookups: Lookups) -> Outcome | None:
    """« Ris » with (91): the same among the names of the département."""
    if not query.departements or not query.parts or query.postcode in lookups.index.by_postcode:
        return None
    found = (lookups.index.beginning_with(first) for first in _beginnings(without_article(query.parts)[0]))
    names = [named for near in found for named in near if named[1].departement_code in query.departements]
    return _likeliest(query, names, lookups)


def _likeliest(query: Query, names: Iterable[tuple[list[str], Place]], lookups: Lookups) -> Outcome | None:
    listed = [(parts, place) for parts, place in names if place.rank in (CURRENT, USUAL)]
    own = without_article(query.parts)
    if found := settled_by_size(place for parts, place in listed if is_abbreviation(own, parts, is_open=True)):
        return found
    if current(lookups.index.exact.get(query.names[0][0], [])):
        return None
    longer = [(len(parts), place) for parts, place in listed if own[: len(parts)] == parts and len(parts) < len(own)]
    if longer and query.postcode:
        most = max(size for size, _ in longer)
        return settled(place for size, place in longer if size == most)
    whole = len(key_of(own)) > LEAST_TOLD and not set(own) <= _COMMON
    return settled(place for parts, place in listed if whole and parts[-len(own) :] == own)


def abbreviated(query: Query, lookups: Lookups) -> Outcome | None:
    """« Boulogne-B. », « Chalon s/S. » without a hint: words cut short, but for one, to the end of the name."""
    own = without_article(query.parts)
    if query.departements or not 1 < len(own) < LONGEST or query.is_address:
        return None
    if not any(len(word) <= LONGEST_CUT and word not in _COMMON for word in own):
        return None
    told, initial = set(own) - _COMMON, own[-1][0]
    near = (named for first in _beginnings(own[0], own[1]) for named in lookups.index.beginning_with(first))
    return settled_by_size(
        place
        for parts, place in near
        if parts[-1][0] == initial and not told.isdisjoint(parts) and is_abbreviation(own, parts, is_open=False)
    )


def beginning(query: Query, lookups: Lookups) -> Outcome | None:
    """« Levallois », « Juvisy »: the first words of one commune, or of one far bigger; else in doubt."""
    own = without_article(query.parts)
    key = key_of(own)
    if query.departements or query.is_address or set(own) <= _COMMON or len(key) <= LEAST_TOLD or key in REMARKS:
        return None
    near = lookups.index.beginning_with(key)
    found = [place for parts, place in near if parts[: len(own)] == own and place.rank == CURRENT]
    outcome = settled_by_size(found)
    if outcome is None:
        return None
    is_foreign = any(key in lookups.foreign_towns for key, _ in query.names[:1])
    if is_foreign or max(place.population for place in outcome.places) < TOWN_BY_ITS_BEGINNING:
        return Outcome(Status.AMBIGUOUS, tuple(found))
    return outcome


def is_abbreviation(own: list[str], official: list[str], *, is_open: bool) -> bool:
    """Whether each word stands for one of the official name, in order; `is_open`: the last ones may be missing.

    Links may be missing too, and one word at least must be more than its initial.
    """
    rank, is_told = 0, False
    for word in own:
        while rank < len(official) and not _stands_for(word, official[rank]):
            if official[rank] not in LINKS:
                return False
            rank += 1
        if rank == len(official):
            return False
        is_told = is_told or (len(word) >= LEAST_TOLD and official[rank] not in _COMMON)
        rank += 1
    return is_told and (is_open or all(part in LINKS for part in official[rank:]))


def _stands_for(word: str, official: str) -> bool:
    """« Méz » or « M » for Mézières, « St » for Saint, « Mlx » for Moulineaux: a beginning, or letters to the last."""
    if official.startswith(word) or ABBREVIATIONS.get(word) == official:
        return True
    if not 1 < len(word) <= _SKELETON or word[0] != official[0] or word[-1] != official[-1] or word.isdigit():
        return False
    letters = iter(official)
    return all(letter in letters for letter in word)


def _beginnings(word: str, following: str = "") -> tuple[str, ...]:
    """What the names begin with of which this may be the first word; the many « Saint » by what follows it too."""
    first = ABBREVIATIONS.get(word, word)
    return _FIRST_WORDS.get(word) or (first + following[:1] if first in ("saint", "sainte") else first,)
