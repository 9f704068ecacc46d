"""PDF from a fixed Typst template and a JSON value: no system font, no network, no file but those of its folder."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

STANDARD: Literal["ua-1"] = "ua-1"

_SUSPECTS = b"/Suspects false"
"""The default, which poppler warns of when a file says it (« Suspects object is wrong type »); blanked in place."""


@cache
def _fonts() -> typst.Fonts:
    """Those that the compiler carries: the same on every machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)


def compile_pdf(template: Path, document: Mapping[str, Any], *, on: date) -> bytes:
    """The PDF (tagged, PDF/UA-1) of a template that reads its whole content in `sys.inputs.document`, as JSON.

    The same template, document and day give the same bytes. typst.TypstError for a fault of the template.
    """
    pdf = typst.compile(
        template,
        root=template.parent,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"document": json.dumps(document, ensure_ascii=False)},
        package_path=template.parent,
        package_cache_path=template.parent,
        pdf_standards=[STANDARD],
        timestamp=datetime.combine(on, time(), UTC),
    )
    assert isinstance(pdf, bytes)
    return pdf.replace(_SUSPECTS, b" " * len(_SUSPECTS), 1)
