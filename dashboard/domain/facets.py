"""One selection, one mask, and the count beside each value of each facet: the rule that every view follows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.domain.bits import Mask, Words, count_bits, pack
from dashboard.domain.compact import factorize
from dashboard.domain.fields import POLE_FIELDS
from dashboard.domain.membership import membership
from dashboard.domain.selection import FACETS, FACETS_BY_KEY, QUERY_KEY, Facet, Selection
from dashboard.domain.text_search import TextIndex
from dashboard.domain.vocabulary import NOT_GIVEN

__all__ = ["FACETS", "NOT_GIVEN", "Facet", "FacetIndex", "Mask", "Removal", "Selection"]

SEARCHED_COLUMNS = (
    *("nom", "structure_porteuse", "commune", "commune_label", "code_postal", "departement", "region", "territoire"),
    *("epci_label", "description"),
)
_SEARCHED_LABELS = ("secteurs", "secteurs_labo2017", "reseaux_membre", "reseaux_cite", "types", "financements")
_WORDINGS = {
    field.key: {term.code: " ".join((term.label, *term.aliases)) for term in field.vocabulary.terms}
    for field in POLE_FIELDS
    if field.vocabulary
}


@dataclass(frozen=True, slots=True)
class Removal:
    """One filter to lift, and how many rows there would then be; the facet `q` is the words to find."""

    facet: str
    code: str
    count: int


@dataclass(frozen=True, eq=False)
class _FacetBits:
    """One facet: the number of each code, and the rows (words) and groups (booleans) that have it."""

    ranks: Mapping[str, int]
    rows: Words
    groups: NDArray[np.bool_]


class FacetIndex:
    """The facets of a catalogue's rows as packed bits, and their texts as words.

    `groups` gives each row, in order, the number of its group: rows of a group have the same codes in every facet.
    Groups are numbered from 0 by their first row.
    """

    everything = Selection()

    def __init__(self, rows: pd.DataFrame) -> None:
        """`rows` has the columns of a catalogue, index `id`; blanks are "" or ()."""
        self.index: pd.Index = rows.index
        self.size = len(rows)
        memberships = {facet.key: membership(rows, facet.columns, facet.codes, NOT_GIVEN) for facet in FACETS}
        self.groups, firsts = _groups(list(memberships.values()), self.size)
        self.group_count = len(firsts)
        self._facets = {
            facet.key: _FacetBits(
                {code: rank for rank, code in enumerate(facet.codes)},
                pack(memberships[facet.key]),
                memberships[facet.key][:, firsts],
            )
            for facet in FACETS
        }
        self._all = pack(np.ones(self.size, dtype=np.bool_))
        self._text = TextIndex(_searched_texts(rows), self.size)
        self._found = lru_cache(maxsize=64)(self._find)

    def label(self, facet: str, code: str) -> str:
        """The French label of a code of a facet; KeyError if there is no such facet or code."""
        return FACETS_BY_KEY[facet].label(code)

    def select(self, selection: Selection) -> Mask:
        """The rows to show."""
        words = self._base(selection)
        for key, codes in selection.choices:
            words = words & self._any_of(key, codes)
        return Mask(words, self.index)

    def counts(self, selection: Selection) -> dict[str, dict[str, int]]:
        """For each facet and each of its codes: how many rows that code has among what the *other* facets leave."""
        base = self._base(selection)
        chosen = {key: self._any_of(key, codes) for key, codes in selection.choices}
        counts: dict[str, dict[str, int]] = {}
        for key, bits in self._facets.items():
            left = base
            for other, words in chosen.items():
                if other != key:
                    left = left & words
            counts[key] = dict(zip(bits.ranks, count_bits(bits.rows & left).tolist(), strict=True))
        return counts

    def select_groups(self, selection: Selection) -> NDArray[np.bool_]:
        """The groups to show, shape (number of groups,); ValueError if the selection has words to find."""
        if selection.query:
            raise ValueError("words are found in rows, not in groups")
        mask = np.ones(self.group_count, dtype=np.bool_)
        for key, codes in selection.choices:
            bits = self._facets[key]
            mask &= bits.groups[[bits.ranks[code] for code in codes]].any(axis=0)
        return mask

    def removable(self, selection: Selection) -> tuple[Removal, ...]:
        """The filters whose removal alone gives more rows, the most helpful first."""
        now = self.select(selection).count
        filters = [(key, code) for key, codes in selection.choices for code in codes]
        if selection.query:
            filters.append((QUERY_KEY, ""))
        removals = [Removal(key, code, self.select(selection.without(key, code)).count) for key, code in filters]
        return tuple(sorted((r for r in removals if r.count > now), key=lambda removal: -removal.count))

    def _base(self, selection: Selection) -> Words:
        return self._found(selection.query) if selection.query else self._all

    def _find(self, query: str) -> Words:
        return pack(self._text.find(query))

    def _any_of(self, key: str, codes: Sequence[str]) -> Words:
        bits = self._facets[key]
        words: Words = np.bitwise_or.reduce(bits.rows[[bits.ranks[code] for code in codes]], axis=0)
        return words


def _groups(memberships: Sequence[NDArray[np.bool_]], size: int) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """The group of each row, and the first row of each group, in the order of these first rows."""
    bits = np.concatenate(memberships) if memberships else np.zeros((0, size), dtype=np.bool_)
    keys = np.ascontiguousarray(np.packbits(bits, axis=0).T)
    numbers, _ = (
        pd.factorize(keys.view(np.dtype((np.void, keys.shape[1]))).ravel().astype(object)) if size else ([], [])
    )
    groups = np.asarray(numbers, dtype=np.int32)
    _, firsts = np.unique(groups, return_index=True)
    return groups, firsts


def _searched_texts(rows: pd.DataFrame) -> Iterator[tuple[NDArray[np.int32], Sequence[str]]]:
    """For each searched column: the number of each row's text, and the distinct texts, labels standing for codes."""
    for key in SEARCHED_COLUMNS:
        if key in rows:
            yield factorize(rows[key])
    for key in _SEARCHED_LABELS:
        if key in rows:
            numbers, cells = factorize(rows[key])
            wordings = _WORDINGS[key]
            yield numbers, [" ".join(wordings.get(code, "") for code in cell) for cell in cells]
