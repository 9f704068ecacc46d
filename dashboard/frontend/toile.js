// A canvas over the whole view, which a layer draws again after each move: what the land, the towns and the poles share.

const SHARPEST = 2;

export const CanvasLayer = L.Renderer.extend({
  options: { padding: 0.1, interactive: false },

  _initContainer() {
    this._container = document.createElement("canvas");
    this._container.setAttribute("aria-hidden", "true");
  },
  _destroyContainer() {
    this._container.remove();
    delete this._container;
  },
  _updatePaths() {},

  /** Called by Leaflet after each move; `_draw(context)` draws in layer points. */
  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    L.Renderer.prototype._update.call(this);
    const size = this._bounds.getSize();
    const ratio = Math.min(window.devicePixelRatio || 1, SHARPEST);
    const { _container: canvas } = this;
    const [width, height] = [Math.round(ratio * size.x), Math.round(ratio * size.y)];
    if (canvas.width !== width || canvas.height !== height) {
      Object.assign(canvas, { width, height });
      canvas.style.width = `${size.x}px`;
      canvas.style.height = `${size.y}px`;
    }
    L.DomUtil.setPosition(canvas, this._bounds.min);
    const context = canvas.getContext("2d");
    context.setTransform(ratio, 0, 0, ratio, -ratio * this._bounds.min.x, -ratio * this._bounds.min.y);
    context.clearRect(this._bounds.min.x, this._bounds.min.y, size.x, size.y);
    this._draw(context);
    this.fire("update");
  },
});
