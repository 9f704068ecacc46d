// The facets: native check boxes with live counts. What is ticked shows at once; the server's counts follow.

import { element, fetchJson, formatNumber, sentence } from "./donnees.js";

const SHORT_LIST = 6;
const TYPING_PAUSE_MS = 300;

class Filters {
  constructor(parent) {
    this.parent = parent;
    this.serie = 0;
    this.chosen = {};
    this.boxes = new Map();
  }

  async update({ data, setTriggerValue }) {
    this.send = () => {
      this.serie = Date.now();
      setTriggerValue("choix", { serie: this.serie, chosen: this.chosen, q: this.search.value });
    };
    this.data = data;
    this.vocabulary ??= await fetchJson("facettes.json");
    if (!this.search) this._build();
    this._show(this.data);
  }

  _build() {
    const { textes, facettes } = this.vocabulary;
    this.search = element("input", {
      attributes: { type: "search", id: "recherche", placeholder: textes.exemple, autocomplete: "off", enterkeyhint: "search" },
      on: {
        input: () => {
          clearTimeout(this.typing);
          this.typing = setTimeout(this.send, TYPING_PAUSE_MS);
        },
        change: () => {
          clearTimeout(this.typing);
          if (this.search.value !== this.data.q) this.send();
        },
      },
    });
    const label = element("label", { text: textes.recherche, attributes: { for: "recherche" } });
    this.parent.replaceChildren(
      element("div", { className: "filtres", attributes: { role: "search", "aria-label": textes.titre } },
        element("h2", { text: textes.titre }),
        element("div", { className: "champ-recherche" }, label, this.search),
        ...facettes.map((facet, rank) => this._facet(facet, rank)),
      ),
    );
  }

  _facet(facet, rank) {
    const rows = facet.valeurs.map((value) => this._value(facet, value));
    const list = element("ul", {}, ...rows);
    const block = element("details", { className: "facette", attributes: { "data-facette": facet.cle } },
      element("summary", {}, element("span", { text: facet.titre }), element("span", { className: "facette-nombre" })), list);
    block.open = rank < 3;
    if (rows.length > SHORT_LIST + 1) {
      list.classList.add("courte");
      const { plus, moins } = this.vocabulary.textes;
      const more = element("button", {
        className: "lien", text: sentence(plus, { n: rows.length - SHORT_LIST }), attributes: { type: "button", "aria-expanded": "false" },
        on: {
          click: () => {
            const isShort = list.classList.toggle("courte");
            more.setAttribute("aria-expanded", String(!isShort));
            more.textContent = isShort ? sentence(plus, { n: rows.length - SHORT_LIST }) : moins;
          },
        },
      });
      block.append(more);
    }
    return block;
  }

  _value(facet, value) {
    const box = element("input", {
      attributes: { type: "checkbox", name: facet.cle, value: value.code },
      on: {
        change: () => {
          const codes = new Set(this.chosen[facet.cle] ?? []);
          codes[box.checked ? "add" : "delete"](value.code);
          this.chosen = { ...this.chosen, [facet.cle]: facet.valeurs.map(({ code }) => code).filter((code) => codes.has(code)) };
          this._mark();
          this.send();
        },
      },
    });
    const count = element("span", { className: "compte" });
    const bar = element("span", { className: "barre", attributes: { "aria-hidden": "true" } });
    const row = element("li", {}, element("label", {}, box, element("span", { className: "valeur", text: value.titre }), count, bar));
    this.boxes.set(`${facet.cle}:${value.code}`, { box, count, bar, row });
    return row;
  }

  /** What came from the server, unless the visitor has ticked something since. */
  _show({ serie, chosen, counts, q, total }) {
    if (serie >= this.serie) {
      this.chosen = chosen;
      if (document.activeElement !== this.search || !this.typing) this.search.value = q;
      this._mark();
    }
    for (const facet of this.vocabulary.facettes) {
      facet.valeurs.forEach(({ code }, rank) => {
        const { count, bar, row } = this.boxes.get(`${facet.cle}:${code}`);
        const n = counts[facet.cle][rank];
        count.textContent = formatNumber(n);
        bar.style.width = `${total ? Math.round((100 * n) / total) : 0}%`;
        row.classList.toggle("vide", n === 0);
      });
    }
    this.parent.dataset.serie = serie;
  }

  _mark() {
    for (const facet of this.vocabulary.facettes) {
      const codes = this.chosen[facet.cle] ?? [];
      for (const { code } of facet.valeurs) {
        const { box, row } = this.boxes.get(`${facet.cle}:${code}`);
        box.checked = codes.includes(code);
        row.classList.toggle("choisie", box.checked);
      }
      const badge = this.parent.querySelector(`[data-facette="${facet.cle}"] .facette-nombre`);
      badge.textContent = codes.length ? formatNumber(codes.length) : "";
    }
  }
}

const mounted = new WeakMap();

export default function render(component) {
  const parent = component.parentElement;
  if (!mounted.has(parent)) mounted.set(parent, new Filters(parent));
  mounted.get(parent).update(component);
}
