"""The smallest territory that a row names, apart from a commune."""

from dashboard.core.fields.findings import Severity
from dashboard.core.fields.regions import REGIONS
from dashboard.core.geocoding.hints import departement_of as departement_of_postcode
from dashboard.core.geography.gazetteer import Gazetteer
from dashboard.core.geography.records import Departement, Territory
from dashboard.core.intake.checking_poles import departement_of
from dashboard.core.intake.position import Note, Position, Stated


def at_territory(stated: Stated, gazetteer: Gazetteer, notes: list[Note]) -> Position:
    """The position in the EPCI, else the département, else the région that the row names; nowhere without any."""
    code = stated.code_territoire
    departement_code = stated.code_departement or _named_departement(stated, gazetteer)
    if len(code) == 9:
        epci = gazetteer.epci(code)
        if epci is not None:
            within = gazetteer.departement(departement_code or epci.departement_codes[0])
            return _inside(epci, "epci", "territoire", within, epci_code=code)
        notes.append(Note("code_territoire", "unknown_territory", Severity.WARNING, code))
    departement = gazetteer.departement(departement_code) if departement_code else None
    if departement is not None:
        return _inside(departement, "departement", "departement", departement)
    region_code = stated.code_region or REGIONS.find(stated.region) or REGIONS.find(stated.territoire) or ""
    region = gazetteer.region(region_code) if region_code else None
    if region is not None:
        return _inside(region, "region", "region", region_code=region.code)
    if stated.region:
        notes.append(Note("region", "unknown_region", Severity.WARNING, stated.region))
    return Position()


def _inside(
    territory: Territory,
    precision: str,
    origin: str,
    departement: Departement | None = None,
    region_code: str = "",
    epci_code: str = "",
) -> Position:
    return Position(
        lon=territory.lon,
        lat=territory.lat,
        precision=precision,
        origin=origin,
        method=origin,
        confidence=1.0,
        departement_code=departement.code if departement else "",
        region_code=departement.region_code if departement else region_code,
        epci_code=epci_code,
    )


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
