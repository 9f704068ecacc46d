// Links between the pages of the site: true addresses, followed without loading the page again when it is ours.

import { element } from "./donnees.js";

const ROOT = new URL("../../../", import.meta.url);

/** The address of one of our pages (`""` is the map's) with these parameters; those that are empty are left out. */
export function pageAddress(page, params = {}) {
  const url = new URL(page, ROOT);
  for (const [name, value] of Object.entries(params)) if (value) url.searchParams.set(name, value);
  return url.href;
}

/** A link that `follow` answers itself; a new tab, a copied address and a middle click stay the browser's. */
export function link(href, follow, { className, attributes = {}, text } = {}, ...children) {
  return element("a", {
    className, text, attributes: { href, ...attributes },
    on: {
      click: (event) => {
        if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        follow();
      },
    },
  }, ...children);
}
