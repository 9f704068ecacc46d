"""From what a row says of its place to a position: commune, else intercommunality, else département, else région."""

from dataclasses import replace
from typing import Any

from dashboard.core.fields.findings import Severity
from dashboard.core.fields.text import fold
from dashboard.core.geography.gazetteer import Commune, Gazetteer
from dashboard.core.intake.evidence import contradictions, today_of, weigh
from dashboard.core.intake.locator import Answer
from dashboard.core.intake.position import UNKNOWN, Note, Position, Stated
from dashboard.core.intake.stated_territory import at_territory

PLACE_CODES = frozenset(
    {
        "unknown_insee_code",
        "former_insee_code",
        "commune_not_found",
        "commune_ambiguous",
        "commune_conflict",
        "commune_name_differs",
        "commune_doubtful",
        "insee_code_overruled",
        "postcode_shared",
        "postcode_of_another_commune",
        "departement_mismatch",
        "region_mismatch",
        "unknown_territory",
        "unknown_region",
        "no_place",
    }
)


def resolve(stated: Stated, gazetteer: Gazetteer, answer: Answer | None) -> Position:
    """The position of a place; `answer` is the locator's to `question_of`."""
    commune, origin, notes = weigh(stated, gazetteer, answer)
    if commune is not None:
        position = _at_commune(_arrondissement(commune, stated.code_postal, gazetteer), origin, gazetteer)
        position = replace(position, **_certainty(stated, origin, answer))
        if origin != "fichier":
            notes += contradictions(stated, commune, gazetteer)
    else:
        position = at_territory(stated, gazetteer, notes)
    if position.precision == "aucune":
        said = " ".join(dict.fromkeys(text for text in stated if text))
        notes.append(Note("commune", "no_place", Severity.WARNING, said))
    if any(note.severity is Severity.WARNING for note in notes):
        position = replace(position, confidence=UNKNOWN)
    return replace(position, notes=tuple(notes))


def _certainty(stated: Stated, origin: str, answer: Answer | None) -> dict[str, Any]:
    if origin == "nom_commune" and answer is not None:
        return {"method": answer.method, "confidence": answer.confidence}
    return {"method": "code_et_nom" if stated.commune and answer is None else origin, "confidence": 1.0}


_NUMBERED = {"75056": ("751", 3), "69123": ("6938", 4), "13055": ("132", 3)}


def _arrondissement(commune: Commune, postcode: str, gazetteer: Gazetteer) -> Commune:
    """The arrondissement of Paris, Lyon or Marseille that the postcode names; else the commune itself."""
    if commune.insee_code not in _NUMBERED or not postcode:
        return commune
    prefix, kept_from = _NUMBERED[commune.insee_code]
    found = gazetteer.commune(prefix + postcode[kept_from:])
    return found if found is not None and postcode in found.postcodes else commune


def _at_commune(commune: Commune, origin: str, gazetteer: Gazetteer) -> Position:
    today = today_of(commune, gazetteer)
    is_arrondissement = commune.kind == "arrondissement"
    has_point = commune.lon == commune.lon
    point = commune if has_point else today
    return Position(
        lon=point.lon,
        lat=point.lat,
        precision="commune" if point.lon == point.lon else "aucune",
        origin=origin,
        insee_code=commune.insee_code if is_arrondissement else today.insee_code,
        commune=commune.name if is_arrondissement else today.name,
        departement_code=today.departement_code,
        region_code=today.region_code if gazetteer.region(today.region_code) else "",
        epci_code=today.epci_code,
    )


_SAID = {
    "adresse": ("adresse", "address", "housenumber", "street", "locality"),
    "commune": (
        "commune",
        "municipality",
        "arrondissement",
        "ville",
        "chef lieu",
        "siege du porteur",
        "secteur",
        "tiers lieu",
        "mairie",
    ),
    "epci": ("epci", "intercommunalite", "territoire"),
    "departement": ("departement",),
    "region": ("region",),
}


def is_presumed(precision_source: str) -> bool:
    """Whether the source infers the place: « ville-centre (par défaut) », « siège du porteur probable »…"""
    said = fold(precision_source)
    return any(word in said for word in ("par defaut", "probable", "presum", "suppos", "du nom du pole"))


def stated_precision(precision_source: str) -> str:
    """What the source says its own point stands for; an address when it does not say."""
    said = fold(precision_source)
    for precision, words in _SAID.items():
        if any(word in said for word in words):
            return precision
    return "adresse"
