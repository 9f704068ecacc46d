// The facets: native check boxes with live counts. What is ticked shows at once; the server's counts follow.

import { Years } from "./annees.js";
import { element, fetchJson, formatNumber, joinBits, sentence } from "./donnees.js";
import { afterMap, foresee } from "./vers-la-carte.js";

const SHORT_LIST = 6;
const OPEN_AT_FIRST = 3;
const TYPING_PAUSE_MS = 300;

class Filters {
  constructor(parent) {
    this.parent = parent;
    this.serie = 0;
    this.chosen = {};
    this.every = new Set();
    this.boxes = new Map();
    this.blocks = new Map();
  }

  async update({ data, setTriggerValue }) {
    this.send = () => {
      this.serie = Math.max(Date.now(), this.serie + 1);
      setTriggerValue("choix", { serie: this.serie, chosen: this.chosen, tous: [...this.every], q: this.search.value });
    };
    this.data = data;
    await afterMap();
    this.vocabulary ??= await fetchJson("facettes.json");
    if (!this.search) this._build();
    this._show(this.data);
  }

  _build() {
    const { textes, facettes, vues } = this.vocabulary;
    this.search = element("input", {
      attributes: { type: "search", id: "recherche", placeholder: textes.exemple, autocomplete: "off", enterkeyhint: "search" },
      on: {
        input: () => {
          clearTimeout(this.typing);
          this.typing = setTimeout(() => this.send(), TYPING_PAUSE_MS);
        },
        change: () => {
          clearTimeout(this.typing);
          if (this.search.value !== this.data.q) this.send();
        },
      },
    });
    const order = element("select", {
      attributes: { "aria-label": textes.ordre }, on: { change: () => this._sort(order.value) },
    }, element("option", { text: textes.parNombre, attributes: { value: "nombre" } }),
    element("option", { text: textes.parNom, attributes: { value: "nom" } }));
    const label = element("label", { text: textes.recherche, attributes: { for: "recherche" } });
    this.parent.replaceChildren(
      element("div", { className: "filtres", attributes: { role: "search", "aria-label": textes.titre } },
        element("div", { className: "filtres-tete" }, element("h2", { text: textes.titre }), order),
        element("div", { className: "champ-recherche" }, label, this.search),
        vues.length ? this._views(vues) : null,
        ...facettes.map((facet, rank) => this._facet(facet, rank)),
      ),
    );
  }

  /** The views that the site proposes: links that one may copy; a click applies them here. */
  _views(views) {
    const items = views.map(({ nom, description, lien, filtres }) =>
      element("li", {}, element("a", {
        text: nom, attributes: { href: lien, title: description, target: "_self" },
        on: {
          click: (event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            this.chosen = filtres.chosen;
            this.every = new Set(filtres.tous);
            this.search.value = filtres.q;
            this._mark();
            this.send();
          },
        },
      }), element("span", { text: description })));
    const { textes } = this.vocabulary;
    return element("details", { className: "vues-proposees" },
      element("summary", { text: textes.vues }), element("ul", {}, ...items));
  }

  _facet(facet, rank) {
    const badge = element("span", { className: "facette-nombre" });
    const block = element("details", { className: "facette", attributes: { "data-facette": facet.cle } },
      element("summary", {}, element("span", { text: facet.titre }), badge));
    block.open = rank < OPEN_AT_FIRST || Boolean(this.data.chosen[facet.cle]);
    this.blocks.set(facet.cle, { badge });
    if (facet.genre === "annees") {
      const years = new Years(facet, this.vocabulary.textes, (codes) => this._choose(facet.cle, codes));
      block.append(years.node);
      this.blocks.set(facet.cle, { badge, years });
      return block;
    }
    const rows = facet.valeurs.map((value) => this._value(facet, value));
    const list = element("ul", {}, ...rows);
    block.append(list);
    const more = this._more(list, facet.valeurs.filter(({ n }) => n).length);
    if (more) block.append(more);
    const every = facet.multiple ? this._everySwitch(facet) : null;
    if (every) block.append(every.node);
    this.blocks.set(facet.cle, { badge, list, every });
    return block;
  }

  /** The button that shows the rest of a long list. */
  _more(list, present) {
    if (present <= SHORT_LIST + 1) return null;
    list.classList.add("courte");
    const { plus, moins } = this.vocabulary.textes;
    const closed = sentence(plus, { n: present - SHORT_LIST });
    const more = element("button", {
      className: "lien", text: closed, attributes: { type: "button", "aria-expanded": "false" },
      on: {
        click: () => {
          const isShort = list.classList.toggle("courte");
          more.setAttribute("aria-expanded", String(!isShort));
          more.textContent = isShort ? closed : moins;
        },
      },
    });
    return more;
  }

  /** « au moins une / toutes », shown once a value is chosen. */
  _everySwitch(facet) {
    const { cochees, auMoinsUne, toutes } = this.vocabulary.textes;
    const radio = (isEvery, text) => {
      const input = element("input", {
        attributes: { type: "radio", name: `tous-${facet.cle}` },
        on: {
          change: () => {
            this.every[isEvery ? "add" : "delete"](facet.cle);
            this.send();
            this._foresee(facet.cle);
          },
        },
      });
      return [input, element("label", {}, input, element("span", { text }))];
    };
    const [one, oneLabel] = radio(false, auMoinsUne);
    const [all, allLabel] = radio(true, toutes);
    const node = element("fieldset", { className: "tous", attributes: { hidden: true } }, element("legend", { text: cochees }), oneLabel, allLabel);
    return { node, one, all };
  }

  _value(facet, value) {
    const box = element("input", {
      attributes: { type: "checkbox", name: facet.cle, value: value.code },
      on: {
        change: () => {
          const codes = new Set(this.chosen[facet.cle] ?? []);
          codes[box.checked ? "add" : "delete"](value.code);
          this._choose(facet.cle, facet.valeurs.map(({ code }) => code).filter((code) => codes.has(code)));
        },
      },
    });
    const count = element("span", { className: "compte" });
    const bar = element("span", { className: "barre", attributes: { "aria-hidden": "true" } });
    const row = element("li", { className: value.n ? "" : "absente" },
      element("label", {}, box, element("span", { className: "valeur", text: value.titre }), count, bar));
    this.boxes.set(`${facet.cle}:${value.code}`, { box, count, bar, row });
    return row;
  }

  _choose(key, codes) {
    this.chosen = { ...this.chosen, [key]: codes };
    if (!codes.length) this.every.delete(key);
    this._mark();
    this.send();
    this._foresee(key);
  }

  /** Show at once, on the map and in the list, the rows that the server will answer; its counts follow. */
  _foresee(key) {
    const { genre, valeurs } = this.vocabulary.facettes.find(({ cle }) => cle === key);
    if (genre === "annees") return;
    const chosen = valeurs.filter(({ code }) => this.chosen[key].includes(code)).map(({ cellules }) => cellules);
    foresee({ facette: key, bits: chosen.length ? joinBits(chosen, this.every.has(key)) : null, serie: this.serie });
  }

  /** Put each facet's values in the order asked: by number of rows, as they come, or by name; what no row has is last. */
  _sort(order) {
    for (const facet of this.vocabulary.facettes) {
      const { list } = this.blocks.get(facet.cle);
      if (!list) continue;
      const last = ({ code, n }) => (n === 0 ? 2 : code === "non-renseigne" ? 1 : 0);
      const values = order === "nom"
        ? [...facet.valeurs].sort((a, b) => last(a) - last(b) || a.titre.localeCompare(b.titre, "fr"))
        : facet.valeurs;
      list.append(...values.map(({ code }) => this.boxes.get(`${facet.cle}:${code}`).row));
    }
  }

  /** What came from the server, unless the visitor has ticked something since. */
  _show({ serie, chosen, tous, counts, q, total }) {
    if (serie >= this.serie) {
      delete document.documentElement.dataset.attente;
      this.chosen = chosen;
      this.every = new Set(tous);
      if (document.activeElement !== this.search || !this.typing) this.search.value = q;
      this._mark();
    }
    this.vocabulary.facettes.forEach((facet, place) => {
      const { years } = this.blocks.get(facet.cle);
      if (years) {
        years.show(counts[place]);
        return;
      }
      const whole = Math.max(total, ...counts[place]);
      facet.valeurs.forEach(({ code }, rank) => {
        const { count, bar, row } = this.boxes.get(`${facet.cle}:${code}`);
        const n = counts[place][rank];
        count.textContent = formatNumber(n);
        bar.style.width = `${whole ? Math.round((100 * n) / whole) : 0}%`;
        row.classList.toggle("vide", n === 0);
      });
    });
    this.parent.dataset.serie = serie;
  }

  _mark() {
    for (const facet of this.vocabulary.facettes) {
      const codes = this.chosen[facet.cle] ?? [];
      const { badge, years, every } = this.blocks.get(facet.cle);
      badge.textContent = codes.length ? formatNumber(codes.length) : "";
      if (years) {
        years.mark(codes);
        continue;
      }
      for (const { code } of facet.valeurs) {
        const { box, row } = this.boxes.get(`${facet.cle}:${code}`);
        box.checked = codes.includes(code);
        row.classList.toggle("choisie", box.checked);
      }
      if (!every) continue;
      every.node.hidden = codes.length === 0;
      every[this.every.has(facet.cle) ? "all" : "one"].checked = true;
    }
  }
}

const mounted = new WeakMap();

export default function render(component) {
  const parent = component.parentElement;
  if (!mounted.has(parent)) mounted.set(parent, new Filters(parent));
  mounted.get(parent).update(component);
}
