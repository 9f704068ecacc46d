"""A place in words, the same wherever a row is named."""

from collections.abc import Mapping
from typing import Any

from dashboard.wording.words import NOT_GIVEN

PLACE_COLUMNS = ("commune", "territoire", "departement", "region")


def place(commune: str, territoire: str, departement: str, region: str) -> str:
    """« Romans-sur-Isère (Drôme) »: the smallest known, then its département; "" for none.

    What already says the département does not say it again: « Paris », « CC Cœur de Savoie », « Margeride (Lozère) ».
    """
    name = commune or territoire or departement or region
    is_said = departement == commune if commune else departement in name
    return f"{name} ({departement})" if departement and not is_said else name


def place_of(row: Mapping[Any, Any]) -> str:
    """The same, of a row of the catalogue."""
    return place(*(row[column] for column in PLACE_COLUMNS))


def whole_place_of(row: Mapping[Any, Any]) -> str:
    """« Romans-sur-Isère, Drôme, Auvergne-Rhône-Alpes », each name once; « non renseigné » for none."""
    names = dict.fromkeys((row["commune"] or row["territoire"], row["departement"], row["region"]))
    return ", ".join(filter(None, names)) or NOT_GIVEN
