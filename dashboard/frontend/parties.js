// Several parts of a page under one element: they are told in one message, and each says in its own name what it asks.

const hosts = new WeakMap();

/** Where a part of that name lives under `parent`; made at its first use, after those that are there. */
function hostOf(parent, name) {
  if (!hosts.has(parent)) hosts.set(parent, new Map());
  const known = hosts.get(parent);
  if (!known.has(name)) {
    const host = document.createElement("div");
    host.className = `partie partie-${name}`;
    parent.append(host);
    known.set(name, host);
  }
  return known.get(name);
}

export default function render({ data, parentElement, setTriggerValue }) {
  for (const [name, told] of Object.entries(data)) {
    const host = hostOf(parentElement, name);
    const ask = (_, valeur) => setTriggerValue("demande", { partie: name, valeur });
    import(`./${name}.js`).then((own) => own.default({ data: told, parentElement: host, setTriggerValue: ask }));
  }
}
