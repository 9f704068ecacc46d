// « Intégrer »: what to show and how high, the lines to copy, and how it looks.

import { element, fetchJson, sentence } from "./donnees.js";

const PARTS = ["carte", "liste", "filtres", "programme"];
const HEIGHTS = { least: 280, most: 2000, first: 640 };
const SITE = new URL("../../../", import.meta.url);

const escape = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

class Builder {
  constructor(parent, texts) {
    this.texts = texts;
    this.parts = new Map(PARTS.map((part) => [part, this._box(part)]));
    this.height = element("input", { attributes: { type: "number", id: "integrer-hauteur", min: HEIGHTS.least, max: HEIGHTS.most, step: 20, value: HEIGHTS.first }, on: { input: () => this._later() } });
    this.keep = element("input", { attributes: { type: "checkbox", checked: true }, on: { change: () => this._draw() } });
    this.kept = element("span");
    this.code = element("textarea", { attributes: { id: "integrer-code", readonly: true, rows: 7, spellcheck: "false" }, on: { focus: () => this.code.select() } });
    this.copied = element("p", { className: "integrer-etat", attributes: { role: "status" } });
    this.pages = element("select", { attributes: { id: "integrer-page" }, on: { change: () => this._draw() } });
    this.partsField = element("fieldset", {}, element("legend", { text: texts.parties }), ...[...this.parts.values()].map(({ label }) => label));
    this.allowed = element("p", { className: "integrer-note" });
    this.preview = element("div", { className: "integrer-cadre" });
    const widths = element("div", { className: "integrer-largeurs", attributes: { role: "group", "aria-label": texts.largeur } },
      ...["ordinateur", "telephone"].map((name) => element("button", { text: texts[name], attributes: { type: "button", "aria-pressed": String(name === "ordinateur"), "data-largeur": name }, on: { click: () => this._width(name) } })));
    this.widths = widths;
    parent.replaceChildren(element("article", { className: "integrer" },
      element("h1", { text: texts.titre }), element("p", { className: "integrer-chapo", text: texts.chapo }),
      element("div", { className: "integrer-colonnes" },
        element("form", { on: { submit: (event) => event.preventDefault() } },
          element("div", { className: "integrer-champ" }, element("label", { text: texts.page, attributes: { for: "integrer-page" } }), this.pages),
          this.partsField,
          element("label", { className: "integrer-case" }, this.keep, this.kept),
          element("div", { className: "integrer-champ" }, element("label", { text: texts.hauteur, attributes: { for: "integrer-hauteur" } }), this.height),
          element("div", { className: "integrer-champ" }, element("label", { text: texts.code, attributes: { for: "integrer-code" } }), this.code),
          element("button", { className: "integrer-copier", text: texts.copier, attributes: { type: "button" }, on: { click: () => this._copy() } }),
          this.copied, this.allowed),
        element("section", { attributes: { "aria-label": texts.apercu } }, element("div", { className: "integrer-tete" }, element("h2", { text: texts.apercu }), widths), this.preview))));
  }

  _box(part) {
    const box = element("input", { attributes: { type: "checkbox", value: part, checked: part === "carte" || part === "liste" }, on: { change: () => this._draw() } });
    return { box, label: element("label", { className: "integrer-case" }, box, element("span", { text: this.texts.noms[part] })) };
  }

  update(data) {
    if (JSON.stringify(data) === this.told) return;
    this.told = JSON.stringify(data);
    this.data = data;
    const chosen = this.pages.options.length ? this.pages.value : data.page;
    this.pages.replaceChildren(...data.pages.map(({ chemin, titre }) => element("option", { text: titre, attributes: { value: chemin } })));
    this.pages.value = chosen;
    this.kept.textContent = data.filtres ? sentence(this.texts.garder, { filtres: data.filtres }) : this.texts.sansFiltre;
    this.keep.disabled = !location.search;
    this.allowed.textContent = data.permission;
    this._draw();
  }

  /** The query of the frame: what the page's address says, if it is kept, and the parts, if not all are shown. */
  _query() {
    const query = new URLSearchParams(this.keep.checked ? location.search : "");
    for (const key of ["embed", "embed_options", "parties"]) query.delete(key);
    const parts = PARTS.filter((part) => this.parts.get(part).box.checked);
    if (!this.pages.value && parts.length && parts.length < PARTS.length) query.append("parties", parts.join(","));
    const rest = query.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
    return `?embed=true${rest && `&${rest}`}`;
  }

  _draw() {
    this.partsField.hidden = this.pages.value !== "";
    const path = `${this.pages.value}${this._query()}`;
    const height = Math.max(HEIGHTS.least, Math.min(HEIGHTS.most, Number(this.height.value) || HEIGHTS.first));
    const site = this.data.adresse ? `${this.data.adresse.replace(/\/$/, "")}/` : SITE.href;
    const title = this.pages.selectedOptions[0].dataset.titre ?? this.data.titre;
    this.code.value = `<iframe src="${escape(site + path)}"\n  title="${escape(title)}" width="100%" height="${height}"\n  style="border:0" loading="lazy" allow="geolocation"></iframe>`;
    this.copied.textContent = "";
    const shown = `${SITE.href}${path}`;
    if (this.frame?.src !== shown) {
      this.frame = element("iframe", { attributes: { src: shown, title, allow: "geolocation" } });
      this.preview.replaceChildren(this.frame);
    }
    this.frame.style.height = `${height}px`;
  }

  _later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this._draw(), 250);
  }

  _width(name) {
    for (const button of this.widths.children) button.setAttribute("aria-pressed", String(button.dataset.largeur === name));
    this.preview.classList.toggle("etroit", name === "telephone");
  }

  async _copy() {
    try {
      await navigator.clipboard.writeText(this.code.value);
      this.copied.textContent = this.texts.copie;
    } catch {
      this.code.focus();
      this.code.select();
      this.copied.textContent = this.texts.copieManuelle;
    }
  }
}

const mounted = new WeakMap();

export default async function render({ parentElement, data }) {
  const texts = await fetchJson("phrases-integrer.json");
  if (!mounted.has(parentElement)) mounted.set(parentElement, new Builder(parentElement, texts));
  mounted.get(parentElement).update(data);
}
