"""From what a row says of its place to a position: commune, else intercommunality, else département, else région."""

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from dashboard.domain.checking_poles import departement_of
from dashboard.domain.findings import Severity
from dashboard.domain.geocoding import Row
from dashboard.domain.geocoding.keys import name_keys
from dashboard.domain.geocoding.postcodes import departement_of as departement_of_postcode
from dashboard.domain.locator import Answer
from dashboard.domain.regions import REGIONS
from dashboard.domain.territory import Commune, Gazetteer

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

NOWHERE = float("nan")


class Stated(NamedTuple):
    """What a row says of its place, "" for what it does not say; the names are those of the columns."""

    commune: str = ""
    code_insee: str = ""
    code_postal: str = ""
    departement: str = ""
    code_departement: str = ""
    region: str = ""
    code_region: str = ""
    territoire: str = ""
    code_territoire: str = ""


class Note(NamedTuple):
    """A finding to make for each row that says this."""

    field: str
    code: str
    severity: Severity
    value: str


@dataclass(frozen=True, slots=True)
class Position:
    """Where a row is placed: EPSG:4326 degrees (NaN: nowhere), how precisely, from what, and the territories around."""

    lon: float = NOWHERE
    lat: float = NOWHERE
    precision: str = "aucune"
    origin: str = "aucune"
    insee_code: str = ""
    commune: str = ""
    departement_code: str = ""
    region_code: str = ""
    epci_code: str = ""
    notes: tuple[Note, ...] = field(default=())


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
        notes += _contradictions(stated, position, commune, gazetteer)
    else:
        position = _at_territory(stated, gazetteer, notes)
    if position.precision == "aucune":
        said = " ".join(dict.fromkeys(text for text in stated if text))
        notes.append(Note("commune", "no_place", Severity.WARNING, said))
    return replace(position, notes=tuple(notes))


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
        between = ", ".join(candidate.label for candidate in answer.candidates[:5])
        notes.append(
            Note("commune", code, Severity.WARNING, f"{stated.commune} → {between}" if between else stated.commune)
        )
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


def _at_territory(stated: Stated, gazetteer: Gazetteer, notes: list[Note]) -> Position:
    """The smallest territory that the row names, apart from a commune."""
    code = stated.code_territoire
    departement_code = stated.code_departement or _named_departement(stated, gazetteer)
    if len(code) == 9:
        epci = gazetteer.epci(code)
        if epci is not None:
            departement = gazetteer.departement(departement_code or epci.departement_codes[0])
            return Position(
                lon=epci.lon,
                lat=epci.lat,
                precision="epci",
                origin="territoire",
                departement_code=departement.code if departement else "",
                region_code=departement.region_code if departement else "",
                epci_code=code,
            )
        notes.append(Note("code_territoire", "unknown_territory", Severity.WARNING, code))
    departement = gazetteer.departement(departement_code) if departement_code else None
    if departement is not None:
        return Position(
            lon=departement.lon,
            lat=departement.lat,
            precision="departement",
            origin="departement",
            departement_code=departement.code,
            region_code=departement.region_code,
        )
    region_code = stated.code_region or REGIONS.find(stated.region) or REGIONS.find(stated.territoire) or ""
    region = gazetteer.region(region_code) if region_code else None
    if region is not None:
        return Position(lon=region.lon, lat=region.lat, precision="region", origin="region", region_code=region.code)
    if stated.region:
        notes.append(Note("region", "unknown_region", Severity.WARNING, stated.region))
    return Position()


def _named_departement(stated: Stated, gazetteer: Gazetteer) -> str:
    """The code of the département that the row names otherwise than by its code, "" if it does not."""
    if stated.code_territoire and len(stated.code_territoire) <= 3:
        return stated.code_territoire
    if stated.code_insee:
        return departement_of(stated.code_insee)
    for name in (stated.departement, stated.territoire):
        if name and (found := gazetteer.departement_named(name)):
            return found.code
    return departement_of_postcode(stated.code_postal) if stated.code_postal else ""
