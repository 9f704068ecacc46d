// The star that puts a session (`s.<id>`) or a pole (`p.<id>`) into the visitor's parcours, or takes it out.

import { element } from "./donnees.js";

/** A star to press; it changes at once, `ask` tells the server. `name` says what it is the star of. */
export function star(code, name, texts, isOn, ask) {
  const button = element("button", {
    className: "etoile", attributes: { type: "button", "data-etoile": code },
    on: {
      click: (event) => {
        event.stopPropagation();
        const isOn = button.getAttribute("aria-pressed") !== "true";
        set(button, isOn);
        ask({ etoile: `${isOn ? "+" : "-"}${code}` });
      },
    },
  }, element("span", { className: "etoile-signe", attributes: { "aria-hidden": "true" } }));
  button.setAttribute("aria-label", `${texts.mettre}\u202f: ${name}`);
  button.title = texts.court;
  set(button, isOn);
  return button;
}

/** Bring every star under `root` to what the server says: `{s: [ids], p: [ids]}`. */
export function markStars(root, stars) {
  const on = new Set([...stars.s.map((id) => `s.${id}`), ...stars.p.map((id) => `p.${id}`)]);
  for (const button of root.querySelectorAll("[data-etoile]")) set(button, on.has(button.dataset.etoile));
}

const set = (button, isOn) => button.setAttribute("aria-pressed", String(isOn));
