"""What poles are filtered and counted by: each dimension names its columns and the codes that may be chosen in it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count

import pandas as pd

from dashboard.core.catalogue.text_columns import factorize
from dashboard.core.fields.precision import POSITIONS
from dashboard.core.fields.regions import REGIONS
from dashboard.core.fields.vocabularies import (
    CONFIANCES,
    FINANCEMENTS,
    FORMES_JURIDIQUES,
    RESEAUX,
    SECTEURS,
    STATUTS,
    TYPES,
)
from dashboard.core.fields.vocabulary import NOT_GIVEN, Vocabulary

LEAST_BASE = 5
"""Below this many poles, no percentage is given: it would say more than the data do."""

_NOT_GIVEN_LABEL = "Non renseigné"
_YEARS = re.compile(r"(?P<first>[1-9]\d{3})?\s*(?P<range>[-–])?\s*(?P<last>[1-9]\d{3})?", re.ASCII)
_EARLIEST, _LATEST = 0, 9999


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter by a closed list: `key` is its public name in URLs, `columns` those whose codes it gathers (union).

    Where a row may have several codes (`is_multiple`), a visitor may ask for at least one of the chosen ones, or all.
    """

    key: str
    columns: tuple[str, ...]
    vocabulary: Vocabulary
    is_multiple: bool = False

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that may be chosen: those of the vocabulary in its order, then « non renseigné »."""
        return (*self.vocabulary.codes, NOT_GIVEN)

    def label(self, code: str) -> str:
        """The French label of a code; KeyError for a code that is not of this facet."""
        return _NOT_GIVEN_LABEL if code == NOT_GIVEN else self.vocabulary.label(code)

    def find(self, text: str) -> str | None:
        """The code that a text means, by code, label or other wording; None for none."""
        return NOT_GIVEN if text.strip() == NOT_GIVEN else self.vocabulary.find(text)

    def rank(self, code: str) -> int | None:
        """Where a code stands in the order of the facet; None for a code that is not of this facet."""
        return self.codes.index(code) if code in self.codes else None


@dataclass(frozen=True, slots=True)
class YearFacet:
    """The filter by year: its codes are spans, ends included: `2012`, `2010-2015`, `2010-`, `-2015`; or not given."""

    key: str
    columns: tuple[str]
    is_multiple: bool = False

    def label(self, code: str) -> str:
        """« 2012 », « de 2010 à 2015 », « depuis 2010 », « jusqu’en 2015 »; KeyError for a code that is none."""
        if code == NOT_GIVEN:
            return _NOT_GIVEN_LABEL
        first, last = self.span(code)
        if first == last:
            return str(first)
        if last == _LATEST:
            return f"Depuis {first}"
        return f"Jusqu’en {last}" if first == _EARLIEST else f"De {first} à {last}"

    def find(self, text: str) -> str | None:
        """The code that a text means, first year before last; None for none."""
        if text.strip() == NOT_GIVEN:
            return NOT_GIVEN
        found = _YEARS.fullmatch(text.strip())
        if not found or not (found["first"] or found["last"]):
            return None
        if not found["range"]:
            return None if found["last"] else found["first"]
        ends = sorted(year for year in (found["first"], found["last"]) if year)
        if len(ends) == 2:
            return ends[0] if ends[0] == ends[1] else "-".join(ends)
        return f"{ends[0]}-" if found["first"] else f"-{ends[0]}"

    def rank(self, code: str) -> int | None:
        """Where a code stands among others: by first year, then last; None for a code that is none."""
        if code == NOT_GIVEN:
            return (_LATEST + 1) ** 2
        if self.find(code) != code:
            return None
        first, last = self.span(code)
        return first * (_LATEST + 1) + last

    def span(self, code: str) -> tuple[int, int]:
        """First and last year of a span, 0 and 9999 where it is open; KeyError for a code that is no span."""
        if code == NOT_GIVEN or self.find(code) != code:
            raise KeyError(code)
        first, _, last = code.partition("-") if "-" in code else (code, "", code)
        return int(first or _EARLIEST), int(last or _LATEST)


YEAR = YearFacet("annee", ("annee_creation",))

FACETS: tuple[Facet | YearFacet, ...] = (
    Facet("secteur", ("secteurs",), SECTEURS, is_multiple=True),
    Facet("reseau", ("reseaux_membre", "reseaux_cite"), RESEAUX, is_multiple=True),
    Facet("financement", ("financements",), FINANCEMENTS, is_multiple=True),
    Facet("statut", ("statut",), STATUTS),
    Facet("type", ("types",), TYPES, is_multiple=True),
    Facet("region", ("code_region",), REGIONS),
    YEAR,
    Facet("forme", ("forme_juridique",), FORMES_JURIDIQUES, is_multiple=True),
    Facet("confiance", ("confiance",), CONFIANCES),
    Facet("precision", ("precision",), POSITIONS),
)
FACETS_BY_KEY: Mapping[str, Facet | YearFacet] = {facet.key: facet for facet in FACETS}


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
