"""French sentences of « Intégrer » and of the dashboard in another site's frame."""

from dashboard.presentation.strings import NBSP, NNBSP

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
