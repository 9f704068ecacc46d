"""The public name of a territory: `commune:26281`, `epci:200040459`, `departement:26`, `region:84`."""

from typing import NamedTuple

from dashboard.core.geography.gazetteer import Gazetteer

LEVELS = ("commune", "epci", "departement", "region")
"""From the smallest to the widest."""

COUNTRY = "france"


class Key(NamedTuple):
    """A level (one of LEVELS, or COUNTRY for the whole) and a code; as text, what a link says."""

    level: str
    code: str

    def __str__(self) -> str:
        return f"{self.level}:{self.code}"


FRANCE = Key(COUNTRY, "FR")


def parse_key(text: str, gazetteer: Gazetteer) -> Key | None:
    """The territory of today that a link's `territoire` names; None if there is none.

    The code of an arrondissement, of a delegated or an associated commune, or of a commune of the past leads to the
    commune of today.
    """
    level, _, code = text.strip().partition(":")
    code = code.strip().upper()
    if level == "commune":
        commune = gazetteer.commune_today(code)
        return Key("commune", commune.insee_code) if commune else None
    if level == "epci":
        return Key(level, code) if gazetteer.epci(code) else None
    if level == "departement":
        return Key(level, code) if gazetteer.departement(code) else None
    if level == "region":
        return Key(level, code) if gazetteer.region(code) else None
    return None
