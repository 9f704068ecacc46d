// Our contours as shapes, for the map and for the coloured territories.

const decoded = new WeakMap();

/** The lines of a topology as lists of [longitude, latitude]. */
export function arcsOf(topology) {
  if (!decoded.has(topology)) {
    const { scale, translate } = topology.transform;
    decoded.set(topology, topology.arcs.map((arc) => {
      let x = 0;
      let y = 0;
      return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
    }));
  }
  return decoded.get(topology);
}

/** TopoJSON object → GeoJSON features (https://github.com/topojson/topojson-specification). */
export function features(topology, name) {
  const arcs = arcsOf(topology);
  return shapesOf(topology, name).map(({ properties = {}, polygons }) => ({
    type: "Feature",
    properties,
    geometry: { type: "MultiPolygon", coordinates: polygons.map((rings) => rings.map((ring) => joined(arcs, ring))) },
  }));
}

/** The shapes of an object of a topology: `{properties, polygons}`, each polygon a list of rings, each ring of arcs. */
export const shapesOf = (topology, name) => topology.objects[name].geometries
  .filter(({ type }) => type)
  .map(({ type, properties, arcs }) => ({ properties, polygons: type === "Polygon" ? [arcs] : arcs }));

/** A ring's arcs as one line; ~n is arc n the other way round. */
export const joined = (lines, ring) => ring.flatMap((index, rank) => {
  const line = index < 0 ? lines[~index].slice().reverse() : lines[index];
  return rank ? line.slice(1) : line;
});
