// Territories tinted by how many poles they have: our own contours on a canvas, overseas in frames, the figures beside.

import { tintKey } from "./croisements.js";
import { element, fetchJson, formatNumber } from "./donnees.js";
import { Reproduction } from "./reproduire.js";
import { features } from "./topologie.js";

export const TINTS = ["#ffffff", "#dcebec", "#abcdd1", "#72a7af", "#3a7785", "#0f4c5c"];
const FRAME_SHARE = 0.17;

const mercator = (latitude) => Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * (180 / Math.PI);
const rings = ({ type, coordinates }) => (type === "Polygon" ? coordinates : coordinates.flat());

/** West, south, east, north of a shape, south and north as Mercator has them. */
function boundsOf(shapes) {
  const bounds = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { geometry } of shapes) {
    for (const ring of rings(geometry)) {
      for (const [x, latitude] of ring) {
        const y = mercator(latitude);
        bounds[0] = Math.min(bounds[0], x); bounds[1] = Math.min(bounds[1], y);
        bounds[2] = Math.max(bounds[2], x); bounds[3] = Math.max(bounds[3], y);
      }
    }
  }
  return bounds;
}

/** The path of each territory in the pixels of a frame. */
function project(shapes, [west, south, east, north], { left, top, width, height }) {
  const scale = Math.min(width / (east - west), height / (north - south));
  const dx = left + (width - scale * (east - west)) / 2;
  const dy = top + (height - scale * (north - south)) / 2;
  return shapes.map(({ properties, geometry }) => {
    const path = new Path2D();
    for (const ring of rings(geometry)) {
      ring.forEach(([x, latitude], rank) =>
        path[rank ? "lineTo" : "moveTo"](dx + (x - west) * scale, dy + (north - mercator(latitude)) * scale));
      path.closePath();
    }
    return { ...properties, path };
  });
}

class Choropleth {
  constructor(parent, { dimensions, textes, carte }, topology) {
    this.parent = parent;
    this.dimensions = dimensions;
    this.textes = textes;
    this.carte = carte;
    this.shapes = { region: features(topology, "regions"), departement: features(topology, "departements") };
    this.canvas = element("canvas", { attributes: { role: "img", "aria-label": carte.alternative } });
    this.tip = element("div", { className: "bulle-territoire", attributes: { "aria-hidden": "true", hidden: true } });
    this.key = element("div");
    this.notes = element("ul", { className: "notes" });
    this.rows = element("tbody");
    this.reproduction = new Reproduction(textes.reproduire);
    this.meshes = ["region", "departement"].map((mesh) =>
      element("input", { attributes: { type: "radio", name: "maille", value: mesh }, on: { change: () => this.ask(mesh) } }));
    this.twin = element("details", { className: "jumeau" }, element("summary", { text: carte.liste }),
      element("div", { className: "jumeau-table", attributes: { role: "region", tabindex: "0", "aria-label": carte.liste } }, element("table", {}, element("thead", {}, element("tr", {},
        element("th", { text: carte.territoire, attributes: { scope: "col" } }), element("th", { text: carte.nombre, attributes: { scope: "col" } }))), this.rows)));
    parent.replaceChildren(element("section", { className: "choroplethe" }, element("h2", { text: carte.titre }),
      element("fieldset", { className: "mesures" }, element("legend", { text: carte.maille }),
        ...this.meshes.map((radio) => element("label", {}, radio, element("span", { text: carte.mailles[radio.value] })))),
      this.key, element("div", { className: "territoires-corps" },
        element("div", { className: "toile" }, this.canvas, this.tip), element("div", {}, this.twin, this.notes)),
      this.reproduction.node));
    this.twin.open = window.innerWidth > 900;
    this.canvas.addEventListener("pointermove", (event) => this._hover(event));
    this.canvas.addEventListener("pointerleave", () => { this.tip.hidden = true; });
    new ResizeObserver(() => this._paint()).observe(this.canvas.parentElement);
  }

  update({ data, setTriggerValue }) {
    this.data = data;
    this.ask = (maille) => setTriggerValue("choix", { ...data.choix, maille });
    this.meshes.forEach((radio) => { radio.checked = radio.value === data.maille; });
    const { codes, valeurs } = this.dimensions.find(({ cle }) => cle === data.maille);
    this.figures = new Map(data.nombres.map((n, rank) => [codes[rank], { n, name: valeurs[rank], tint: data.teintes[rank] }]));
    this.key.replaceChildren(tintKey(this.textes.legende, this.carte.aucun, data.legende));
    this.notes.replaceChildren(...data.notes.map((text) => element("li", { text })));
    const listed = [...this.figures.values()].filter(({ n }) => n).sort((a, b) => b.n - a.n || a.name.localeCompare(b.name, "fr"));
    this.rows.replaceChildren(...listed.map(({ name, n }) =>
      element("tr", {}, element("th", { text: name, attributes: { scope: "row" } }), element("td", { text: formatNumber(n) }))));
    this.reproduction.show(data.reproduire);
    this._paint();
    this.parent.dataset.painted = data.serie;
  }

  /** Where each territory goes: metropolitan France, and a frame below for each overseas département. */
  _layOut(width) {
    const large = this.shapes[this.data.maille];
    const { cadre, outreMer } = this.carte;
    const overseas = new Set(Object[this.data.maille === "region" ? "keys" : "values"](outreMer));
    const near = large.filter(({ properties }) => !overseas.has(properties.code));
    const far = large.filter(({ properties }) => overseas.has(properties.code));
    const [west, south, east, north] = cadre;
    const bounds = [west, mercator(south), east, mercator(north)];
    const height = Math.round(width * ((bounds[3] - bounds[1]) / (bounds[2] - bounds[0])));
    const side = width * FRAME_SHARE;
    const gap = (width - far.length * side) / (far.length - 1);
    this.frames = far.map(({ properties }, rank) => ({ left: rank * (side + gap), top: height + 10, width: side, height: side, name: properties.nom }));
    this.height = height + side + 34;
    this.territories = [
      ...project(near, bounds, { left: 0, top: 0, width, height }),
      ...far.flatMap((shape, rank) => {
        const { left, top } = this.frames[rank];
        return project([shape], boundsOf([shape]), { left: left + 6, top: top + 6, width: side - 12, height: side - 12 });
      }),
    ];
  }

  _paint() {
    const width = Math.min(this.canvas.parentElement.clientWidth, 620);
    if (!width || !this.data) return;
    const drawn = `${width} ${this.data.maille}`;
    if (drawn !== this.drawn) this._layOut(width);
    this.drawn = drawn;
    const ratio = window.devicePixelRatio || 1;
    this.canvas.width = width * ratio;
    this.canvas.height = this.height * ratio;
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${this.height}px`;
    const context = this.canvas.getContext("2d");
    context.scale(ratio, ratio);
    context.lineJoin = "round";
    const blank = this._hatching(context);
    for (const { code, path } of this.territories) {
      const tint = this.figures.get(code)?.tint ?? 0;
      context.fillStyle = tint ? TINTS[tint] : blank;
      context.fill(path, "evenodd");
      context.lineWidth = 0.8;
      context.strokeStyle = "#7d8f93";
      context.stroke(path);
    }
    context.font = `${width < 450 ? 10 : 12}px system-ui, sans-serif`;
    context.textAlign = "center";
    for (const { left, top, width: side, height, name } of this.frames) {
      context.strokeStyle = "#c3cfd1";
      context.strokeRect(left + 0.5, top + 0.5, side - 1, height - 1);
      context.fillStyle = "#55676c";
      context.fillText(name, left + side / 2, top + height + 15, side + 6);
    }
  }

  /** A territory without any pole is hatched, so that it is not taken for the lowest class. */
  _hatching(context) {
    const tile = document.createElement("canvas");
    tile.width = tile.height = 8;
    const pen = tile.getContext("2d");
    pen.fillStyle = TINTS[0];
    pen.fillRect(0, 0, 8, 8);
    pen.strokeStyle = "#cfd8d9";
    pen.lineWidth = 1;
    pen.beginPath();
    for (const shift of [-8, 0, 8]) {
      pen.moveTo(shift, 8);
      pen.lineTo(shift + 8, 0);
    }
    pen.stroke();
    return context.createPattern(tile, "repeat");
  }

  _hover({ offsetX, offsetY }) {
    const context = this.canvas.getContext("2d");
    const ratio = window.devicePixelRatio || 1;
    const found = this.territories.find(({ path }) => context.isPointInPath(path, offsetX * ratio, offsetY * ratio, "evenodd"));
    this.tip.hidden = !found;
    if (!found) return;
    this.tip.textContent = `${found.nom}\u202f: ${formatNumber(this.figures.get(found.code)?.n ?? 0)}`;
    const half = this.tip.offsetWidth / 2;
    this.tip.style.left = `${Math.max(half, Math.min(this.canvas.clientWidth - half, offsetX))}px`;
    this.tip.style.top = `${offsetY - 14}px`;
  }
}

const mounted = new WeakMap();

export default async function render(component) {
  const parent = component.parentElement;
  const [phrases, topology] = await Promise.all([fetchJson("phrases-croisements.json"), fetchJson("france.topo.json")]);
  if (!mounted.has(parent)) mounted.set(parent, new Choropleth(parent, phrases, topology));
  mounted.get(parent).update(component);
}
