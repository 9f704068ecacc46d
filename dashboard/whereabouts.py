"""The reference geography while the site runs: each part is loaded when it is first asked, and shared by all."""

from functools import cached_property
from pathlib import Path
from threading import Lock

from dashboard.adapters.gazetteer import load_gazetteer
from dashboard.adapters.geocoder_store import load_geocoder
from dashboard.adapters.memory import give_back
from dashboard.domain.catalogue import Catalogue
from dashboard.domain.destinations import Destinations
from dashboard.domain.geocoding import Geocoder, Verdict
from dashboard.domain.pole_places import pole_places
from dashboard.domain.territory import Gazetteer
from dashboard.presentation.browser_files import to_json
from dashboard.presentation.destination_view import suggestions


class Whereabouts:
    """Where places are: what « Aller à… » suggests, what a misspelt name may be."""

    def __init__(self, reference: Path, catalogue: Catalogue) -> None:
        """`reference` is the folder of the geography; the catalogue's poles are places to go to."""
        self._reference = reference
        self._catalogue = catalogue
        self._lock = Lock()

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The territories of France."""
        return load_gazetteer(self._reference)

    @cached_property
    def _geocoder(self) -> Geocoder:
        """About a second and 70 MB, that many visits do not need."""
        return load_geocoder(self._reference)

    @cached_property
    def _destinations(self) -> Destinations:
        destinations = Destinations(self.gazetteer, self._geocoder, pole_places(self._catalogue, self.gazetteer))
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
