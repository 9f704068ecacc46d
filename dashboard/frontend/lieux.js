// Communes by name or postcode, looked up in the browser: what is typed is not sent.

import { fetchJson, fold } from "./donnees.js";

const SHOWN = 7;

/** As one compares names: « saint » for « st ». */
const plain = (name) => fold(name).replace(/\bste\b/g, "sainte").replace(/\bst\b/g, "saint");

let folded = null;

/**
 * At most seven communes `{nom, lon, lat}` whose name is, begins with or holds what is typed, or that a postcode
 * serves; the largest first within each kind. None for less than two letters.
 */
export async function findPlaces(typed) {
  const wanted = plain(typed);
  if (wanted.length < 2) return [];
  const places = await fetchJson("lieux.json");
  folded ??= places.noms.map(plain);
  const place = (rank) => ({
    nom: `${places.noms[rank]} (${places.departements[places.departement[rank]]})`, lon: places.lon[rank] / 1e4, lat: places.lat[rank] / 1e4,
  });
  if (/^\d+$/.test(wanted)) return pick(places.codes, (codes) => ` ${codes}`.includes(` ${wanted}`), []).map(place);
  let ranks = pick(folded, (name) => name === wanted, []);
  ranks = pick(folded, (name) => name.startsWith(wanted), ranks);
  ranks = pick(folded, (name) => ` ${name}`.includes(` ${wanted}`), ranks);
  return ranks.map(place);
}

function pick(values, matches, ranks) {
  const kept = [...ranks];
  for (let rank = 0; rank < values.length && kept.length < SHOWN; rank++) if (matches(values[rank]) && !kept.includes(rank)) kept.push(rank);
  return kept;
}
