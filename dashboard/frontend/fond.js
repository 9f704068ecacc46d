// The base map: our simplified régions and départements, and the names of towns. No tile server.

import { fetchJson } from "./donnees.js";
import { worldX, worldY } from "./regroupement.js";
import { CanvasLayer } from "./toile.js";
import { arcsOf, joined, shapesOf } from "./topologie.js";

const COARSE_UNDER = 7.5;
const COARSE = 0.75 / 2 ** COARSE_UNDER;

/** A path through the points of each line, and the box that holds it. */
function shape(lines, isClosed) {
  const path = new Path2D();
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const line of lines) {
    line.forEach(([x, y], rank) => {
      if (rank) path.lineTo(x, y);
      else path.moveTo(x, y);
      if (x < box[0]) box[0] = x;
      if (y < box[1]) box[1] = y;
      if (x > box[2]) box[2] = x;
      if (y > box[3]) box[3] = y;
    });
    if (isClosed) path.closePath();
  }
  return { path, box };
}

/** Land and borders in pixels of a world of 256 × 256, without the points nearer than `least` to the one before. */
function outlines(topology, least) {
  const lines = arcsOf(topology).map((arc) => {
    let last = [Infinity, Infinity];
    return arc.map(([lon, lat]) => [worldX(lon), worldY(lat)]).filter((point, rank) => {
      const isKept = rank === 0 || rank === arc.length - 1 || Math.hypot(point[0] - last[0], point[1] - last[1]) >= least;
      if (isKept) last = point;
      return isKept;
    });
  });
  const regions = shapesOf(topology, "regions").map(({ polygons }) => polygons.flat());
  const ofRegions = new Set(regions.flat(2).map((index) => (index < 0 ? ~index : index)));
  return {
    land: regions.map((rings) => shape(rings.map((ring) => joined(lines, ring)), true)),
    borders: lines.map((line, index) => ({ ...shape([line], false), isRegion: ofRegions.has(index) })),
  };
}

/** The land, with the borders of the départements, then of the régions, each line once. */
const Land = CanvasLayer.extend({
  options: { pane: "terre", padding: 0.2 },
  _draw(context) {
    const zoom = this._map.getZoom();
    const isCoarse = zoom < COARSE_UNDER;
    const { land, borders } = (this[isCoarse ? "_coarse" : "_fine"] ??= outlines(this.options.topology, isCoarse ? COARSE : 0));
    const scale = 2 ** zoom;
    const origin = this._map.getPixelOrigin();
    const [west, north] = [(this._bounds.min.x + origin.x) / scale, (this._bounds.min.y + origin.y) / scale];
    const [east, south] = [(this._bounds.max.x + origin.x) / scale, (this._bounds.max.y + origin.y) / scale];
    const seen = ({ box }) => box[0] <= east && box[2] >= west && box[1] <= south && box[3] >= north;
    context.translate(-origin.x, -origin.y);
    context.scale(scale, scale);
    context.lineJoin = "round";
    context.fillStyle = "#faf8f3";
    for (const { path } of land.filter(seen)) context.fill(path, "evenodd");
    for (const [ofRegion, colour, width] of [[false, "#d3cdbf", 1], [true, "#b5ad9b", 1.4]]) {
      context.strokeStyle = colour;
      context.lineWidth = width / scale;
      for (const { path, isRegion } of borders.filter(seen)) if (isRegion === ofRegion) context.stroke(path);
    }
  },
});

/** Town names, largest first, where they do not collide. */
const TownNames = CanvasLayer.extend({
  options: { pane: "villes" },
  _draw(context) {
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

/** What `addBase` draws. */
export const fetchBase = () => Promise.all([fetchJson("france.topo.json"), fetchJson("villes.json")]);

/** Draw land, borders and towns under the points. */
export function addBase(map, [topology, towns]) {
  new Land({ topology }).addTo(map);
  new TownNames({ towns }).addTo(map);
}
