// The page « Territoires »: its links and forms work alone, as addresses; here they answer without loading the page again.
// A form says what it asks in `data-demande`, a link or a button in `data-aller`, `data-comparer` or `data-retirer`.

const PAGE = ".st-key-territoires-page";
const ASKED_BY = { aller: "chercher", comparer: "comparer", retirer: "retirer" };

class Territories {
  constructor(page) {
    this.page = page;
    page.addEventListener("click", (event) => this._click(event));
    page.addEventListener("submit", (event) => this._submit(event));
  }

  /** Called at each run: after another sheet was asked, the reader begins at its title. */
  update({ data, setTriggerValue }) {
    this.send = (value) => setTriggerValue("demande", value);
    const address = JSON.stringify([data.adresse.territoire, data.adresse.trous, data.adresse.km]);
    if (this.address !== undefined && this.address !== address) this._toTitle();
    this.address = address;
  }

  _click(event) {
    const target = event.target.closest("[data-imprimer], [data-aller], [data-comparer], [data-retirer]");
    if (!target || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if ("imprimer" in target.dataset) {
      this._print();
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
  _print() {
    const folded = [...this.page.querySelectorAll("details:not([open])")];
    for (const details of folded) details.open = true;
    window.addEventListener("afterprint", () => {
      for (const details of folded) details.open = false;
    }, { once: true });
    window.print();
  }

  _toTitle() {
    requestAnimationFrame(() => {
      const title = this.page.querySelector("#territoire-titre");
      title?.focus({ preventScroll: true });
      this.page.scrollIntoView({ block: "start" });
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
