"""The real reference geography, loaded once for all the tests that place something."""

from dashboard.core.geocoding.load import load_places
from tests.helpers.paths import REFERENCE

GAZETTEER, GEOCODER = load_places(REFERENCE)
