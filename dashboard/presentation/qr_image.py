"""A link as a QR code, as a vector image for paper."""

import io

import segno


def qr_image(text: str, *, dark: str = "#14323a") -> str | None:
    """The code as an SVG document without margin, an eighth of which may be hidden; None if too long."""
    try:
        code = segno.make(text, error="m", micro=False)
    except segno.DataOverflowError:
        return None
    drawn = io.BytesIO()
    code.save(drawn, kind="svg", xmldecl=False, nl=False, border=0, dark=dark, omitsize=True)
    return drawn.getvalue().decode()
