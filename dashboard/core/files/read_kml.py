"""KML, of Google Earth and My Maps: each place as a row, its point, its name and its data."""

from collections.abc import Mapping

from dashboard.core.files.cell_repairs import LONGEST_CELL
from dashboard.core.files.features import Feature, grid_of
from dashboard.core.files.grid import Grid
from dashboard.core.files.limits import Limits
from dashboard.core.files.safe_zip import DAMAGE
from dashboard.core.files.xml_events import feed
from dashboard.errors import UnreadableFile

_TEXTS = frozenset({"name", "description", "address", "phoneNumber", "value", "SimpleData", "coordinates"})
_CHUNK = 1 << 20


def read_kml(content: bytes, limits: Limits) -> Grid:
    """The places that have a name or a point, in their order."""
    places = _Places()
    try:
        for _ in feed((content[start : start + _CHUNK] for start in range(0, len(content), _CHUNK)), places):
            if len(places.features) > limits.max_rows:
                raise UnreadableFile("too_many_rows", str(limits.max_rows))
    except DAMAGE as error:
        raise UnreadableFile("damaged_xml") from error
    if not places.features:
        raise UnreadableFile("empty_file")
    return grid_of(places.features, limits)


class _Places:
    """The `Placemark` elements, wherever they are."""

    def __init__(self) -> None:
        self.features: list[Feature] = []
        self._properties: dict[str, str] | None = None
        self._geometries: list[dict[str, object]] = []
        self._path: list[str] = []
        self._key = ""
        self._text: list[str] = []
        self._length = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""
        self._path.append(name)
        self._text, self._length = [], 0
        if name == "Placemark":
            self._properties, self._geometries = {}, []
            if attributes.get("id"):
                self._properties["id"] = attributes["id"]
        elif name in {"Data", "SimpleData"}:
            self._key = attributes.get("name", "")
        elif name in {"LineString", "Polygon", "Model", "Track"} and self._properties is not None:
            self._geometries.append({"type": name})

    def end(self, name: str) -> None:
        """An element closes."""
        self._path.pop()
        parent = self._path[-1] if self._path else ""
        text = "".join(self._text).strip()
        if name == "Placemark" and self._properties is not None:
            collection = {"type": "GeometryCollection", "geometries": self._geometries}
            geometry = self._geometries[0] if len(self._geometries) == 1 else collection
            self.features.append(Feature(self._properties, geometry if self._geometries else None))
            self._properties = None
        elif self._properties is None or not text:
            return
        elif name == "coordinates" and parent == "Point":
            self._geometries.append({"type": "Point", "coordinates": _position(text)})
        elif name == "SimpleData" or (name == "value" and parent == "Data"):
            self._properties[self._key or name] = text
        elif parent == "Placemark" and name in _TEXTS:
            self._properties.setdefault(name, text)
        self._text, self._length = [], 0

    def text(self, data: str) -> None:
        """Text of the element that is open."""
        if self._length <= LONGEST_CELL and self._path and self._path[-1] in _TEXTS:
            self._text.append(data)
            self._length += len(data)


def _position(text: str) -> list[float]:
    """« 5.05,45.04,0 » as numbers; nothing for what is none."""
    try:
        return [float(part) for part in text.split()[0].split(",")[:2]]
    except ValueError:
        return []
