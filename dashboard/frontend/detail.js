// One session, one person or one organisation in full: what it is, where, with whom, and the way to all of them.

import { element, sentence } from "./donnees.js";
import { star } from "./etoile.js";
import { about, kind, roles } from "./fil.js";
import { pageAddress, link } from "./liens.js";

const MOST = 3;
const section = (title, ...children) => element("section", {}, element("h3", { text: title }), ...children);
const list = (...items) => element("ul", { className: "detail-liste" }, ...items.map((item) => element("li", {}, item)));
const text = (className, value) => (value ? element("p", { className, text: value }) : null);
const title = (value) => element("h2", { text: value, attributes: { tabindex: "-1" } });

/** Web pages, by their host. */
export function sources(urls, words) {
  if (!urls.length) return null;
  const shown = urls.filter((url) => /^https?:\/\//i.test(url)).map((url) => element("a", {
    text: new URL(url).host.replace(/^www\./, ""), attributes: { href: url, title: url, rel: "noopener noreferrer nofollow", target: "_blank" },
  }));
  return section(words, list(...shown));
}

/** A session's page. */
export function sessionDetail(id, day, page) {
  const session = day.seances[id];
  const words = page.texts.seance;
  const order = Object.keys(day.seances).filter((one) => !day.seances[one].parent);
  const rank = order.indexOf(session.parent || id);
  const beside = day.moments.flatMap(({ groupes }) => groupes).filter(({ cartes }) => cartes.some(({ seance }) => seance === id))
    .flatMap(({ cartes }) => together(cartes, id));
  const step = (label, key) => key ? page.open({ seance: key }, { className: "detail-pas" },
    element("span", { className: "org", text: label }), element("span", { className: "nom", text: day.seances[key].titre })) : null;
  return [
    element("div", { className: "carte-tete" }, ...kind(session), element("span", { className: "horaire", text: session.quand }), ...about(session)),
    element("div", { className: "detail-titre" }, title(session.titre),
      star(`s.${id}`, session.titre, page.texts.etoile, page.has("s", id), page.ask)),
    text("chapo", session.resume || session.description),
    text("detail-texte", session.resume && session.description),
    text("precision", session.note),
    element("p", { className: "detail-actions" }, onMap(session, id, page),
      element("a", { className: "action", text: words.agenda, attributes: { href: pageAddress(`programme/seance/${id}.ics`) } })),
    session.parent ? section(words.parent, list(step(day.seances[session.parent].quand, session.parent))) : null,
    beside.length ? section(words.parallele, ...few(beside.map((key) => step(day.seances[key].quand, key)), words.autres)) : null,
    session.roles.length || session.sous.length
      ? section(words.personnes, ...roles(session, page), ...session.sous.flatMap((child) => [
        element("h4", {}, page.open({ seance: child }, { text: day.seances[child].titre })), ...roles(day.seances[child], page)]))
      : text("precision", words.personne),
    session.poles.length ? section(words.poles, list(...session.poles.map((pole) => poleLine(pole, day, page)))) : null,
    section(words.lieu, element("p", { text: session.lieu || day.lieu })),
    sources(session.sources, words.sources),
    element("nav", { className: "detail-pas-a-pas", attributes: { "aria-label": words.autour } },
      rank > 0 ? step(words.precedente, order[rank - 1]) : null, step(words.suivante, order[rank + 1])),
  ];
}

/** Three at most, the others behind their number. */
function few(items, words) {
  const others = items.slice(MOST);
  return [list(...items.slice(0, MOST)), others.length
    ? element("details", {}, element("summary", { text: sentence(words, { n: others.length }) }), list(...others)) : null];
}

/** The sessions whose rows cross those of this one. */
function together(cards, id) {
  const own = cards.find(({ seance }) => seance === id);
  return cards.filter(({ seance, de, a }) => seance !== id && de < own.a && own.de < a).map(({ seance }) => seance);
}

function onMap(session, id, page) {
  const placed = session.poles.filter((pole) => page.day.poles[pole]?.place).length;
  const words = page.texts.seance;
  return link(pageAddress("", { seance: id }), () => page.ask({ aller: "carte", seance: id }),
    { className: "action", text: placed ? sentence(words.carte, { n: placed }) : words.sansCarte });
}

/** A pole: its sheet, its place on the map, its star. */
export function poleLine(pole, day, page) {
  const { nom, lieu, place } = day.poles[pole];
  return element("div", { className: "detail-pole" },
    page.open({ pole }, { className: "quelquun" }, element("span", { className: "nom", text: nom }),
      element("span", { className: "org", text: lieu || page.texts.pole.sansLieu })),
    place ? link(pageAddress("", { pole }), () => page.ask({ aller: "carte", pole }), { className: "action", text: page.texts.pole.carte,
      attributes: { "aria-label": `${page.texts.pole.carte}\u202f: ${nom}` } }) : null,
    star(`p.${pole}`, nom, page.texts.etoile, page.has("p", pole), page.ask));
}

const poleSection = (poles, day, page, words) => poles.length ? section(words, list(...poles.map((pole) => poleLine(pole, day, page)))) : null;

const atSession = ({ seance, role, nom, cle, accueil }, day, page, withName) =>
  page.open({ seance }, { className: "detail-pas" },
    element("span", { className: "horaire", text: day.seances[seance].quand }),
    element("span", { className: "nom", text: day.seances[seance].titre }),
    element("span", { className: "org", text: [role, withName && cle ? nom : "", ...accueil].filter(Boolean).join(" · ") }));

/** A person's page. */
export function personDetail(key, day, page) {
  const person = day.personnes.find(({ cle }) => cle === key);
  const words = page.texts.personne;
  const posts = new Map(person.parts.map((part) => [`${part.fonction}|${part.organisation?.cle}`, part]));
  const notes = [...new Set(person.parts.map(({ note }) => note).filter(Boolean))];
  const places = [...new Set(person.parts.map(({ lieu }) => lieu).filter(Boolean))];
  return [
    text("genre", words.genre),
    title(person.nom),
    ...[...posts.values()].map(({ fonction, organisation }) => element("p", { className: "detail-poste" },
      fonction ? element("span", { text: organisation ? `${fonction}, ` : fonction }) : null,
      organisation ? page.open({ organisation: organisation.cle }, { text: organisation.nom }) : null)),
    ...notes.map((note) => text("precision", note)),
    section(words.seances, list(...person.parts.map((part) => atSession(part, day, page, false)))),
    poleSection(person.poles, day, page, words.poles),
    section(words.lieu, element("p", { className: places.length ? "" : "vide", text: places.join(", ") || words.sansLieu })),
    sources(person.sources, words.sources),
  ];
}

/** An organisation's page. */
export function organisationDetail(key, day, page) {
  const organisation = day.organisations.find(({ cle }) => cle === key);
  const words = page.texts.organisation;
  const people = new Map(organisation.parts.filter(({ cle }) => cle).map((part) => [part.cle, part]));
  return [
    text("genre", words.genre),
    title(organisation.nom),
    organisation.mentions.length ? section(words.role, list(...organisation.mentions.map((mention) => element("p", { text: mention })))) : null,
    people.size ? section(words.personnes, list(...[...people.values()].map(({ cle, nom, fonction }) =>
      page.open({ personne: cle }, { className: "quelquun" }, element("span", { className: "nom", text: nom }),
        fonction ? element("span", { className: "org", text: fonction }) : null)))) : null,
    organisation.parts.length ? section(words.seances, list(...organisation.parts.map((part) => atSession(part, day, page, true)))) : null,
    poleSection(organisation.poles, day, page, words.poles),
    section(words.lieu, element("p", { className: organisation.lieu ? "" : "vide", text: organisation.lieu || page.texts.personne.sansLieu })),
  ];
}

/** What the meeting is, while nothing is chosen. */
export function welcome(day, page) {
  const words = page.texts.accueil;
  const organisation = ({ cle, nom }) => page.open({ organisation: cle }, { className: "quelquun" }, element("span", { className: "nom", text: nom }));
  return [
    title(words.titre),
    text("chapo", day.description),
    text("precision", day.note),
    day.organisateurs.length ? section(words.organisateurs, list(...day.organisateurs.map(organisation))) : null,
    day.hote ? section(words.hote, list(organisation(day.hote))) : null,
    text("detail-aide", words.aide),
    element("p", { className: "detail-actions" },
      element("a", { className: "action", text: words.agenda, attributes: { href: pageAddress("programme.ics") } }),
      element("a", { className: "action", text: words.abonnement, attributes: { href: pageAddress("programme.ics").replace(/^https?:/, "webcal:") } }),
      element("a", { className: "action", text: words.carnet, attributes: { href: pageAddress("documents/carnet.html"), download: "carnet.html" } }),
      element("a", { className: "action", text: words.visites, attributes: { href: pageAddress("documents/visites.html"), target: "_blank", rel: "noopener" } })),
    sources(day.sources, page.texts.seance.sources),
  ];
}
