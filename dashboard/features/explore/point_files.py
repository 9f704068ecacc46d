"""The files that the browser reads once: points, texts by chunk, facets, sentences, towns, territories, programme.

All are JSON, at addresses that name their content, and hold text only as JSON strings that our own modules set as text.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import numpy as np

from dashboard.core.address.named_views import NamedView
from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.catalogue.dimensions import FACETS, Facet
from dashboard.core.fields.precision import PRECISIONS, REMARKS, SIGNS
from dashboard.core.fields.vocabularies import SECTEURS, Vocabulary
from dashboard.core.geography.frames import METROPOLITAN
from dashboard.core.geography.gazetteer import Gazetteer
from dashboard.core.geography.overseas import OVERSEAS
from dashboard.features.explore.filters import facets_file
from dashboard.features.explore.go_to.words import GoTo
from dashboard.features.meeting.words import FRONT
from dashboard.frontend.browser import to_json
from dashboard.wording.places import PLACE_COLUMNS, place
from dashboard.wording.positions import LEGEND
from dashboard.wording.words import Front

CHUNK = 200
"""Rows: what a page of the list needs, in 6 kB; a rare filter's page asks for many chunks."""
_TEXT_COLUMNS = ("nom", *PLACE_COLUMNS, "secteurs", "nature", "precision")
LEGEND_CLASSES = 8


def legends(catalogue: Catalogue) -> Iterator[tuple[str, list[str], list[int]]]:
    """What the map may draw poles by: a title, the labels of its classes and the class of each row."""
    for facet in FACETS:
        if isinstance(facet, Facet) and facet.in_legend:
            columns, vocabulary = facet.coarse or (facet.columns, facet.vocabulary)
            yield facet.title, *legend_classes(first_codes(catalogue, columns), vocabulary)


def first_codes(catalogue: Catalogue, columns: Sequence[str]) -> list[str]:
    """For each row, in the catalogue's order: the first code of the first column that has one, "" where blank."""
    found = [""] * len(catalogue.rows)
    for column in columns:
        cells = ((cell,) if isinstance(cell, str) else cell for cell in catalogue.rows[column])
        found = [code or (cell or ("",))[0] for code, cell in zip(found, cells, strict=True)]
    return found


def legend_classes(codes: Sequence[str], vocabulary: Vocabulary) -> tuple[list[str], list[int]]:
    """The labels of at most 8 classes and the class of each row, -1 for « non renseigné ».

    Where there are more than 8 values, the 7 most frequent keep their own sign and the rest share « Autres ».
    """
    present = [code for code in vocabulary.codes if code in set(codes)]
    if len(present) > LEGEND_CLASSES:
        frequent = sorted(present, key=lambda code: (-codes.count(code), vocabulary.codes.index(code)))
        kept = [code for code in present if code in frequent[: LEGEND_CLASSES - 1]]
        labels = [vocabulary.label(code) for code in kept] + [Front.OTHERS]
    else:
        kept = present
        labels = [vocabulary.label(code) for code in kept]
    rank = {code: kept.index(code) if code in kept else LEGEND_CLASSES - 1 for code in present}
    return labels, [rank.get(code, -1) for code in codes]


def points_file(catalogue: Catalogue, *, texts: str = "", words: str = "") -> bytes:
    """Columns by row: `lon`, `lat` (1e-5 degree, EPSG:4326, null without a place), precision, cell in each facet…

    `texts`, `words`: the addresses, seen from the bundle's folder, that a chunk's rank or coded words complete.
    """
    rows = catalogue.rows
    located = (~rows.geometry.is_empty & rows.geometry.notna()).to_numpy()
    lon = np.where(located, np.round(rows.geometry.x.to_numpy() * 1e5), 0).astype(int)
    lat = np.where(located, np.round(rows.geometry.y.to_numpy() * 1e5), 0).astype(int)
    return to_json(
        {
            "n": len(rows),
            "located": int(located.sum()),
            "lon": [value if ok else None for value, ok in zip(lon.tolist(), located, strict=True)],
            "lat": [value if ok else None for value, ok in zip(lat.tolist(), located, strict=True)],
            "precision": [PRECISIONS.index(code) for code in rows["precision"]],
            "signes": SIGNS,
            "presumee": rows["position_presumee"].astype(int).tolist(),
            "cellules": {facet.key: catalogue.values[facet.key].numbers.tolist() for facet in FACETS},
            "dimensions": [ranks for _, _, ranks in legends(catalogue)],
            "chunk": CHUNK,
            "textes": texts,
            "mots": words,
        }
    )


class RowTexts:
    """The displayed texts of the rows, by chunks of 200, each made when it is asked for."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._rows = catalogue.rows
        self._made = lru_cache(maxsize=64)(self._make)

    def chunk(self, rank: int) -> bytes | None:
        """The rows from 200 × `rank` on, as JSON: id, name, place, sectors, nature, precision; None beyond the last."""
        return self._made(rank) if 0 <= rank * CHUNK < max(len(self._rows), 1) else None

    def _make(self, rank: int) -> bytes:
        part = slice(rank * CHUNK, (rank + 1) * CHUNK)
        columns = (self._rows[name].iloc[part] for name in _TEXT_COLUMNS)
        return to_json([_texts(*cells) for cells in zip(self._rows.index[part], *columns, strict=True)])


def _texts(
    pole_id: str,
    nom: str,
    commune: str,
    territoire: str,
    departement: str,
    region: str,
    secteurs: Sequence[str],
    nature: str,
    precision: str,
) -> dict[str, str]:
    return {
        "id": pole_id,
        "nom": nom,
        "lieu": place(commune, territoire, departement, region),
        "resume": ", ".join(SECTEURS.label(code) for code in secteurs),
        "nature": nature,
        "precision": REMARKS[precision],
    }


def texts_file(catalogue: Catalogue, gazetteer: Gazetteer) -> bytes:
    """The sentences that our modules show, with the legend's classes and the territories' frames."""
    legend = {
        **Front.LEGEND,
        "dimensions": [{"titre": title, "classes": labels} for title, labels, _ in legends(catalogue)],
        "precisions": LEGEND,
    }
    territories = [{"nom": Front.METROPOLITAN, "bounds": METROPOLITAN}]
    for departement in filter(None, map(gazetteer.departement, OVERSEAS)):
        territories.append({"nom": departement.name, "bounds": departement.bounds})
    return to_json(
        {
            **Front.MAP,
            "legende": legend,
            "territoires": territories,
            "lieux": GoTo.TEXTS,
            "liste": Front.LIST,
            "fiche": Front.SHEET,
            "programme": Front.PROGRAMME,
            "etoile": FRONT["etoile"],
            "resume": Front.SUMMARY,
        }
    )


def build_files(
    catalogue: Catalogue,
    gazetteer: Gazetteer,
    programme: Mapping[str, object] | None,
    views: Sequence[NamedView] = (),
) -> dict[str, bytes]:
    """Logical name → bytes of every file made from the catalogue, except the points."""
    files = {
        "facettes.json": to_json(facets_file(catalogue, views)),
        "phrases.json": texts_file(catalogue, gazetteer),
        "villes.json": to_json(gazetteer.towns(min_population=8000)),
    }
    if programme is not None:
        files["programme.json"] = to_json(programme)
    return files
