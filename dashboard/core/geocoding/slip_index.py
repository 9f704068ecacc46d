"""Neighbours of a word at one or two slips, found through an index rather than a scan.

Two words at two slips of each other meet when two letters at most are dropped from each (Mor and Fraenkel's deletion
neighbourhood, 1982). So each name is kept under the hashes of all that remains of it without one or two letters, in
one sorted array of packed numbers: hash in the upper bits, position of the name in the lower ones.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

MAX_SLIPS = 2
SHORTEST_FOR_TWO = 5  # below, two slips leave nothing of the word
_LONGEST = 64
_OWNER_BITS = np.uint64(18)
_OWNERS = np.uint64((1 << 18) - 1)
_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xFF51AFD7ED558CCD)
_POWERS = np.cumprod(np.full(_LONGEST + 2, _BASE, dtype=np.uint64))

Numbers = NDArray[np.uint64]


class DeletionIndex:
    """All the names at no more than two slips of a text, slips counted by optimal string alignment."""

    def __init__(self, keys: Sequence[str]) -> None:
        """Index of these keys, 262,143 at most; a neighbour is told by its position in the list."""
        if len(keys) > int(_OWNERS):
            raise ValueError(f"{len(keys)} names, the index holds {int(_OWNERS)}")
        self._keys = np.array(keys, dtype=object)
        packed = [
            (_remains([keys[i] for i in members], length) | np.array(members, dtype=np.uint64)[:, None]).ravel()
            for length, members in _by_length(keys).items()
        ]
        self._packed: Numbers = np.concatenate(packed) if packed else np.empty(0, dtype=np.uint64)
        self._packed.sort()

    def neighbours(self, texts: Iterable[str]) -> dict[str, tuple[tuple[int, int], ...]]:
        """For each text, its (position of the name, number of slips), fewest slips first; texts without any: ()."""
        asked = list(dict.fromkeys(texts))
        result: dict[str, tuple[tuple[int, int], ...]] = dict.fromkeys(asked, ())
        pairs = [
            self._meetings(_remains([asked[i] for i in members], length), np.array(members, dtype=np.uint64))
            for length, members in _by_length(asked).items()
        ]
        both = np.unique(np.concatenate(pairs)) if pairs else np.empty(0, dtype=np.uint64)
        if not both.size:
            return result
        whose = (both >> np.uint64(32)).astype(np.int64)
        which = (both & np.uint64(0xFFFFFFFF)).astype(np.int64)
        slips = process.cpdist(
            [asked[i] for i in whose.tolist()],
            self._keys[which].tolist(),
            scorer=OSA.distance,
            score_cutoff=MAX_SLIPS,
            dtype=np.int32,
        )
        near = slips <= MAX_SLIPS
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for text, count, name in sorted(
            zip(whose[near].tolist(), slips[near].tolist(), which[near].tolist(), strict=True)
        ):
            found[text].append((name, count))
        for position, names in found.items():
            result[asked[position]] = tuple(names)
        return result

    def _meetings(self, remains: Numbers, members: Numbers) -> Numbers:
        """Packed pairs (text in the upper half, name in the lower) that share a remain."""
        wanted = remains.ravel()
        order = np.argsort(wanted)
        wanted = wanted[order]
        start = np.searchsorted(self._packed, wanted)
        stop = np.searchsorted(self._packed, wanted | _OWNERS, side="right")
        hits = np.flatnonzero(stop > start)
        start, counts = start[hits], (stop - start)[hits]
        offsets = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        names = self._packed[np.repeat(start, counts) + offsets] & _OWNERS
        texts = np.repeat(members[order[hits] // remains.shape[1]], counts)
        pairs: Numbers = (texts << np.uint64(32)) | names
        return pairs


def _by_length(texts: Sequence[str]) -> dict[int, list[int]]:
    groups: dict[int, list[int]] = defaultdict(list)
    for position, text in enumerate(texts):
        if 2 < len(text) <= _LONGEST:
            groups[len(text)].append(position)
    return groups


def _remains(texts: Sequence[str], length: int) -> Numbers:
    """Hashes of texts of one length whole, without one letter, without two; shape (texts, ways), low bits clear."""
    codes = np.frombuffer("".join(texts).encode("utf-32-le"), dtype=np.uint32)
    letters = codes.reshape(len(texts), length).astype(np.uint64)
    kept, moved, moved_twice = (
        np.pad(np.cumsum(letters * _POWERS[shift : shift + length], axis=1), ((0, 0), (1, 0))) for shift in (2, 1, 0)
    )
    one = np.arange(length)
    hashes = [kept[:, -1:], kept[:, one] + moved[:, -1:] - moved[:, one + 1]]
    if length >= SHORTEST_FOR_TWO:
        first, second = np.triu_indices(length, k=1)
        between = moved[:, second] - moved[:, first + 1]
        hashes.append(kept[:, first] + between + moved_twice[:, -1:] - moved_twice[:, second + 1])
    mixed = np.concatenate(hashes, axis=1) * _MIX
    spread: Numbers = ((mixed ^ (mixed >> np.uint64(31))) * _BASE) & ~_OWNERS
    return spread
