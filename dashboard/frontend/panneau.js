// The right-hand panel: the day's programme, or the sheet of the chosen pole over it (a drawer on a phone). Beside
// something else than the map (`carte`, the address that shows it there), the sheet alone.

import { fetchJson } from "./donnees.js";
import { markStars } from "./etoile.js";
import { sheet } from "./fiche.js";
import { Programme } from "./programme.js";
import { element } from "./donnees.js";
import { showView } from "./resume.js";

class Panel {
  constructor(parent) {
    this.parent = parent;
    this.drawer = element("div", { className: "fiche-tiroir", attributes: { hidden: true } });
    this.programme = new Programme();
    parent.replaceChildren(element("div", { className: "panneau" }, this.programme.node, this.drawer));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !this.drawer.hidden) this.close();
    });
  }

  async update({ data, setTriggerValue }) {
    const ask = (what) => setTriggerValue("demande", what);
    this.data = data;
    this.ask = ask;
    const texts = await fetchJson("phrases.json");
    this.programme.node.hidden = Boolean(data.carte);
    if (!data.carte) this.programme.update(data, texts, ask).catch(() => {});
    if (data.fiche === this.shown) {
      markStars(this.drawer, data.etoiles);
      return;
    }
    this.shown = data.fiche;
    if (!data.fiche) {
      this._hide();
      return;
    }
    this.opener = document.activeElement;
    try {
      const pole = await fetchJson(data.fiche);
      if (this.shown === data.fiche) this._open(pole, texts);
    } catch {
      this.shown = null;
      this._open({ nom: texts.fiche.indisponible, sections: [], seances: [] }, texts);
    }
  }

  _open(pole, texts) {
    this.drawer.replaceChildren(sheet(pole, texts.fiche, {
      close: () => this.close(),
      pole: (id) => this.ask({ pole: id }),
      map: this.data.carte && { address: this.data.carte, go: () => this.ask({ aller: "carte", pole: pole.id }) },
      session: (seance) => {
        this.ask(this.data.carte ? { aller: "carte", seance } : { seance });
        if (!this.data.carte) showView("programme");
      },
      stars: { texts: texts.etoile, on: this.data.etoiles.p, ask: this.ask },
    }));
    const scroller = this.parent.closest(".st-key-panneau");
    if (scroller && this.drawer.hidden) {
      this.scrolled = scroller.scrollTop;
      scroller.scrollTop = 0;
    }
    this.drawer.hidden = false;
    this.drawer.dataset.pole = pole.id;
    this.drawer.scrollTop = 0;
    this.parent.classList.add("fiche-ouverte");
    document.documentElement.dataset.fiche = "ouverte";
    if (!this.data.carte && window.matchMedia("(max-width: 900px)").matches) showView("carte");
    this.drawer.querySelector("h2").focus({ preventScroll: true });
  }

  close() {
    this._hide();
    this.ask({ fermer: true });
    if (this.opener?.isConnected) this.opener.focus({ preventScroll: true });
  }

  _hide() {
    const scroller = this.parent.closest(".st-key-panneau");
    if (scroller && !this.drawer.hidden) scroller.scrollTop = this.scrolled ?? 0;
    this.drawer.hidden = true;
    this.drawer.classList.remove("agrandie");
    delete document.documentElement.dataset.fiche;
    this.parent.classList.remove("fiche-ouverte");
  }
}

const mounted = new WeakMap();

export default function render(component) {
  const parent = component.parentElement;
  if (!mounted.has(parent)) mounted.set(parent, new Panel(parent));
  mounted.get(parent).update(component);
}
