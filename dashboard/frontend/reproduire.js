// « Reproduire »: the lines of pandas behind some figures, fetched when they are asked for, and a button that copies them.

import { element, fetchJson } from "./donnees.js";

export class Reproduction {
  constructor(texts) {
    this.texts = texts;
    this.code = element("code");
    this.said = element("span", { className: "copie", attributes: { role: "status" } });
    this.copy = element("button", {
      className: "copier", text: texts.copier, attributes: { type: "button" }, on: { click: () => this._copy() },
    });
    this.kind = "csv";
    const kinds = ["csv", "parquet"].map((kind) => element("option", { text: kind === "csv" ? "CSV" : "Parquet", attributes: { value: kind } }));
    const choice = element("select", {
      attributes: { "aria-label": texts.fichier },
      on: { change: () => { this.kind = choice.value; this._load(); } },
    }, ...kinds);
    this.file = element("a", { className: "lien", text: texts.telecharger, attributes: { download: true } });
    this.node = element("details", { className: "reproduire", on: { toggle: () => this._load() } },
      element("summary", { text: texts.titre }),
      element("p", { className: "reproduire-chapo", text: texts.chapo }),
      element("div", { className: "reproduire-outils" }, element("span", { text: texts.fichier }), choice, this.file, this.copy, this.said),
      element("pre", { attributes: { tabindex: "0", "aria-label": texts.titre } }, this.code));
  }

  /** The address of the lines that go with the figures now shown. */
  show(address) {
    this.address = address;
    return this._load();
  }

  async _load() {
    const address = this._wanted();
    if (!this.node.open || address === this.shown) return;
    const [answer, { base }] = await Promise.all([fetch(address), fetchJson("phrases-export.json")]);
    const lines = answer.ok ? await answer.text() : "";
    if (address !== this._wanted()) return;
    this.shown = lines ? address : undefined;
    this.code.textContent = lines;
    this.file.href = `${base}${this.kind}${this.address.slice(this.address.indexOf("?"))}`;
    this.said.textContent = "";
  }

  _wanted() {
    return this.kind === "csv" ? this.address : `${this.address}&fichier=${this.kind}`;
  }

  async _copy() {
    try {
      await navigator.clipboard.writeText(this.code.textContent);
      this.said.textContent = this.texts.copie;
    } catch {
      this.said.textContent = this.texts.echec;
    }
  }
}

const mounted = new WeakMap();

/** Alone, below what Streamlit draws itself. */
export default async function render({ parentElement, data }) {
  const { textes } = await fetchJson("phrases-croisements.json");
  if (!mounted.has(parentElement)) {
    mounted.set(parentElement, new Reproduction(textes.reproduire));
    parentElement.replaceChildren(mounted.get(parentElement).node);
  }
  mounted.get(parentElement).show(data.reproduire);
}
