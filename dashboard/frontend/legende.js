// The legend: which dimension colour and shape show, what each sign means, and the optional IGN tiles.

import { element } from "./donnees.js";
import { symbolCanvas } from "./symboles.js";

const IGN_TILES =
  "https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2" +
  "&STYLE=normal&FORMAT=image/png&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}";

export class Legend {
  constructor(map, texts, onDimension, offerTiles) {
    this.map = map;
    this.texts = texts;
    const control = L.control({ position: "topright" });
    control.onAdd = () => this._build(onDimension, offerTiles);
    control.addTo(map);
  }

  _build(onDimension, offerTiles) {
    const { texts } = this;
    const choice = element("select", {
      attributes: { "aria-label": texts.legende.dimension },
      on: { change: () => { onDimension(choice.selectedIndex); this._list(choice.selectedIndex); } },
    });
    texts.legende.dimensions.forEach(({ titre }) => choice.append(element("option", { text: titre })));
    this.entries = element("ul");
    const precision = element("ul", { className: "precisions" });
    texts.legende.precisions.forEach(({ texte, creux, vague, presumee }) => {
      precision.append(this._entry(texte, { index: 0, hollow: creux, vague, presumed: presumee }));
    });
    const body = element(
      "div", { className: "legende-corps" },
      element("label", { className: "legende-choix" }, element("span", { text: texts.legende.dimension }), choice),
      this.entries,
      element("p", { className: "legende-note", text: texts.legende.note }),
      precision,
      offerTiles ? this._tilesSwitch() : null,
    );
    const box = element("details", { className: "legende" }, element("summary", { text: texts.legende.titre }), body);
    box.open = window.innerWidth >= 700;
    this.box = box;
    L.DomEvent.disableClickPropagation(box);
    L.DomEvent.disableScrollPropagation(box);
    this._list(0);
    return box;
  }

  get isOpen() {
    return this.box.open;
  }

  _entry(text, sign) {
    return element("li", {}, symbolCanvas(sign), element("span", { text }));
  }

  _list(dimension) {
    this.entries.replaceChildren(
      ...this.texts.legende.dimensions[dimension].classes.map((label, index) => this._entry(label, { index })),
      this._entry(this.texts.nonRenseigne, { index: -1 }),
    );
  }

  _tilesSwitch() {
    const tiles = L.tileLayer(IGN_TILES, {
      maxZoom: 18, maxNativeZoom: 18, attribution: this.texts.legende.attributionIgn, pane: "tilePane",
    });
    const box = element("input", {
      attributes: { type: "checkbox" },
      on: {
        change: () => {
          this.map[box.checked ? "addLayer" : "removeLayer"](tiles);
          this.map.getPane("terre").style.opacity = box.checked ? 0.15 : 1;
          this.map.getPane("villes").style.display = box.checked ? "none" : "";
        },
      },
    });
    return element("label", { className: "legende-ign" }, box, element("span", { text: this.texts.legende.ign }));
  }
}
