// The day in order: parallel sessions side by side, people with their organisation, « Maintenant / À suivre ».

import { element, fetchJson, sentence } from "./donnees.js";
import { markStars, star } from "./etoile.js";
import { link, pageAddress } from "./liens.js";
import { showView } from "./resume.js";
import { afterMap } from "./vers-la-carte.js";

export class Programme {
  constructor() {
    this.node = element("section", { className: "programme" });
    this.buttons = new Map();
    document.addEventListener("vue", ({ detail }) => { if (detail === "programme" && this.node.isConnected) this._reveal(this.chosen); });
  }

  /** Bring a session into view, where the panel is shown. */
  _reveal(session) {
    this.buttons.get(session)?.closest("article").scrollIntoView({ block: "nearest" });
  }

  async update(data, texts, ask) {
    this.ask = ask;
    this.texts = texts.programme;
    this.starTexts = texts.etoile;
    this.data = data;
    if (!data.programme) {
      this.node.replaceChildren(element("p", { className: "liste-vide", text: this.texts.aucun }));
      return;
    }
    await afterMap();
    const day = await fetchJson(data.programme);
    if (this.built !== data.programme) {
      this.built = data.programme;
      this._build(day);
    }
    this._mark();
  }

  _build(day) {
    this.buttons.clear();
    this.now = element("div", { className: "maintenant", attributes: { role: "status" } });
    this.node.replaceChildren(
      element("h2", { text: this.texts.titre }),
      element("p", { className: "rencontre" }, element("strong", { text: day.titre }), element("span", { text: day.quand }), element("span", { text: day.lieu })),
      this.now,
      ...day.moments.map((moment) => this._moment(moment)),
    );
  }

  _moment({ titre, groupes }) {
    return element("section", { className: "moment" }, titre ? element("h3", { text: titre }) : null,
      ...groupes.map(({ seances, parallele }) =>
        element("div", { className: parallele ? "groupe parallele" : "groupe" },
          parallele ? element("p", { className: "en-parallele", text: parallele }) : null,
          element("div", { className: "couloirs" }, ...seances.map((session) => this._session(session))))));
  }

  _session(session) {
    const choose = element("button", {
      className: "seance-titre", attributes: { type: "button", "data-seance": session.id, "aria-pressed": "false" },
      on: { click: () => this.ask({ seance: this.data.seance === session.id ? null : session.id }) },
    }, element("span", { className: "horaire", text: [session.horaire, session.salle].filter(Boolean).join(" · ") }),
    element("span", { className: "nom", text: session.titre }));
    this.buttons.set(session.id, choose);
    const people = (session.personnes ?? []).map(({ role, note, personnes }) =>
      element("div", { className: "role" }, element("h4", { text: role }),
        note ? element("p", { className: "role-note", text: note }) : null,
        element("ul", {}, ...personnes.map((person) => this._person(person)))));
    const places = element("div", { className: "seance-carte", attributes: { hidden: true } },
      element("span", { text: session.lieux ? sentence(this.texts.eclairees, { n: session.lieux }) : this.texts.aucuneEclairee }),
      session.lieux
        ? element("button", { className: "lien vers-carte", text: this.texts.voirCarte, attributes: { type: "button" }, on: { click: () => showView("carte") } })
        : null,
      link(pageAddress("programme", { seance: session.id }), () => this.ask({ aller: "programme", seance: session.id }), { className: "lien", text: this.texts.voirProgramme }));
    const pinned = star(`s.${session.id}`, session.titre, this.starTexts, this.data.etoiles.s.includes(session.id), (what) => this.ask(what));
    return element("article", { className: `seance type-${session.type}` }, choose, pinned, places,
      session.description ? element("p", { className: "seance-texte", text: session.description }) : null,
      ...people, ...(session.sousSeances ?? []).map((part) => this._session(part)));
  }

  _person({ nom, personne, structure, organisation, pole, place, note }) {
    const body = [
      element("span", { className: "nom", text: nom }),
      organisation ? element("span", { className: "lieu", text: organisation }) : null,
      place ? null : element("span", { className: "sans-lieu", text: this.texts.sansLieu }),
      note ? element("span", { className: "precision", text: note }) : null,
    ];
    const page = personne ? { personne } : structure ? { organisation: structure } : null;
    if (!pole && page) {
      return element("li", {}, link(pageAddress("programme", page), () => this.ask({ aller: "programme", ...page }), { className: "vers-personne" }, ...body));
    }
    if (!pole) return element("li", {}, ...body);
    const see = element("span", { className: "voir", text: place ? this.texts.voirPole : this.texts.voirFiche });
    return element("li", {}, element("button", {
      attributes: { type: "button", "data-pole": pole }, on: { click: () => this.ask({ pole }) },
    }, ...body, see));
  }

  _mark() {
    const { seance, maintenant } = this.data;
    markStars(this.node, this.data.etoiles);
    if (seance && seance !== this.chosen && !this.node.contains(document.activeElement)) {
      this._reveal(seance);
    }
    this.chosen = seance;
    for (const [id, button] of this.buttons) {
      button.setAttribute("aria-pressed", String(id === seance));
      const article = button.closest("article");
      article.classList.toggle("choisie", id === seance);
      article.querySelector(":scope > .seance-carte").hidden = id !== seance;
      article.classList.toggle("en-cours", (maintenant?.enCours ?? []).some((item) => item.id === id));
    }
    const key = JSON.stringify(maintenant ?? null);
    if (key === this.nowKey) return;
    this.nowKey = key;
    this.now.replaceChildren(...(maintenant?.lignes ?? []).map(({ titre, lignes }) =>
      element("div", {}, element("h3", { text: titre }), ...lignes.map((text) => element("p", { text })))));
    this.now.hidden = !maintenant;
  }
}
