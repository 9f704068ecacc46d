"""Names found while they are being typed: whole, by their beginning, by the beginnings of their words in any order."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from dashboard.core.geocoding.keys import ABBREVIATIONS, words


def spelled(text: str) -> str:
    """The words of a text, lower case without accents, abbreviations written out: « St-Étienne » is "saint etienne"."""
    return _written(words(text))


def spellings(text: str) -> tuple[str, ...]:
    """What a text being typed may be the beginning of: its last word may be whole (« St ») or only begun (« St… »).

    A lone letter at the end is only begun.
    """
    parts = words(text)
    begun = " ".join([*_written(parts[:-1]).split(), *parts[-1:]])
    whole = _written(parts) if parts and len(parts[-1]) > 1 else begun
    return tuple(dict.fromkeys((whole, begun)))


def _written(parts: Sequence[str]) -> str:
    return " ".join([ABBREVIATIONS.get(part, part) for part in parts]).replace("notredame", "notre dame")


class SpelledNames:
    """Spellings in one text, looked through by the string search of the interpreter: 0.3 ms for 60,000 of them."""

    def __init__(self, entries: Iterable[tuple[str, int]]) -> None:
        """(spelling, number of its owner), the preferred ones first: in this order they are found."""
        known = list(dict.fromkeys(entries))
        self._owners = array("l", [owner for _, owner in known])
        self._starts = array("l")
        at = 0
        for spelling, _ in known:
            self._starts.append(at)
            at += len(spelling) + 2
        self._text = "".join(f"\n {spelling}" for spelling, _ in known) + "\n"

    def exact(self, spelling: str) -> Iterator[int]:
        """Owners of this very spelling."""
        return self._owners_of(f"\n {spelling}\n")

    def starting(self, spelling: str) -> Iterator[int]:
        """Owners of the spellings that begin so."""
        return self._owners_of(f"\n {spelling}")

    def holding(self, spelling: str) -> Iterator[int]:
        """Owners of the spellings that have these words one after the other, the last one perhaps only begun."""
        return self._owners_of(f" {spelling}")

    def mixing(self, spelling: str) -> Iterator[int]:
        """Owners of the spellings whose words begin by these, in any order."""
        wanted = [f" {word}" for word in spelling.split()]
        if not wanted:
            return
        rarest = max(wanted, key=len)
        for entry in self._entries_of(rarest):
            end = self._starts[entry + 1] if entry + 1 < len(self._starts) else len(self._text) - 1
            line = self._text[self._starts[entry] + 1 : end]
            if all(word in line for word in wanted):
                yield self._owners[entry]

    def names(self) -> tuple[list[str], Sequence[int]]:
        """Every spelling and, in the same order, its owner."""
        return self._text[2:-1].split("\n ") if self._owners else [], self._owners

    def _owners_of(self, needle: str) -> Iterator[int]:
        return (self._owners[entry] for entry in self._entries_of(needle))

    def _entries_of(self, needle: str) -> Iterator[int]:
        at = self._text.find(needle)
        while at >= 0:
            entry = bisect_right(self._starts, at) - 1
            yield entry
            next_start = self._starts[entry + 1] if entry + 1 < len(self._starts) else len(self._text)
            at = self._text.find(needle, next_start)
