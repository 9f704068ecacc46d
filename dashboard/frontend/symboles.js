// Colour *and* shape of the classes. Palette: Okabe & Ito (2008), told apart by colour-blind readers; at most 8 classes.

export const COLOURS = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#8A6D00", "#3B9CD0", "#6A3D9A", "#4D4D4D"];
export const UNKNOWN_COLOUR = "#7A7A7A";

const polygon = (sides, turn) => (context, x, y, r) => {
  for (let corner = 0; corner < sides; corner++) {
    const angle = turn + (corner * 2 * Math.PI) / sides;
    context[corner ? "lineTo" : "moveTo"](x + r * Math.cos(angle), y + r * Math.sin(angle));
  }
  context.closePath();
};

const star = (context, x, y, r) => {
  for (let corner = 0; corner < 10; corner++) {
    const radius = corner % 2 ? r * 0.5 : r * 1.15;
    const angle = -Math.PI / 2 + (corner * Math.PI) / 5;
    context[corner ? "lineTo" : "moveTo"](x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }
  context.closePath();
};

const plus = (context, x, y, r) => {
  const a = r * 0.42;
  const corners = [[-a, -r], [a, -r], [a, -a], [r, -a], [r, a], [a, a], [a, r], [-a, r], [-a, a], [-r, a], [-r, -a], [-a, -a]];
  corners.forEach(([dx, dy], index) => context[index ? "lineTo" : "moveTo"](x + dx, y + dy));
  context.closePath();
};

const SHAPES = [
  (context, x, y, r) => context.arc(x, y, r, 0, 2 * Math.PI),
  polygon(4, Math.PI / 4),
  polygon(3, -Math.PI / 2),
  polygon(4, 0),
  polygon(3, Math.PI / 2),
  polygon(6, 0),
  star,
  plus,
];

const tint = (colour, alpha) => colour + Math.round(alpha * 255).toString(16).padStart(2, "0");

/**
 * Draw one symbol. `index` is the class, or -1 for « non renseigné » (a small grey disc).
 * How precise the place is: filled or `hollow`, with a wide dashed halo if `vague`, with a dashed one if `presumed`.
 */
export function drawSymbol(context, { x, y, index, hollow = false, vague = false, presumed = false, radius = 8 }) {
  const colour = index < 0 ? UNKNOWN_COLOUR : COLOURS[index];
  if (hollow) {
    context.beginPath();
    context.arc(x, y, radius + (vague ? 9 : 4.5), 0, 2 * Math.PI);
    context.fillStyle = tint(colour, 0.13);
    context.fill();
    if (vague || presumed) {
      context.setLineDash([3, 3]);
      context.lineWidth = 1;
      context.strokeStyle = tint(colour, 0.75);
      context.stroke();
      context.setLineDash([]);
    }
  }
  context.beginPath();
  (index < 0 ? SHAPES[0] : SHAPES[index])(context, x, y, index < 0 ? radius * 0.75 : radius);
  context.fillStyle = hollow ? "#ffffff" : colour;
  context.fill();
  context.lineWidth = hollow ? 3 : 1.5;
  context.lineJoin = "round";
  context.strokeStyle = hollow ? colour : "#ffffff";
  context.stroke();
}

/** A small canvas showing one class, for the legend. */
export function symbolCanvas({ vague = false, ...sign }) {
  const canvas = document.createElement("canvas");
  const ratio = window.devicePixelRatio || 1;
  const side = vague ? 36 : 26;
  canvas.width = canvas.height = side * ratio;
  canvas.style.width = canvas.style.height = `${side}px`;
  const context = canvas.getContext("2d");
  context.scale(ratio, ratio);
  drawSymbol(context, { x: side / 2, y: side / 2, vague, radius: 7, ...sign });
  canvas.setAttribute("aria-hidden", "true");
  return canvas;
}
