// Two dimensions crossed: the choices, the table whose cells are tinted, how to read it. Figures come from the server.

import { element, fetchJson, formatNumber } from "./donnees.js";
import { Reproduction } from "./reproduire.js";

const MEASURES = ["nombre", "part-ligne", "part-colonne"];

/** The key of tints: one square for zero, one for each class. */
export function tintKey(label, zero, classes) {
  const entry = (tint, text) =>
    element("li", {}, element("span", { className: `carre teinte-${tint}`, attributes: { "aria-hidden": "true" } }), element("span", { text }));
  return element("div", { className: "cle-teintes" }, element("span", { className: "cle-titre", text: label }),
    element("ul", {}, entry(0, zero), ...classes.map((text, rank) => entry(rank + 1, text))));
}

class Crosstab {
  constructor(parent, { dimensions, textes }) {
    this.dimensions = dimensions;
    this.textes = textes;
    this.choices = {};
    this.key = element("div");
    this.table = element("table");
    this.notes = element("ul", { className: "notes" });
    this.empty = element("p", { className: "croisement-vide" });
    this.scroller = element("div", {
      className: "defile", attributes: { role: "region", tabindex: "0", "aria-label": textes.defiler },
    }, this.table);
    this.reproduction = new Reproduction(textes.reproduire);
    parent.replaceChildren(element("section", { className: "croisement" },
      this._controls(), this.empty, this.key, this.scroller, this.notes, this.reproduction.node));
    this.parent = parent;
  }

  update({ data, setTriggerValue }) {
    this.data = data;
    this.ask = (changes) => setTriggerValue("choix", { ...this.asked, ...changes });
    this.asked = { lignes: data.choix.lignes, colonnes: data.choix.colonnes, mesure: data.choix.mesure, maille: data.choix.maille };
    for (const name of ["lignes", "colonnes"]) this.choices[name].value = data.choix[name];
    this.choices.mesures.forEach((radio) => { radio.checked = radio.value === data.choix.mesure; });
    const isEmpty = data.poles === 0;
    this.empty.textContent = isEmpty ? this.textes.vide : "";
    for (const node of [this.key, this.scroller, this.notes, this.reproduction.node]) node.hidden = isEmpty;
    if (!isEmpty) {
      this.key.replaceChildren(tintKey(this.textes.legende, this.textes.zero, data.legende));
      this.notes.replaceChildren(...data.notes.map((text) => element("li", { text })));
      this._fill(data);
      this.reproduction.show(data.reproduire);
    }
    this.parent.dataset.painted = data.serie;
  }

  _controls() {
    const { textes } = this;
    const select = (name) => {
      this.choices[name] = element("select", { attributes: { id: `croiser-${name}` }, on: { change: () => this.ask({ [name]: this.choices[name].value }) } },
        ...this.dimensions.map(({ cle, titre }) => element("option", { text: titre, attributes: { value: cle } })));
      return element("div", { className: "choix-dimension" },
        element("label", { text: textes[name], attributes: { for: `croiser-${name}` } }), this.choices[name]);
    };
    const swap = element("button", {
      className: "echanger", attributes: { type: "button", "aria-label": textes.echanger, title: textes.echanger },
      on: { click: () => this.ask({ lignes: this.asked.colonnes, colonnes: this.asked.lignes, mesure: this._turned() }) },
    }, element("span", { text: "⇄", attributes: { "aria-hidden": "true" } }));
    this.choices.mesures = MEASURES.map((measure) =>
      element("input", { attributes: { type: "radio", name: "mesure", value: measure }, on: { change: () => this.ask({ mesure: measure }) } }));
    const measures = element("fieldset", { className: "mesures" }, element("legend", { text: textes.mesure }),
      ...this.choices.mesures.map((radio) => element("label", {}, radio, element("span", { text: textes.mesures[radio.value] }))));
    return element("div", { className: "choix-croisement" }, select("lignes"), swap, select("colonnes"), measures);
  }

  /** A table turned over keeps its percentages. */
  _turned() {
    return { "part-ligne": "part-colonne", "part-colonne": "part-ligne" }[this.asked.mesure] ?? this.asked.mesure;
  }

  _fill({ choix, lignes, colonnes, chiffres, teintes, totauxLignes, totauxColonnes, poles }) {
    const { textes } = this;
    const dimension = (key) => this.dimensions.find(({ cle }) => cle === key);
    const [rows, columns] = [dimension(choix.lignes), dimension(choix.colonnes)];
    const unit = choix.mesure === "nombre" ? "" : "\u00a0%";
    const head = (text, scope, className) => element("th", { text, className, attributes: { scope } });
    const figure = (value, tint) => {
      if (value === null) {
        return element("td", { className: "peu", attributes: { title: textes.peu } },
          element("span", { text: "–", attributes: { "aria-hidden": "true" } }), element("span", { className: "hors-vue", text: textes.peu }));
      }
      return element("td", { className: `teinte-${tint}`, text: `${formatNumber(value)}${unit}` });
    };
    const total = (value) => element("td", { className: "total", text: formatNumber(value) });
    this.table.replaceChildren(
      element("caption", {}, element("span", { text: `${rows.titre} × ${columns.titre}` })),
      element("thead", {}, element("tr", {}, element("th", { className: "coin", attributes: { scope: "col" } },
        element("span", { text: rows.titre })),
      ...colonnes.map((rank) => head(columns.valeurs[rank], "col")), head(textes.total, "col", "total"))),
      element("tbody", {}, ...lignes.map((rank, line) => element("tr", {}, head(rows.valeurs[rank], "row"),
        ...chiffres[line].map((value, column) => figure(value, teintes[line][column])), total(totauxLignes[line])))),
      element("tfoot", {}, element("tr", {}, head(textes.total, "row"), ...totauxColonnes.map(total), total(poles))));
  }
}

const mounted = new WeakMap();

export default async function render(component) {
  const parent = component.parentElement;
  const phrases = await fetchJson("phrases-croisements.json");
  if (!mounted.has(parent)) mounted.set(parent, new Crosstab(parent, phrases));
  mounted.get(parent).update(component);
}
