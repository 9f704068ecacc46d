// What is shown, in words: the count, the active filters as pills, what an old link asked in vain, how to leave an
// empty screen. On a phone, also the bar that chooses which part of the page is in view (no trip to the server).

import { element, fetchJson } from "./donnees.js";
import { link, pageAddress } from "./liens.js";
import { ExportButton } from "./exporter.js";

/** Those of the map's page, unless the server names others. */
const VIEWS = ["carte", "liste", "filtres", "programme"];

/** Which part a phone shows; the style sheet reads it, a wide screen ignores it. */
export function showView(view) {
  document.documentElement.dataset.vue = view;
  document.dispatchEvent(new CustomEvent("vue", { detail: view }));
}

class Summary {
  constructor(parent) {
    this.parent = parent;
    this.live = element("p", { className: "phrase", attributes: { role: "status" } });
    this.pills = element("ul", { className: "pastilles" });
    this.notices = element("div", { className: "avis" });
    this.heading = element("h1", { className: "hors-vue" });
    this.exports = new ExportButton();
    this.whole = element("a", { className: "vers-site", attributes: { target: "_blank", rel: "noopener", hidden: true }, on: { click: () => this._pointOut() } });
    this.bar = element("div", { className: "resume" }, this.heading, this.live, this.pills, this.exports.button, this.whole, this.notices);
    parent.replaceChildren(this.bar);
  }

  async update({ data, setTriggerValue }) {
    this.data = data;
    const { resume: texts } = await fetchJson("phrases.json");
    if (data !== this.data) return;
    this.heading.textContent = data.titre ?? texts.titre;
    this.live.textContent = data.phrase;
    this.whole.textContent = texts.enGrand;
    this.whole.hidden = document.documentElement.dataset.integre === undefined;
    this._pointOut();
    this.live.dataset.shown = data.n;
    this.exports.update(data.n);
    const remove = (what) => () => setTriggerValue("retirer", what);
    const pills = data.pastilles.map(({ facette, code, titre, et }) =>
      element("li", {}, et ? element("span", { className: "et", text: et }) : null, element("button", {
        className: "pastille", attributes: { type: "button", "aria-label": `${texts.retirer} ${titre}` },
        on: { click: remove({ filtres: [[facette, code]] }) },
      }, element("span", { text: titre }), element("span", { text: "×", attributes: { "aria-hidden": "true" } }))));
    if (pills.length) {
      pills.push(element("li", {}, element("button", {
        className: "lien", text: texts.reinitialiser, attributes: { type: "button" }, on: { click: remove({}) },
      })));
    }
    if (data.seance) {
      pills.push(element("li", {}, element("button", {
        className: "pastille seance-eclairee", attributes: { type: "button", "aria-label": `${texts.eteindre} ${data.seance}` },
        on: { click: remove({ seance: true }) },
      }, element("span", { className: "titre", text: data.seance }), element("span", { text: "×", attributes: { "aria-hidden": "true" } }))));
    }
    if (data.parcours) {
      pills.push(element("li", {}, link(pageAddress("programme"), () => setTriggerValue("retirer", { aller: "programme" }),
        { className: "pastille vers-parcours", text: data.parcours })));
    }
    this.pills.replaceChildren(...pills);
    this.notices.replaceChildren(
      ...data.avis.map((text) => element("p", { className: "avis-texte", text })),
      ...data.sorties.map(({ filtres, texte }) =>
        element("button", { className: "sortie", text: texte, attributes: { type: "button" }, on: { click: remove({ filtres }) } })),
    );
    this.nav ??= this._buildNavigation(texts.vues, data.vues ?? VIEWS);
    this.badge.textContent = data.pastilles.length || "";
    this.badge.hidden = data.pastilles.length === 0;
  }

  /** The same view on the site itself, out of the frame. */
  _pointOut() {
    const url = new URL(location.href);
    for (const key of ["embed", "embed_options", "parties"]) url.searchParams.delete(key);
    this.whole.href = url.href;
  }

  _buildNavigation(labels, allViews) {
    const shown = document.documentElement.dataset.parties?.split(" ");
    const views = allViews.filter((view) => !shown || !VIEWS.includes(view) || shown.includes(view));
    document.documentElement.dataset.vues = views.length;
    if (!views.includes(document.documentElement.dataset.vue)) showView(views[0]);
    this.badge = element("span", { className: "badge" });
    const buttons = views.map((view) =>
      element("button", {
        attributes: { type: "button", "data-vue": view }, on: { click: () => showView(view) },
      }, element("span", { className: `icone icone-${view}`, attributes: { "aria-hidden": "true" } }),
      element("span", { text: labels[view] }), view === "filtres" ? this.badge : null));
    const nav = element("nav", { className: "barre-vues", attributes: { "aria-label": labels.titre } }, ...buttons);
    const mark = () => buttons.forEach((button) =>
      button.setAttribute("aria-current", String(button.dataset.vue === document.documentElement.dataset.vue)));
    document.addEventListener("vue", mark);
    mark();
    this.parent.append(nav);
    return nav;
  }
}

const mounted = new WeakMap();

export default function render(component) {
  const parent = component.parentElement;
  if (!mounted.has(parent)) mounted.set(parent, new Summary(parent));
  mounted.get(parent).update(component);
}
