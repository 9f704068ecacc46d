"""The geocoder over the reference geography that ships with the project."""

import os
from pathlib import Path

import pytest

from dashboard.adapters.geocoder_store import load_geocoder
from dashboard.domain.geocoding import Geocoder

REFERENCE = Path(os.environ.get("PTCE_TEST_REFERENCE", Path(__file__).parents[3] / "data" / "reference"))


@pytest.fixture(scope="session")
def geocoder() -> Geocoder:
    """The embedded geocoder, loaded once."""
    return load_geocoder(REFERENCE)
