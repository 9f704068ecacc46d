"""The map's constant frame.

folium builds the frame once and streamlit-folium shows it; the points are a file that our own layer reads, and the page
around it tells it which of them to show, without folium. No text of a dataset, of a file name or of a URL ever passes
through folium or branca, which would run it as a template: what is interpolated here is our own settings, written as
JSON without any brace pair, back-tick, dollar or backslash (`script_json`).
"""

import json
from collections.abc import Mapping
from typing import Any

import folium
from jinja2 import Environment

_ENVIRONMENT = Environment(autoescape=False)  # JavaScript, not HTML; see `script_json`

_FORBIDDEN = {ord(character): f"\\u{ord(character):04x}" for character in "<>&'`$\u2028\u2029\0"}


def script_json(value: object) -> str:
    """`value` as JSON that neither Jinja2, HTML nor a JavaScript template string can take for code.

    Every character that could begin a template, a tag or an escape is refused: ValueError. Only our own settings and
    numbers come through here, so that a refusal is a fault of ours.
    """
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    if "\\" in text or any(ord(character) in _FORBIDDEN for character in text):
        raise ValueError("only plain settings and numbers may reach the map's frame")
    return text.replace("{{", "{ {").replace("}}", "} }").replace("{%", "{ %").replace("{#", "{ #")


class PoleMap(folium.Map):
    """The frame: an empty Leaflet map that loads our layer. The same for every visitor, built once."""

    _template = _ENVIRONMENT.from_string(
        """{% macro header(this, kwargs) %}{% endmacro %}
        {% macro html(this, kwargs) %}{% endmacro %}
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = L.map("{{ this.get_name() }}", {{ this.leaflet_options }});
        import("{{ this.module }}").then((layer) => layer.start({{ this.get_name() }}, {{ this.layer_options }}));
        {% endmacro %}"""
    )

    def __init__(self, *, bundle: str, layer_options: Mapping[str, Any]) -> None:
        """`bundle`: address of the frontend's folder, seen from the component's frame."""
        super().__init__(tiles=None)
        self._id = "div"  # the name streamlit-folium gives it: nothing is left to rename in an object that is shared
        self.default_js = [("leaflet", f"{bundle}leaflet.js")]
        self.default_css = [("leaflet", f"{bundle}leaflet.css"), ("carte", f"{bundle}carte.css")]
        self.module = f"{bundle}carte.js"
        self.layer_options = script_json(dict(layer_options))
        self.leaflet_options = script_json(
            {
                "center": [46.6, 2.4],
                "zoom": 5,
                "minZoom": 2,
                "maxZoom": 18,
                "zoomSnap": 0.25,
            }
        )
        self.get_root().header._children.clear()  # type: ignore[attr-defined]

    def render(self, **kwargs: Any) -> str:
        """Nothing to render outside the script macro: folium's own header forbids zooming on a phone."""
        return ""
