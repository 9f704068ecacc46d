"""Three figures about a pole: what its row says, completed by how many are like it."""

import re
from typing import Any, NamedTuple

import pandas as pd

from dashboard.domain.vocabularies import SECTEURS
from dashboard.presentation.strings import number
from dashboard.presentation.visit_strings import Visit

_COUNT = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+"
_COUNTED = re.compile(
    rf"(?:(?:environ|plus de|près de|quelque|au moins|collectif de plus de)\s+)?((?:{_COUNT})(?:\s+à\s+(?:{_COUNT}))?)"
    r"(?=\s*(?:\(|$)|\s+[^\W\d_])(?!\s*(?:%|M€|k€|€))",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:18|19|20)\d{2}")


class Figure(NamedTuple):
    """A number as it is printed, what it is, and the words of the row that it comes from."""

    value: str
    label: str
    note: str


def three_figures(row: "pd.Series[Any]", rows: pd.DataFrame) -> tuple[Figure, ...]:
    """Three figures of a row of the catalogue `rows`: jobs, members, year of creation, then how many are alike.

    A number comes with the whole cell that it is taken from: « 40 », « 40 salariés permanents et 340 intermittents ».
    """
    found = [_counted(row["emplois"], Visit.JOBS), _counted(row["structures_membres"], Visit.MEMBERS)]
    if not pd.isna(row["annee_creation"]):
        found.append(Figure(str(int(row["annee_creation"])), Visit.CREATED, ""))
    sector = row["secteurs"][0] if row["secteurs"] else ""
    alike = (
        (row["region"], rows["region"] == row["region"], Visit.IN_REGION, Visit.counted_in(row["region"])),
        (
            sector,
            [sector in sectors for sectors in rows["secteurs"]],
            Visit.IN_SECTOR,
            Visit.counted_in_sector(SECTEURS.label(sector) if sector else ""),
        ),
        (
            row["departement"],
            rows["departement"] == row["departement"],
            Visit.IN_DEPARTEMENT,
            Visit.counted_in(row["departement"]),
        ),
        (True, rows["nature"] == row["nature"], Visit.IN_ALL, Visit.NATURES[row["nature"]]),
        (True, [True] * len(rows), Visit.IN_ALL, Visit.COUNTED_IN_ALL),
    )
    found += [Figure(number(int(sum(same))), label, note) for said, same, label, note in alike if said]
    return tuple(figure for figure in found if figure is not None)[:3]


def _counted(text: str, label: str) -> Figure | None:
    """The number that a cell counts something with, the latest where it dates several; not one inside a name."""
    counts = []
    for part in re.split(r"\s*;\s*", text):
        if counted := _COUNTED.match(part):
            counts.append((max(_YEAR.findall(part[counted.end() :]), default=""), counted[1]))
    if not counts:
        return None
    value = max(counts, key=lambda count: count[0])[1] if counts[0][0] else counts[0][1]
    return Figure(value, label, text)
