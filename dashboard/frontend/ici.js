// On the map: where the visitor's distances start from, with a line to each of the nearest.

/** Draws what `window.polesStart` says, `{place, rows}` or null, at each call of the function that comes back. */
export function markStart(map, points, legend) {
  map.createPane("ici").style.zIndex = 395;
  map.getPane("ici").style.pointerEvents = "none";
  const layer = L.layerGroup().addTo(map);
  let seen = null;
  return () => {
    const start = window.polesStart;
    layer.clearLayers();
    map.getContainer().dataset.ici = start ? start.rows.length : "";
    if (!start) {
      seen = null;
      return;
    }
    const { place, rows } = start;
    const here = [place.lat, place.lon];
    const ends = rows.map((row) => [points.lat[row] / 1e5, points.lon[row] / 1e5]);
    for (const end of ends) L.polyline([here, end], { pane: "ici", color: "#b86e00", weight: 2, dashArray: "5 5", interactive: false }).addTo(layer);
    L.marker(here, { pane: "ici", interactive: false, keyboard: false, icon: L.divIcon({ className: "ici", iconSize: [22, 22] }) }).addTo(layer);
    if (map.getSize().y < 50 || seen === place) return;
    seen = place;
    const beside = legend.isOpen && window.innerWidth >= 700 ? 290 : 60;
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    map.flyToBounds(L.latLngBounds([here, ...ends]), { paddingTopLeft: [60, 40], paddingBottomRight: [beside, 90], maxZoom: 11, animate: !still, duration: 0.6 });
  };
}
