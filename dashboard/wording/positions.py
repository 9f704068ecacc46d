"""Where a row is placed, how that was found, how sure it is and what is to be checked, in French."""

from collections.abc import Mapping, Sequence
from math import isnan
from typing import Any, NamedTuple
from urllib.parse import quote

from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.fields.precision import POINTS, PRECISIONS, REMARKS
from dashboard.core.intake.place_doubts import PRESUMED, Doubt, doubts_of, place_doubts
from dashboard.core.intake.position import candidates_of
from dashboard.wording.numbers import joined
from dashboard.wording.places import place_of
from dashboard.wording.words import NBSP, NNBSP, PRESUMED_COMMUNE, number, plural

MOST_LISTED = 200
"""Lines of the list of what is to be checked: beyond, a page is no way to work through them."""

_KEYS = ("precision", "position_methode", "position_presumee")


class ToCheck(NamedTuple):
    """A line of the list: the pole and the address of its sheet, what is in doubt, what is said, possible places."""

    name: str
    address: str
    doubt: str
    said: str
    places: str


def confidence_text(confidence: float, *, is_presumed: bool, is_placed: bool = True) -> str:
    """« sûre », « juste dans 99,8 % des essais », « à confirmer », « non mesurée »."""
    if not is_placed:
        return Positions.NONE
    if is_presumed:
        return Positions.TO_CONFIRM
    if isnan(confidence):
        return Positions.UNMEASURED
    return Positions.SURE if confidence >= 1 else Positions.share(confidence)


def point_words(precision: str) -> str:
    """« à l’adresse », « position : centre de la commune », « sans localisation »."""
    return REMARKS[precision] if precision in ("adresse", "aucune") else f"position{NNBSP}: {POINTS[precision]}"


def position_values(catalogue: Catalogue, pole_id: str, row: Mapping[str, Any]) -> list[dict[str, str]]:
    """Values of the sheet's line: precision, method and confidence, then each doubt with its candidates."""
    doubts = list(doubts_of(catalogue, pole_id))
    is_placed = row["precision"] != "aucune"
    confidence = confidence_text(
        row["position_confiance"], is_presumed=row["position_presumee"] or bool(doubts), is_placed=is_placed
    )
    told = [f"trouvée par{NNBSP}: {METHODS[row['position_methode']]}" if row["position_methode"] else ""]
    told += [f"confiance{NNBSP}: {confidence}" if is_placed else ""]
    values = [{"texte": POINTS[row["precision"]], "note": joined(told, f"{NNBSP}; ")}]
    for finding in doubts:
        said, candidates = candidates_of(finding.value)
        places = Positions.between(candidates)
        note = joined([said, places and f"lieux possibles{NNBSP}: {places}"], f"{NNBSP}; ")
        values.append({"texte": f"{Positions.TO_CHECK_TITLE}{NNBSP}: {DOUBTS[finding.code]}", "note": note})
    return values


def position_counts(catalogue: Catalogue) -> list[Sequence[str]]:
    """Precision, method, confidence and number of rows, from the finest precision to none."""
    rows = catalogue.rows
    measured = rows["position_confiance"].fillna(-1.0)
    groups = rows.groupby([*(rows[key].astype(object) for key in _KEYS), measured], sort=True).size()
    found = sorted(groups.items(), key=lambda group: (PRECISIONS.index(group[0][0]), group[0][2], -group[1]))
    counts: list[Sequence[str]] = []
    for (precision, method, is_presumed, confidence), n in found:
        said = confidence_text(
            float("nan") if confidence < 0 else confidence, is_presumed=is_presumed, is_placed=precision != "aucune"
        )
        counts.append((POINTS[precision], METHODS[method], said, number(int(n))))
    return counts


def to_check(catalogue: Catalogue) -> tuple[list[ToCheck], int]:
    """The first MOST_LISTED lines to check, contradictions before presumptions, and the number of all of them."""
    doubts = sorted(place_doubts(catalogue), key=lambda doubt: doubt.code == PRESUMED)
    return [_line(doubt, catalogue) for doubt in doubts[:MOST_LISTED]], len(doubts)


def _line(doubt: Doubt, catalogue: Catalogue) -> ToCheck:
    address = f"./?pole={quote(doubt.pole_id, safe='')}"
    is_presumed = doubt.code == PRESUMED
    places = place_of(catalogue.rows.loc[doubt.pole_id]) if is_presumed else Positions.between(doubt.candidates)
    return ToCheck(doubt.name, address, DOUBTS[doubt.code], doubt.said, places)


LEGEND = (
    {"texte": f"Plein{NNBSP}: à l’adresse", "creux": False},
    {"texte": f"Creux{NNBSP}: au centre de la commune", "creux": True},
    {"texte": f"Halo pointillé{NNBSP}: {PRESUMED_COMMUNE}", "creux": True, "presumee": True},
    {"texte": f"Grand halo{NNBSP}: territoire seul connu", "creux": True, "vague": True},
)
"""What the signs of the map say of a position, each with how it is drawn: see SIGNS."""

_INSIDE = {"in_postcode": "dans son code postal", "in_departement": "dans son département", "in_cedex": "et son CEDEX"}
_READINGS = {
    "name": "nom de la commune",
    "article": "nom de la commune, à l’article près",
    "short_form": "nom abrégé de la commune",
    "slip": "nom de la commune, à une faute près",
    "words": "nom de la commune, dont des mots sont abrégés ou manquent",
    "usual_name": "nom d’usage de la commune",
    "locality": "nom d’une localité ou d’un quartier de la commune",
}
METHODS = {
    "": "",
    "code_et_nom": "code Insee, que le nom de la commune confirme",
    "code_insee": "code Insee",
    "fichier": "coordonnées du fichier, qui concordent avec le lieu indiqué",
    "fichier_seul": "coordonnées du fichier, seule indication du lieu",
    "fichier_ailleurs": "coordonnées du fichier, hors de la commune indiquée",
    "territoire": "code de l’intercommunalité",
    "departement": "département, seul connu",
    "region": "région, seule connue",
    "arrondissement": "numéro de l’arrondissement",
    "postcode_alone": "code postal, qui ne dessert que cette commune",
    "commune_of_postcode": "code postal, qui ne dessert que cette commune",
    "slip_of_postcode": "nom de la commune, à une faute près dans le code postal",
    "name_with_remark": "nom de la commune, parmi d’autres mots",
    "beginning": "début du nom de la commune",
    "abbreviated": "nom de la commune, dont des mots sont abrégés",
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
    "commune_doubtful": "le nom n’est pas celui de la commune des coordonnées",
    "insee_code_overruled": "le code Insee n’est pas celui du lieu que dit le reste de la ligne",
    "postcode_shared": "code postal de plusieurs communes",
    "postcode_of_another_commune": "le code postal n’est pas celui de la commune",
    "departement_mismatch": "le département n’est pas celui de la commune",
    "region_mismatch": "la région n’est pas celle de la commune",
    "unknown_insee_code": "code Insee inconnu",
    "unknown_territory": "intercommunalité inconnue",
    "unknown_region": "région inconnue",
    "no_place": "rien ne permet de placer cette ligne",
    "point_far_from_commune": "coordonnées loin de la commune indiquée",
    "point_outside_territory": "coordonnées hors du territoire indiqué",
    "point_in_another_commune": "coordonnées dans une autre commune",
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
