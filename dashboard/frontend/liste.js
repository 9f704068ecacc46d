// The list, twin of the map: the same rows, by the same mask, in the order of the catalogue (alphabetical).

import { decodeMask, element, fetchJson, rowTexts, sentence } from "./donnees.js";

const PAGE = 50;

class List {
  constructor(parent) {
    this.parent = parent;
    this.title = element("h2", { attributes: { id: "liste-titre" } });
    this.items = element("ul", { className: "liste-poles", attributes: { "aria-labelledby": "liste-titre" } });
    this.more = element("button", { className: "suite", attributes: { type: "button" }, on: { click: () => this._page(this.end + PAGE, true) } });
    this.empty = element("p", { className: "liste-vide" });
    parent.replaceChildren(element("section", { className: "liste" }, this.title, this.empty, this.items, this.more));
    this.end = PAGE;
  }

  async update({ data, setTriggerValue }) {
    this.open = (id) => setTriggerValue("ouvrir", { id, serie: Date.now() });
    this.data = data;
    const [points, texts] = await Promise.all([fetchJson("points.json"), fetchJson("phrases.json")]);
    if (data !== this.data) return;
    this.points = points;
    this.texts = texts;
    const signature = JSON.stringify([data.f, data.r, data.p]);
    if (signature !== this.signature) {
      this.signature = signature;
      const mask = decodeMask(data, points);
      this.rows = [];
      for (let row = 0; row < mask.length; row++) if (mask[row]) this.rows.push(row);
      this.title.textContent = sentence(texts.liste.titre, { n: this.rows.length });
      this.empty.textContent = this.rows.length ? "" : texts.liste.vide;
      this.parent.dataset.rows = this.rows.length;
      await this._page(PAGE, false);
    }
    this._mark();
  }

  async _page(end, keepFocus) {
    const from = keepFocus ? this.end : 0;
    this.end = end;
    const wanted = this.rows.slice(from, end);
    const { signature } = this;
    const labels = await Promise.all(wanted.map((row) => rowTexts(this.points, row)));
    if (signature !== this.signature) return;
    const items = wanted.map((row, rank) => this._item(row, labels[rank]));
    if (keepFocus) this.items.append(...items);
    else this.items.replaceChildren(...items);
    this.more.hidden = end >= this.rows.length;
    this.more.textContent = sentence(this.texts.liste.suite, { n: Math.min(PAGE, this.rows.length - end) });
    if (keepFocus) items[0]?.querySelector("button").focus();
    this._mark();
  }

  _item(row, { id, nom, lieu, resume, nature, precision }) {
    const place = this.points.lon[row] === null ? this.texts.liste.sansPoint : precision;
    const button = element("button", { attributes: { type: "button", "data-pole": id }, on: { click: () => this.open(id) } },
      element("span", { className: "nom", text: nom }),
      element("span", { className: "lieu", text: [lieu, place].filter(Boolean).join(" · ") }),
      element("span", { className: "resume-pole", text: resume }));
    const badge = nature === "projet" ? element("span", { className: "nature", text: this.texts.liste.projet }) : null;
    button.querySelector(".nom").append(badge ?? "");
    return element("li", { attributes: { "data-row": row } }, button);
  }

  _mark() {
    for (const item of this.items.children) {
      const row = Number(item.dataset.row);
      item.firstChild.setAttribute("aria-current", String(row === this.data.sel));
      item.classList.toggle("eclairee", (this.data.lit ?? []).includes(row));
    }
  }
}

const mounted = new WeakMap();

export default function render(component) {
  const parent = component.parentElement;
  if (!mounted.has(parent)) mounted.set(parent, new List(parent));
  mounted.get(parent).update(component);
}
