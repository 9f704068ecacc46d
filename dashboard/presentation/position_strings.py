"""How a position was found, how sure it is, and what is to be checked, in French."""

from dashboard.domain.place_doubts import PRESUMED
from dashboard.presentation.strings import NBSP, NNBSP, plural

PRECISION_NAMES = {
    "adresse": "adresse",
    "commune": "centre de la commune",
    "epci": "centre de l’intercommunalité",
    "departement": "centre du département",
    "region": "centre de la région",
    "aucune": "sans localisation",
}

_INSIDE = {"in_postcode": "dans son code postal", "in_departement": "dans son département", "in_cedex": "et son CEDEX"}
_READINGS = {
    "name": "nom de la commune",
    "article": "nom de la commune, à l’article près",
    "short_form": "nom abrégé de la commune",
    "slip": "nom de la commune, à une faute près",
}
METHODS = {
    "": "",
    "code_et_nom": "code Insee, que le nom de la commune confirme",
    "code_insee": "code Insee",
    "fichier": "coordonnées du fichier, qui concordent avec le lieu indiqué",
    "territoire": "code de l’intercommunalité",
    "departement": "département, seul connu",
    "region": "région, seule connue",
    "arrondissement": "numéro de l’arrondissement",
    "post_town": "nom d’usage postal",
    "postcode_alone": "code postal, qui ne dessert que cette commune",
    "departement_in_words": "nom de la commune suivi de son département",
    **_READINGS,
    **{f"{key}_{place}": f"{text}, {words}" for key, text in _READINGS.items() for place, words in _INSIDE.items()},
}
"""What settled a place → what it is called."""

DOUBTS = {
    "commune_ambiguous": "plusieurs communes portent ce nom",
    "commune_conflict": "le nom et le code postal ou le département se contredisent",
    "commune_not_found": "commune introuvable",
    "commune_name_differs": "le nom n’est pas celui du code Insee",
    "postcode_of_another_commune": "le code postal n’est pas celui de la commune",
    "departement_mismatch": "le département n’est pas celui de la commune",
    "region_mismatch": "la région n’est pas celle de la commune",
    "unknown_insee_code": "code Insee inconnu",
    "unknown_territory": "intercommunalité inconnue",
    "unknown_region": "région inconnue",
    "no_place": "rien ne permet de placer cette ligne",
    "point_far_from_commune": "coordonnées loin de la commune indiquée",
    "point_outside_territory": "coordonnées hors du territoire indiqué",
    "point_far_from_france": "coordonnées loin de toute commune",
    PRESUMED: "lieu présumé par la source",
}
"""Code of a doubt about a place → what is in doubt."""


class Positions:
    """The line of the sheet, the table and the list of « À propos »."""

    LINE = "Position sur la carte"
    TITLE = "Positions"
    HEADERS = ("Position", "Trouvée par", "Confiance", "Pôles et projets")
    NOTE = (
        "Un code officiel ne désigne qu’un lieu. Pour un nom, la confiance est la part de réponses justes de la "
        f"méthode sur un jeu d’essai de 5{NNBSP}830 écritures, publiée avec le code."
    )
    SURE = "sûre"
    TO_CONFIRM = "à confirmer"
    UNMEASURED = "non mesurée"
    NONE = "aucune"
    TO_CHECK_TITLE = "À vérifier"
    TO_CHECK_HEADERS = ("Pôle ou projet", "En doute", "La source dit", "Lieux possibles")
    NOTHING_TO_CHECK = "Aucune position n’est en doute."

    @staticmethod
    def share(confidence: float) -> str:
        """« juste dans 99,8 % des essais »."""
        return f"juste dans {100 * confidence:.1f}".replace(".", ",") + f"{NBSP}% des essais"

    @staticmethod
    def to_check(n: int) -> str:
        """Introduces the list of what is in doubt."""
        return (
            f"{plural(n, 'position est en doute', 'positions sont en doute')}{NNBSP}: nom ambigu, indications qui se "
            "contredisent, ou lieu que la source ne donne que par défaut. Un nom ambigu n’est jamais placé au jugé"
            f"{NNBSP}; sur la carte, un lieu présumé porte un halo pointillé."
        )

    @staticmethod
    def more(n: int) -> str:
        """What the list leaves out."""
        return (
            f"{plural(n, 'autre ligne est', 'autres lignes sont')} à vérifier{NNBSP}: «{NBSP}python -m dashboard "
            f"check{NBSP}» les donne toutes."
        )

    @staticmethod
    def between(labels: tuple[str, ...]) -> str:
        """« Saint-Denis (974) ou Saint-Denis (93) »."""
        return " ou ".join(filter(None, [", ".join(labels[:-1]), *labels[-1:]]))
