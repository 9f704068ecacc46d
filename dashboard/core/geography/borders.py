"""Which communes touch which: the land borders of the communes of today."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Pairs = NDArray[np.int32]
"""Shape (borders, 2): ranks in `codes`, the lower first, each border once."""


def _no_pairs() -> Pairs:
    return np.empty((0, 2), dtype=np.int32)


@dataclass(frozen=True, eq=False)
class Borders:
    """The communes of today that have a contour, by INSEE code, and the pairs of them that share a border."""

    codes: Sequence[str] = ()
    pairs: Pairs = field(default_factory=_no_pairs)

    def between(self, ranks: NDArray[np.int64], size: int) -> list[list[int]]:
        """For each of `size` territories, those that it touches, in order.

        `ranks` gives the territory of each commune of `codes`, -1 for none: a territory touches another when two of
        their communes do.
        """
        both = ranks[self.pairs]
        both = both[(both >= 0).all(axis=1) & (both[:, 0] != both[:, 1])]
        both = np.unique(np.concatenate([both, both[:, ::-1]]), axis=0)
        starts = np.searchsorted(both[:, 0], np.arange(size + 1))
        touched = both[:, 1].tolist()
        return [touched[start:end] for start, end in zip(starts[:-1].tolist(), starts[1:].tolist(), strict=True)]

    @cached_property
    def rank_of_code(self) -> dict[str, int]:
        """The rank in `codes` of each INSEE code."""
        return {code: rank for rank, code in enumerate(self.codes)}
