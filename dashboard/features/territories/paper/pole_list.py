"""The poles and projects that a territory's two pages list: those inside, and the nearest."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.fields.precision import REMARKS
from dashboard.core.fields.vocabularies import SECTEURS
from dashboard.features.territories.paper.words import PaperWords
from dashboard.features.territories.sheet import TerritorySheet
from dashboard.wording.numbers import distance, joined
from dashboard.wording.places import PLACE_COLUMNS, place_of
from dashboard.wording.words import PRESUMED_COMMUNE

LISTED = 40
"""At most so many rows are set on paper, where the template says how many of them fit."""

ALSO_NEAREST = 12
"""With no more rows than this inside, the nearest outside are listed too."""

LETTERS = "ABCDE"
_LONGEST_NAME = 110
_CELLS = ["nom", "nature", *PLACE_COLUMNS, "position_presumee", "secteurs"]


def listed_rows(sheet: TerritorySheet, longest: int) -> list[tuple[int, str, str]]:
    """Rows to list, each with its mark (a number inside, a letter for the nearest) and its distance, "" inside."""
    rows = [(row, str(rank + 1), "") for rank, row in enumerate(sheet.inside[:longest].tolist())]
    if len(sheet.inside) <= ALSO_NEAREST:
        rows += [(near.row, letter, distance(near.km)) for near, letter in zip(sheet.nearest, LETTERS, strict=False)]
    return rows


def paper_list(sheet: TerritorySheet, catalogue: Catalogue, listed: Sequence[tuple[int, str, str]]) -> dict[str, Any]:
    """The lists as text, with what to say for each number of rows that do not fit."""
    cells = catalogue.rows[_CELLS].iloc[[row for row, _, _ in listed]].to_dict("records")
    entries = [_entry(pole, label, km) for pole, (_, label, km) in zip(cells, listed, strict=True)]
    inside = [entry for entry in entries if not entry["distance"]]
    return {
        "titre": PaperWords.INSIDE,
        "lignes": inside,
        "reste": [PaperWords.left_out(len(sheet.inside) - shown) for shown in range(len(inside) + 1)],
        "titre_proches": PaperWords.NEAREST_OUTSIDE if inside else PaperWords.NEAREST,
        "note_proches": PaperWords.AS_THE_CROW_FLIES,
        "proches": [entry for entry in entries if entry["distance"]],
    }


def _entry(pole: Mapping[str, Any], label: str, km: str) -> dict[str, str]:
    return {
        "signe": label,
        "nature": pole["nature"],
        "nom": shortened(pole["nom"], _LONGEST_NAME),
        "lieu": joined(
            [
                typed(place_of(pole) or REMARKS["aucune"]),
                PRESUMED_COMMUNE if pole["position_presumee"] and pole["commune"] else "",
                PaperWords.PROJECT if pole["nature"] == "projet" else "",
            ],
            ", ",
        ),
        "secteurs": ", ".join(SECTEURS.label(code) for code in pole["secteurs"][:3]),
        "distance": km,
    }


def typed(name: str) -> str:
    """The official name with the apostrophe of printers."""
    return name.replace("'", "’")


def shortened(text: str, longest: int) -> str:
    """The text, cut after a word with « … » when it is longer."""
    whole = " ".join(text.split())
    if len(whole) <= longest:
        return whole
    return whole[:longest].rsplit(" ", 1)[0].rstrip(",;:.-– ") + "…"
