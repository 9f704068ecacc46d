"""Catalogues over the real geography, for the tests about territories: the shipped one, and small ones row by row."""

import json
from functools import cache
from pathlib import Path

from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.files.table import read_content
from dashboard.core.geography.load import load_borders
from dashboard.core.geography.territory_key import Key, parse_key
from dashboard.core.intake.building import CheckedFile, build_catalogue
from dashboard.core.intake.checking_poles import check_poles
from dashboard.core.intake.store import open_catalogue
from dashboard.features.territories.sheet import TerritoryIndex
from tests.gazetteers import GAZETTEER, GEOCODER, REFERENCE

DATA = Path(__file__).resolve().parents[1] / "data"


@cache
def shipped_index() -> TerritoryIndex:
    """The index of the shipped files, with land borders."""
    files = [DATA / "poles.csv", DATA / "projets.csv"]
    catalogue = open_catalogue(files, reference=REFERENCE, store=None, load_places=lambda: (GAZETTEER, GEOCODER))
    return TerritoryIndex(catalogue, GAZETTEER, load_borders(REFERENCE))


def catalogue_of(*rows: dict[str, str]) -> Catalogue:
    """The catalogue of these rows; `id` and `nom` are made up where a row does not say them."""
    features = [
        {"properties": {"id": f"r{rank}", "nom": f"Pôle {rank:03d}", **row}} for rank, row in enumerate(rows, start=1)
    ]
    table = read_content(json.dumps({"features": features}).encode())
    file = CheckedFile("lignes.geojson", "", "", check_poles(table))
    return build_catalogue([file], GAZETTEER, GEOCODER, content_hash="x")


def index_of(*rows: dict[str, str]) -> TerritoryIndex:
    """The index of these rows, with land borders."""
    return TerritoryIndex(catalogue_of(*rows), GAZETTEER, load_borders(REFERENCE))


def key_of(text: str) -> Key:
    """The key that a link's text leads to."""
    key = parse_key(text, GAZETTEER)
    assert key is not None, text
    return key
