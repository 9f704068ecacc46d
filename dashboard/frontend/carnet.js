// The « carnet », alone in its file: its words are in the document; this adds search, stars and the map's answers.

(() => {
  "use strict";
  const body = document.body;
  const phrases = JSON.parse(body.dataset.phrases);
  const byId = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const fill = (phrase, values) => phrase.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const count = (n, [one, many]) => `${n}\u00a0${n < 2 ? one : many}`;
  const make = (tag, text, attributes = {}) => {
    const node = document.createElement(tag);
    node.textContent = text;
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    return node;
  };

  // Going from one part to another: the address keeps the parcours, so links do not touch it.

  const reveal = (id) => {
    const target = byId(id);
    if (!target) return;
    if (target.closest("[hidden]")) clearSearch();
    const details = target.querySelector(":scope > details");
    if (details) details.open = true;
    const focus = target.matches("section") ? target.querySelector("h2") : (details?.firstElementChild ?? target);
    if (!focus.matches("summary, main")) focus.tabIndex = -1;
    focus.focus({ preventScroll: true });
    target.scrollIntoView({ block: "start" });
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link) return;
    event.preventDefault();
    reveal(decodeURIComponent(link.getAttribute("href").slice(1)));
    if (link.dataset.montre) showPole(link.dataset.montre);
  });

  // Mon parcours: in the address, and in the browser's own store where it lends one to a file.

  const buttons = new Map(all("[data-etoile]").map((button) => [button.dataset.etoile, button]));
  let stars = [];
  const read = (text) => [...new Set(text.split("~"))].filter((star) => /^[sp]\../.test(star)).slice(0, 100);
  const fromAddress = () => {
    const found = /[#&]parcours=([^&]*)/.exec(location.hash);
    if (!found) return null;
    try {
      return decodeURIComponent(found[1]);
    } catch {
      return null;
    }
  };
  const stored = (text) => {
    try {
      if (text === undefined) return localStorage.getItem(body.dataset.cle);
      localStorage.setItem(body.dataset.cle, text);
    } catch {
      // The browser lends no store to files: the address is enough.
    }
    return null;
  };
  const keep = () => {
    const text = stars.join("~");
    stored(text);
    try {
      history.replaceState(null, "", `#parcours=${text}`);
    } catch {
      location.hash = `parcours=${text}`;
    }
  };
  const titleOf = (star) => buttons.get(star).dataset.titre;

  const lines = (kind) => {
    const chosen = [...buttons.keys()].filter((star) => star.startsWith(`${kind}.`) && stars.includes(star));
    const box = byId(`choix-${kind}`);
    box.hidden = !chosen.length;
    box.querySelector("ol").replaceChildren(...chosen.map((star) => {
      const item = make("li", "");
      const hours = byId(star).querySelector(".horaire, .lieu").firstChild?.textContent ?? "";
      item.append(make("span", `${hours} `, { class: "horaire" }), make("a", titleOf(star), { href: `#${star}` }));
      return item;
    }));
  };
  const warnings = () => {
    const told = [];
    for (const star of stars.filter((one) => one.startsWith("s.") && buttons.has(one))) {
      for (const other of byId(star).dataset.conflits.split(" ").filter(Boolean)) {
        if (stars.includes(`s.${other}`)) {
          told.push(fill(phrases.enMemeTemps, { a: titleOf(star), b: titleOf(`s.${other}`) }));
        }
      }
    }
    const gone = stars.filter((star) => !buttons.has(star));
    if (gone.length) told.push(phrases.disparu + gone.map((star) => star.slice(2)).join(", "));
    byId("avis").replaceChildren(...told.map((text) => make("p", text)));
  };
  const showStars = () => {
    for (const [star, button] of buttons) {
      const on = stars.includes(star);
      button.setAttribute("aria-pressed", on);
      button.setAttribute("aria-label", (on ? phrases.retirer : phrases.ajouter) + button.dataset.titre);
      button.firstElementChild.textContent = on ? "★" : "☆";
    }
    for (const mark of marks) mark.classList.toggle("choisi", stars.includes(`p.${mark.dataset.pole}`));
    byId("sans-etoile").hidden = stars.length > 0;
    lines("s");
    lines("p");
    warnings();
    const online = byId("en-ligne");
    if (online) online.href = `${body.dataset.site}/programme?parcours=${encodeURIComponent(stars.join("~"))}`;
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-etoile]");
    if (!button) return;
    const star = button.dataset.etoile;
    stars = stars.includes(star) ? stars.filter((one) => one !== star) : [...stars, star].slice(0, 100);
    keep();
    showStars();
  });
  addEventListener("hashchange", () => {
    const text = fromAddress();
    if (text === null) return;
    stars = read(text);
    stored(stars.join("~"));
    showStars();
  });

  // The map: the mark nearest to the finger answers.

  const svg = document.querySelector("#france svg");
  const marks = all("[data-pole]", svg);
  const showPole = (id) => {
    const here = byId("ici");
    for (const mark of marks) mark.classList.toggle("montre", mark.dataset.pole === id);
    const name = buttons.get(`p.${id}`).dataset.titre;
    here.replaceChildren(make("strong", name), " ", make("span", byId(`p.${id}`).querySelector(".lieu").textContent), " ",
      make("a", phrases.voirFiche, { href: `#p.${id}` }));
  };
  svg.addEventListener("click", (event) => {
    const scale = svg.viewBox.baseVal.width / svg.getBoundingClientRect().width;
    const distance = (mark) => {
      const box = mark.getBoundingClientRect();
      return Math.hypot(box.x + box.width / 2 - event.clientX, box.y + box.height / 2 - event.clientY);
    };
    const near = marks.filter((mark) => !mark.classList.contains("absent")).map((mark) => [distance(mark), mark]);
    const [reach, nearest] = near.reduce((a, b) => (b[0] < a[0] ? b : a), [Infinity, null]);
    if (nearest && reach < 26 + 6 / scale) showPole(nearest.dataset.pole);
  });

  // Search: every word typed must be somewhere, accents and case left aside.

  const input = byId("q");
  const items = ["#programme .groupe > .seance", "#poles .fiche", "#personnes .personne"].map((selector) =>
    all(selector).map((node) => ({ node, text: null })));
  const search = () => {
    const words = fold(input.value).split(" ").filter(Boolean);
    byId("effacer").hidden = !input.value;
    const counts = items.map((group) => group.filter((item) => {
      item.text ??= ` ${fold(item.node.textContent)}`;
      item.node.hidden = !words.every((word) => item.text.includes(word));
      return !item.node.hidden;
    }).length);
    for (const mark of marks) mark.classList.toggle("absent", byId(`p.${mark.dataset.pole}`).hidden);
    for (const group of all("#programme .groupe")) group.hidden = all(".seance", group).every((node) => node.hidden);
    for (const moment of all("#programme .moment")) moment.hidden = all(".groupe", moment).every((node) => node.hidden);
    const names = [phrases.seances, phrases.poles, phrases.personnes];
    const told = counts.map((n, rank) => (n ? count(n, names[rank]) : "")).filter(Boolean).join(", ");
    byId("trouve").textContent = words.length ? told || fill(phrases.rien, { q: input.value }) : "";
  };
  const clearSearch = () => {
    input.value = "";
    search();
  };
  input.addEventListener("input", search);
  byId("effacer").addEventListener("click", () => {
    clearSearch();
    input.focus();
  });

  // On paper everything is there, unfolded; then the screen is as it was.

  let folded = [];
  let asked = "";
  addEventListener("beforeprint", () => {
    asked = input.value;
    clearSearch();
    folded = all("details:not([open])");
    for (const details of folded) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of folded) details.open = false;
    input.value = asked;
    search();
  });
  byId("imprimer").addEventListener("click", () => print());

  byId("sans-script").remove();
  stars = read(fromAddress() ?? stored() ?? body.dataset.parcours);
  showStars();
  body.dataset.pret = Math.round(performance.now());
})();
