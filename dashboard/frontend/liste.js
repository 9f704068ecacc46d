// The list, twin of the map: the same rows, since it passes its own command on to the map, in alphabetical order.

import { Around, byDistance, startingPlace } from "./autour.js";
import { element, fetchJson, maskOf, rowTexts, sentence } from "./donnees.js";
import { markStars, star } from "./etoile.js";
import { link, pageAddress } from "./liens.js";
import { afterMap, answerMap, showOnMap } from "./vers-la-carte.js";

const PAGE = 50;

class List {
  constructor(parent) {
    this.parent = parent;
    this.title = element("h2", { attributes: { id: "liste-titre" } });
    this.items = element("ul", { className: "liste-poles", attributes: { "aria-labelledby": "liste-titre" } });
    this.more = element("button", { className: "suite", attributes: { type: "button" }, on: { click: () => this._page(this.end + PAGE, true) } });
    this.empty = element("p", { className: "liste-vide" });
    this.embed = element("a", { className: "liste-integrer", attributes: { target: "_self", href: "integrer" }, on: { click: () => { this.embed.href = `integrer${location.search}`; } } });
    this.around = new Around(() => this._show());
    const head = element("div", { className: "liste-tete" }, this.title, this.around.toggle);
    this.session = element("p", { className: "liste-seance" });
    parent.replaceChildren(element("section", { className: "liste" }, head, this.around.panel, this.session, this.empty, this.items, this.more, this.embed));
    this.end = PAGE;
    document.addEventListener("apercu", ({ detail }) => { if (this.parent.isConnected) this._foresee(detail); });
  }

  update({ data, setTriggerValue }) {
    this.ask = (what) => setTriggerValue("demande", what);
    answerMap((pole) => this.ask({ pole }));
    return this._follow(data.serie < this.foreseen ? { ...data, f: this.data.f, serie: this.data.serie } : data);
  }

  /** What a filter just ticked will show; an answer to an earlier click does not undo it. */
  _foresee({ facette, bits, serie }) {
    if (!this.data) return;
    const { [facette]: _, ...others } = this.data.f ?? {};
    this.foreseen = serie;
    this._follow({ ...this.data, f: bits === null ? others : { ...others, [facette]: bits }, serie });
  }

  async _follow(data) {
    this.data = data;
    showOnMap(data);
    await afterMap();
    const [points, texts, speaking] = await Promise.all([
      fetchJson("points.json"), fetchJson("phrases.json"), data.seances ? fetchJson(data.seances) : {}, this.around.ready,
    ]);
    if (data !== this.data) return;
    this.speaking = speaking;
    this.points = points;
    this.texts = texts;
    const signature = JSON.stringify([Object.entries(data.f ?? {}).sort(), data.r, data.p, data.mots, data.lit, data.seance?.id]);
    if (signature !== this.signature) {
      const mask = await maskOf(data, points);
      if (data !== this.data) return;
      this.signature = signature;
      this.shown = [];
      for (let row = 0; row < mask.length; row++) if (mask[row]) this.shown.push(row);
      this.title.textContent = sentence(texts.liste.titre, { n: this.shown.length });
      this.embed.textContent = texts.liste.integrer;
      this.empty.textContent = this.shown.length ? "" : texts.liste.vide;
      this.parent.dataset.rows = this.shown.length;
      await this._show();
    }
    this._mark();
  }

  /** The rows in their order: the lit session's then the catalogue's, or from the nearest to the farthest. */
  async _show() {
    this.order = (this.order ?? 0) + 1;
    this.km = null;
    const lit = (this.data.lit ?? []).filter((row) => this.shown.includes(row));
    this.rows = lit.length ? [...lit, ...this.shown.filter((row) => !lit.includes(row))] : this.shown;
    if (startingPlace()) {
      const near = byDistance(this.shown, this.points);
      [this.rows, this.km] = [near.sorted, near.km];
      this.around.say(near);
    }
    this._sayLit(lit.length);
    await this._page(PAGE, false);
  }

  /** Say which rows are those of the chosen session, and lead back to it. */
  _sayLit(n) {
    const { seance } = this.data;
    this.session.hidden = !seance;
    if (!seance) return;
    const words = this.texts.liste;
    const text = n ? sentence(this.km ? words.marquees : words.enTete, { n, seance: seance.titre }) : sentence(words.sansRang, { seance: seance.titre });
    this.session.replaceChildren(
      element("span", { text }),
      link(pageAddress("programme", { seance: seance.id }), () => this.ask({ aller: "programme", seance: seance.id }),
        { className: "lien", text: words.voirSeance }));
  }

  async _page(end, keepFocus) {
    const from = keepFocus ? this.end : 0;
    this.end = end;
    const wanted = this.rows.slice(from, end);
    const { signature, order } = this;
    const labels = await Promise.all(wanted.map((row) => rowTexts(this.points, row)));
    if (signature !== this.signature || order !== this.order) return;
    const items = wanted.map((row, rank) => this._item(row, labels[rank]));
    if (keepFocus) this.items.append(...items);
    else this.items.replaceChildren(...items);
    this.more.hidden = end >= this.rows.length;
    this.more.textContent = sentence(this.texts.liste.suite, { n: Math.min(PAGE, this.rows.length - end) });
    if (keepFocus) items[0]?.querySelector("button").focus();
    this._mark();
  }

  _item(row, { id, nom, lieu, resume, nature, precision }) {
    const button = element("button", { attributes: { type: "button", "data-pole": id }, on: { click: () => this.ask({ pole: id }) } },
      element("span", { className: "nom", text: nom }),
      element("span", { className: "lieu" }, ...this._distance(row), [lieu, precision].filter(Boolean).join(" · ")),
      element("span", { className: "resume-pole", text: resume }),
      ...(this.speaking[id] ?? []).map((text) => element("span", { className: "au-programme", text })));
    const badge = nature === "projet" ? element("span", { className: "nature", text: this.texts.liste.projet }) : null;
    button.querySelector(".nom").append(badge ?? "");
    const pinned = star(`p.${id}`, nom, this.texts.etoile, this.data.etoiles.p.includes(id), this.ask);
    return element("li", { attributes: { "data-row": row } }, button, pinned);
  }

  _distance(row) {
    const text = this.km ? this.around.label(this.km.get(row), this.points.signes[this.points.precision[row]].vague) : "";
    return text ? [element("span", { className: "distance", text }), " · "] : [];
  }

  _mark() {
    markStars(this.items, this.data.etoiles);
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
