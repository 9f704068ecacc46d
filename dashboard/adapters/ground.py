"""The reference geography as what places rows: the gazetteer, and the geocoder that finds communes by their names."""

from pathlib import Path

from dashboard.adapters.gazetteer import load_gazetteer
from dashboard.adapters.geocoder_store import load_geocoder
from dashboard.domain.geocoding import Geocoder
from dashboard.domain.territory import Gazetteer
from dashboard.errors import CatalogueMissing


def load_ground(reference: Path) -> tuple[Gazetteer, Geocoder]:
    """Both, from the folder of the reference geography; CatalogueMissing if one of its tables is not there."""
    try:
        return load_gazetteer(reference), load_geocoder(reference)
    except FileNotFoundError as error:
        raise CatalogueMissing("missing_reference", Path(error.filename or reference).name) from error
