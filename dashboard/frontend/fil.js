// The day as a timeline: rows to scale, sessions that run at once side by side in lanes, on the desk as on a phone.

import { element } from "./donnees.js";
import { star } from "./etoile.js";

const MANY = 3;

/** The day's moments; `page` gives texts, links and answers. */
export function timeline(day, page) {
  const parts = day.moments.map(({ titre, jour, groupes }) => element("section", { className: "fil-moment", attributes: { "data-jour": jour } },
    titre ? element("h2", { className: "fil-partie", text: titre }) : null,
    ...groupes.map((group) => moment(group, day, page))));
  const node = element("div", { className: "fil" }, ...parts);
  const show = (chosen) => {
    if (!day.jours.length) return;
    for (const part of parts) part.hidden = part.dataset.jour !== String(chosen);
    for (const button of node.querySelectorAll(".fil-jours button")) button.setAttribute("aria-pressed", String(button.dataset.jour === String(chosen)));
  };
  node.reveal = (card) => {
    show(card.closest(".fil-moment").dataset.jour);
    card.scrollIntoView({ block: "center" });
  };
  if (day.jours.length) node.prepend(days(day.jours, show, page.texts.jours));
  show(0);
  return node;
}

/** One button for each day of a meeting that lasts several: one day is shown at a time. */
const days = (titles, show, label) => element("nav", { className: "fil-jours", attributes: { "aria-label": label } },
  ...titles.map((text, rank) => element("button", { className: "action", text, attributes: { type: "button", "data-jour": rank }, on: { click: () => show(rank) } })));

function moment({ annonce, couloirs, lignes, cartes }, day, page) {
  const isParallel = couloirs.length > 1;
  const grid = element("div", { className: "fil-grille" });
  grid.style.setProperty("--couloirs", couloirs.length);
  grid.style.gridTemplateRows = [
    ...(isParallel ? ["auto"] : []),
    ...lignes.map(({ minutes }) => `minmax(calc(var(--minute) * ${minutes}), auto)`),
  ].join(" ");
  const first = isParallel ? 2 : 1;
  lignes.forEach(({ heure }, rank) => {
    const hour = element("p", { className: "fil-heure", text: heure, attributes: { "aria-hidden": "true" } });
    hour.style.gridRow = String(rank + first);
    grid.append(hour);
  });
  if (isParallel) {
    couloirs.forEach((name, lane) => {
      const head = element("p", { className: "fil-couloir", text: name, attributes: { "aria-hidden": "true" } });
      head.style.gridColumn = String(lane + 2);
      grid.append(head);
    });
  }
  for (const { seance, couloir, de, a } of cartes) {
    const card = sessionCard(seance, day, page, "h3");
    card.style.gridColumn = String(couloir + 2);
    card.style.gridRow = `${de + first} / ${Math.max(a, de + 1) + first}`;
    grid.append(card);
  }
  const className = `fil-groupe${isParallel ? " parallele" : ""}${couloirs.length >= MANY ? " nombreux" : ""}`;
  return element("div", { className },
    annonce ? element("p", { className: "fil-annonce", text: annonce }) : null, grid);
}

/** A session with its people and its sub-themes, as the timeline and the search show it. */
export function sessionCard(id, day, page, heading, withDay = false) {
  const session = day.seances[id];
  const text = session.resume || session.description;
  const below = heading === "h3" ? "h4" : "h5";
  return element("article", { className: `carte-seance type-${session.type}`, attributes: { "data-seance": id } },
    element("div", { className: "carte-tete" }, ...kind(session),
      session.propre ? element("span", { className: "horaire", text: withDay ? session.quand : session.horaire }) : null,
      ...about(session)),
    element(heading, { className: "carte-titre" }, page.open({ seance: id }, { text: session.titre })),
    star(`s.${id}`, session.titre, page.texts.etoile, page.has("s", id), page.ask),
    text && !session.parent ? element("p", { className: "carte-texte", text }) : null,
    ...roles(session, page),
    session.sous.length
      ? element("div", { className: "carte-sous" }, ...session.sous.map((child) => sessionCard(child, day, page, below)))
      : null);
}

/** The sign and the name of a session's kind. */
export const kind = ({ type, typeTitre }) => typeTitre
  ? [element("span", { className: `signe signe-${type}`, attributes: { "aria-hidden": "true" } }),
    element("span", { className: "genre", text: typeTitre })]
  : [];

/** Room, track and language of a session, where they are worth saying. */
export const about = ({ salle, piste, langue }) => [
  salle ? element("span", { className: "salle", text: salle }) : null,
  piste || langue ? element("span", { className: "genre", text: [piste, langue].filter(Boolean).join(" · ") }) : null,
];

/** People by role, each a link to their page, or to their organisation's where the programme names no one. */
export function roles(session, page) {
  return session.roles.map(({ role, note, personnes }) => element("div", { className: "gens" },
    element("p", { className: "gens-role", text: role }),
    element("ul", {}, ...personnes.map((person) => element("li", {}, someone(person, page)))),
    note ? element("p", { className: "precision", text: note }) : null));
}

function someone({ nom, personne, organisation, precision }, page) {
  const body = [
    element("span", { className: "nom", text: nom }),
    precision ? element("span", { className: "org", text: precision }) : null,
  ];
  if (personne) return page.open({ personne }, { className: "quelquun" }, ...body);
  if (organisation) return page.open({ organisation }, { className: "quelquun" }, ...body);
  return element("span", { className: "quelquun" }, ...body);
}
