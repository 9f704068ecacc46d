"""Sentences of the sheets and signs of the express visits."""

from dashboard.presentation.strings import NBSP, NNBSP


class Visit:
    """What is printed for each pole."""

    TITLE = "Fiches de visite et panneaux"
    SHEET = "Fiche de visite"
    HELP = f"Imprimez cette page au format A4{NNBSP}: chaque pôle a sa fiche, puis le panneau de son stand."
    NONE = "Le programme ne nomme aucun pôle."
    WHO = "Qui est là"
    NOBODY = "Le programme ne nomme personne pour ce pôle."
    ACTIVITIES = "Activités"
    NOTES = "Notes"
    SCAN = "Sa fiche complète"
    SIGN_SCAN = "La fiche de ce pôle"
    JOBS, MEMBERS, CREATED = "Emplois", "Membres", "Création"
    IN_REGION, IN_DEPARTEMENT, IN_SECTOR = "Dans la région", "Dans le département", "Même activité"
    IN_ALL = "En France"
    NATURES = {"pole": "pôles recensés", "projet": "projets recensés"}  # noqa: RUF012
    COUNTED_IN_ALL = "pôles et projets recensés"

    @staticmethod
    def counted_in(place: str) -> str:
        """What the number of poles of a région or département counts."""
        return f"pôles et projets recensés ({place}), celui-ci compris"

    @staticmethod
    def counted_in_sector(sector: str) -> str:
        """What the number of poles of the same activity counts."""
        return f"pôles et projets de l’activité «{NBSP}{sector}{NBSP}», celui-ci compris"

    @staticmethod
    def stand(name: str) -> str:
        """« Stand 4 »; a name that says it already is left as it is."""
        return name if name.casefold().startswith("stand") else f"Stand {name}"
