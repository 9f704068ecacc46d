"""What « Aller à… » says, in French."""

from dashboard.domain.destination import Kind
from dashboard.presentation.strings import NBSP, NNBSP

KINDS = {
    Kind.COMMUNE: "Commune",
    Kind.ARRONDISSEMENT: "Arrondissement",
    Kind.FORMER_COMMUNE: "Ancienne commune",
    Kind.POSTCODE: "Code postal",
    Kind.EPCI: "Intercommunalité",
    Kind.DEPARTEMENT: "Département",
    Kind.REGION: "Région",
    Kind.FORMER_REGION: "Ancienne région",
    Kind.POLE: "Pôle ou projet",
}


class GoTo:
    """The search field on the map; TEXTS is sent to the browser."""

    TEXTS = {  # noqa: RUF012
        "champ": "Aller à un lieu ou à un pôle",
        "invite": "Aller à…",
        "aide": f"Commune, code postal, intercommunalité, département, région ou pôle{NNBSP}: la carte s’y déplace, "
        "sans filtrer.",
        "effacer": "Effacer",
        "nombre": {"one": "{n} proposition", "many": "{n} propositions"},
        "aucun": f"Aucun lieu de France ni aucun pôle ne ressemble à «{NBSP}{{q}}{NBSP}». Essayez un code postal ou un "
        "département.",
        "panne": "La recherche de lieux n’a pas répondu. Réessayez dans un instant.",
        "arrive": f"Carte déplacée{NNBSP}: {{nom}}",
        "large": "contour absent de cette carte",
    }

    @staticmethod
    def today(name: str) -> str:
        """« aujourd’hui Évry-Courcouronnes »."""
        return f"aujourd’hui {name}"
