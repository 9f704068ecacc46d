"""Which columns of a table to geocode say the place, the postcode or the street: recognised by their headings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.core.fields.headings import fold_header
from dashboard.core.files.header_row import HEADER_SEARCHED_IN

_LONGEST = 60
"""Letters of a heading: beyond, it is a title or a note."""

_OF_DATA = re.compile(r",|\d{4}", re.ASCII)
"""What an address or a name has, and a heading has not."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What the heading of a column may be: one of `exact` (folded), the best first; else one that has a word of `words`
    (or all those of one of `together`) and none of `without`: « Ville du siège social », « C.P. », « Nom commune »."""

    exact: tuple[str, ...]
    words: frozenset[str]
    without: frozenset[str]
    together: tuple[frozenset[str], ...] = ()

    def find(self, folded: Sequence[str]) -> int | None:
        """Position of the column among folded headings (`fold_header`), None when there is none."""
        for heading in self.exact:
            if heading in folded:
                return folded.index(heading)
        return next((position for position, heading in enumerate(folded) if self.has_words(heading)), None)

    def has_words(self, heading: str) -> bool:
        """Whether the heading is recognised by its words."""
        parts = set(re.findall(r"[^\W_]+", heading))
        parts.add("".join(re.findall(r"[^\W_]+", heading)) if len(heading) < 6 else "")  # « C.P. »
        is_named = bool(parts & self.words) or any(words <= parts for words in self.together)
        return is_named and not parts & self.without and len(heading) <= _LONGEST and not _OF_DATA.search(heading)


_NUMBERS = frozenset(
    {"code", "insee", "cp", "postal", "siren", "siret", "id", "identifiant", "nombre", "nb", "population"}
)
QUERY = Heading(
    (
        *("query", "requete", "q", "commune", "nom commune", "nom de la commune", "libelle commune", "ville"),
        *("localite", "lieu", "city", "siege", "implantation", "localisation", "commune du siege", "siege social"),
        "adresse complete",
    ),
    frozenset({"commune", "ville", "localite", "city", "town", "municipalite"}),
    _NUMBERS | {"date", "departement", "region"},
)
POSTCODE = Heading(
    ("code postal", "cp", "codepostal", "code postal commune", "postcode", "zip"),
    frozenset({"cp", "codepostal", "postcode", "zip", "zipcode"}),
    frozenset(),
    (frozenset({"code", "postal"}), frozenset({"postal", "code"})),
)
DEPARTEMENT = Heading(
    ("code departement", "departement", "dept", "dep", "numero departement"),
    frozenset({"departement", "dept", "dpt", "dep"}),
    frozenset({"commune", "ville", "nombre", "nb"}),
)
ADDRESS = Heading(
    ("adresse", "address", "rue", "voie", "numero et voie", "adresse postale", "adresse 1", "adresse1"),
    frozenset({"adresse", "address", "rue", "voie"}),
    frozenset({"mail", "email", "courriel", "electronique", "web", "internet", "ip", "url", "site", "complement"}),
)
REGION = Heading(
    ("region", "nom region", "nom de la region", "region administrative", "libelle region"),
    frozenset({"region"}),
    frozenset({"commune", "ville", "nombre", "nb", "code"}),
)
_ALL = (QUERY, POSTCODE, DEPARTEMENT, ADDRESS, REGION)
KNOWN_HEADINGS = tuple(heading for one in _ALL for heading in one.exact)
"""Those recognised as they are, by which a file's delimiter and sheet are chosen."""


def header_position(rows: Sequence[Sequence[str]], *, named: Sequence[str] = ()) -> int:
    """Position of the header: the first of the rows that has the columns `named` (folded) and says where in most ways.

    A title stands above it in fewer cells. A row above that is as wide is no title: it is the header, whatever its
    words, and what was found below is data that holds the words of headings (« Ville de Rennes »).
    """
    first = rows[:HEADER_SEARCHED_IN]
    widths = [sum(bool(cell.strip()) for cell in row) for row in first]
    scores = [_score([fold_header(cell) for cell in row], named) for row in first]
    best = max(range(len(first)), key=lambda rank: (scores[rank], widths[rank] if any(scores[rank]) else 0))
    of_names, exactly, _ = scores[best]
    if of_names:
        return best
    least = widths[best] if exactly > 1 else widths[best] // 2 + 1
    return next(rank for rank in range(best + 1) if widths[rank] >= least)


def _score(folded: Sequence[str], named: Sequence[str]) -> tuple[int, int, int]:
    """How many of the columns named, of the ways of saying where under a usual heading, and of these ways at all."""
    exactly = sum(any(one in folded for one in heading.exact) for heading in _ALL)
    return len(set(named) & set(folded)), exactly, sum(heading.find(folded) is not None for heading in _ALL)
