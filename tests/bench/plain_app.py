"""The plain way to the same map, to compare with: a folium Marker per pole, the map built again at each click.

Leaflet comes from a server of this machine and not from the CDNs that folium names: the plain way is measured without
the network, which it would have to wait for.
"""

import os
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import folium
import streamlit as st
from markupsafe import escape
from streamlit_folium import st_folium

from dashboard.core.fields.vocabularies import SECTEURS
from dashboard.web.packaged import package_folder
from tests.bench.many_rows import many_poles

SECTOR = os.environ["BENCH_SECTOR"]


@st.cache_resource
def serve_leaflet() -> str:
    """The address of Leaflet's files."""
    folder = package_folder("js_lib_leaflet") / "static" / "js_lib_leaflet"
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


folium.Map.default_js = [("leaflet", f"{serve_leaflet()}/leaflet.js")]
folium.Map.default_css = [("leaflet", f"{serve_leaflet()}/leaflet.css")]

rows = st.cache_resource(many_poles)(int(os.environ["BENCH_ROWS"])).rows
st.title("Pôles")
if st.checkbox(SECTEURS.label(SECTOR), key="secteur"):
    rows = rows[[SECTOR in codes for codes in rows["secteurs"]]]
rows = rows[rows.geometry.notna()]
plain_map = folium.Map(location=[46.6, 2.4], zoom_start=5, tiles=None)
for name, point in zip(rows["nom"], rows.geometry, strict=True):
    folium.Marker(
        [point.y, point.x], tooltip=str(escape(name)).translate({ord(mark): " " for mark in "{}`$\\"})
    ).add_to(plain_map)
st.markdown(f"{len(rows)} pôles")
st_folium(plain_map, height=600, use_container_width=True)
