"""What is known of the territories over the real geography: of the shipped rows, and of small catalogues."""

from functools import cache

from dashboard.core.geography.load import load_borders
from dashboard.core.geography.territory_key import Key, parse_key
from dashboard.features.territories.service import TerritoryService
from dashboard.features.territories.sheet import TerritoryIndex
from tests.helpers.catalogues import catalogue_of_rows, shipped_catalogue
from tests.helpers.gazetteers import GAZETTEER
from tests.helpers.paths import REFERENCE


@cache
def shipped_index() -> TerritoryIndex:
    """The index of the shipped files, with land borders."""
    return TerritoryIndex(shipped_catalogue(), GAZETTEER, load_borders(REFERENCE))


def index_of(*rows: dict[str, str]) -> TerritoryIndex:
    """The index of these rows, with land borders."""
    return TerritoryIndex(catalogue_of_rows(*rows), GAZETTEER, load_borders(REFERENCE))


def territories_of(*rows: dict[str, str]) -> TerritoryService:
    """The page, images and papers of the territories, of these rows or of the shipped ones."""
    return TerritoryService(catalogue_of_rows(*rows) if rows else shipped_catalogue(), GAZETTEER, REFERENCE)


def key_of(text: str) -> Key:
    """The key that a link's text leads to."""
    key = parse_key(text, GAZETTEER)
    assert key is not None, text
    return key
