"""Names at a few slips of what was written, and the slips of fingers and ears that tell a typo from chance."""

from collections.abc import Callable, Iterable, Mapping
from math import inf

from rapidfuzz.distance import DamerauLevenshtein

from dashboard.core.geocoding.place_index import NameIndex
from dashboard.core.geocoding.places import Place
from dashboard.core.geocoding.to_verdict import Outcome, settled

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


_ROWS = (("azertyuiop", "qsdfghjklm", "wxcvbn"), ("qwertyuiop", "asdfghjkl", "zxcvbnm"))
_ALIKE = ("aeiouy", "ckqs", "sz", "bp", "dt", "fv", "gj", "mn", "rl")


def _beside() -> frozenset[tuple[str, str]]:
    pairs = {(a, b) for letters in _ALIKE for a in letters for b in letters}
    for rows in _ROWS:
        for row, letters in enumerate(rows):
            for column, letter in enumerate(letters):
                for near_row in rows[max(row - 1, 0) : row + 2]:
                    pairs |= {(letter, other) for other in near_row[max(column - 1, 0) : column + 2]}
    return frozenset(pairs | {(b, a) for a, b in pairs})


_BESIDE = _beside()


def is_likely_slip(written: str, meant: str) -> bool:
    """Whether one slip apart, the words differ as slips do.

    Any letter may be lost, doubled or swapped with its neighbour. A letter put for another must be beside it on an
    AZERTY or QWERTY keyboard, or be heard like it; a letter too many must be beside one of its neighbours or the same.
    """
    start = 0
    while start < min(len(written), len(meant)) and written[start] == meant[start]:
        start += 1
    if len(written) == len(meant):
        if written[start + 1 :] != meant[start + 1 :]:
            return True  # two letters swapped
        return (written[start], meant[start]) in _BESIDE
    if len(written) < len(meant):
        return True
    around = written[max(start - 1, 0) : start] + written[start + 1 : start + 2]
    return any(letter == written[start] or (letter, written[start]) in _BESIDE for letter in around)
