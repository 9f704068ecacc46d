// Our contours as shapes, for the map and for the coloured territories.

/** TopoJSON object → GeoJSON features (https://github.com/topojson/topojson-specification). */
export function features(topology, name) {
  const { scale, translate } = topology.transform;
  const arcs = topology.arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  });
  const line = (indexes) =>
    indexes.flatMap((index, rank) => {
      const points = index < 0 ? arcs[~index].slice().reverse() : arcs[index];
      return rank ? points.slice(1) : points;
    });
  return topology.objects[name].geometries
    .filter((shape) => shape.type)
    .map((shape) => ({
      type: "Feature",
      properties: shape.properties ?? {},
      geometry: {
        type: shape.type,
        coordinates:
          shape.type === "Polygon" ? shape.arcs.map(line) : shape.arcs.map((polygon) => polygon.map(line)),
      },
    }));
}
