"""The geocoder over the reference geography that ships with the project."""

import os
from pathlib import Path

import pytest

from dashboard.core.geocoding import Geocoder
from dashboard.core.geocoding.load import load_geocoder

REFERENCE = Path(os.environ.get("PTCE_TEST_REFERENCE", Path(__file__).parents[3] / "data" / "reference"))


@pytest.fixture(scope="session")
def geocoder() -> Geocoder:
    """The embedded geocoder, loaded once."""
    return load_geocoder(REFERENCE)
