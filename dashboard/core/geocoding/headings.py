"""Which columns of a table to geocode say the place, the postcode or the street: recognised by their headings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.core.fields.headings import fold_header
from dashboard.core.files.header_row import HEADER_SEARCHED_IN

_LONGEST = 60
"""Letters of a heading: beyond, it is a title or a note."""


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
        return is_named and not parts & self.without and len(heading) <= _LONGEST


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
_ALL = (QUERY, POSTCODE, DEPARTEMENT, ADDRESS)
KNOWN_HEADINGS = tuple(heading for one in _ALL for heading in one.exact)
"""Those recognised as they are, by which a file's delimiter and sheet are chosen."""


def header_position(rows: Sequence[Sequence[str]], *, named: Sequence[str] = ()) -> int:
    """Position of the header: the first of the rows that has the columns `named` (folded) and says where in most ways.

    Between rows that say as much, the one with the most cells: a title above stands alone in its row.
    """

    def score(row: Sequence[str]) -> tuple[int, int, int]:
        folded = [fold_header(cell) for cell in row]
        ways = sum(heading.find(folded) is not None for heading in _ALL)
        return len(set(named) & set(folded)), ways, sum(bool(cell.strip()) for cell in row) if ways else 0

    scores = [score(row) for row in rows[:HEADER_SEARCHED_IN]]
    return scores.index(max(scores))
