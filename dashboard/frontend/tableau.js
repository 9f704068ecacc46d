// The selection as a table: the server sends the fifty rows of a page; headings sort, a name opens its sheet.

import { element, fetchJson, formatNumber, sentence } from "./donnees.js";

const isWeb = (text) => /^https?:\/\//.test(text);
const host = (url) => {
  try {
    return new URL(url).host.replace(/^www\./, "");
  } catch {
    return url;
  }
};

class Table {
  constructor(parent) {
    this.parent = parent;
    this.tools = element("div", { className: "tableau-outils" });
    this.caption = element("caption");
    this.head = element("tr");
    this.body = element("tbody");
    this.table = element("table", {}, this.caption, element("thead", {}, this.head), this.body);
    this.scroll = element("div", { className: "tableau-defile", attributes: { tabindex: "0", role: "region" } }, this.table);
    this.empty = element("p", { className: "liste-vide" });
    this.pages = element("nav", { className: "tableau-pages" });
    parent.replaceChildren(element("section", { className: "tableau" }, this.tools, this.empty, this.scroll, this.pages));
  }

  async update({ data, setTriggerValue }) {
    this.ask = (what) => setTriggerValue("demande", what);
    this.data = data;
    this.texts ??= await fetchJson("phrases-donnees.json");
    if (data !== this.data) return;
    if (!this.titles) this._build();
    this._showColumns();
    this._showHead();
    this._showRows();
    this._showPages();
    this.parent.dataset.page = data.page;
    this.parent.dataset.lignes = data.n;
  }

  _build() {
    const { texts } = this;
    this.titles = new Map(texts.groupes.flatMap(({ colonnes }) => colonnes).map((column) => [column.cle, column]));
    this.boxes = new Map();
    const groups = texts.groupes.map(({ titre, colonnes }) => element("fieldset", {}, element("legend", { text: titre }),
      ...colonnes.filter(({ cle }) => cle !== texts.nom).map(({ cle, titre: title }) => {
        const box = element("input", {
          attributes: { type: "checkbox" },
          on: { change: () => this.ask({ colonnes: [...this.boxes].filter(([, { checked }]) => checked).map(([key]) => key) }) },
        });
        this.boxes.set(cle, box);
        return element("label", {}, box, element("span", { text: title }));
      })));
    const reset = element("button", {
      className: "lien", text: texts.colonnesReprendre, attributes: { type: "button" },
      on: { click: () => this.ask({ colonnes: texts.deDepart }) },
    });
    this.columnsCount = element("span", { className: "facette-nombre" });
    this.chooser = element("details", { className: "colonnes" },
      element("summary", {}, element("span", { text: texts.colonnes }), this.columnsCount),
      element("div", { className: "colonnes-choix" }, element("p", {}, element("span", { text: texts.colonnesAide }), reset), ...groups));
    document.addEventListener("click", (event) => { if (!this.chooser.contains(event.target)) this.chooser.open = false; });
    this.chooser.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      this.chooser.open = false;
      this.chooser.querySelector("summary").focus();
    });
    this.status = element("p", { className: "tableau-page", attributes: { role: "status" } });
    this.tools.replaceChildren(this.chooser, this.status);
    const step = (by, text, sign) => element("button", {
      text: sign, attributes: { type: "button", "aria-label": text }, on: { click: () => this._turn(this.data.page + by) },
    });
    this.previous = step(-1, texts.precedente, "‹");
    this.next = step(1, texts.suivante, "›");
    this.number = element("input", {
      attributes: { type: "number", min: 1, step: 1, inputmode: "numeric" },
      on: { change: () => this._turn(Math.min(this.data.pages, Math.max(1, Math.round(Number(this.number.value)) || 1))) },
    });
    this.total = element("span");
    this.pages.setAttribute("aria-label", texts.pages);
    this.pages.replaceChildren(this.previous, element("label", {}, element("span", { text: texts.aller }), this.number), this.total, this.next);
  }

  _turn(page) {
    this.turned = true;
    this.ask({ page });
  }

  _showColumns() {
    for (const [key, box] of this.boxes) box.checked = this.data.colonnes.includes(key);
    this.columnsCount.textContent = formatNumber(this.data.colonnes.length + 1);
  }

  _showHead() {
    const { texts, data } = this;
    const focused = this.head.contains(document.activeElement) ? document.activeElement.dataset.cle : null;
    const headings = [texts.nom, ...data.colonnes].map((key) => {
      const { titre, genre } = this.titles.get(key);
      const sort = data.tri !== key ? null : data.decroissant ? "descending" : "ascending";
      const button = element("button", {
        attributes: { type: "button", "data-cle": key, title: sentence(texts.trier, { colonne: titre }) },
        on: { click: () => { this.turned = true; this.ask({ tri: key }); } },
      }, element("span", { text: titre }), element("span", { className: "fleche", text: sort ? (data.decroissant ? "↓" : "↑") : "↕", attributes: { "aria-hidden": "true" } }));
      return element("th", { className: genre, attributes: { scope: "col", "aria-sort": sort } }, button);
    });
    this.head.replaceChildren(...headings);
    if (focused) this.head.querySelector(`[data-cle="${focused}"]`)?.focus({ preventScroll: true });
    const order = sentence(texts.ordre, { colonne: this.titles.get(data.tri).titre, sens: data.decroissant ? texts.decroissant : texts.croissant });
    this.caption.textContent = `${sentence(texts.legende, { n: data.n })}. ${order}.`;
    this.scroll.setAttribute("aria-label", this.caption.textContent);
  }

  _showRows() {
    const { data, texts } = this;
    const kinds = data.colonnes.map((key) => this.titles.get(key).genre);
    const rows = data.lignes.map(([id, name, ...cells]) => element("tr", { attributes: { "data-pole": id } },
      element("th", { attributes: { scope: "row" } },
        element("button", { text: name, attributes: { type: "button", title: texts.fiche }, on: { click: () => this.ask({ id }) } })),
      ...cells.map((cell, rank) => this._cell(cell, kinds[rank]))));
    this.body.replaceChildren(...rows);
    this.empty.textContent = rows.length ? "" : texts.vide;
    this.scroll.hidden = !rows.length;
    if (this.turned) this.scroll.scrollTop = 0;
    this.turned = false;
  }

  _cell(text, kind) {
    if (!text) {
      return element("td", { className: "vide" }, element("span", { text: "–", attributes: { "aria-hidden": "true" } }),
        element("span", { className: "hors-vue", text: this.texts.nonRenseigne }));
    }
    if (kind !== "liens") return element("td", { className: kind, text });
    const links = text.split(" ").filter(isWeb).map((url) =>
      element("a", { text: host(url), attributes: { href: url, target: "_blank", rel: "noopener noreferrer nofollow" } }));
    return element("td", { className: kind }, ...links);
  }

  _showPages() {
    const { data, texts } = this;
    this.pages.hidden = data.pages < 2;
    this.previous.disabled = data.page <= 1;
    this.next.disabled = data.page >= data.pages;
    if (document.activeElement !== this.number) this.number.value = data.page;
    this.number.max = data.pages;
    this.total.textContent = `/ ${formatNumber(data.pages)}`;
    this.status.textContent = data.lignes.length
      ? sentence(texts.page, {
        page: formatNumber(data.page), pages: formatNumber(data.pages), premier: formatNumber(data.premier),
        dernier: formatNumber(data.premier + data.lignes.length - 1),
      })
      : "";
  }
}

const mounted = new WeakMap();

export default function render(component) {
  const parent = component.parentElement;
  if (!mounted.has(parent)) mounted.set(parent, new Table(parent));
  mounted.get(parent).update(component);
}
