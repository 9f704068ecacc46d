// The « Programme » page: the day or who comes on the left, one thing in full or the visitor's parcours on the right.
// On a phone, one of the three at a time under the thumb's bar, and what is opened slides over it.

import { Directory } from "./annuaire.js";
import { organisationDetail, personDetail, sessionDetail, welcome } from "./detail.js";
import { element, fetchJson, sentence } from "./donnees.js";
import { markStars, star } from "./etoile.js";
import { sheet } from "./fiche.js";
import { timeline } from "./fil.js";
import { link, pageAddress } from "./liens.js";
import { Parcours } from "./parcours.js";

const DETAILS = { seance: sessionDetail, personne: personDetail, organisation: organisationDetail };

class DayPage {
  constructor(parent, texts) {
    this.texts = texts;
    this.node = element("div", { className: "page-jour" });
    parent.replaceChildren(this.node);
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.node.isConnected && this.data?.ouvert) this.ask({ fermer: true });
    });
  }

  has(kind, id) {
    return this.data.etoiles[kind].includes(id);
  }

  /** A link that opens one thing on this page; its address opens it anywhere. */
  open(what, options, ...children) {
    return link(pageAddress("programme", what), () => { this.show("detail"); this.ask(what); }, options, ...children);
  }

  async update(data, ask) {
    this.data = data;
    this.ask = ask;
    if (!data.jour) {
      this.node.replaceChildren(element("p", { className: "vide", text: this.texts.aucun }));
      return;
    }
    const day = await fetchJson(data.jour);
    if (data !== this.data) return;
    if (this.day !== day) this._build(day);
    this._notices(data.avis);
    this._now(data.maintenant);
    this.mine.update(data, day);
    await this._detail(data, day);
    markStars(this.node, data.etoiles);
    const count = data.etoiles.s.length + data.etoiles.p.length;
    for (const badge of this.node.querySelectorAll(".jour-badge")) {
      badge.textContent = count || "";
      badge.hidden = !count;
    }
  }

  /** Which part is in view: journee or annuaire on the left, detail or parcours on the right; on a phone the last one. */
  show(part) {
    const isLeft = part === "journee" || part === "annuaire";
    this.node.dataset[isLeft ? "gauche" : "droite"] = part;
    if (part !== "detail") this.node.dataset.vue = part;
    for (const button of this.node.querySelectorAll("[data-partie]")) {
      const { gauche, droite, vue } = this.node.dataset;
      const shown = button.closest(".jour-barre") ? [vue] : [gauche, droite];
      button.setAttribute("aria-pressed", String(shown.includes(button.dataset.partie)));
    }
  }

  _build(day) {
    this.day = day;
    const { vues, recherche } = this.texts;
    this.notices = element("div", { className: "jour-avis" });
    this.now = element("div", { className: "jour-maintenant", attributes: { role: "status" } });
    this.found = element("p", { className: "precision", attributes: { role: "status" } });
    this.input = element("input", {
      attributes: { type: "search", id: "jour-recherche", placeholder: recherche.exemple, autocomplete: "off", maxlength: 200 },
      on: { input: () => this._search() },
    });
    this.directory = new Directory(this);
    this.timeline = timeline(day, this);
    this.mine = new Parcours(this);
    this.detail = element("div", { className: "jour-detail" });
    const tab = (part, label, withBadge) => element("button", {
      attributes: { type: "button", "data-partie": part, "aria-pressed": "false" }, on: { click: () => this._choose(part) },
    }, element("span", { className: `icone icone-${part}`, attributes: { "aria-hidden": "true" } }), element("span", { text: label }),
    withBadge ? element("span", { className: "jour-badge", attributes: { hidden: true } }) : null);
    this.node.replaceChildren(
      element("div", { className: "jour-gauche" },
        element("header", { className: "jour-tete" },
          element("h1", { text: this.texts.titre }),
          element("p", { className: "jour-quand" }, element("strong", { text: day.titre }), element("span", { text: day.quand }), element("span", { text: day.lieu })),
          this._zone(day.fuseau), this.notices, this.now,
          element("div", { className: "jour-outils" },
            element("div", { className: "jour-onglets" }, tab("journee", vues.journee), tab("annuaire", vues.annuaire)),
            element("div", { className: "jour-champ" }, element("label", { text: recherche.etiquette, attributes: { for: "jour-recherche" } }), this.input)),
          this.found),
        this.timeline, this.directory.node),
      element("div", { className: "jour-droite" },
        element("div", { className: "jour-onglets" }, tab("detail", vues.detail), tab("parcours", vues.parcours, true)),
        this.detail, this.mine.node),
      element("nav", { className: "jour-barre", attributes: { "aria-label": vues.titre } },
        tab("journee", vues.journee), tab("annuaire", vues.annuaire), tab("parcours", vues.parcours, true)));
    this.directory.show(day, "");
    const carries = !this.data.ouvert && (this.data.etoiles.s.length || this.data.etoiles.p.length);
    this.node.dataset.gauche = this.node.dataset.vue = "journee";
    this.show("journee");
    this.show("detail");
    if (carries) this.show("parcours");
  }

  /** Whose hours these are, on a device that shows others. */
  _zone(zone) {
    const differs = zone && -new Date(zone.instant * 1000).getTimezoneOffset() !== zone.decalage;
    return differs ? element("p", { className: "precision", text: zone.phrase }) : "";
  }

  _choose(part) {
    if (this.data.ouvert && window.matchMedia("(max-width: 900px)").matches) this.ask({ fermer: true });
    this.show(part);
    if (part === "annuaire" && window.matchMedia("(max-width: 900px)").matches) this.node.querySelector(".jour-gauche").scrollTop = 0;
    if (part === "journee") { this.input.value = ""; this._search(false); }
  }

  _search(switches = true) {
    const total = this.directory.show(this.day, this.input.value);
    this.found.textContent = total === null ? "" : sentence(this.texts.recherche.trouve, { n: total });
    if (switches) this.show(total === null ? "journee" : "annuaire");
  }

  _notices({ change, inconnu, disparus }) {
    const words = this.texts.avis;
    const notice = (text, label, what) => text ? element("div", { className: "avis-texte" }, element("p", { text }),
      label ? element("button", { className: "action", text: label, attributes: { type: "button" }, on: { click: () => this.ask({ [what]: true }) } }) : null) : "";
    for (const place of [this.notices, this.mine.notices]) {
      place.replaceChildren(notice(change, words.compris, "noter"), notice(inconnu), notice(disparus, words.oublier, "oublier"));
    }
  }

  _now(now) {
    const key = JSON.stringify(now);
    if (key === this.nowKey) return;
    this.nowKey = key;
    const on = new Set((now?.enCours ?? []).map(({ id }) => id));
    for (const card of this.node.querySelectorAll(".fil .carte-seance")) card.classList.toggle("en-cours", on.has(card.dataset.seance));
    this.now.hidden = !now;
    this.now.replaceChildren(...(now?.lignes ?? []).map(({ titre, lignes }) =>
      element("div", {}, element("h2", { text: titre }), ...lignes.map((text) => element("p", { text })))),
    on.size ? element("button", {
      className: "action", text: this.texts.maintenant.voir, attributes: { type: "button" },
      on: { click: () => { this.show("journee"); this.timeline.reveal(this.timeline.querySelector(".en-cours")); } },
    }) : "");
  }

  async _detail({ ouvert }, day) {
    const key = JSON.stringify(ouvert);
    for (const card of this.node.querySelectorAll(".fil .carte-seance")) {
      card.classList.toggle("choisie", ouvert?.genre === "seance" && card.dataset.seance === ouvert.cle);
    }
    if (key === this.shown) return;
    const isFirst = this.shown === undefined;
    if (!this.shown || this.shown === "null") this.opener = document.activeElement;
    this.shown = key;
    this.node.dataset.ouvert = ouvert ? "oui" : "non";
    const words = this.texts.fiche;
    const tools = element("div", { className: "fiche-outils" },
      element("button", { className: "fermer", text: words.fermer, attributes: { type: "button" }, on: { click: () => this.ask({ fermer: true }) } }));
    if (!ouvert) {
      this.detail.replaceChildren(element("article", { className: "detail" }, ...welcome(day, this).filter(Boolean)));
      if (this.opener?.isConnected) this.opener.focus({ preventScroll: true });
      return;
    }
    const body = ouvert.genre === "pole" ? await this._pole(ouvert) : DETAILS[ouvert.genre](ouvert.cle, day, this).filter(Boolean);
    if (this.shown !== key) return;
    this.show("detail");
    this.detail.replaceChildren(element("article", { className: "detail fiche" }, tools, ...body));
    this.detail.dataset.genre = ouvert.genre;
    this.detail.scrollTop = 0;
    const chosen = this.timeline.querySelector(".choisie");
    if (isFirst) chosen && this.timeline.reveal(chosen);
    else this.detail.querySelector("h2")?.focus({ preventScroll: true });
  }

  async _pole({ cle, fiche }) {
    const words = this.texts.fiche;
    try {
      const pole = await fetchJson(fiche);
      const article = sheet(pole, words, { close: () => this.ask({ fermer: true }), session: (seance) => this.ask({ seance }), pole: (id) => this.ask({ pole: id }) });
      article.querySelector(".fiche-outils")?.remove();
      const heading = article.querySelector("h2");
      const row = element("div", { className: "detail-titre" });
      heading.replaceWith(row);
      row.append(heading, star(`p.${cle}`, pole.nom, this.texts.etoile, this.has("p", cle), this.ask));
      article.querySelector("header").append(element("p", { className: "detail-actions" },
        link(pageAddress("", { pole: cle }), () => this.ask({ aller: "carte", pole: cle }), { className: "action", text: this.texts.pole.carte })));
      return [article];
    } catch {
      return [element("h2", { text: words.indisponible, attributes: { tabindex: "-1" } })];
    }
  }
}

const mounted = new WeakMap();

export default function render({ data, parentElement, setTriggerValue }) {
  if (!mounted.has(parentElement)) {
    mounted.set(parentElement, fetchJson("phrases-programme.json").then((texts) => new DayPage(parentElement, texts)));
  }
  mounted.get(parentElement).then((page) => page.update(data, (what) => setTriggerValue("demande", what)));
}
