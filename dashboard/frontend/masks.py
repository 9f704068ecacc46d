"""Boolean masks as short texts for the browser: bits, lowest first, or lengths of runs; in base64."""

import base64

import numpy as np
from numpy.typing import NDArray


def encode_bits(mask: NDArray[np.bool_]) -> str:
    """Base64 of the mask packed eight to a byte, little bit order; "" for an empty mask."""
    return base64.b64encode(np.packbits(mask, bitorder="little").tobytes()).decode("ascii")


def encode_rows(mask: NDArray[np.bool_]) -> dict[str, str]:
    """A mask over rows in the shorter of two ways: `r`, `encode_bits` of it, or `p`, the lengths of its runs.

    The runs are hidden rows, shown rows, hidden rows…; the first may be empty, and what follows the last is hidden.
    Each length is written in base 128, lowest digits first, 128 being added to all but the last; then base64.
    """
    changes = np.flatnonzero(np.diff(mask, prepend=False, append=False))
    runs = np.diff(changes, prepend=0)
    if 2 * len(runs) > len(mask) // 8:
        return {"r": encode_bits(mask)}
    return {"p": base64.b64encode(_base128(runs)).decode("ascii")}


def _base128(numbers: NDArray[np.int64]) -> bytes:
    digits = (numbers[:, None] >> np.arange(0, 35, 7)) & 127
    lengths = np.maximum(1, 5 - np.argmax(digits[:, ::-1] != 0, axis=1))
    lengths[~digits.any(axis=1)] = 1
    place = np.arange(5)
    digits[place < lengths[:, None] - 1] |= 128
    written: bytes = digits[place < lengths[:, None]].astype(np.uint8).tobytes()
    return written


def encode_words(query: str) -> str:
    """The words to find as hexadecimal digits: nothing of what a visitor typed may reach the map's frame as text."""
    return query.encode().hex()


def decode_words(coded: str) -> str:
    """The words that `encode_words` wrote; ValueError for any other text."""
    return bytes.fromhex(coded).decode()
