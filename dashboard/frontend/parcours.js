// « Mon parcours »: the starred sessions and poles, what overlaps, the visits hour by hour, and the link to carry it all.

import { element } from "./donnees.js";
import { star } from "./etoile.js";
import { link, pageAddress } from "./liens.js";

const CARRIED = ["parcours", "rythme", "edition"];
const PACE = ["visite", "deplacement", "repas"];
const CHOICES = { visite: [5, 10, 15, 20, 30, 45], deplacement: [0, 5, 10, 15], repas: [0, 15, 20, 30, 45, 60] };

export class Parcours {
  constructor(page) {
    this.page = page;
    this.node = element("div", { className: "parcours" });
    this.notices = element("div", { className: "jour-avis telephone" });
    this.body = element("div", {});
    this.share = element("section", { className: "parcours-partage" });
    this.node.append(element("h2", { text: page.texts.parcours.titre, attributes: { tabindex: "-1" } }), this.notices, this.body, this.share);
  }

  /** Draw what the server says of the parcours; the part to carry it away is drawn again only when the link changes. */
  update(data, day) {
    const words = this.page.texts.parcours;
    const isEmpty = !data.etoiles.s.length && !data.etoiles.p.length;
    const signature = JSON.stringify([data.etoiles, data.parcours, data.rythme]);
    if (signature !== this.signature) {
      this.signature = signature;
      const focus = document.activeElement?.dataset?.clef;
      this.body.replaceChildren(...(isEmpty
        ? [element("p", { className: "vide", text: words.vide }), this._choosePoles(words)]
        : [...this._sessions(data, day, words), ...this._poles(data, words), ...this._plan(data, words)]));
      if (focus) this.body.querySelector(`[data-clef="${CSS.escape(focus)}"]`)?.focus();
    }
    this.share.hidden = isEmpty;
    if (!isEmpty) this._share(data, words);
  }

  _sessions({ etoiles, parcours }, day, words) {
    const order = Object.keys(day.seances).filter((id) => etoiles.s.includes(id));
    if (!order.length) return [];
    return [element("section", {}, element("h3", { text: words.seances }),
      ...parcours.chevauchements.map(({ conflit, texte }) => element("p", { className: conflit ? "alerte" : "remarque", text: texte })),
      element("ul", { className: "parcours-liste" }, ...order.map((id) => element("li", {},
        this.page.open({ seance: id }, { className: "quelquun" }, element("span", { className: "horaire", text: day.seances[id].quand }),
          element("span", { className: "nom", text: day.seances[id].titre })),
        star(`s.${id}`, day.seances[id].titre, this.page.texts.etoile, true, this.page.ask)))),
      element("a", { className: "action", text: words.agenda, attributes: { href: pageAddress("parcours.ics", { parcours: order.map((id) => `s.${id}`).join("~") }) } }))];
  }

  _poles({ parcours }, words) {
    if (!parcours.poles.length) return [this._choosePoles(words)];
    return [element("section", {}, element("h3", { text: words.poles }), element("p", { className: "precision", text: words.polesAide }),
      element("ol", { className: "parcours-liste" }, ...parcours.poles.map(({ id, nom }, rank) => element("li", {},
        this.page.open({ pole: id }, { className: "quelquun" }, element("span", { className: "nom", text: `${rank + 1}. ${nom}` })),
        rank ? element("button", {
          className: "monter", attributes: { type: "button", "aria-label": `${words.monter}\u202f: ${nom}`, "data-clef": `monter-${id}` },
          on: { click: () => this.page.ask({ monter: id }) },
        }, element("span", { text: "↑", attributes: { "aria-hidden": "true" } })) : null,
        star(`p.${id}`, nom, this.page.texts.etoile, true, this.page.ask)))),
      this._choosePoles(words))];
  }

  _choosePoles(words) {
    return link(pageAddress(""), () => this.page.ask({ aller: "carte" }), { className: "action", text: words.ajouter });
  }

  _plan({ parcours: { plan }, rythme }, words) {
    if (!plan) return [];
    return [element("section", { className: "plan" }, element("h3", { text: words.plan }),
      plan.mention && plan.lignes.length ? element("p", { className: "remarque", text: plan.mention }) : null,
      plan.repas ? element("p", { className: "alerte", text: plan.repas }) : null,
      element("ol", { className: "plan-lignes" }, ...plan.lignes.map(({ heure, texte, pole, precision }) => element("li", { className: pole ? "" : "repas" },
        element("span", { className: "horaire", text: heure }), element("span", { className: "nom", text: texte }),
        precision ? element("span", { className: "org", text: precision }) : null))),
      plan.rates.length ? element("div", { className: "plan-rates" }, element("h4", { text: words.rate }),
        element("ul", {}, ...plan.rates.map(({ nom, texte }) => element("li", {}, element("span", { className: "nom", text: nom }), element("span", { className: "org", text: texte }))))) : null,
      this._pace(rythme, words))];
  }

  _pace(pace, words) {
    const numbers = pace.split("-").map(Number);
    const fields = PACE.map((name, rank) => {
      const choices = [...new Set([...CHOICES[name], numbers[rank]])].sort((a, b) => a - b);
      const select = element("select", {
        attributes: { "data-clef": `rythme-${name}` },
        on: { change: () => { numbers[rank] = Number(select.value); this.page.ask({ rythme: numbers.join("-") }); } },
      }, ...choices.map((minutes) => element("option", {
        text: minutes ? `${minutes}\u00a0min` : words.sans, attributes: { value: minutes, selected: minutes === numbers[rank] },
      })));
      return element("label", {}, element("span", { text: words[name] }), select);
    });
    return element("fieldset", { className: "rythme" }, element("legend", { text: words.reglages }), ...fields);
  }

  _share({ qr }, words) {
    const href = carriedLink();
    const drawn = `${href}|${Boolean(qr?.lien === href)}`;
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const copied = element("span", { className: "precision", attributes: { role: "status" } });
    this.share.replaceChildren(
      element("h3", { text: words.partage }),
      element("p", { className: "precision", text: words.partageAide }),
      element("input", { className: "parcours-lien", attributes: { readonly: true, value: href, "aria-label": words.partage }, on: { focus: (event) => event.target.select() } }),
      element("p", { className: "detail-actions" },
        element("button", { className: "action", text: words.copier, attributes: { type: "button" }, on: { click: async () => { await copy(href, this.share); copied.textContent = words.copie; } } }),
        element("button", { className: "action", text: words.qr, attributes: { type: "button", "data-clef": "qr" }, on: { click: () => this.page.ask({ qr: href }) } }),
        element("a", { className: "action", text: words.carnet, attributes: { href: pageAddress("documents/carnet.html", { parcours: new URL(href).searchParams.get("parcours") }), download: "carnet.html" } }), copied),
      ...(qr?.lien === href ? [qr.code ? qrImage(qr.code, words.qrTexte) : element("p", { className: "alerte", text: words.qrTropLong })] : []));
  }
}

/** The address of this page with the parcours alone: what is open here is not part of it. */
function carriedLink() {
  const here = new URL(location.href);
  return pageAddress("programme", Object.fromEntries(CARRIED.map((name) => [name, here.searchParams.get(name)])));
}

async function copy(href, node) {
  try {
    await navigator.clipboard.writeText(href);
  } catch {
    node.querySelector("input").select();
    document.execCommand("copy");
  }
}

/** The code that the server computed, drawn: `{taille, points}`, a bit per module, row by row, with its quiet zone. */
function qrImage({ taille, points }, label) {
  const bytes = Uint8Array.from(atob(points), (character) => character.charCodeAt(0));
  let path = "";
  for (let rank = 0; rank < taille * taille; rank++) {
    if ((bytes[rank >> 3] >> (rank & 7)) & 1) path += `M${(rank % taille) + 4} ${Math.floor(rank / taille) + 4}h1v1h-1z`;
  }
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", `0 0 ${taille + 8} ${taille + 8}`);
  svg.setAttribute("class", "qr");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  svg.setAttribute("shape-rendering", "crispEdges");
  const shape = document.createElementNS(svg.namespaceURI, "path");
  shape.setAttribute("d", path);
  svg.append(shape);
  return svg;
}
