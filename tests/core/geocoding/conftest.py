"""The geocoder over the reference geography that ships with the project."""

import pytest

from dashboard.core.geocoding import Geocoder
from tests.helpers.gazetteers import GEOCODER


@pytest.fixture(scope="session")
def geocoder() -> Geocoder:
    """The embedded geocoder."""
    return GEOCODER
