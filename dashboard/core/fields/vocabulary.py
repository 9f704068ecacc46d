"""A closed list (`Vocabulary`): codes that stay, labels that may be reworded, and where each term comes from."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import fuzz, process

from dashboard.core.fields.text import fold

NOT_GIVEN = "non-renseigne"
"""Code of « non renseigné », reserved: no vocabulary uses it, and it is never stored in a file."""

_STRONG = re.compile(r"[|;\n•]")
_WEAK = re.compile(r"([,/&+]| et | and )")
_LONGEST_TERM = 9
"""Parts that a weak separator makes of the longest label, and those between them."""
_MOST_PARTS = 200
_NEAR = 88
_SHORTEST_NEAR = 6
_LONGEST_NEAR = 120


@dataclass(frozen=True, slots=True)
class Term:
    """One value of a closed list: stable code, French label, source (address or name of the survey), other wordings."""

    code: str
    label: str
    source: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What a cell says in a closed list: codes in their order, words that it does not have, and those respelled."""

    codes: tuple[str, ...]
    unknown: tuple[str, ...]
    respelled: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A closed list in its meaningful order; `terms` have distinct codes and wordings."""

    key: str
    title: str
    terms: tuple[Term, ...]
    _codes: dict[str, str] = field(init=False, repr=False, compare=False)
    _labels: dict[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        wordings = _short_names(self.terms) | {
            fold(w): t.code for t in self.terms for w in (t.code, t.label, *t.aliases)
        }
        object.__setattr__(self, "_codes", wordings)
        object.__setattr__(self, "_labels", {term.code: term.label for term in self.terms})

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes, in the order of the list."""
        return tuple(self._labels)

    def label(self, code: str) -> str:
        """The French label of a code; KeyError for a code that is not of this list."""
        return self._labels[code]

    def find(self, text: str) -> str | None:
        """The code for a code, a label or another wording, whatever its case, accents or apostrophes; else None.

        A remark in parentheses after the term is ignored: « actif (2025) » is « actif »; a part of a label that no
        other one has is enough: « Alimentation », « Culture ».
        """
        if len(text) > 500:
            return None
        return self._codes.get(fold(text)) or self._codes.get(fold(text.split("(")[0]).strip(" ."))

    def nearly(self, text: str) -> str | None:
        """The code of the only wording that is spelled nearly so, None without one that is near enough."""
        return _nearly(self, text) if _SHORTEST_NEAR <= len(text) <= _LONGEST_NEAR else None

    def nearest(self, text: str, count: int = 3) -> tuple[str, ...]:
        """The labels that look most like a text, the best first; none that does not look like it."""
        folded = fold(text[:_LONGEST_NEAR])
        found = process.extract(folded, list(self._codes), scorer=fuzz.WRatio, limit=2 * count, score_cutoff=60)
        return tuple(dict.fromkeys(self.label(self._codes[wording]) for wording, _, _ in found))[:count]

    def read(self, text: str) -> Said:
        """The terms of a cell: of `|`, `;` and lines always, of commas, slashes and « et » where labels allow it.

        Labels hold commas too: the longest wording wins. A part of which nothing is known stays whole.
        """
        codes: list[str] = []
        unknown: list[str] = []
        respelled: list[str] = []
        for part in _STRONG.split(text):
            stripped = part.strip()
            if not stripped:
                continue
            said = [(self.find(stripped), stripped, False)]
            if said[0][0] is None:
                said = list(self._among(stripped))
            if not any(code and not is_near for code, _, is_near in said):
                near = self.nearly(stripped)
                said = [(near, stripped, near is not None)] if near or not any(code for code, _, _ in said) else said
            codes += [code for code, _, _ in said if code]
            respelled += [words for code, words, is_near in said if code and is_near]
            unknown += [words for code, words, _ in said if not code]
        return Said(tuple(dict.fromkeys(codes)), tuple(dict.fromkeys(unknown)), tuple(dict.fromkeys(respelled)))

    def _among(self, text: str) -> Iterator[tuple[str | None, str, bool]]:
        """The parts between weak separators, as many together as a wording has; with whether they were respelled."""
        parts = _WEAK.split(text)
        start = 0
        while start < len(parts):
            last = min(start + _LONGEST_TERM, len(parts))
            for end in range(last if (last - start) % 2 else last - 1, start, -2):
                words = "".join(parts[start:end]).strip()
                code = self.find(words)
                if code or end == start + 1:
                    break
            near = self.nearly(words) if not code and len(parts) < _MOST_PARTS else None
            if words:
                yield code or near, words, near is not None
            start = end + 1


def _short_names(terms: tuple[Term, ...]) -> dict[str, str]:
    """The parts of labels that stand between commas and « et », where only one term has them."""
    parts = [(fold(part), term.code) for term in terms for part in re.split(r", | et ", term.label)]
    told = Counter(part for part, _ in set(parts))
    return {part: code for part, code in parts if told[part] == 1 and len(part) > 3}


@lru_cache(maxsize=20_000)
def _nearly(vocabulary: Vocabulary, text: str) -> str | None:
    folded = fold(text)
    found = process.extract(folded, list(vocabulary._codes), scorer=fuzz.ratio, limit=5, score_cutoff=_NEAR)
    codes = {vocabulary._codes[wording] for wording, _, _ in found if len(wording) >= _SHORTEST_NEAR}
    return codes.pop() if len(codes) == 1 else None
