"""The smallest territory that a row names, apart from a commune."""

from dashboard.core.fields.findings import Severity
from dashboard.core.fields.regions import REGIONS
from dashboard.core.fields.text import fold
from dashboard.core.geocoding.hints import departement_of as departement_of_postcode
from dashboard.core.geography.gazetteer import Gazetteer
from dashboard.core.geography.overseas import COLLECTIVITIES
from dashboard.core.geography.records import Departement, Territory
from dashboard.core.intake.checking_poles import departement_of
from dashboard.core.intake.evidence import departement_said
from dashboard.core.intake.position import UNKNOWN, Note, Position, Stated


def at_territory(stated: Stated, gazetteer: Gazetteer, notes: list[Note]) -> Position:
    """The position in the EPCI, else the département, else the région that the row names; nowhere without any."""
    code = stated.code_territoire
    departement_code = _departement(stated, gazetteer)
    if len(code) == 9:
        epci = gazetteer.epci(code)
        if epci is not None:
            within = gazetteer.departement(departement_code or epci.departement_codes[0])
            return _inside(epci, "epci", "territoire", within, epci_code=code)
        notes.append(Note("code_territoire", "unknown_territory", Severity.WARNING, code))
    departement = gazetteer.departement(departement_code) if departement_code else None
    if departement is not None:
        return _inside(departement, "departement", "departement", departement)
    collectivity = _collectivity(stated, departement_code)
    if collectivity:
        seat = gazetteer.commune(COLLECTIVITIES[collectivity].seat)
        place = (seat.lon, seat.lat) if seat else (UNKNOWN, UNKNOWN)
        return Position(*place, "departement", "departement", "departement", 1.0, departement_code=collectivity)
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


def _collectivity(stated: Stated, code: str) -> str:
    """The code of the overseas collectivity that the row names, "" if it does not."""
    if code in COLLECTIVITIES:
        return code
    names = {fold(stated.departement), fold(stated.region), fold(stated.territoire)}
    return next((code for code, one in COLLECTIVITIES.items() if fold(one.name) in names), "")


def _departement(stated: Stated, gazetteer: Gazetteer) -> str:
    """The code of the département that the row names, "" if it does not: by itself, by a code, by its postcode."""
    said = departement_said(stated, gazetteer)
    if not said and stated.code_insee and not stated.code_postal:
        return departement_of(stated.code_insee)
    return said or (departement_of_postcode(stated.code_postal) if stated.code_postal else "")
