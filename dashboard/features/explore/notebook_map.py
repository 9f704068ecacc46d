"""A folium map for notebooks: whole in its HTML, Leaflet and the régions' outlines included, data as base64 only.

Text that goes through folium is run as a template (branca renders twice). Base64 has no character that a template, HTML
or JavaScript could take for code; the browser decodes it and sets names with `textContent`.
"""

import json
from base64 import b64encode
from pathlib import Path
from typing import Any

import folium
import geopandas as gpd
from branca.element import MacroElement
from jinja2 import Environment

from dashboard.core.geography.frames import METROPOLITAN
from dashboard.core.geography.load import load_lines
from dashboard.web.packaged import leaflet_files

_ENVIRONMENT = Environment(autoescape=False)  # JavaScript; what is interpolated is base64 and the map's own name
_KEPT_POINTS = 3
"""One point in three of the outlines is enough at the scale of a notebook."""


class NotebookMap(folium.Map):
    """The rows of a catalogue that have a place, one dot each, its name on hover."""

    def __init__(self, poles: gpd.GeoDataFrame, *, reference: Path) -> None:
        """`poles`: columns of `Catalogue.rows`, EPSG:4326; `reference`: the folder of the geography."""
        super().__init__(tiles=None, height=480)
        files = leaflet_files()
        self.default_js = [("leaflet", _data_address("text/javascript", files["leaflet.js"]))]
        self.default_css = [("leaflet_css", _data_address("text/css", files["leaflet.css"]))]
        placed = poles[poles.geometry.notna()]
        places = zip(placed.geometry.y, placed.geometry.x, placed["nom"], placed["precision"], strict=True)
        dots = [
            [round(lat, 5), round(lon, 5), str(name), precision == "adresse"] for lat, lon, name, precision in places
        ]
        self.add_child(_Layer({"points": dots, "lignes": _outlines(reference / "regions.topo.json")}))
        west, south, east, north = METROPOLITAN
        self.fit_bounds([[south, west], [north, east]])


class _Layer(MacroElement):
    _template = _ENVIRONMENT.from_string(
        """{% macro script(this, kwargs) %}
        (() => {
          const bytes = Uint8Array.from(atob("{{ this.payload }}"), (c) => c.charCodeAt(0));
          const data = JSON.parse(new TextDecoder().decode(bytes));
          const map = {{ this._parent.get_name() }};
          map.getContainer().style.background = "#e9eff0";
          L.polyline(data.lignes, {color: "#b3a894", weight: 1, interactive: false}).addTo(map);
          for (const [lat, lon, name, exact] of data.points) {
            const words = document.createElement("span");
            words.textContent = name;
            const fillColor = exact ? "#0f4c5c" : "#ffffff";
            const style = {radius: 6, color: "#0f4c5c", weight: 2, fillColor, fillOpacity: 0.9};
            L.circleMarker([lat, lon], style).bindTooltip(words).addTo(map);
          }
        })();
        {% endmacro %}"""
    )

    def __init__(self, data: dict[str, Any]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.payload = b64encode(json.dumps(data, ensure_ascii=False).encode()).decode()


def _data_address(media_type: str, content: bytes) -> str:
    return f"data:{media_type};base64,{b64encode(content).decode()}"


def _outlines(path: Path) -> list[list[list[float]]]:
    """The régions' borders as lines of [lat, lon], thinned."""
    lines = [[[round(lat, 3), round(lon, 3)] for lon, lat in line.tolist()] for line in load_lines(path)]
    return [[*line[:-1:_KEPT_POINTS], line[-1]] for line in lines]
