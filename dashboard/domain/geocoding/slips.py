"""Names at a few slips of what was written, and how many slips a name of that length bears."""

from collections.abc import Callable, Iterable, Mapping
from math import inf

from rapidfuzz.distance import DamerauLevenshtein

from dashboard.domain.geocoding.index import NameIndex
from dashboard.domain.geocoding.keyboard import is_likely_slip
from dashboard.domain.geocoding.places import Place
from dashboard.domain.geocoding.settling import Outcome, settled

SHORT_WORD = 7
"""Letters up to which a word at one slip of a name may be so by chance: the slip must be one that people make."""

ARTICLE_COST = 0.1
"""Between two names at the same number of slips, the one that was written as here, with its article or without."""

Near = tuple[float, Place]


def allowed_in_postcode(key: str) -> int:
    """Slips allowed where a postcode leaves a few names only."""
    return 0 if len(key) < 3 else 1 if len(key) < 5 else 2 if len(key) < 10 else 3


def allowed_in_departement(key: str) -> int:
    """Slips allowed among the names of a département."""
    return 0 if len(key) < 4 else 1 if len(key) < 6 else 2


def allowed_anywhere(key: str) -> int:
    """Slips allowed among all names."""
    return 0 if len(key) < 5 else 1 if len(key) < 8 else 2


def near_in_postcode(names: Iterable[tuple[str, str]], served: Iterable[tuple[str, str, Place]]) -> Iterable[Near]:
    """Slips and place of the names (key, key without article, place) of a postcode that are near enough."""
    for key, bare in names:
        allowed = allowed_in_postcode(key)
        for official, official_bare, place in served:
            slips = float(DamerauLevenshtein.distance(key, official, score_cutoff=allowed)) if official else inf
            if official.startswith("saint"):
                slips = min(slips, DamerauLevenshtein.distance(key, _abbreviated(official), score_cutoff=allowed))
            if official_bare:
                slips = min(slips, DamerauLevenshtein.distance(key, official_bare, score_cutoff=allowed) + ARTICLE_COST)
            if bare and official:
                slips = min(slips, DamerauLevenshtein.distance(bare, official, score_cutoff=allowed) + ARTICLE_COST)
            if slips <= allowed + ARTICLE_COST:
                yield slips, place


def _abbreviated(official: str) -> str:
    """« t Hilaire » is one slip from « St Hilaire », four from « Saint-Hilaire »."""
    return official.replace("sainte", "ste", 1) if official.startswith("sainte") else official.replace("saint", "st", 1)


def near_keys(
    names: Iterable[tuple[str, str]],
    neighbours: Mapping[str, tuple[tuple[str, int], ...]],
    index: NameIndex,
    allowed: Callable[[str], int],
) -> Iterable[Near]:
    """Slips and place of the neighbours that are near enough."""
    for key, _ in names:
        for name, slips in neighbours.get(key, ()):
            if slips > allowed(key):
                break
            if len(key) < SHORT_WORD and slips == 1 and not is_likely_slip(key, name):
                continue
            yield from ((slips, place) for place in index.exact.get(name, ()))
            yield from ((slips + ARTICLE_COST, place) for place in index.bare.get(name, ()))


def nearest(found: Iterable[Near]) -> Outcome | None:
    """The place at the fewest slips; in doubt when several communes of the same rank are."""
    ranked = list(found)
    if not ranked:
        return None
    least = min(slips for slips, _ in ranked)
    return settled(place for slips, place in ranked if slips == least)
