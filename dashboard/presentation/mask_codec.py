"""Boolean masks as short texts for the browser: one bit per group or per row, lowest bit first, base64."""

import base64

import numpy as np
from numpy.typing import NDArray


def encode_bits(mask: NDArray[np.bool_]) -> str:
    """Base64 of the mask packed eight to a byte, little bit order; "" for an empty mask."""
    return base64.b64encode(np.packbits(mask, bitorder="little").tobytes()).decode("ascii")


def decode_bits(text: str, size: int) -> NDArray[np.bool_]:
    """The mask of `size` booleans that `encode_bits` wrote."""
    packed = np.frombuffer(base64.b64decode(text), dtype=np.uint8)
    return np.unpackbits(packed, count=size, bitorder="little").astype(bool)
