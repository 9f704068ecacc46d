// Distances over the Earth, in the browser.

const EQUATOR_KM = 6378.137;
const FLATTENING = 1 / 298.257223563;

/**
 * Geodesic distance in kilometres between two points in EPSG:4326 degrees, on the WGS 84 ellipsoid.
 * Andoyer and Lambert's formula (https://en.wikipedia.org/wiki/Geographical_distance#Lambert's_formula_for_long_lines):
 * within 0.01 % of the geodesic, except for antipodes, where it is the sphere's.
 */
export function distanceKm(lon1, lat1, lon2, lat2) {
  const rad = Math.PI / 180;
  const reduced = (lat) => Math.atan((1 - FLATTENING) * Math.tan(lat * rad));
  const [b1, b2] = [reduced(lat1), reduced(lat2)];
  const half = Math.sin((b2 - b1) / 2) ** 2 + Math.cos(b1) * Math.cos(b2) * Math.sin(((lon2 - lon1) * rad) / 2) ** 2;
  const angle = 2 * Math.asin(Math.min(1, Math.sqrt(half)));
  if (angle < 1e-9) return 0;
  if (Math.PI - angle < 0.01) return EQUATOR_KM * angle;
  const [p, q] = [(b1 + b2) / 2, (b2 - b1) / 2];
  const x = (angle - Math.sin(angle)) * ((Math.sin(p) * Math.cos(q)) / Math.cos(angle / 2)) ** 2;
  const y = (angle + Math.sin(angle)) * ((Math.cos(p) * Math.sin(q)) / Math.sin(angle / 2)) ** 2;
  return EQUATOR_KM * (angle - (FLATTENING / 2) * (x + y));
}

/** « moins de 1 km », « 4,2 km », « 23 km », « 9 210 km ». */
export function kilometres(km, { moins }) {
  if (km < 1) return moins;
  const rounded = km < 9.95 ? Math.round(km * 10) / 10 : km < 1000 ? Math.round(km) : Math.round(km / 10) * 10;
  return `${rounded.toLocaleString("fr-FR")}\u00a0km`;
}
