// The map's own life: points on a canvas, commands from the page, clicks back to Python. folium builds the frame once.

import { GoTo } from "./aller-a.js";
import { element, fetchJson, formatNumber, maskOf, rowTexts, sentence } from "./donnees.js";
import { addBase, fetchBase } from "./fond.js";
import { markStart } from "./ici.js";
import { Legend } from "./legende.js";
import { group, project } from "./regroupement.js";
import { drawSymbol } from "./symboles.js";
import { CanvasLayer } from "./toile.js";

const CLUSTER_RADIUS = (count) => (count > 1 ? 15 + Math.min(17, 3.2 * Math.log2(count)) : 8);

const PointsLayer = CanvasLayer.extend({
  options: { pane: "poles", padding: 0.15 },

  show(state) {
    Object.assign(this.options, state);
    if (this._map) this._update();
  },

  _draw(context) {
    const { places, points, mask, classes, lit, selected } = this.options;
    const scale = 2 ** this._map.getZoom();
    const origin = this._map.getPixelOrigin();
    const { min, max } = this._bounds;
    const view = [min.x + origin.x, min.y + origin.y, max.x + origin.x, max.y + origin.y];
    context.translate(-origin.x, -origin.y);
    this._marks = group(places, mask, scale, view, { radius: CLUSTER_RADIUS, apart: (row) => row === selected || lit.has(row) });
    for (const mark of this._marks) {
      const isLit = mark.rows.length === 1 && lit.has(mark.rows[0]);
      context.globalAlpha = lit.size && !isLit ? 0.28 : 1;
      if (mark.rows.length > 1) {
        this._drawCluster(context, mark);
        continue;
      }
      const [row] = mark.rows;
      if (isLit || row === selected) this._drawRing(context, mark, row === selected);
      const { creux, vague } = points.signes[points.precision[row]];
      drawSymbol(context, {
        x: mark.x, y: mark.y, index: classes[row], hollow: creux, vague, presumed: points.presumee[row] === 1,
        radius: isLit || row === selected ? 10 : 8,
      });
    }
    context.globalAlpha = 1;
  },

  _drawCluster(context, { x, y, rows }) {
    const radius = CLUSTER_RADIUS(rows.length);
    context.beginPath();
    context.arc(x, y, radius + 4, 0, 2 * Math.PI);
    context.fillStyle = "rgba(15,76,92,.18)";
    context.fill();
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = "#0f4c5c";
    context.fill();
    context.fillStyle = "#ffffff";
    context.font = `600 ${radius > 22 ? 14 : 13}px system-ui, sans-serif`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(formatNumber(rows.length), x, y + 0.5);
    context.textBaseline = "alphabetic";
  },

  _drawRing(context, { x, y }, isSelected) {
    context.beginPath();
    context.arc(x, y, 19, 0, 2 * Math.PI);
    context.fillStyle = isSelected ? "rgba(226,149,28,.30)" : "rgba(226,149,28,.16)";
    context.fill();
    context.lineWidth = isSelected ? 3 : 2;
    context.strokeStyle = "#b86e00";
    context.stroke();
  },

  /** The mark under a layer point, the nearest first; `slack` pixels more for a finger. */
  markAt(layerPoint, slack) {
    const at = layerPoint.add(this._map.getPixelOrigin());
    let best = null;
    let bestDistance = Infinity;
    for (const mark of this._marks ?? []) {
      const distance = Math.hypot(mark.x - at.x, mark.y - at.y);
      const reach = (mark.rows.length > 1 ? CLUSTER_RADIUS(mark.rows.length) : 13) + slack;
      if (distance <= reach && distance < bestDistance) [best, bestDistance] = [mark, distance];
    }
    return best;
  },
});

class PoleMap {
  constructor(map, options) {
    this.map = map;
    this.options = options;
    this.container = map.getContainer();
  }

  async start() {
    const { map, options } = this;
    for (const [name, level] of [["terre", 210], ["villes", 380], ["poles", 400]]) {
      map.createPane(name).style.zIndex = level;
      map.getPane(name).style.pointerEvents = "none";
    }
    const [points, texts, base] = await Promise.all([fetchJson("points.json"), fetchJson("phrases.json"), fetchBase()]);
    this.points = points;
    this.texts = texts;
    window.frameElement?.setAttribute("title", texts.cadre);
    this.places = project(points);
    this.legend = new Legend(map, texts, (index) => this._colourBy(index), options.ignTiles);
    this.layer = new PointsLayer({
      points, places: this.places, mask: new Uint8Array(points.n), classes: [], lit: new Set(), selected: -1,
    });
    new GoTo(map, texts.lieux, options.places, { onMove: (place) => this._moveTo(place) });
    this._colourBy(0);
    map.attributionControl.setPrefix('<a href="https://leafletjs.com" target="_blank" rel="noopener noreferrer">Leaflet</a>').addAttribution(texts.attribution);
    this._addTerritoryButtons();
    this.container.dataset.total = points.located;
    this._frame();
    addBase(map, base);
    this.layer.addTo(map);
    map.on("click", (event) => this._click(event));
    map.on("mousemove", (event) => this._hover(event));
    map.on("mouseout", () => this._hideTip());
    window.polesApply = (command) => this._apply(command);
    if (window.parent.polesCommand) this._apply(window.parent.polesCommand);
    window.polesAround = markStart(map, points, this.legend);
    window.polesAround();
  }

  /** Fit the map to its frame, now and whenever the page resizes or shows it again. */
  _frame() {
    const fit = () => {
      this.container.style.height = `${window.innerHeight}px`;
      this.container.style.width = "100%";
      this.map.invalidateSize({ pan: false });
    };
    fit();
    this._showTerritory(this.texts.territoires[0], false);
    new ResizeObserver(() => {
      fit();
      if (!this.framed) this._showTerritory(this.texts.territoires[0], false);
      if (this.waiting) this._fly(this.waiting);
      if (window.polesStart) window.polesAround?.();
    }).observe(document.documentElement);
  }

  async _apply(command) {
    this.command = command;
    const mask = await maskOf(command, this.points);
    if (command !== this.command) return;
    let shown = 0;
    for (let row = 0; row < mask.length; row++) if (mask[row] && this.points.lon[row] !== null) shown++;
    this.layer.show({ mask, lit: new Set(command.lit ?? []), selected: command.sel ?? -1 });
    this.container.dataset.shown = shown;
    this.container.dataset.painted = command.serie ?? 0;
    window.parent.polesDrawn?.();
    this._countTerritories(mask);
    if (command.vol && command.vol !== this.lastFlight) this._fly(command);
    this.lastFlight = command.vol ?? this.lastFlight;
  }

  /** Go to the chosen pole, or frame the lit ones; a hidden map (a phone's other view) goes when it is shown. */
  _fly(command) {
    this.waiting = this.map.getSize().y < 50 ? command : null;
    if (this.waiting) return;
    const { sel, lit } = command;
    const rows = (sel !== undefined && sel >= 0 ? [sel] : lit ?? []).filter((row) => this.points.lon[row] !== null);
    if (!rows.length) return;
    const places = rows.map((row) => [this.points.lat[row] / 1e5, this.points.lon[row] / 1e5]);
    const phone = window.innerWidth < 700;
    const beside = this.legend.isOpen && !phone ? 260 : 50;
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.map.flyToBounds(L.latLngBounds(places), {
      maxZoom: rows.length === 1 ? Math.max(9, Math.min(this.map.getZoom(), 12)) : 9,
      paddingTopLeft: [50, 30],
      paddingBottomRight: [beside, phone && rows.length === 1 ? window.innerHeight * 0.74 : 70],
      animate: !still,
      duration: 0.6,
    });
  }

  /** Frame a place found by « Aller à… »; what is shown stays the same. */
  _moveTo({ cadre: [west, south, east, north] }) {
    this._hideTip();
    this.map.closePopup();
    const isWide = window.innerWidth >= 700;
    this.map.flyToBounds([[south, west], [north, east]], {
      maxZoom: 12,
      paddingTopLeft: [20, 64],
      paddingBottomRight: [isWide && this.legend.isOpen ? 260 : 20, isWide ? 50 : 84],
      animate: !window.matchMedia("(prefers-reduced-motion: reduce)").matches,
      duration: 0.8,
    });
  }

  _colourBy(index) {
    const dimension = this.points.dimensions[index];
    this.layer.show({ classes: dimension });
  }

  _click(event) {
    const touch = event.originalEvent.pointerType === "touch";
    const mark = this.layer.markAt(event.layerPoint, touch ? 12 : 3);
    this._hideTip();
    if (!mark) return;
    if (mark.rows.length === 1) {
      this._open(mark.rows[0]);
      return;
    }
    const places = mark.rows.map((row) => [this.points.lat[row] / 1e5, this.points.lon[row] / 1e5]);
    const bounds = L.latLngBounds(places);
    const canOpenUp = this.map.getBoundsZoom(bounds) > this.map.getZoom() && this.map.getZoom() < 14;
    if (canOpenUp && !bounds.getNorthEast().equals(bounds.getSouthWest(), 1e-4)) {
      this.map.flyToBounds(bounds, { padding: [60, 60], maxZoom: 14, duration: 0.5 });
    } else {
      this._chooseAmong(mark, bounds.getCenter());
    }
  }

  async _chooseAmong({ rows }, at) {
    const first = rows.slice(0, 60);
    const labels = await Promise.all(first.map((row) => rowTexts(this.points, row)));
    const list = element("ul", { className: "choix" });
    first
      .map((row, rank) => ({ row, label: labels[rank] }))
      .sort((a, b) => a.label.nom.localeCompare(b.label.nom, "fr"))
      .forEach(({ row, label }) => {
        const button = element("button", { text: label.nom, attributes: { type: "button" }, on: { click: () => this._open(row) } });
        list.append(element("li", {}, button));
      });
    const title = element("p", { className: "choix-titre", text: sentence(this.texts.memeLieu, { n: rows.length }) });
    L.popup({ maxWidth: 280, minWidth: 200, autoPanPadding: [20, 20] })
      .setLatLng(at)
      .setContent(element("div", {}, title, list))
      .openOn(this.map);
  }

  /** The page around asks for the sheet of the pole that was chosen. */
  _open(row) {
    this.map.closePopup();
    rowTexts(this.points, row).then(({ id }) => {
      window.parent.polesOpen?.(id);
    });
  }

  async _hover(event) {
    const mark = this.layer.markAt(event.layerPoint, 2);
    this.container.style.cursor = mark ? "pointer" : "";
    if (!mark) {
      this._hideTip();
      return;
    }
    if (mark === this.hovered) return;
    this.hovered = mark;
    let text = sentence(this.texts.groupe, { n: mark.rows.length });
    if (mark.rows.length === 1) {
      const label = await rowTexts(this.points, mark.rows[0]);
      text = [label.nom, label.lieu].filter(Boolean).join(" – ");
    }
    if (this.hovered !== mark) return;
    this.tip ??= element("div", { className: "bulle", attributes: { role: "tooltip" } });
    this.tip.textContent = text;
    this.container.append(this.tip);
    const at = this.map.layerPointToContainerPoint(L.point(mark.x, mark.y).subtract(this.map.getPixelOrigin()));
    const width = this.map.getSize().x;
    this.tip.style.left = `${Math.max(90, Math.min(width - 90, at.x))}px`;
    this.tip.style.top = `${at.y - 22}px`;
  }

  _hideTip() {
    this.hovered = null;
    this.tip?.remove();
  }

  _showTerritory({ bounds }, animate = true) {
    this.framed = this.map.getSize().y >= 50;
    if (!this.framed) return;
    const [west, south, east, north] = bounds;
    const beside = this.legend.isOpen && window.innerWidth >= 700 ? 250 : 6;
    this.map.fitBounds([[south, west], [north, east]], {
      animate, maxZoom: 10, paddingTopLeft: [6, 58], paddingBottomRight: [beside, window.innerWidth >= 700 ? 60 : 124],
    });
  }

  /** Metropolitan France and the overseas départements, each one tap away, with what is shown there. */
  _addTerritoryButtons() {
    const control = L.control({ position: "bottomleft" });
    control.onAdd = () => {
      const bar = element("div", { className: "territoires", attributes: { role: "group", "aria-label": this.texts.allerA } });
      this.territoryButtons = this.texts.territoires.map((territory) => {
        const count = element("span", { className: "nombre" });
        const button = element(
          "button",
          { attributes: { type: "button" }, on: { click: () => this._showTerritory(territory) } },
          element("span", { text: territory.nom }), count,
        );
        bar.append(button);
        return { territory, count, button };
      });
      L.DomEvent.disableClickPropagation(bar);
      L.DomEvent.disableScrollPropagation(bar);
      return bar;
    };
    control.addTo(this.map);
  }

  _countTerritories(mask) {
    for (const { territory, count } of this.territoryButtons) {
      const [west, south, east, north] = territory.bounds.map((degree) => degree * 1e5);
      let n = 0;
      for (let row = 0; row < mask.length; row++) {
        const lon = this.points.lon[row];
        if (mask[row] && lon !== null && lon >= west && lon <= east && this.points.lat[row] >= south && this.points.lat[row] <= north) n++;
      }
      count.textContent = formatNumber(n);
    }
  }
}

/** Called once by the frame's own script, when folium's map exists. */
export function start(map, options) {
  return new PoleMap(map, options).start();
}
