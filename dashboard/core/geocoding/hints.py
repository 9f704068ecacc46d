"""Hints for the geocoder: names, numbers and postcodes that say in which département a commune lies."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from dashboard.core.geocoding.keys import ARTICLES, key_of, words

# Words that stand around the name of an area without being part of it.
DEPARTEMENT_WORDS = frozenset({"departement", "dept", "dpt", "dep"})
_QUALIFIERS = frozenset(
    {"francaise", "region", "ile", "dans", "de", "du", "des", "d", "n", "no", *DEPARTEMENT_WORDS, *ARTICLES}
)

_REGION_ABBREVIATIONS = {
    "paca": "provencealpescotedazur",
    "idf": "iledefrance",
    "aura": "auvergnerhonealpes",
    "bfc": "bourgognefranchecomte",
    "hdf": "hautsdefrance",
    "cvl": "centrevaldeloire",
}

_REGIONS_BEFORE_2016 = {
    "Alsace": "67 68",
    "Aquitaine": "24 33 40 47 64",
    "Auvergne": "03 15 43 63",
    "Basse-Normandie": "14 50 61",
    "Bourgogne": "21 58 71 89",
    "Champagne-Ardenne": "08 10 51 52",
    "Franche-Comté": "25 39 70 90",
    "Haute-Normandie": "27 76",
    "Languedoc-Roussillon": "11 30 34 48 66",
    "Limousin": "19 23 87",
    "Lorraine": "54 55 57 88",
    "Midi-Pyrénées": "09 12 31 32 46 65 81 82",
    "Nord-Pas-de-Calais": "59 62",
    "Picardie": "02 60 80",
    "Poitou-Charentes": "16 17 79 86",
    "Rhône-Alpes": "01 07 26 38 42 69 73 74",
}
"""Régions that the law of 16 January 2015 merged, still written, with their départements."""


@dataclass(frozen=True, slots=True)
class Areas:
    """The départements, régions and EPCI: never a commune by themselves, a hint when they stand beside one."""

    departements: Mapping[str, tuple[str, ...]]
    """Key of a département's or région's name, with its article and without → codes of its départements."""
    epcis: frozenset[str]
    codes: frozenset[str]
    """Codes of the départements."""

    @classmethod
    def build(
        cls,
        departements: Iterable[tuple[str, str, str]],
        regions: Iterable[tuple[str, str]],
        epcis: Iterable[str],
    ) -> "Areas":
        """From (code, name, code of the région) of départements, (code, name) of régions, names of EPCI."""
        rows = list(departements)
        found: dict[str, tuple[str, ...]] = {
            key_of(words(name)): tuple(inside.split()) for name, inside in _REGIONS_BEFORE_2016.items()
        }
        for code, name in regions:
            inside = tuple(dep for dep, _, region in rows if region == code)
            found.update(dict.fromkeys(_spellings(name), inside))
        for code, name, _ in rows:
            found.update(dict.fromkeys(_spellings(name), (code,)))
        return cls(
            departements=found,
            epcis=frozenset(key_of(words(name)) for name in epcis),
            codes=frozenset(code for code, _, _ in rows),
        )

    def departements_of(self, parts: list[str]) -> tuple[str, ...]:
        """Codes of the départements that words point to: a code (« 26 », « dépt 26 »), a name (« Ile de la Réunion »).

        () when they point to none.
        """
        key = key_of(parts)
        key = _REGION_ABBREVIATIONS.get(key, key)
        if key not in self.departements:
            key = key_of(_stripped(parts))
        return (key.upper(),) if key.upper() in self.codes else self.departements.get(key, ())


def _spellings(name: str) -> set[str]:
    parts = words(name)
    return {key_of(parts), key_of(parts[1:] if parts[0] in ARTICLES else parts)}


def _stripped(parts: list[str]) -> list[str]:
    start, end = 0, len(parts)
    while end - start > 1 and parts[end - 1] in _QUALIFIERS:
        end -= 1
    while end - start > 1 and parts[start] in _QUALIFIERS:
        start += 1
    return parts[start:end]


_DAMAGED = re.compile(r"(?:f\s*-?\s*)?(\d{2})\s?(\d{2,3})(?:[.,]0+)?", re.IGNORECASE | re.ASCII)
# Postal codes of Corsica keep the number 20 of before 1976: 200 and 201 lie in 2A, the others in 2B.
_SOUTH_CORSICA = ("200", "201")
_NORTH_CORSICA = ("202", "20600", "20620")
_BEGINNING = re.compile(r"0[1-9]|[1-8]\d|9[0-5]|97[1-8]|98[678]")


def repaired_postcode(cell: str) -> str:
    """The five digits of a cell: « 1004 », « 26100.0 », « 02 320 », « F-75011 » are read; "" when it is no postcode.

    Four digits have lost their zero in a spreadsheet; an apostrophe in front is the mark that kept it.
    """
    cell = cell.strip().lstrip("'’").lstrip()
    if len(cell) == 5 and cell.isascii() and cell.isdigit():
        return cell
    match = _DAMAGED.fullmatch(cell)
    return (match[1] + match[2]).zfill(5) if match else ""


@lru_cache(maxsize=16_384)
def departements_of_postcode(postcode: str, *, is_cedex: bool = False) -> tuple[str, ...]:
    """Codes of the départements where a postcode may lie; () when no postcode begins so.

    The numbers of sorting offices keep less to it: 207xx serves all Corsica, 977xx and 978xx are La Réunion's too.
    """
    if not _BEGINNING.match(postcode):
        return ()
    first = departement_of(postcode)
    if first == "2B" and not postcode.startswith(_NORTH_CORSICA):
        return ("2B", "2A")
    return (first, "974") if is_cedex and first in ("977", "978") else (first,)


def departement_of(postcode: str) -> str:
    """Code of the département that the postcode's first digits name; a few communes lie in another one."""
    if postcode.startswith(("97", "98")):
        return postcode[:3]
    if postcode.startswith("20"):
        return "2A" if postcode.startswith(_SOUTH_CORSICA) else "2B"
    return postcode[:2]
