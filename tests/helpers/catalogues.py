"""Catalogues over the real geography: the shipped one, and small ones from rows, texts or a table."""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.files.grid import RawTable
from dashboard.core.files.table import read_content
from dashboard.core.intake.building import CheckedFile, build_catalogue
from dashboard.core.intake.checking_poles import check_poles
from dashboard.core.intake.store import open_catalogue
from tests.helpers.gazetteers import GAZETTEER, GEOCODER
from tests.helpers.paths import DATA, REFERENCE

SHIPPED_FILES = (DATA / "poles.csv", DATA / "projets.csv")


@cache
def shipped_catalogue() -> Catalogue:
    """The catalogue of the shipped files, built once."""
    return open_catalogue(SHIPPED_FILES, reference=REFERENCE, store=None, load_places=lambda: (GAZETTEER, GEOCODER))


def catalogue_of(*tables: RawTable) -> Catalogue:
    """The catalogue of these tables, as the site makes it."""
    files = [
        CheckedFile(
            table.name or f"fichier{rank}.csv",
            "ab" * 32,
            "Licence Ouverte 2.0",
            check_poles(table, gazetteer=GAZETTEER),
        )
        for rank, table in enumerate(tables, start=1)
    ]
    return build_catalogue(files, GAZETTEER, GEOCODER, content_hash="0123456789abcdef" * 4)


def catalogue_of_texts(*texts: str) -> Catalogue:
    """The catalogue of files that hold these texts, CSV or GeoJSON."""
    return catalogue_of(*(read_content(text.encode()) for text in texts))


def catalogue_of_rows(*rows: Mapping[str, str]) -> Catalogue:
    """The catalogue of these rows; `id` and `nom` are made up where a row does not say them."""
    features = [
        {"properties": {"id": f"r{rank}", "nom": f"Pôle {rank:03d}", **row}} for rank, row in enumerate(rows, start=1)
    ]
    return catalogue_of_texts(json.dumps({"features": features}))


def table_of(rows: Iterable[Mapping[str, str]], headers: Sequence[str]) -> RawTable:
    """A table of text as a reader gives it."""
    cells = tuple(tuple(row.get(header, "") for header in headers) for row in rows)
    return RawTable(tuple(headers), cells, tuple(range(2, len(cells) + 2)), name="poles.csv")
