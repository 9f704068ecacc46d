// The page « Territoires »: its links and forms work alone, as addresses; here they answer without loading the page again.
// A form says what it asks in `data-demande`, a link or a button in `data-aller`, `data-comparer` or `data-retirer`.

const PAGE = ".st-key-territoires-page";
const ASKED_BY = { aller: "chercher", comparer: "comparer", retirer: "retirer" };

class Territories {
  constructor(page) {
    this.page = page;
    page.addEventListener("click", (event) => this._click(event));
    page.addEventListener("submit", (event) => this._submit(event));
    window.addEventListener("beforeprint", () => this._unfold());
    window.addEventListener("afterprint", () => this._fold());
  }

  /** Called at each run: the reader is led to what was asked. */
  update({ data, setTriggerValue }) {
    this.send = (value) => setTriggerValue("demande", value);
    const address = JSON.stringify([data.adresse.territoire, data.adresse.trous, data.adresse.km]);
    const compared = JSON.stringify(data.adresse.comparer ?? []);
    if (this.address !== undefined && this.address !== address) this._show("#territoire-titre");
    else if (this.compared !== undefined && this.compared !== compared) this._show(".comparer h2");
    Object.assign(this, { address, compared });
  }

  _click(event) {
    const target = event.target.closest("[data-imprimer], [data-aller], [data-comparer], [data-retirer]");
    if (!target || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if ("imprimer" in target.dataset) {
      window.print();
      return;
    }
    for (const [name, demande] of Object.entries(ASKED_BY)) {
      if (name in target.dataset) this.send({ demande, valeur: target.dataset[name] });
    }
  }

  _submit(event) {
    const form = event.target.closest("form[data-demande]");
    if (!form) return;
    event.preventDefault();
    const values = new FormData(form);
    const { demande } = form.dataset;
    const field = { chercher: "territoire", comparer: "comparer", trous: "trous" }[demande];
    this.send({ demande, valeur: values.get(field), km: values.get("km") });
    if (demande === "comparer") form.reset();
  }

  /** What is folded on screen is unfolded on paper. */
  _unfold() {
    this.folded = [...this.page.querySelectorAll("details:not([open])")];
    for (const details of this.folded) details.open = true;
  }

  _fold() {
    for (const details of this.folded ?? []) details.open = false;
  }

  /** The reader begins at this heading, and so does a screen reader. */
  _show(selector) {
    requestAnimationFrame(() => {
      const heading = this.page.querySelector(selector);
      if (!heading) return;
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
      (heading.tagName === "H1" ? this.page : heading).scrollIntoView({ block: "start" });
    });
  }
}

const instances = new WeakMap();

export default function territories(part) {
  const page = part.parentElement.closest(PAGE);
  if (!page) return;
  if (!instances.has(page)) instances.set(page, new Territories(page));
  instances.get(page).update(part);
}
