"""What poles are filtered, counted and compared by: each dimension is declared here, once, for all that it serves."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.core.fields import vocabularies as v
from dashboard.core.fields.precision import POSITIONS
from dashboard.core.fields.regions import REGIONS
from dashboard.core.fields.vocabulary import NOT_GIVEN, Vocabulary

LEAST_BASE = 5
"""Below this many poles, no percentage is given: it would say more than the data do."""

NOT_GIVEN_LABEL = "Non renseigné"
_YEARS = re.compile(r"(?P<first>[1-9]\d{3})?\s*(?P<range>[-–])?\s*(?P<last>[1-9]\d{3})?", re.ASCII)
_EARLIEST, _LATEST = 0, 9999


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much a dimension counts in the likeness of two poles, and how its values are called in the sentence.

    `one` is said before the value that they share, `many` after the number of those that they share.
    """

    weight: float
    plural: str
    one: str
    many: str


@dataclass(frozen=True, kw_only=True)
class Dimension:
    """What poles are counted by: `key` is its public name in links, `columns` those whose codes it gathers (union).

    `title` names it where there is room, `short` (the title if not said) in a line, `noun` (the short one) within a
    sentence; `names_values`: its values say too little without it (« Confiance : haute »). A pole may have several
    values if it `is_multiple`.

    Where it serves: `crosstab` is its place among those that are crossed, 0 if it is not; `in_territories`: it is
    counted in each territory; `paper`: what its line is called in a territory's papers, "" if it has none; `likeness`:
    poles are alike by it. A `Facet` is a filter too.
    """

    key: str
    columns: tuple[str, ...]
    title: str
    short: str = ""
    noun: str = ""
    names_values: bool = False
    is_multiple: bool = False
    crosstab: int = 0
    in_territories: bool = False
    paper: str = ""
    likeness: Likeness | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "short", self.short or self.title)
        object.__setattr__(self, "noun", self.noun or self.short[0].lower() + self.short[1:])


@dataclass(frozen=True, kw_only=True)
class NamedDimension(Dimension):
    """Codes that are not listed: the values are those that rows have, called by the name that `names` gives them."""

    names: str


@dataclass(frozen=True, kw_only=True)
class Facet(Dimension):
    """A filter by a closed list. Where a row may have several codes, one may ask for any of the chosen ones, or all.

    `in_legend`: the map may draw poles by it, or by the columns and list of fewer values that are given as `coarse`.
    """

    vocabulary: Vocabulary
    in_legend: bool = False
    coarse: tuple[tuple[str, ...], Vocabulary] | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that may be chosen: those of the vocabulary in its order, then « non renseigné »."""
        return (*self.vocabulary.codes, NOT_GIVEN)

    def label(self, code: str) -> str:
        """The French label of a code; KeyError for a code that is not of this facet."""
        return NOT_GIVEN_LABEL if code == NOT_GIVEN else self.vocabulary.label(code)

    def find(self, text: str) -> str | None:
        """The code that a text means, by code, label or other wording; None for none."""
        return NOT_GIVEN if text.strip() == NOT_GIVEN else self.vocabulary.find(text)

    def rank(self, code: str) -> int | None:
        """Where a code stands in the order of the facet; None for a code that is not of this facet."""
        return self.codes.index(code) if code in self.codes else None


@dataclass(frozen=True, kw_only=True)
class YearFacet(Dimension):
    """The filter by year: its codes are spans, ends included: `2012`, `2010-2015`, `2010-`, `-2015`; or not given."""

    def label(self, code: str) -> str:
        """« 2012 », « de 2010 à 2015 », « depuis 2010 », « jusqu’en 2015 »; KeyError for a code that is none."""
        if code == NOT_GIVEN:
            return NOT_GIVEN_LABEL
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


# fmt: off
DIMENSIONS: tuple[Dimension, ...] = (
    Facet(
        key="secteur", columns=("secteurs",), vocabulary=v.SECTEURS, is_multiple=True,
        title="Secteur d’activité", short="Secteur", crosstab=1, in_territories=True,
        in_legend=True, coarse=(("secteurs_labo2017",), v.SECTEURS_LABO2017),
        likeness=Likeness(0.4, "filières", "même filière", "filières communes"),
    ),
    Facet(
        key="reseau", columns=("reseaux_membre", "reseaux_cite"), vocabulary=v.RESEAUX, is_multiple=True,
        title="Réseau, membre ou cité", short="Réseau", paper="Réseaux",
        crosstab=2, in_legend=True, in_territories=True,
        likeness=Likeness(0.2, "réseaux", "même réseau", "réseaux communs"),
    ),
    Facet(
        key="financement", columns=("financements",), vocabulary=v.FINANCEMENTS, is_multiple=True,
        title="Modèle de financement", short="Financement", paper="Financements",
        crosstab=3, in_legend=True, in_territories=True,
        likeness=Likeness(0.2, "financements", "même financement", "financements communs"),
    ),
    Facet(
        key="statut", columns=("statut",), vocabulary=v.STATUTS,
        title="État", noun="statut", paper="État", crosstab=5, in_legend=True, in_territories=True,
    ),
    Facet(
        key="type", columns=("types",), vocabulary=v.TYPES, is_multiple=True,
        title="Reconnaissance", noun="type", paper="Reconnaissance", crosstab=4, in_territories=True,
    ),
    Facet(key="region", columns=("code_region",), vocabulary=REGIONS, title="Région", crosstab=7),
    NamedDimension(
        key="departement", columns=("code_departement",), names="departement", title="Département", crosstab=8,
    ),
    YearFacet(
        key="annee", columns=("annee_creation",), title="Année de création", short="Création",
        noun="année de création", names_values=True, crosstab=9, in_territories=True,
    ),
    Facet(
        key="forme", columns=("forme_juridique",), vocabulary=v.FORMES_JURIDIQUES, is_multiple=True,
        title="Forme juridique", crosstab=6,
    ),
    Facet(
        key="confiance", columns=("confiance",), vocabulary=v.CONFIANCES,
        title="Confiance dans les sources", short="Confiance", names_values=True,
    ),
    Facet(
        key="precision", columns=("precision",), vocabulary=POSITIONS,
        title="Précision de la position", short="Position", noun="précision de la position",
    ),
)
"""In the order of the filters."""
# fmt: on

FACETS: tuple[Facet | YearFacet, ...] = tuple(one for one in DIMENSIONS if isinstance(one, Facet | YearFacet))
FACETS_BY_KEY: Mapping[str, Facet | YearFacet] = {facet.key: facet for facet in FACETS}

CROSSED: tuple[str, ...] = tuple(one.key for one in sorted(DIMENSIONS, key=lambda one: one.crosstab) if one.crosstab)
"""The keys of those that may be crossed, in the order in which they are offered."""
