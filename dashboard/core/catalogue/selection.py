"""What a visitor asked to see: codes chosen in each facet, and words to find."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dashboard.core.catalogue.dimensions import FACETS, FACETS_BY_KEY

MAX_QUERY_LENGTH = 200

QUERY_KEY = "q"
"""The name of the words to find, beside those of the facets."""


@dataclass(frozen=True, slots=True)
class Selection:
    """OR inside a facet, AND between facets and with each word of `query`; the empty one is everything.

    `choices` holds (facet key, codes) pairs without blanks or repeats, in the order of FACETS and of their codes.
    `every` names the facets where AND joins the codes instead: rows that have all of them; only facets of several
    values where something is chosen are kept in it. The same request is always the same value. ValueError for a facet
    or a code that does not exist, or a facet of one value in `every`.
    """

    choices: tuple[tuple[str, tuple[str, ...]], ...] = ()
    query: str = ""
    every: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "choices", _in_order(self.choices))
        object.__setattr__(self, "query", clean_query(self.query))
        if unknown := [key for key in self.every if key not in FACETS_BY_KEY or not FACETS_BY_KEY[key].is_multiple]:
            raise ValueError(f"no facet of several values is called {unknown}")
        object.__setattr__(self, "every", tuple(key for key, _ in self.choices if key in self.every))

    @classmethod
    def of(cls, query: str = "", every: Iterable[str] = (), **chosen: Iterable[str]) -> "Selection":
        """`Selection.of(secteur=["numerique"], region=["53", "11"], query="réemploi", every=["secteur"])`."""
        return cls(tuple((key, tuple(codes)) for key, codes in chosen.items()), query, tuple(every))

    @property
    def chosen(self) -> dict[str, tuple[str, ...]]:
        """The codes by facet key, only for the facets where something is chosen."""
        return dict(self.choices)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked, so that everything is shown."""
        return not self.choices and not self.query

    def asks_every(self, facet: str) -> bool:
        """Whether rows must have all the codes chosen in this facet, not only one of them."""
        return facet in self.every

    def with_code(self, facet: str, code: str) -> "Selection":
        """The selection with one more code."""
        return replace(self, choices=(*self.choices, (facet, (code,))))

    def without(self, facet: str, code: str = "") -> "Selection":
        """The selection without one code of a facet, without any if `code` is ""; without its query for `q`."""
        if facet == QUERY_KEY:
            return replace(self, query="")
        kept = ((k, tuple(c for c in codes if k != facet or code not in (c, ""))) for k, codes in self.choices)
        return replace(self, choices=tuple(kept))


def clean_query(text: str) -> str:
    """The words as typed, one blank between them, without control characters, 200 characters at most."""
    printable = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(printable.split())[:MAX_QUERY_LENGTH].rstrip()


def _in_order(choices: Iterable[tuple[str, Iterable[str]]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    ranks: dict[str, dict[str, int]] = {facet.key: {} for facet in FACETS}
    for key, codes in choices:
        if key not in ranks:
            raise ValueError(f"no facet is called {key!r}")
        for code in codes:
            rank = FACETS_BY_KEY[key].rank(code)
            if rank is None:
                raise ValueError(f"no code {code!r} in the facet {key!r}")
            ranks[key][code] = rank
    return tuple((key, tuple(sorted(chosen, key=chosen.__getitem__))) for key, chosen in ranks.items() if chosen)
