"""A link as a QR code, in the form that our own module draws: its size and its dark modules."""

from typing import Any

import numpy as np
import segno

from dashboard.presentation.mask_codec import encode_bits


def qr_code(text: str) -> dict[str, Any] | None:
    """`{"taille": n, "points": …}`: n by n modules, row by row, a bit each, the quiet zone left out; None if too long.

    Error correction is medium at least, so that a screen's glare does not stop it.
    """
    try:
        code = segno.make(text, error="m", micro=False)
    except segno.DataOverflowError:
        return None
    modules = np.array([list(row) for row in code.matrix], dtype=np.uint8) & 1
    return {"taille": len(modules), "points": encode_bits(modules.astype(bool).ravel())}
