"""The filters there are: each names the columns that it reads, and the codes that may be chosen in it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.domain.positions import POSITIONS
from dashboard.domain.regions import REGIONS
from dashboard.domain.vocabularies import CONFIANCES, FINANCEMENTS, FORMES_JURIDIQUES, RESEAUX, SECTEURS, STATUTS, TYPES
from dashboard.domain.vocabulary import NOT_GIVEN, Vocabulary

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
