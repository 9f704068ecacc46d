"""« Aller à… »: the destinations as the browser lists them, and what it says, in French."""

from collections.abc import Iterable
from typing import Any

from dashboard.features.explore.go_to.destination import Destination, Kind
from dashboard.wording.numbers import joined
from dashboard.wording.words import NBSP, NNBSP, plural


def suggestions(found: Iterable[Destination]) -> list[dict[str, Any]]:
    """One object per destination: `genre` (a Kind), `nom`, `detail` that tells homonyms apart, `cadre` (W, S, E, N),
    `point` (lon, lat), and `large` where the frame is wider than the place."""
    return [
        {
            "genre": one.kind.value,
            "nom": one.name,
            "detail": _detail(one),
            "cadre": [round(degrees, 5) for degrees in one.bounds],
            "point": [round(degrees, 5) for degrees in one.point],
            **({"large": True} if one.is_widened else {}),
        }
        for one in found
    ]


def _detail(one: Destination) -> str:
    """« Commune · Drôme (26) · 33 464 habitants »."""
    today = one.today if one.kind is Kind.POSTCODE or not one.today else GoTo.today(one.today)
    people = plural(one.population, "habitant", "habitants") if one.population else ""
    return joined([KINDS[one.kind], today, one.around, people], " · ")


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
