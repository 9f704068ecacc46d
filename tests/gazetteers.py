"""The real reference geography, loaded once for all the tests that place something."""

from pathlib import Path

from dashboard.core.geocoding.load import load_places

REFERENCE = Path(__file__).resolve().parents[1] / "data" / "reference"
GAZETTEER, GEOCODER = load_places(REFERENCE)
