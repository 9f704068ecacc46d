"""What the « Intégrer » page is told."""

from collections.abc import Sequence
from typing import Any

from dashboard.domain.catalogue import Catalogue
from dashboard.domain.view import View
from dashboard.presentation import explorer_view
from dashboard.presentation.embed_strings import Embed
from dashboard.presentation.strings import Site, shown_count

EVERYONE = "*"
_OWN = frozenset({"'self'", "'none'"})


def builder(
    catalogue: Catalogue, view: View, *, pages: Sequence[tuple[str, str]], address: str, ancestors: str
) -> dict[str, Any]:
    """The pages that a frame may show (path, title), the view in words, who may frame (the setting's value)."""
    shown = catalogue.facets.select(view.selection)
    labels = ", ".join(pill["titre"] for pill in explorer_view.summary(catalogue, view, shown)["pastilles"])
    said = Embed.filters(labels, shown_count(shown.count, len(catalogue.rows))) if labels else ""
    return {
        "adresse": address,
        "titre": Site.TITLE,
        "pages": [{"chemin": path, "titre": title} for path, title in pages],
        "page": "territoires" if view.territories.asked else pages[0][0],
        "filtres": " ; ".join(filter(None, [said, view.territories.asked])),
        "permission": permission(ancestors),
    }


def permission(ancestors: str) -> str:
    """Who may show the site in a frame, from a value of frame-ancestors."""
    sites = [source for source in ancestors.split() if source not in _OWN]
    if EVERYONE in sites:
        return Embed.EVERYONE
    return Embed.allowed(", ".join(sites)) if sites else Embed.NOBODY
