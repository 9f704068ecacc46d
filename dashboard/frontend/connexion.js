// The connection to the server, watched from outside Streamlit: found again within two seconds of the network's return.
// The page is then run again from its address, since the server may know nothing of it any more.

const PROBE_MS = 700;
const LONGEST_PROBE_MS = 1500;
const ANSWER_MS = 2500;
const OPENING_MS = 4000;
const SILENT_MS = 1200;
const ASLEEP_MS = 10_000;

const root = document.documentElement;
const order = (type, more = {}) => window.postMessage({ stCommVersion: 1, type, ...more }, location.origin);

let socket = null;
let opened = 0;
let lostSince = 0;
let hiddenSince = 0;
let next;
let wanted = "";

window.WebSocket = class extends WebSocket {
  constructor(url, protocols) {
    super(url, protocols);
    if (!new URL(url, location.href).pathname.endsWith("/_stcore/stream")) return;
    this.addEventListener("open", () => found(this));
    this.addEventListener("close", () => { if (socket === this) lost(); });
  }
};

function found(opening) {
  socket = opening;
  opened += 1;
  lostSince = 0;
  clearTimeout(next);
  delete root.dataset.connexion;
  notice.hide();
  if (opened === 1) return;
  if (wanted) {
    location.assign(wanted);
    return;
  }
  order("RERUN_SCRIPT");
  setTimeout(() => document.dispatchEvent(new Event("retrouvee")), 100);
}

/** Streamlit would look for its server less and less often, and end up with a dialog: the search is ours. */
function lost() {
  socket = null;
  lostSince = Date.now();
  root.dataset.connexion = "perdue";
  order("TERMINATE_WEBSOCKET_CONNECTION");
  setTimeout(() => { if (lostSince) notice.show(); }, SILENT_MS);
  search(Math.random() * PROBE_MS);
}

function search(after) {
  clearTimeout(next);
  next = setTimeout(async () => {
    if (!lostSince || document.hidden) return;
    if (await answers()) {
      order("RESTART_WEBSOCKET_CONNECTION");
      next = setTimeout(() => {
        order("TERMINATE_WEBSOCKET_CONNECTION");
        search(PROBE_MS);
      }, OPENING_MS);
    } else {
      search(PROBE_MS + Math.random() * (LONGEST_PROBE_MS - PROBE_MS));
    }
  }, after);
}

async function answers() {
  const address = new URL("_stcore/health", window.__streamlit?.BACKEND_BASE_URL ?? document.baseURI);
  try {
    return (await fetch(address, { cache: "no-store", signal: AbortSignal.timeout(ANSWER_MS) })).ok;
  } catch {
    return false;
  }
}

/** A connection may be dead without a word: after a sleep, or when nothing answers, the server is asked for a sign. */
function doubt() {
  if (lostSince) search(0);
  else if (socket) order("SEND_APP_HEARTBEAT", { ackTimeoutMilliseconds: ANSWER_MS });
}

document.addEventListener("sans-reponse", doubt);
addEventListener("online", doubt);
addEventListener("pageshow", (event) => { if (event.persisted) doubt(); });
document.addEventListener("resume", doubt);
document.addEventListener("visibilitychange", () => {
  if (document.hidden) hiddenSince = Date.now();
  else if (lostSince || Date.now() - hiddenSince > ASLEEP_MS) doubt();
});

/** A page of the menu, which Streamlit switches off without its server, is gone to when the server is there again. */
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-testid$=NavLinkContainer]")?.querySelector("a[href]");
  if (!link || !lostSince || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  event.stopPropagation();
  wanted = link.href;
}, true);
addEventListener("pagehide", () => { socket = null; });

const notice = {
  show() {
    this.line ??= Object.assign(document.createElement("p"), { className: "connexion" });
    this.line.setAttribute("role", "status");
    if (!this.line.isConnected) document.body.append(this.line);
    this.line.textContent = root.dataset.perdue ?? "";
  },
  hide() {
    if (this.line) this.line.textContent = "";
  },
};
