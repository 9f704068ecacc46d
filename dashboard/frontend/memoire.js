// Stars that the server has not confirmed yet, kept by the tab: a reload without network does not lose them.

const KEY = "demandes";
const isStar = ({ valeur }) => Boolean((valeur?.valeur ?? valeur)?.etoile);

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY)) ?? {};
  } catch {
    return {}; // storage may be refused
  }
}

/** The stars that a part of the page asked for before the page was loaded again. */
export const kept = (name) => (read()[name] ?? []).map(({ numero, event, valeur }) => ({ numero, event, valeur }));

/** Keep those that wait; none of them: nothing is left in the tab. */
export function keep(name, waiting) {
  const { [name]: _, ...others } = read();
  const stars = waiting.filter(isStar);
  try {
    if (stars.length || Object.keys(others).length) {
      sessionStorage.setItem(KEY, JSON.stringify(stars.length ? { ...others, [name]: stars } : others));
    } else {
      sessionStorage.removeItem(KEY);
    }
  } catch { /* what is not kept is still asked for as long as the page lives */ }
}
