"""The facet panel: the file that says what may be chosen, and what a click changes in it."""

from collections.abc import Iterable
from typing import Any

from dashboard.core.address.named_views import NamedView, write_filters
from dashboard.core.address.view import View
from dashboard.core.catalogue.bits import Mask
from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.catalogue.dimensions import FACETS, Facet, YearFacet
from dashboard.core.catalogue.selection import Selection
from dashboard.frontend.masks import encode_bits
from dashboard.wording.words import Filters


def facets_file(catalogue: Catalogue, views: Iterable[NamedView] = ()) -> dict[str, Any]:
    """Titles, codes and labels of the facets, with the views proposed by name.

    Each value has its number of rows, and which cells of its facet have it, by which the browser shows rows at once.
    The values of years, which are asked by spans, have none.
    """
    return {
        "textes": Filters.TEXTS,
        "facettes": [_facet(catalogue, facet) for facet in FACETS],
        "vues": [
            {
                "nom": view.name,
                "description": view.description,
                "lien": f"?{write_filters(view.selection)}",
                "filtres": _chosen(view.selection),
            }
            for view in views
        ],
    }


def filters(catalogue: Catalogue, view: View, shown: Mask) -> dict[str, Any]:
    """What is chosen, and the counts of each facet's values, in the order of the file."""
    counts = catalogue.facets.counts(view.selection)
    return {
        "serie": view.serie,
        **_chosen(view.selection),
        "total": shown.count,
        "counts": [[counts[key][code] for code, _ in values] for key, values in catalogue.facets.offered.items()],
    }


def _chosen(selection: Selection) -> dict[str, Any]:
    return {
        "chosen": {facet: list(codes) for facet, codes in selection.choices},
        "tous": list(selection.every),
        "q": selection.query,
    }


def _facet(catalogue: Catalogue, facet: Facet | YearFacet) -> dict[str, Any]:
    values, by_span = catalogue.values[facet.key], isinstance(facet, YearFacet)
    return {
        "cle": facet.key,
        "titre": facet.title,
        "genre": "annees" if by_span else "liste",
        "multiple": facet.is_multiple,
        "valeurs": [
            {"code": code, "titre": facet.label(code), "n": count}
            | ({} if by_span else {"cellules": encode_bits(values.patterns[values.ranks[code]])})
            for code, count in catalogue.facets.offered[facet.key]
        ],
    }
