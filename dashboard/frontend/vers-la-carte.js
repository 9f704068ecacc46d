// The map is another document of this same site: the page tells it what to show, and nobody else.

const frame = () => document.querySelector(".st-key-explorateur iframe")?.contentWindow;

const LONGEST_MS = 4000;

const mapDrawn = new Promise((resolve) => {
  window.polesDrawn = resolve;
  document.addEventListener("vue", ({ detail }) => { if (detail !== "carte") resolve(); });
  setTimeout(resolve, LONGEST_MS);
});

/** On a phone, what lies behind the map waits until the map is drawn, or until the visitor asks for it; elsewhere, not. */
export const afterMap = () => ((document.documentElement.dataset.vue ?? "carte") === "carte" && matchMedia("(max-width: 900px)").matches ? mapDrawn : null);

/** Tell the list what a filter will show, `{facette, bits, serie}`, before the server says so; what it counts is awaited. */
export function foresee(change) {
  document.documentElement.dataset.attente = change.serie;
  document.dispatchEvent(new CustomEvent("apercu", { detail: change }));
}

/** What the list shows, the map shows: at once, or when it is ready, since it reads `polesCommand` then. */
export function showOnMap(command) {
  window.polesCommand = command;
  frame()?.polesApply?.(command);
}

/** What is to be done when a pole is chosen on the map, by its id. */
export function answerMap(open) {
  window.polesOpen = open;
}

/** Where distances start from, `{nom, lon, lat}` or null, and the rows that are the nearest. */
export function markOnMap(place, rows) {
  const map = frame();
  if (!map) return;
  map.polesStart = place && { place, rows };
  map.polesAround?.();
}
