// « Exporter (N) »: a button, and the dialog that it opens: the formats, and how to cite what is filtered.
// The address of the page says the selection, so the downloads are asked with its parameters: nothing else is sent.

import { element, fetchJson, sentence, formatNumber } from "./donnees.js";

/** The button; `update(n)` says how many rows are shown. The dialog is made when it is first opened. */
export class ExportButton {
  constructor() {
    this.label = element("span");
    this.button = element("button", { className: "exporter", attributes: { type: "button", "aria-haspopup": "dialog", disabled: true }, on: { click: () => this.open() } }, this.label);
  }

  async update(n) {
    this.n = n;
    this.texts = await fetchJson("phrases-export.json");
    this.label.textContent = this.texts.bouton.replace("{n}", formatNumber(this.n));
    this.button.setAttribute("aria-label", sentence(this.texts.etiquette, { n: this.n }));
    this.button.disabled = this.n === 0;
  }

  async open() {
    this.dialog?.remove();
    this.dialog = exportDialog(this.texts, this.n, location.search);
    document.body.append(this.dialog);
    this.dialog.showModal();
  }
}

function exportDialog(texts, n, query) {
  const filter = element("p", { className: "export-filtre" });
  const citing = element("div", { className: "export-citer" });
  const dialog = element("dialog", { className: "export", attributes: { "aria-labelledby": "export-titre" } },
    element("div", { className: "export-tete" },
      element("h2", { text: sentence(texts.titre, { n }), attributes: { id: "export-titre", tabindex: "-1", autofocus: true } }),
      element("button", { className: "export-fermer", text: "×", attributes: { type: "button", "aria-label": texts.fermer }, on: { click: () => dialog.close() } })),
    filter,
    element("h3", { text: texts.telecharger }),
    element("ul", { className: "export-formats" }, ...texts.formats.map((format) => formatLine(texts, format, n, query))),
    element("p", { className: "export-note" }, element("span", { text: `${texts.note} ` }),
      element("a", { text: texts.dictionnaire.texte, attributes: { href: texts.dictionnaire.adresse, target: "_blank", rel: "noopener" } })),
    citing);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  fetchJson(`${texts.base}citation${query}`).then((said) => {
    filter.textContent = texts.filtre.replace("{filtre}", () => said.filtre);
    // Where the host has not said the site's address, this page knows it.
    const ending = said.lien.startsWith("http") ? said.lien : location.origin + location.pathname + said.lien;
    const texte = `${said.texte.slice(0, said.texte.length - said.lien.length).trimEnd()} ${ending}`;
    citing.replaceChildren(...citation(texts, { ...said, texte }, query));
  }, () => citing.replaceChildren(element("p", { className: "avis-texte", text: texts.citer.indisponible })));
  return dialog;
}

function formatLine(texts, { cle, nom, pour }, n, query) {
  const limit = texts.limites[cle];
  if (limit && n > limit.n) {
    return element("li", { className: "impossible" }, element("strong", { text: nom }), element("span", { text: limit.texte }));
  }
  return element("li", {}, element("a", { attributes: { href: `${texts.base}${cle}${query}`, download: true, "data-format": cle } },
    element("strong", { text: nom }), element("span", { text: pour })));
}

function citation(texts, said, query) {
  const words = texts.citer;
  const shown = element("pre", { className: "export-citation", text: said.texte, attributes: { tabindex: "0" } });
  const status = element("span", { className: "export-copie", attributes: { role: "status" } });
  const file = element("a", { className: "lien", text: words.telecharger, attributes: { download: true, hidden: true } });
  const tabs = words.formes.map((form, rank) => element("button", {
    text: form.nom, attributes: { type: "button", "aria-pressed": String(rank === 0), "data-forme": form.cle }, on: { click: () => choose(form) },
  }));
  function choose(form) {
    shown.textContent = said[form.cle];
    status.textContent = "";
    file.hidden = !form.fichier;
    if (form.fichier) file.href = `${texts.base}${form.fichier}${query}`;
    tabs.forEach((tab) => tab.setAttribute("aria-pressed", String(tab.dataset.forme === form.cle)));
  }
  const copy = element("button", { className: "export-copier", text: words.copier, attributes: { type: "button" }, on: {
    click: async () => { status.textContent = (await copied(shown)) ? words.copie : words.pasCopie; },
  } });
  return [element("h3", { text: words.titre }), element("div", { className: "export-formes", attributes: { role: "group", "aria-label": words.titre } }, ...tabs),
    shown, element("div", { className: "export-actions" }, copy, file, status)];
}

/** Whether the text of the node is now in the clipboard; else it is selected, for the person to copy. */
async function copied(node) {
  try {
    await navigator.clipboard.writeText(node.textContent);
    return true;
  } catch {
    const range = document.createRange();
    range.selectNodeContents(node);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return document.execCommand("copy");
  }
}
