// The filter by year: two fields, a histogram that shows where there is something, and « non renseigné ».

import { element, formatNumber } from "./donnees.js";

const NOT_GIVEN = "non-renseigne";
const isYear = (text) => text === "" || /^[1-9]\d{3}$/.test(text);

/** The span that two ends say, "" for none. */
const spanOf = (from, to) => (!from && !to ? "" : from === to ? from : `${from}-${to}`);

/** First and last year of the chosen spans together, "" where open. */
function endsOf(codes) {
  const spans = codes.filter((code) => code !== NOT_GIVEN).map((code) => (code.includes("-") ? code.split("-") : [code, code]));
  if (!spans.length) return ["", ""];
  const firsts = spans.map(([first]) => first);
  const lasts = spans.map(([, last]) => last);
  return [firsts.includes("") ? "" : firsts.sort()[0], lasts.includes("") ? "" : lasts.sort().at(-1)];
}

export class Years {
  /** `onChange(codes)` gets the codes that the visitor chose. */
  constructor(facet, texts, onChange) {
    this.onChange = onChange;
    this.years = facet.valeurs.map(({ code }) => code).filter((code) => code !== NOT_GIVEN);
    const [first, last] = [Number(this.years[0]), Number(this.years.at(-1))];
    this.bars = new Map();
    for (let year = first; year <= last; year++) {
      this.bars.set(String(year), element("span", { attributes: { "data-annee": year }, on: { click: () => this._choose(String(year), String(year)) } }));
    }
    const field = (label, placeholder) => {
      const input = element("input", {
        attributes: { type: "number", min: 1000, max: 9999, step: 1, placeholder, inputmode: "numeric" },
        on: { change: () => this._choose(this.from.value, this.to.value) },
      });
      return [input, element("label", {}, element("span", { text: label }), input)];
    };
    const [from, fromLabel] = field(texts.de, first || "");
    const [to, toLabel] = field(texts.a, last || "");
    Object.assign(this, { from, to });
    this.box = element("input", { attributes: { type: "checkbox" }, on: { change: () => this._choose(this.from.value, this.to.value) } });
    this.count = element("span", { className: "compte" });
    this.node = element("div", { className: "annees" },
      element("div", { className: "histogramme", attributes: { "aria-hidden": "true" } }, ...this.bars.values()),
      element("div", { className: "echelle", attributes: { "aria-hidden": "true" } }, element("span", { text: first || "" }), element("span", { text: last || "" })),
      element("div", { className: "bornes" }, fromLabel, toLabel),
      element("ul", {}, element("li", {}, element("label", {}, this.box,
        element("span", { className: "valeur", text: facet.valeurs.at(-1).titre }), this.count))));
  }

  _choose(from, to) {
    for (const [input, text] of [[this.from, from], [this.to, to]]) {
      input.setAttribute("aria-invalid", String(!isYear(text)));
      if (!isYear(text)) return;
    }
    const span = spanOf(from, to);
    this.onChange([...(span ? [span] : []), ...(this.box.checked ? [NOT_GIVEN] : [])]);
  }

  /** Show what is chosen. */
  mark(codes) {
    const [from, to] = endsOf(codes);
    if (document.activeElement !== this.from) this.from.value = from;
    if (document.activeElement !== this.to) this.to.value = to;
    this.box.checked = codes.includes(NOT_GIVEN);
    for (const [year, bar] of this.bars) bar.classList.toggle("choisie", Boolean(from || to) && (!from || year >= from) && (!to || year <= to));
  }

  /** Show the counts, in the order of the facet's values. */
  show(counts) {
    const most = Math.max(1, ...counts.slice(0, -1));
    const byYear = new Map(this.years.map((year, rank) => [year, counts[rank]]));
    for (const [year, bar] of this.bars) {
      const n = byYear.get(year) ?? 0;
      bar.style.setProperty("--part", n / most);
      bar.title = `${year}\u202f: ${formatNumber(n)}`;
    }
    this.count.textContent = formatNumber(counts.at(-1));
  }
}
