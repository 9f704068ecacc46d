"""What calendars and schedules say of a session, in plain text."""

from dashboard.wording.words import NBSP, NNBSP


class Calendar:
    """Sentences of the calendar files."""

    NAME = "Programme de la rencontre"
    ROOM = "Salle principale"
    OTHER = "Séance"
    PARCOURS = "Mon parcours"
    HOSTED = f"Hôte{NNBSP}: {{}}"
    ORGANISED = f"Proposé par{NNBSP}: {{}}"

    @staticmethod
    def of_role(role: str, names: str) -> str:
        """« Animation : Véronique Branger (MES) »; the names alone where the role is not said."""
        return f"{role}{NNBSP}: {names}" if role else names

    @staticmethod
    def theme(title: str, names: str) -> str:
        """« • Rôle des collectivités locales : Henri Arevalo (Sicoval) »."""
        return f"•{NBSP}{title}{NNBSP}: {names}" if names else f"•{NBSP}{title}"

    @staticmethod
    def with_affiliation(name: str, affiliation: str) -> str:
        """« Henri Arevalo (vice-président, Sicoval) »."""
        return f"{name} ({affiliation})" if affiliation else name

    @staticmethod
    def own(title: str) -> str:
        """« Mon parcours, Première rencontre… »."""
        return f"{Calendar.PARCOURS}, {title}" if title else Calendar.PARCOURS
