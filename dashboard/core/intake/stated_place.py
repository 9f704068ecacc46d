"""From what a row says of its place to a position: commune, else intercommunality, else département, else région."""

from dataclasses import replace
from typing import Any

from dashboard.core.fields.findings import Severity
from dashboard.core.fields.regions import REGIONS
from dashboard.core.fields.text import fold
from dashboard.core.geocoding import Row
from dashboard.core.geocoding.hints import departement_of as departement_of_postcode
from dashboard.core.geocoding.keys import name_keys
from dashboard.core.geography.gazetteer import Commune, Gazetteer
from dashboard.core.intake.checking_poles import departement_of
from dashboard.core.intake.locator import Answer
from dashboard.core.intake.position import UNKNOWN, Note, Position, Stated, with_candidates
from dashboard.core.intake.stated_territory import at_territory

PLACE_CODES = frozenset(
    {
        "unknown_insee_code",
        "former_insee_code",
        "commune_not_found",
        "commune_ambiguous",
        "commune_conflict",
        "commune_name_differs",
        "postcode_of_another_commune",
        "departement_mismatch",
        "region_mismatch",
        "unknown_territory",
        "unknown_region",
        "no_place",
    }
)


def question_of(stated: Stated, gazetteer: Gazetteer) -> Row | None:
    """What to ask the locator about this place; None when its codes are enough."""
    known = gazetteer.commune(stated.code_insee) if stated.code_insee else None
    if known is not None and (not stated.commune or has_name(known, stated.commune, gazetteer)):
        return None
    if not stated.commune and not stated.code_postal:
        return None
    return Row(stated.commune or stated.code_postal, stated.code_postal, _departement_hint(stated))


def resolve(stated: Stated, gazetteer: Gazetteer, answer: Answer | None) -> Position:
    """The position of a place; `answer` is the locator's to `question_of`."""
    notes: list[Note] = []
    commune, origin = _commune_of(stated, gazetteer, answer, notes)
    if commune is not None:
        position = _at_commune(_arrondissement(commune, stated.code_postal, gazetteer), origin, gazetteer)
        position = replace(position, **_certainty(stated, origin, answer))
        notes += _contradictions(stated, position, commune, gazetteer)
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


def has_name(commune: Commune, name: str, gazetteer: Gazetteer) -> bool:
    """Whether this is a name of the commune, of its arrondissement or of the commune of today it belongs to."""
    keys = name_keys(name)[0]
    today = gazetteer.commune(commune.parent_code) if commune.parent_code else None
    return keys in {name_keys(place.name)[0] for place in (commune, today) if place is not None}


def _departement_hint(stated: Stated) -> str:
    return stated.code_departement or (departement_of(stated.code_insee) if stated.code_insee else "")


def _commune_of(
    stated: Stated, gazetteer: Gazetteer, answer: Answer | None, notes: list[Note]
) -> tuple[Commune | None, str]:
    """The commune and what gave it, `code_insee` or `nom_commune`; the code is believed before the name."""
    by_name = gazetteer.commune(answer.code) if answer is not None and answer.status == "ok" else None
    if stated.code_insee:
        commune = gazetteer.commune(stated.code_insee)
        if commune is None and (former := gazetteer.former_commune(stated.code_insee)):
            commune = former
            notes.append(Note("code_insee", "former_insee_code", Severity.INFO, stated.code_insee))
        if commune is not None:
            if stated.commune and answer is not None and not _is_same(commune, by_name):
                notes.append(Note("commune", "commune_name_differs", Severity.WARNING, stated.commune))
            return commune, "code_insee"
        notes.append(Note("code_insee", "unknown_insee_code", Severity.WARNING, stated.code_insee))
    if by_name is None and answer is not None and stated.commune:
        code = {"ambiguous": "commune_ambiguous", "conflict": "commune_conflict"}.get(
            answer.status, "commune_not_found"
        )
        said = with_candidates(stated.commune, [candidate.label for candidate in answer.candidates])
        notes.append(Note("commune", code, Severity.WARNING, said))
    return by_name, "nom_commune"


def _is_same(commune: Commune, other: Commune | None) -> bool:
    return other is not None and (other.parent_code or other.insee_code) == (commune.parent_code or commune.insee_code)


_NUMBERED = {"75056": ("751", 3), "69123": ("6938", 4), "13055": ("132", 3)}


def _arrondissement(commune: Commune, postcode: str, gazetteer: Gazetteer) -> Commune:
    """The arrondissement of Paris, Lyon or Marseille that the postcode names; else the commune itself."""
    if commune.insee_code not in _NUMBERED or not postcode:
        return commune
    prefix, kept_from = _NUMBERED[commune.insee_code]
    found = gazetteer.commune(prefix + postcode[kept_from:])
    return found if found is not None and postcode in found.postcodes else commune


def _at_commune(commune: Commune, origin: str, gazetteer: Gazetteer) -> Position:
    today = (gazetteer.commune(commune.parent_code) if commune.parent_code else None) or commune
    has_point = commune.lon == commune.lon
    point = commune if has_point else today
    return Position(
        lon=point.lon,
        lat=point.lat,
        precision="commune" if point.lon == point.lon else "aucune",
        origin=origin,
        insee_code=commune.insee_code,
        commune=commune.name,
        departement_code=today.departement_code,
        region_code=today.region_code,
        epci_code=today.epci_code,
    )


def _contradictions(stated: Stated, position: Position, commune: Commune, gazetteer: Gazetteer) -> list[Note]:
    """What else the row says that is not true of its commune."""
    notes = []
    today = (gazetteer.commune(commune.parent_code) if commune.parent_code else None) or commune
    postcodes = {*commune.postcodes, *today.postcodes}
    if stated.code_postal and stated.code_postal not in postcodes:
        is_another = bool(gazetteer.communes_of_postcode(stated.code_postal))
        is_elsewhere = departement_of_postcode(stated.code_postal) != position.departement_code
        if postcodes and (is_another or is_elsewhere):
            notes.append(Note("code_postal", "postcode_of_another_commune", Severity.WARNING, stated.code_postal))
    if stated.code_departement and stated.code_departement != position.departement_code:
        notes.append(Note("code_departement", "departement_mismatch", Severity.WARNING, stated.code_departement))
    stated_region = stated.code_region or REGIONS.find(stated.region) or ""
    if stated_region and position.region_code and stated_region != position.region_code:
        key = "code_region" if stated.code_region else "region"
        notes.append(Note(key, "region_mismatch", Severity.WARNING, stated.code_region or stated.region))
    return notes


_SAID = {
    "adresse": ("adresse",),
    "commune": ("commune", "ville", "chef lieu", "siege du porteur", "secteur", "tiers lieu", "mairie"),
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
