// A pole's sheet, from the sections that Python wrote. Text is set as text; only http and https become links.

import { element } from "./donnees.js";
import { star } from "./etoile.js";

const isWeb = (url) => {
  try {
    return ["http:", "https:"].includes(new URL(url).protocol);
  } catch {
    return false;
  }
};

const value = ({ texte, url, note, vide }) => {
  const shown = url && isWeb(url)
    ? element("a", { text: texte, attributes: { href: url, rel: "noopener noreferrer nofollow", target: "_blank" } })
    : element("span", { text: texte, className: vide ? "vide" : undefined });
  return element("li", {}, shown, note ? element("span", { className: "precision", text: note }) : null);
};

const line = ({ etiquette, valeurs }) =>
  element("div", { className: "ligne" }, element("dt", { text: etiquette }),
    element("dd", {}, element("ul", {}, ...valeurs.map(value))));

const section = ({ titre, lignes }) =>
  element("section", {}, element("h3", { text: titre }), element("dl", {}, ...lignes.map(line)));

const session = ({ id, horaire, titre, personnes }, open) =>
  element("li", {}, element("button", { attributes: { type: "button" }, on: { click: () => open(id) } },
    element("span", { className: "horaire", text: horaire }), element("span", { className: "nom", text: titre }),
    element("span", { className: "lieu", text: personnes })));

/** The poles most alike, each with its reason; nothing where there are none. */
const alike = ({ titre, regle, poles }, open) =>
  element("section", { className: "proches" }, element("h3", { text: titre }),
    element("ul", { className: "fiche-proches" }, ...poles.map(({ id, nom, lieu, raison }) =>
      element("li", {}, element("button", { attributes: { type: "button", "data-proche": id }, on: { click: () => open(id) } },
        element("span", { className: "nom", text: nom }), lieu ? element("span", { className: "lieu", text: lieu }) : null,
        element("span", { className: "raison", text: raison }))))),
    element("p", { className: "regle", text: regle }));

/** The article to put in the drawer. */
export function sheet(pole, texts, { close, map, session: openSession, pole: openPole, stars }) {
  const title = element("h2", { text: pole.nom, attributes: { tabindex: "-1" } });
  const grow = element("button", {
    className: "agrandir", text: texts.agrandir, attributes: { type: "button", "aria-expanded": "false" },
    on: {
      click: () => {
        const isLarge = grow.closest(".fiche-tiroir").classList.toggle("agrandie");
        grow.textContent = isLarge ? texts.reduire : texts.agrandir;
        grow.setAttribute("aria-expanded", String(isLarge));
      },
    },
  });
  const head = element("header", {},
    element("div", { className: "fiche-outils" }, grow,
      map && pole.id ? element("a", {
        className: "voir-carte", text: texts.carte, attributes: { href: map.address, target: "_self" },
        on: {
          click: (event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            map.go();
          },
        },
      }) : null,
      element("button", { className: "fermer", text: texts.fermer, attributes: { type: "button" }, on: { click: close } })),
    title,
    stars && pole.id ? star(`p.${pole.id}`, pole.nom, stars.texts, stars.on.includes(pole.id), stars.ask) : null,
    element("ul", { className: "etiquettes" }, ...(pole.etiquettes ?? []).map((text) => element("li", { text }))),
    pole.lieu ? element("p", { className: "fiche-lieu" }, element("strong", { text: pole.lieu.texte }), element("span", { text: pole.lieu.precision })) : null,
    pole.description ? element("p", { className: "chapo", text: pole.description }) : null);
  const sessions = pole.seances.length
    ? element("section", {}, element("h3", { text: texts.seances }),
      element("ul", { className: "fiche-seances" }, ...pole.seances.map((item) => session(item, openSession))))
    : null;
  return element("article", { className: "fiche", attributes: { "aria-label": pole.nom } }, head, sessions, ...pole.sections.map(section),
    pole.proches?.poles.length ? alike(pole.proches, openPole) : null);
}
