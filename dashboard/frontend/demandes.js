// What the visitor asks of the server, kept and asked again until the server says that it is done: a connection that
// drops, a server that starts again or two clicks in one message lose nothing.

import { kept, keep } from "./memoire.js";

const FIRST_PATIENCE_MS = 5000;
const PATIENCE_AFTER_A_CUT_MS = 700;
const LONGEST_PATIENCE_MS = 60_000;
const TAB = Math.random().toString(36).slice(2, 10);

const queues = new Map();
let number = 0;

class Queue {
  constructor(name) {
    this.name = name;
    this.waiting = kept(name);
    document.addEventListener("retrouvee", () => this._send(PATIENCE_AFTER_A_CUT_MS));
  }

  /** A part as its module sees it: what it asks passes through here, what the server has done is forgotten. */
  part({ data: { recu, ...data }, setTriggerValue, ...others }) {
    this.tell = setTriggerValue;
    const done = this.waiting.findIndex(({ numero }) => numero === recu);
    if (done >= 0) {
      this.waiting.splice(0, done + 1);
      keep(this.name, this.waiting);
    }
    if (this.waiting.some(({ asked }) => !asked)) this._send(FIRST_PATIENCE_MS);
    else if (done >= 0) this._expect(PATIENCE_AFTER_A_CUT_MS);
    return { ...others, data, setTriggerValue: (event, valeur) => this._ask(event, valeur) };
  }

  _ask(event, valeur) {
    this.event = event;
    this.waiting.push({ numero: `${TAB}-${++number}`, event, valeur });
    keep(this.name, this.waiting);
    this._send(FIRST_PATIENCE_MS);
  }

  /** All that waits, in its order: what the server has done already, it knows by its number. */
  _send(patience) {
    const isCut = document.documentElement.dataset.connexion === "perdue";
    if (!this.waiting.length || !this.tell || isCut) return;
    for (const one of this.waiting) one.asked = true;
    const demandes = this.waiting.map(({ numero, valeur }) => ({ numero, valeur }));
    this.tell(this.waiting[0].event, { demandes });
    this._expect(patience);
  }

  /** What has no answer in this time is asked again, less and less often. */
  _expect(patience) {
    clearTimeout(this.timer);
    if (!this.waiting.length) return;
    this.timer = setTimeout(() => {
      document.dispatchEvent(new Event("sans-reponse"));
      this._send(Math.min(2 * patience, LONGEST_PATIENCE_MS));
    }, patience);
  }
}

/** The part of that name, whose asks are certain to arrive. */
export function certain(name, part) {
  if (!queues.has(name)) queues.set(name, new Queue(name));
  return queues.get(name).part(part);
}
