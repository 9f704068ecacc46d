// The base map: our simplified régions and départements, and the names of towns. No tile server.

import { fetchJson } from "./donnees.js";
import { features } from "./topologie.js";

/** Town names drawn on a canvas, largest first, where they do not collide. */
const TownNames = L.Renderer.extend({
  options: { pane: "villes", padding: 0.1, interactive: false },
  _initContainer() {
    this._container = document.createElement("canvas");
    this._container.setAttribute("aria-hidden", "true");
  },
  _destroyContainer() {
    this._container.remove();
    delete this._container;
  },
  _updatePaths() {},
  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    L.Renderer.prototype._update.call(this);
    const size = this._bounds.getSize();
    const ratio = window.devicePixelRatio || 1;
    this._container.width = ratio * size.x;
    this._container.height = ratio * size.y;
    this._container.style.width = `${size.x}px`;
    this._container.style.height = `${size.y}px`;
    L.DomUtil.setPosition(this._container, this._bounds.min);
    const context = this._container.getContext("2d");
    context.scale(ratio, ratio);
    context.translate(-this._bounds.min.x, -this._bounds.min.y);
    this._drawNames(context);
    this.fire("update");
  },
  _drawNames(context) {
    const zoom = this._map.getZoom();
    const smallest = zoom < 6 ? 400000 : zoom < 7 ? 180000 : zoom < 8 ? 90000 : zoom < 9 ? 40000 : zoom < 10 ? 15000 : 0;
    context.font = `${zoom < 8 ? 11 : 12}px system-ui, sans-serif`;
    context.textAlign = "center";
    context.lineWidth = 3;
    context.strokeStyle = "rgba(250,248,243,.9)";
    context.fillStyle = "#6b6f76";
    const taken = [];
    for (const [name, lon, lat, population] of this.options.towns) {
      if (population < smallest) break;
      const at = this._map.latLngToLayerPoint([lat, lon]);
      if (!this._bounds.contains(at)) continue;
      const half = context.measureText(name).width / 2 + 4;
      if (taken.some((other) => Math.abs(other.x - at.x) < other.half + half && Math.abs(other.y - at.y) < 16)) continue;
      taken.push({ x: at.x, y: at.y, half });
      context.strokeText(name, at.x, at.y + 16);
      context.fillText(name, at.x, at.y + 16);
      context.fillRect(at.x - 1, at.y - 1, 2, 2);
    }
  },
});

/** Draw land, borders and towns under the points. */
export async function addBase(map) {
  const renderer = L.canvas({ pane: "terre", padding: 0.3 });
  const [topology, towns] = await Promise.all([fetchJson("france.topo.json"), fetchJson("villes.json")]);
  const departements = L.geoJSON(features(topology, "departements"), {
    renderer,
    interactive: false,
    style: { color: "#d3cdbf", weight: 0.8, fillColor: "#faf8f3", fillOpacity: 1 },
  });
  const regions = L.geoJSON(features(topology, "regions"), {
    renderer,
    interactive: false,
    style: { color: "#b5ad9b", weight: 1.4, fill: false },
  });
  L.layerGroup([departements, regions]).addTo(map);
  new TownNames({ towns }).addTo(map);
}
