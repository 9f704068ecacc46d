"""« Aller à… » while the site runs: the geocoder loaded when first asked, the poles of the map as places."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from threading import Lock

from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.geocoding import Geocoder, Verdict
from dashboard.core.geocoding.load import load_geocoder
from dashboard.core.geography.gazetteer import Gazetteer
from dashboard.core.geography.records import Bounds
from dashboard.features.explore.go_to.destination import PolePlace
from dashboard.features.explore.go_to.finder import Destinations
from dashboard.features.explore.go_to.words import suggestions
from dashboard.frontend.browser import to_json
from dashboard.web.memory import give_back
from dashboard.wording.places import PLACE_COLUMNS, place


class GoToService:
    """Where places are: what « Aller à… » suggests, what a misspelt name may be."""

    def __init__(self, catalogue: Catalogue, gazetteer: Gazetteer, reference: Path) -> None:
        """`reference` is the folder of the geography; the catalogue's poles are places to go to."""
        self._catalogue = catalogue
        self._gazetteer = gazetteer
        self._reference = reference
        self._lock = Lock()

    @cached_property
    def _geocoder(self) -> Geocoder:
        """About a second and 70 MB, that many visits do not need."""
        return load_geocoder(self._reference)

    @cached_property
    def _destinations(self) -> Destinations:
        poles = pole_places(self._catalogue, self._gazetteer)
        destinations = Destinations(self._gazetteer, self._geocoder, poles)
        give_back()
        return destinations

    def spell(self, text: str) -> Verdict:
        """The communes that a misspelt name may be."""
        with self._lock:
            geocoder = self._geocoder
        return geocoder.locate(text)

    def suggest(self, question: str) -> bytes:
        """Suggestions for « Aller à… » as JSON."""
        with self._lock:
            destinations = self._destinations
        return to_json(suggestions(destinations.suggest(question)))


def pole_places(catalogue: Catalogue, gazetteer: Gazetteer) -> Iterator[PolePlace]:
    """Those that have a point, in the catalogue's order; the frame is a point, or that of the territory alone known."""
    columns = ("nom", "precision", *PLACE_COLUMNS, "epci_code", "code_departement", "code_region")
    rows = catalogue.rows
    cells = zip(rows.index, rows.geometry, *(rows[name] for name in columns), strict=True)
    for pole_id, point, name, precision, commune, territoire, departement, region, *codes in cells:
        if point is None or point.is_empty:
            continue
        where = place(commune, territoire, departement, region)
        lonlat = (point.x, point.y)
        yield PolePlace(str(pole_id), name, where, lonlat, _frame(precision, codes, gazetteer) or (*lonlat, *lonlat))


def _frame(precision: str, codes: list[str], gazetteer: Gazetteer) -> Bounds | None:
    epci_code, departement_code, region_code = codes
    area = {
        "epci": gazetteer.epci(epci_code),
        "departement": gazetteer.departement(departement_code),
        "region": gazetteer.region(region_code),
    }.get(precision)
    return area.bounds if area is not None else None
