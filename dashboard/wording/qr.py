"""A link as a QR code: its size and dark modules for our own module, a vector image for paper."""

import io
from typing import Any

import numpy as np
import segno

from dashboard.frontend.masks import encode_bits


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


def qr_image(text: str, *, dark: str = "#14323a") -> str | None:
    """The code as an SVG document without margin, an eighth of which may be hidden; None if too long."""
    try:
        code = segno.make(text, error="m", micro=False)
    except segno.DataOverflowError:
        return None
    drawn = io.BytesIO()
    code.save(drawn, kind="svg", xmldecl=False, nl=False, border=0, dark=dark, omitsize=True)
    return drawn.getvalue().decode()
