// « Aller à… »: a combobox on the map (WAI-ARIA Authoring Practices, editable combobox with list autocomplete).
// What the visitor types is sent to our own server only; names come back as data and are set as text.

import { element, sentence } from "./donnees.js";

const TYPING_PAUSE_MS = 120;
const LONGEST = 100;

export class GoTo {
  constructor(map, texts, address, { onMove }) {
    this.map = map;
    this.texts = texts;
    this.address = new URL(address, location.href);
    this.onMove = onMove;
    this.places = [];
    this.active = -1;
    const control = L.control({ position: "topleft" });
    control.onAdd = () => this._build();
    control.addTo(map);
    const corner = this.root.parentElement;
    corner.prepend(this.root);
  }

  _build() {
    const { texts } = this;
    this.field = element("input", {
      attributes: {
        type: "text", id: "aller-a", role: "combobox", inputmode: "search", enterkeyhint: "go", autocomplete: "off", autocapitalize: "off",
        spellcheck: "false", maxlength: LONGEST, placeholder: texts.invite, title: texts.aide, "aria-label": texts.champ,
        "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "aller-a-liste",
      },
      on: {
        input: () => this._typed(),
        keydown: (event) => this._key(event),
        focus: () => { this._warmUp(); if (this.places.length) this._open(); },
        blur: () => this._close(),
      },
    });
    this.clear = element("button", {
      className: "aller-effacer", text: "×", attributes: { type: "button", "aria-label": texts.effacer, hidden: true },
      on: { click: () => { this._reset(); this.field.focus(); } },
    });
    this.list = element("ul", { attributes: { id: "aller-a-liste", role: "listbox", "aria-label": texts.champ, hidden: true } });
    this.notice = element("p", { className: "aller-avis", attributes: { hidden: true } });
    this.status = element("p", { className: "aller-annonce", attributes: { role: "status" } });
    this.root = element("div", { className: "aller-a" },
      element("div", { className: "aller-champ" }, this.field, this.clear), this.list, this.notice, this.status);
    L.DomEvent.disableClickPropagation(this.root);
    L.DomEvent.disableScrollPropagation(this.root);
    return this.root;
  }

  /** The first question makes the server load its geography: it is asked while the visitor looks for the keys. */
  _warmUp() {
    if (this.isWarm) return;
    this.isWarm = true;
    this._fetch("").catch(() => { this.isWarm = false; });
  }

  async _fetch(question, signal) {
    const address = new URL(this.address);
    address.searchParams.set("q", question);
    const answer = await fetch(address, { signal });
    if (!answer.ok) throw new Error(`${address.pathname}: HTTP ${answer.status}`);
    return answer.json();
  }

  _typed() {
    clearTimeout(this.typing);
    this.clear.hidden = !this.field.value;
    if (!this.field.value.trim()) {
      this._reset();
      return;
    }
    this.typing = setTimeout(() => this._ask(), TYPING_PAUSE_MS);
  }

  async _ask() {
    clearTimeout(this.typing);
    this.asking?.abort();
    const asking = new AbortController();
    this.asking = asking;
    const question = this.field.value.trim().slice(0, LONGEST);
    try {
      const places = await this._fetch(question, asking.signal);
      if (this.asking === asking) this._show(places, question);
    } catch (error) {
      if (error.name !== "AbortError" && this.asking === asking) this._say(this.texts.panne);
    }
  }

  _show(places, question) {
    this.places = places;
    this.question = question;
    this.active = -1;
    this.field.removeAttribute("aria-activedescendant");
    this.list.replaceChildren(...places.map((place, rank) => this._option(place, rank)));
    if (places.length) {
      this._say("");
      this.status.textContent = sentence(this.texts.nombre, { n: places.length });
      if (document.activeElement === this.field) this._open();
    } else {
      this._close();
      this._say(sentence(this.texts.aucun, { q: question }));
    }
  }

  _option(place, rank) {
    const detail = place.large ? `${place.detail} · ${this.texts.large}` : place.detail;
    return element("li", {
      attributes: { id: `aller-a-${rank}`, role: "option", "aria-selected": "false", "data-genre": place.genre },
      on: {
        pointerdown: (event) => event.preventDefault(), // the field keeps the focus
        click: () => this._go(place),
      },
    }, element("span", { className: "nom", text: place.nom }), element("span", { className: "detail", text: detail }));
  }

  _key(event) {
    event.stopPropagation(); // the arrows are not the map's
    const last = this.places.length - 1;
    const moves = { ArrowDown: this.active < last ? this.active + 1 : 0, ArrowUp: this.active > 0 ? this.active - 1 : last };
    if (event.key in moves && last >= 0) {
      event.preventDefault();
      this._open();
      this._choose(moves[event.key]);
    } else if (event.key === "Enter") {
      event.preventDefault();
      this._enter();
    } else if (event.key === "Escape") {
      if (this.list.hidden) this._reset();
      else this._close();
    }
  }

  /** Go to the chosen option, or to the first one of what is written now. */
  async _enter() {
    if (this.active >= 0) {
      this._go(this.places[this.active]);
      return;
    }
    if (!this.field.value.trim()) return;
    if (this.question !== this.field.value.trim()) await this._ask();
    if (this.places.length && this.question === this.field.value.trim()) this._go(this.places[0]);
  }

  _choose(rank) {
    this.list.children[this.active]?.setAttribute("aria-selected", "false");
    this.active = rank;
    const option = this.list.children[rank];
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", option.id);
  }

  _go(place) {
    clearTimeout(this.typing);
    this.asking?.abort();
    this.field.value = place.nom;
    this.question = place.nom;
    this.places = [];
    this.clear.hidden = false;
    this._close();
    this._say("");
    this.status.textContent = sentence(this.texts.arrive, { nom: place.nom });
    if (window.innerWidth < 700) this.field.blur(); // the keyboard of a phone covers the map
    this.onMove(place);
    this._mark(place);
  }

  /** The place's name on the map until the field is cleared: a frame alone does not say where one is. */
  _mark(place) {
    this.label?.remove();
    const [lon, lat] = place.point;
    const text = place.large ? `${place.nom} – ${this.texts.large}` : place.nom;
    this.label = L.tooltip({ permanent: true, direction: "top", className: "repere", offset: [0, -6] })
      .setLatLng([lat, lon])
      .setContent(element("span", { text }))
      .addTo(this.map);
    this.map.getContainer().dataset.place = place.nom;
  }

  _reset() {
    clearTimeout(this.typing);
    this.asking?.abort();
    this.asking = null;
    this.field.value = "";
    this.question = "";
    this.places = [];
    this.clear.hidden = true;
    this.list.replaceChildren();
    this._close();
    this._say("");
    this.status.textContent = "";
    this.label?.remove();
    delete this.map.getContainer().dataset.place;
  }

  _say(text) {
    this.notice.textContent = text;
    this.notice.hidden = !text;
    if (text) this.status.textContent = text;
  }

  _open() {
    this.list.hidden = !this.places.length;
    this.field.setAttribute("aria-expanded", String(!this.list.hidden));
  }

  _close() {
    this.list.hidden = true;
    this.active = -1;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
    for (const option of this.list.children) option.setAttribute("aria-selected", "false");
  }
}
