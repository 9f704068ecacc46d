"""« Intégrer »: what the page is told, and the sentences of the dashboard in another site’s frame."""

from collections.abc import Sequence
from typing import Any

from dashboard.core.address.view import View
from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.features.explore import view as explorer_view
from dashboard.wording.words import NBSP, NNBSP, Site, shown_count

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


FRONT = {
    "titre": "Intégrer à un site",
    "chapo": (
        "Copiez ces lignes dans une page de votre site pour y montrer la carte, avec vos filtres. Le cadre ne dépose "
        "aucun cookie de mesure et n’appelle aucun autre site."
    ),
    "page": "Page à montrer",
    "parties": "Ce qui est montré",
    "noms": {"carte": "La carte", "liste": "La liste", "filtres": "Les filtres", "programme": "Le programme"},
    "hauteur": "Hauteur, en pixels",
    "code": "Lignes à copier",
    "copier": "Copier",
    "copie": "Les lignes sont copiées.",
    "copieManuelle": "Les lignes sont sélectionnées : copiez-les avec Ctrl+C.".replace(" :", f"{NNBSP}:"),
    "garder": f"Garder la vue d’où vous venez{NNBSP}: {{filtres}}",
    "sansFiltre": "Garder la vue d’où vous venez (aucun filtre)",
    "apercu": "Aperçu",
    "largeur": "Largeur de l’aperçu",
    "ordinateur": "Ordinateur",
    "telephone": "Téléphone",
}


class Embed:
    """What Python says of it."""

    PAGE = "Intégrer"
    EVERYONE = "Tous les sites peuvent afficher ce cadre."
    NOBODY = (
        "Pour l’instant, ce serveur ne peut être affiché que par lui-même. La personne qui le tient ajoute l’adresse "
        f"de votre site au réglage PTCE_INTEGRATION{NNBSP}; sans cela, le cadre reste vide."
    )

    @staticmethod
    def allowed(sites: str) -> str:
        """Which sites may show the frame."""
        return (
            f"Sites qui peuvent afficher ce cadre{NNBSP}: {sites}. Pour le vôtre, demandez à la personne qui tient ce "
            "serveur."
        )

    @staticmethod
    def filters(labels: str, shown: str) -> str:
        """« Numérique, Bretagne (3 pôles et projets) »."""
        return f"{labels}{NBSP}({shown})"
