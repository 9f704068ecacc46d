// Who comes: everyone and every organisation, and what a search finds among them and among the sessions.

import { element, fold, sentence } from "./donnees.js";
import { sessionCard } from "./fil.js";

/** Whether each word of the query is in the folded text, or the query as one word in the text as one word. */
export function matches(words, folded) {
  return words.every((word) => folded.includes(word)) || folded.replaceAll(" ", "").includes(words.join(""));
}

export class Directory {
  constructor(page) {
    this.page = page;
    this.node = element("div", { className: "annuaire" });
  }

  /** Show what answers the query; everyone for an empty one. Gives the number of answers. */
  show(day, query) {
    const words = fold(query).split(" ").filter(Boolean);
    const { recherche: texts } = this.page.texts;
    const find = (items) => words.length ? items.filter(({ recherche }) => matches(words, recherche)) : items;
    const people = find(day.personnes);
    const organisations = find(day.organisations);
    const sessions = words.length ? Object.keys(day.seances).filter((id) => matches(words, day.seances[id].recherche)) : [];
    const main = sessions.filter((id) => !sessions.some((child) => day.seances[child].parent === id));
    const total = people.length + organisations.length + main.length;
    this.node.replaceChildren(
      total ? "" : element("p", { className: "vide", text: texts.rien }),
      this._part(texts.personnes, people, "personne"),
      this._part(texts.organisations, organisations, "organisation"),
      main.length
        ? element("section", {}, element("h2", { text: sentence(texts.seances, { n: main.length }) }),
          ...main.map((id) => sessionCard(id, day, this.page, "h3", true)))
        : "");
    return words.length ? total : null;
  }

  _part(title, items, genre) {
    if (!items.length) return "";
    return element("section", {}, element("h2", { text: sentence(title, { n: items.length }) }),
      element("ul", { className: "annuaire-liste" }, ...items.map(({ cle, nom, resume }) => element("li", {},
        this.page.open({ [genre]: cle }, { className: "quelquun" },
          element("span", { className: "nom", text: nom }), resume ? element("span", { className: "org", text: resume }) : null)))));
  }
}
