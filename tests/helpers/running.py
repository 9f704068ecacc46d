"""A page run as Streamlit runs it, and what its parts were told."""

import json
import re
from html import unescape
from typing import Any

from streamlit.testing.v1 import AppTest

_SECONDS = 120
_TEXTS = {"about", "accessibility", "legal", "dictionary"}


def run_page(name: str, **params: list[str]) -> AppTest:
    """A page run once at an address with these parameters: `dashboard/pages/<name>.py`, or a function of `texts.py`."""
    script = f"texts.{name}()" if name in _TEXTS else f"{name}.page()"
    page = AppTest.from_string(
        f"from dashboard.pages import {script.split('.')[0]}\n{script}", default_timeout=_SECONDS
    )
    for key, values in params.items():
        page.query_params[key] = values
    page.run()
    assert list(page.exception) == []
    return page


def parts_of(page: AppTest) -> dict[str, dict[str, Any]]:
    """What each of our own parts was told, by its name, whether it has an element of its own or shares one."""
    protos = [element.proto for element in page.get("bidi_component")]
    told = {proto.component_name.removeprefix("ptce_"): json.loads(proto.json) for proto in protos}
    return told.pop("parties", {}) | told


def text_of(page: AppTest) -> str:
    """The text of a page of text, tags left out, one blank between words."""
    html = " ".join(element.proto.body for element in page.get("html"))
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
