"""What poles are counted by: the codes of a closed list, the territories, or the years of creation by period."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count

import pandas as pd

from dashboard.domain.compact import factorize
from dashboard.domain.regions import REGIONS
from dashboard.domain.vocabularies import FINANCEMENTS, FORMES_JURIDIQUES, RESEAUX, SECTEURS, STATUTS, TYPES
from dashboard.domain.vocabulary import NOT_GIVEN, Vocabulary

YEARS = "annee_creation"
MOST_PERIODS = 12
"""Years are counted one by one up to this many; beyond, by periods."""


@dataclass(frozen=True)
class Dimension:
    """What poles may be counted by.

    `key` is its public name in links; `columns` those whose codes it gathers (their union); `labels` the French label
    of each code, in order, « non renseigné » last; `multiple` says whether a pole may have several of the codes;
    `period` is the number of years of a period, 0 for what is not years.
    """

    key: str
    columns: tuple[str, ...]
    labels: Mapping[str, str]
    multiple: bool = False
    period: int = 0

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes in their order, « non renseigné » last."""
        return tuple(self.labels)


_LISTS: tuple[tuple[str, tuple[str, ...], Vocabulary, bool], ...] = (
    ("secteur", ("secteurs",), SECTEURS, True),
    ("reseau", ("reseaux_membre", "reseaux_cite"), RESEAUX, True),
    ("financement", ("financements",), FINANCEMENTS, True),
    ("type", ("types",), TYPES, True),
    ("statut", ("statut",), STATUTS, False),
    ("forme", ("forme_juridique",), FORMES_JURIDIQUES, True),
    ("region", ("code_region",), REGIONS, False),
)

DIMENSIONS: tuple[str, ...] = (*(key for key, *_ in _LISTS), "departement", "annee")
"""The keys of the dimensions, in the order in which they are offered."""


def dimensions_of(rows: pd.DataFrame) -> dict[str, Dimension]:
    """Every dimension of these rows by its key: the closed lists, the départements and the years that they have."""
    lists = [
        Dimension(key, columns, _labels({term.code: term.label for term in listed.terms}), multiple)
        for key, columns, listed, multiple in _LISTS
    ]
    years = rows[YEARS].dropna().astype(int).unique().tolist()
    period = years_by_period(years)
    return {
        dimension.key: dimension
        for dimension in (
            *lists,
            Dimension("departement", ("code_departement",), _labels(_departements(rows))),
            Dimension("annee", (YEARS,), _labels(_periods(years, period)), period=period),
        )
    }


def years_by_period(years: Iterable[int]) -> int:
    """How many years a period has: 1, 5, 10, 20, 50, 100… the first that makes at most `MOST_PERIODS` periods.

    Periods begin at a multiple of their length, and go from the first year to the last, empty ones included.
    """
    known = sorted(years)
    if not known or known[-1] - known[0] < MOST_PERIODS:
        return 1
    lengths = (step * 10**power for power in count(1) for step in (0.5, 1, 2))
    return next(n for n in map(int, lengths) if known[-1] // n - known[0] // n < MOST_PERIODS)


def period_code(year: int, period: int) -> str:
    """« 2007 », or « 2005-2009 » for the period that the year is in."""
    first = year // period * period
    return str(first) if period == 1 else f"{first}-{first + period - 1}"


def _labels(labels: Mapping[str, str]) -> dict[str, str]:
    return {**labels, NOT_GIVEN: "Non renseigné"}


def _periods(years: list[int], period: int) -> dict[str, str]:
    if not years:
        return {}
    starts = range(min(years) // period * period, max(years) + 1, period)
    codes = [period_code(start, period) for start in starts]
    return {code: code.replace("-", "–") for code in codes}


def _departements(rows: pd.DataFrame) -> dict[str, str]:
    """The code of each département there is, in order, with the name that most rows give it."""
    (codes, known), (names, texts) = factorize(rows["code_departement"]), factorize(rows["departement"])
    pairs = pd.DataFrame({"code": codes, "name": names}).value_counts().index.tolist()
    found: dict[str, str] = {}
    for code, name in pairs:
        found.setdefault(known[code], texts[name] or known[code])
    return {code: found[code] for code in sorted(found) if code}
