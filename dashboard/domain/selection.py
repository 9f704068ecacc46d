"""What a visitor asked to see: codes chosen in each facet, and words to find."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.domain.regions import REGIONS
from dashboard.domain.vocabularies import FINANCEMENTS, RESEAUX, SECTEURS, STATUTS, TYPES
from dashboard.domain.vocabulary import NOT_GIVEN, Vocabulary

MAX_QUERY_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter: `key` is its public name in URLs, `columns` those whose codes it gathers (their union)."""

    key: str
    columns: tuple[str, ...]
    vocabulary: Vocabulary

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that may be chosen: those of the vocabulary in its order, then « non renseigné »."""
        return (*self.vocabulary.codes, NOT_GIVEN)

    def label(self, code: str) -> str:
        """The French label of a code; KeyError for a code that is not of this facet."""
        return "Non renseigné" if code == NOT_GIVEN else self.vocabulary.label(code)


FACETS: tuple[Facet, ...] = (
    Facet("secteur", ("secteurs",), SECTEURS),
    Facet("reseau", ("reseaux_membre", "reseaux_cite"), RESEAUX),
    Facet("financement", ("financements",), FINANCEMENTS),
    Facet("statut", ("statut",), STATUTS),
    Facet("type", ("types",), TYPES),
    Facet("region", ("code_region",), REGIONS),
)
FACETS_BY_KEY: Mapping[str, Facet] = {facet.key: facet for facet in FACETS}

_RANKS = {facet.key: {code: rank for rank, code in enumerate(facet.codes)} for facet in FACETS}

QUERY_KEY = "q"
"""The name of the words to find, beside those of the facets."""


@dataclass(frozen=True, slots=True)
class Selection:
    """OR inside a facet, AND between facets and with each word of `query`; the empty one is everything.

    `choices` holds (facet key, codes) pairs without blanks or repeats, in the order of FACETS and of their codes: the
    same request is always the same value. ValueError for a facet or a code that does not exist.
    """

    choices: tuple[tuple[str, tuple[str, ...]], ...] = ()
    query: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "choices", _in_order(self.choices))
        object.__setattr__(self, "query", clean_query(self.query))

    @classmethod
    def of(cls, query: str = "", **chosen: Iterable[str]) -> "Selection":
        """`Selection.of(secteur=["numerique"], region=["53", "11"], query="réemploi")`."""
        return cls(tuple((key, tuple(codes)) for key, codes in chosen.items()), query)

    @property
    def chosen(self) -> dict[str, tuple[str, ...]]:
        """The codes by facet key, only for the facets where something is chosen."""
        return dict(self.choices)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked, so that everything is shown."""
        return not self.choices and not self.query

    def has(self, facet: str, code: str) -> bool:
        """Whether this code is chosen in this facet."""
        return code in self.chosen.get(facet, ())

    def with_code(self, facet: str, code: str) -> "Selection":
        """The selection with one more code."""
        return Selection((*self.choices, (facet, (code,))), self.query)

    def without(self, facet: str, code: str = "") -> "Selection":
        """The selection without one code of a facet; without its query for the facet `q`."""
        if facet == QUERY_KEY:
            return Selection(self.choices, "")
        kept = tuple((k, tuple(c for c in codes if (k, c) != (facet, code))) for k, codes in self.choices)
        return Selection(kept, self.query)

    def without_facet(self, facet: str) -> "Selection":
        """The selection with nothing chosen in this facet; without its query for the facet `q`."""
        if facet == QUERY_KEY:
            return Selection(self.choices, "")
        return Selection(tuple(pair for pair in self.choices if pair[0] != facet), self.query)


def clean_query(text: str) -> str:
    """The words as typed, one blank between them, without control characters, 200 characters at most."""
    printable = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(printable.split())[:MAX_QUERY_LENGTH].rstrip()


def _in_order(choices: Iterable[tuple[str, Iterable[str]]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    codes_by_facet: dict[str, set[str]] = {}
    for key, codes in choices:
        if key not in _RANKS:
            raise ValueError(f"no facet is called {key!r}")
        codes_by_facet.setdefault(key, set()).update(codes)
    for key, chosen in codes_by_facet.items():
        if unknown := chosen - _RANKS[key].keys():
            raise ValueError(f"no code {sorted(unknown)} in the facet {key!r}")
    return tuple(
        (key, tuple(sorted(codes_by_facet[key], key=ranks.__getitem__)))
        for key, ranks in _RANKS.items()
        if codes_by_facet.get(key)
    )
