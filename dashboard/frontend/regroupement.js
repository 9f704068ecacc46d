// Clusters on a grid of world pixels: they stay where they are when the map moves, and cost one pass per paint.

const CELL = 56;

/** Web Mercator pixels at zoom 0, a world of 256 × 256, of a longitude. */
export const worldX = (lon) => 256 * (lon / 360 + 0.5);

/** And of a latitude. */
export function worldY(lat) {
  const sine = Math.sin((lat * Math.PI) / 180);
  return 256 * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI));
}

/** The places of the rows in these pixels, NaN where a row has none. */
export function project(points) {
  const x = new Float64Array(points.n);
  const y = new Float64Array(points.n);
  for (let row = 0; row < points.n; row++) {
    const hasPlace = points.lon[row] !== null;
    x[row] = hasPlace ? worldX(points.lon[row] / 1e5) : NaN;
    y[row] = hasPlace ? worldY(points.lat[row] / 1e5) : NaN;
  }
  return { x, y };
}

/**
 * The marks to draw in the window [west, east] × [north, south] of world pixels at this `scale`:
 * `{x, y, rows}` in world pixels, where a mark of several rows is a cluster, drawn with `radius(number of rows)`.
 * `apart(row)` keeps a row out of any cluster.
 */
export function group({ x, y }, mask, scale, [west, north, east, south], { radius, apart }) {
  const columns = Math.floor(east / CELL) - Math.floor(west / CELL) + 1;
  const lines = Math.floor(south / CELL) - Math.floor(north / CELL) + 1;
  const left = Math.floor(west / CELL);
  const top = Math.floor(north / CELL);
  const head = new Int32Array(columns * lines).fill(-1);
  const next = new Int32Array(mask.length);
  const count = new Int32Array(columns * lines);
  const single = [];
  const marks = [];
  for (let row = mask.length - 1; row >= 0; row--) {
    if (!mask[row]) continue;
    const px = x[row] * scale;
    const py = y[row] * scale;
    if (!(px >= west && px <= east && py >= north && py <= south)) continue;
    if (apart(row)) {
      single.push({ x: px, y: py, rows: [row] });
      continue;
    }
    const cell = (Math.floor(py / CELL) - top) * columns + Math.floor(px / CELL) - left;
    next[row] = head[cell];
    head[cell] = row;
    count[cell]++;
  }
  for (let cell = 0; cell < head.length; cell++) {
    if (head[cell] < 0) continue;
    let sumX = 0;
    let sumY = 0;
    const rows = new Array(count[cell]);
    let position = 0;
    for (let row = head[cell]; row >= 0; row = next[row]) {
      sumX += x[row];
      sumY += y[row];
      rows[position++] = row;
    }
    marks.push({ x: (sumX / rows.length) * scale, y: (sumY / rows.length) * scale, rows });
  }
  return mergeNear(marks, radius).concat(single);
}

/** Two marks of neighbouring cells that would overlap become one, where the larger stands. */
function mergeNear(marks, radius) {
  const kept = [];
  for (const mark of marks.sort((a, b) => b.rows.length - a.rows.length)) {
    const size = radius(mark.rows.length);
    const near = kept.find((other) => Math.hypot(other.x - mark.x, other.y - mark.y) < 0.85 * (size + radius(other.rows.length)));
    if (near) near.rows = near.rows.concat(mark.rows);
    else kept.push(mark);
  }
  return kept;
}
