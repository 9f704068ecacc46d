// In a frame of another site (`?embed=true`): no header, the parts that were asked for, no link that leaves the frame.
// Loaded by the page's own document, before anything is drawn.

const PARTS = ["carte", "liste", "filtres", "programme"];
const KEPT = ["embed", "parties"];

const root = document.documentElement;
const asked = new URLSearchParams(location.search);

if (asked.get("embed") === "true") {
  root.dataset.integre = "";
  const parts = PARTS.filter((part) => (asked.get("parties") ?? "").split(",").includes(part));
  if (parts.length) root.dataset.parties = parts.join(" ");
  document.addEventListener("click", keepInside, true);
}

/** Our own links stay in the frame, as the frame was asked for; any other opens beside it. */
function keepInside(event) {
  const link = event.target.closest?.("a[href]");
  if (!link || link.target === "_blank") return;
  const url = new URL(link.href, location.href);
  if (url.origin !== location.origin) {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    return;
  }
  if (url.pathname === location.pathname && url.search === location.search) return;
  link.target = "_self";
  for (const key of KEPT) if (asked.has(key)) url.searchParams.set(key, asked.get(key));
  link.href = url.href;
}
