// « Autour de moi »: where distances start from. The position comes from the browser or from a name looked up in the
// browser, stays in this document's memory, and is neither sent, nor kept, nor put in the address.

import { distanceKm, kilometres } from "./distance.js";
import { element, fetchJson, sentence } from "./donnees.js";
import { findPlaces } from "./lieux.js";
import { markOnMap } from "./vers-la-carte.js";

const FAR_KM = 100;
const NEAREST = 5;
const PATIENCE_MS = 15_000;

let start = null;

/** Where the distances start from, `{nom, lon, lat}`; null while the list is in its own order. */
export const startingPlace = () => start;

/** The rows from the nearest to the farthest, those without a place last, and each one's kilometres (null without). */
export function byDistance(rows, points) {
  const km = new Map(rows.map((row) => [row, points.lon[row] === null ? null : distanceKm(start.lon, start.lat, points.lon[row] / 1e5, points.lat[row] / 1e5)]));
  const sorted = [...rows].sort((a, b) => (km.get(a) ?? Infinity) - (km.get(b) ?? Infinity) || a - b);
  return { sorted, km };
}

/** The control above the list; `onChange` is called when the starting place changes. */
export class Around {
  constructor(onChange) {
    this.onChange = onChange;
    this.toggle = element("button", { className: "autour-bouton", attributes: { type: "button", "aria-expanded": "false", "aria-controls": "autour-panneau" }, on: { click: () => this._open(this.toggle.getAttribute("aria-expanded") === "false") } });
    this.panel = element("div", { className: "autour", attributes: { id: "autour-panneau", hidden: true } });
    this.status = element("p", { className: "autour-etat", attributes: { role: "status" } });
    this.ready = fetchJson("phrases-autour.json").then((texts) => this._build(texts));
  }

  _build(texts) {
    this.texts = texts;
    this.toggle.textContent = texts.titre;
    const locate = element("button", { className: "autour-position", text: texts.position, attributes: { type: "button" }, on: { click: () => this._locate() } });
    this.field = element("input", { attributes: { id: "autour-lieu", type: "search", autocomplete: "off", placeholder: texts.exemple }, on: { input: () => this._suggest() } });
    this.field.addEventListener("keydown", (event) => {
      if (event.key === "Enter") this.suggestions.querySelector("button")?.click();
    });
    this.suggestions = element("ul", { className: "autour-lieux" });
    this.stop = element("button", { className: "lien", text: texts.arreter, attributes: { type: "button", hidden: true }, on: { click: () => this._start(null) } });
    this.panel.append(
      element("div", { className: "autour-choix" }, locate,
        element("div", { className: "autour-champ" }, element("label", { text: texts.lieu, attributes: { for: "autour-lieu" } }), this.field)), this.suggestions,
      element("p", { className: "autour-note", text: texts.discretion }), this.status, this.stop);
  }

  /** Show the choices, or only what was chosen, or nothing. */
  _open(open) {
    this.panel.hidden = !open && start === null;
    this.panel.classList.toggle("choisi", !open);
    this.toggle.setAttribute("aria-expanded", String(open));
  }

  _locate() {
    const { texts } = this;
    if (!navigator.geolocation) {
      this.status.textContent = texts.indisponible;
      return;
    }
    this.status.textContent = texts.attente;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => this._start({ nom: texts.vous, lon: coords.longitude, lat: coords.latitude }),
      ({ code }) => { this.status.textContent = code === 1 ? texts.refus : texts.indisponible; },
      { timeout: PATIENCE_MS, maximumAge: 60_000 },
    );
  }

  async _suggest() {
    const typed = this.field.value;
    const places = await findPlaces(typed);
    if (typed !== this.field.value) return;
    this.suggestions.replaceChildren(...places.map((place) => element("li", {}, element("button", {
      text: place.nom, attributes: { type: "button" },
      on: { click: () => { this.field.value = place.nom; this._start(place); } },
    }))));
    if (typed.trim().length > 1 && !places.length) this.status.textContent = this.texts.inconnu;
  }

  _start(place) {
    start = place;
    this.toggle.classList.toggle("actif", place !== null);
    this.stop.hidden = place === null;
    this.suggestions.replaceChildren();
    this._open(false);
    this.toggle.focus();
    if (place === null) {
      this.status.textContent = "";
      this.field.value = "";
      markOnMap(null, []);
    }
    this.onChange();
  }

  /** Say how far the nearest of these rows is, and show it on the map with the next ones. */
  say({ sorted, km }) {
    const near = sorted.filter((row) => km.get(row) !== null).slice(0, NEAREST);
    markOnMap(start, near);
    if (!near.length) {
      this.status.textContent = this.texts.rien;
      return;
    }
    const least = km.get(near[0]);
    const pattern = least > FAR_KM ? this.texts.loin : this.texts.resultat;
    this.status.textContent = sentence(pattern, { lieu: start.nom, km: kilometres(least, this.texts) });
  }

  /** « 12 km » for a row; « environ 40 km » where only a territory's centre is known. */
  label(km, isRough) {
    if (km === null) return "";
    const text = kilometres(km, this.texts);
    return isRough ? sentence(this.texts.environ, { km: text }) : text;
  }
}
