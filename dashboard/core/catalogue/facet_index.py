"""The mask of a selection and the count beside each value of each filter: the rule that every view follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from dashboard.core.catalogue.bits import Mask, ValueIndex, Words, count_bits, pack
from dashboard.core.catalogue.dimensions import FACETS_BY_KEY, YearFacet
from dashboard.core.catalogue.search import TextIndex, searched_texts
from dashboard.core.catalogue.selection import QUERY_KEY, Selection
from dashboard.core.fields.vocabulary import NOT_GIVEN


@dataclass(frozen=True, slots=True)
class Removal:
    """Filters to lift together, and how many rows there would then be.

    A filter is (facet, code), the code "" for all that is chosen in the facet, the facet `q` for the words to find.
    """

    filters: tuple[tuple[str, str], ...]
    count: int


class FacetIndex:
    """The facets of a catalogue's rows as packed bits, and their texts as words."""

    everything = Selection()

    def __init__(self, values: ValueIndex) -> None:
        """The values of the rows of a catalogue."""
        self.values = values
        self._index = values.rows.index
        self._all = pack(np.ones(len(self._index), dtype=np.bool_))
        self._text = TextIndex(searched_texts(values.rows), len(self._index))
        self._found = lru_cache(maxsize=64)(self._find)

    @cached_property
    def offered(self) -> dict[str, tuple[tuple[str, int], ...]]:
        """For each facet its codes and how many rows have them: the most frequent first, years in order, blank last."""
        offered = {}
        for key, counts in self.counts(self.everything).items():
            by_count = sorted(counts.items(), key=lambda item: (item[0] == NOT_GIVEN, -item[1]))
            offered[key] = tuple(counts.items() if self.values[key].period else by_count)
        return offered

    def select(self, selection: Selection) -> Mask:
        """The rows to show."""
        words = self._base(selection)
        for part in self._chosen(selection).values():
            words = words & part
        return Mask(words, self._index)

    def find(self, query: str) -> Mask:
        """The rows where each word of the query is found; all of them for an empty query."""
        return Mask(self._base(Selection(query=query)), self._index)

    def select_cells(self, selection: Selection) -> dict[str, NDArray[np.bool_]]:
        """For each facet where something is chosen, which of its cells (`Values`) may be shown, shape (its cells,).

        A row is shown if all its cells may be, and the query is found in it.
        """
        chosen: dict[str, NDArray[np.bool_]] = {}
        for key, codes in selection.choices:
            patterns = self.values[key].patterns[self._ranks_of(key, codes)]
            join = np.logical_and if selection.asks_every(key) else np.logical_or
            chosen[key] = join.reduce(patterns, axis=0)
        return chosen

    def counts(self, selection: Selection) -> dict[str, dict[str, int]]:
        """For each facet and each of its codes, how many rows there would be once that value is ticked.

        In a facet, a choice already made is ignored: the count is that of the value alone, among what the *other*
        facets leave. Where every chosen code is asked, it is that of the value added to the choice.
        """
        base = self._base(selection)
        chosen = self._chosen(selection)
        counts: dict[str, dict[str, int]] = {}
        for key in FACETS_BY_KEY:
            values, left = self.values[key], base
            for other, words in chosen.items():
                if other != key or selection.asks_every(key):
                    left = left & words
            counts[key] = dict(zip(values.codes, count_bits(values.words & left).tolist(), strict=True))
        return counts

    def removable(self, selection: Selection) -> tuple[Removal, ...]:
        """The filters whose removal alone gives more rows, the most helpful first.

        If none does: the pairs of filters that do; if none either, all of them together. Values of a facet that add up
        are one filter; those that are asked together are one each.
        """
        now = self.select(selection).count
        filters = _filters(selection)
        for together in (1, 2, len(filters)):
            removals = [self._removal(selection, lifted) for lifted in combinations(filters, together)]
            helpful = sorted((r for r in removals if r.count > now), key=lambda removal: -removal.count)
            if helpful:
                return tuple(helpful)
        return ()

    def _removal(self, selection: Selection, lifted: tuple[tuple[str, str], ...]) -> Removal:
        left = selection
        for facet, code in lifted:
            left = left.without(facet, code)
        return Removal(lifted, self.select(left).count)

    def _base(self, selection: Selection) -> Words:
        return self._found(selection.query) if selection.query else self._all

    def _find(self, query: str) -> Words:
        return pack(self._text.find(query))

    def _chosen(self, selection: Selection) -> dict[str, Words]:
        """For each facet where something is chosen, the rows that it leaves."""
        chosen: dict[str, Words] = {}
        for key, codes in selection.choices:
            join = np.bitwise_and if selection.asks_every(key) else np.bitwise_or
            chosen[key] = join.reduce(self.values[key].words[self._ranks_of(key, codes)], axis=0)
        return chosen

    def _ranks_of(self, key: str, codes: Sequence[str]) -> list[int]:
        """The ranks of the chosen codes among those that are counted; a span of years has that of each of its years."""
        facet, ranks = FACETS_BY_KEY[key], self.values[key].ranks
        if not isinstance(facet, YearFacet):
            return [ranks[code] for code in codes]
        spans = [facet.span(code) for code in codes if code != NOT_GIVEN]
        return [
            rank
            for code, rank in ranks.items()
            if (code in codes if code == NOT_GIVEN else any(first <= int(code) <= last for first, last in spans))
        ]


def _filters(selection: Selection) -> list[tuple[str, str]]:
    """What can be lifted, as `Removal` says it."""
    filters = [
        (key, code)
        for key, codes in selection.choices
        for code in (codes if len(codes) == 1 or selection.asks_every(key) else ("",))
    ]
    return [*filters, (QUERY_KEY, "")] if selection.query else filters
