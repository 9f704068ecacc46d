// The map is another document of this same site: the page tells it what to show, and nobody else.

const frame = () => document.querySelector(".st-key-explorateur iframe")?.contentWindow;

/** What the list shows, the map shows: at once, or when it is ready, since it reads `polesCommand` then. */
export function showOnMap(command) {
  window.polesCommand = command;
  frame()?.polesApply?.(command);
}

/** Where distances start from, `{nom, lon, lat}` or null, and the rows that are the nearest. */
export function markOnMap(place, rows) {
  const map = frame();
  if (!map) return;
  map.polesStart = place && { place, rows };
  map.polesAround?.();
}
