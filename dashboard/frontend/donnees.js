// The catalogue's columns, fetched once per document, and the mask that a command carries.

const pending = new Map();

/** The parsed JSON of a file of our folder, or at an absolute path; a failed fetch is forgotten: the next call tries again. */
export function fetchJson(name) {
  const url = new URL(name, import.meta.url).href;
  if (!pending.has(url)) {
    const promise = fetch(url).then((answer) => {
      if (!answer.ok) throw new Error(`${url}: HTTP ${answer.status}`);
      return answer.json();
    });
    promise.catch(() => pending.delete(url));
    pending.set(url, promise);
  }
  return pending.get(url);
}

const bytesOf = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
const bit = (bytes, index) => (bytes[index >> 3] >> (index & 7)) & 1;

/** The base64 of the bits that are in any of these, or in all of them. */
export function joinBits(encoded, isEvery) {
  const [first, ...others] = encoded.map(bytesOf);
  for (const bytes of others) first.forEach((byte, rank) => { first[rank] = isEvery ? byte & bytes[rank] : byte | bytes[rank]; });
  return btoa(String.fromCharCode(...first));
}

/**
 * One byte per row, 1 where the row is shown.
 * The rule is the server's: for each facet where something is chosen, it sends one bit per cell, a set of codes that
 * some row has (`f`); for the words to find, one bit per row (`r`) or the lengths of the runs of rows (`p`), or where
 * to fetch these two when they are long (`mots`).
 */
export async function maskOf({ f = {}, mots, ...found }, points) {
  const { r, p } = mots ? await fetchJson(points.mots + mots) : found;
  const mask = r !== undefined ? maskOfBits(bytesOf(r), points.n) : p !== undefined ? maskOfRuns(bytesOf(p), points.n) : new Uint8Array(points.n).fill(1);
  for (const [facet, bits] of Object.entries(f)) {
    const bytes = bytesOf(bits);
    const cells = points.cellules[facet];
    for (let row = 0; row < points.n; row++) mask[row] &= bit(bytes, cells[row]);
  }
  return mask;
}

function maskOfBits(bytes, size) {
  const mask = new Uint8Array(size);
  for (let row = 0; row < size; row++) mask[row] = bit(bytes, row);
  return mask;
}

/** Runs of hidden, shown, hidden… rows; each length in base 128, lowest digits first. */
function maskOfRuns(bytes, size) {
  const mask = new Uint8Array(size);
  let [row, shown, length, shift] = [0, 0, 0, 0];
  for (const byte of bytes) {
    length += (byte & 127) << shift;
    shift += 7;
    if (byte & 128) continue;
    if (shown) mask.fill(1, row, row + length);
    row += length;
    [shown, length, shift] = [1 - shown, 0, 0];
  }
  return mask;
}

/** The displayed texts of one row: `{id, nom, lieu, …}`, from the chunk that holds it. */
export async function rowTexts(points, row) {
  const chunk = await fetchJson(points.textes + Math.floor(row / points.chunk));
  return chunk[row % points.chunk];
}

/** Replace {n}-like marks of a sentence; `one`/`many` chosen as French does: zero and one are singular. */
export function sentence(pattern, values = {}) {
  const text = typeof pattern === "string" ? pattern : values.n < 2 ? pattern.one : pattern.many;
  return text.replace(/\{(\w+)\}/g, (_, name) => (name === "n" ? formatNumber(values.n) : values[name]));
}

export const formatNumber = (n) => n.toLocaleString("fr-FR");

/** A text as the server folds it: words without case nor accent, one blank between them; « S.C.I.C. » is one word. */
export const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
  .replaceAll("œ", "oe").replaceAll("æ", "ae").replaceAll("ß", "ss").replace(/(?<=\b\w)\.(?=\w\b)/g, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();

/** An element whose text is text: nothing of the data is ever parsed as HTML. */
export function element(tag, { text, className, attributes = {}, on = {} } = {}, ...children) {
  const node = document.createElement(tag);
  if (text !== undefined) node.textContent = text;
  if (className) node.className = className;
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  for (const [event, listener] of Object.entries(on)) node.addEventListener(event, listener);
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}
