"""The selections that the staff of a site propose by name: a small file, whose links are checked like any other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlencode

from dashboard.core.address import selection_link
from dashboard.core.catalogue.selection import Selection
from dashboard.core.fields import cells
from dashboard.core.fields.field import Field
from dashboard.core.fields.findings import Severity
from dashboard.core.fields.reads import NAME, Reads
from dashboard.core.fields.text import listed


@dataclass(frozen=True, slots=True)
class NamedView:
    """A selection with its name and what it shows, in a sentence (or "")."""

    name: str
    description: str
    selection: Selection


def parse_filters(text: str) -> cells.Parsed:
    """The filters of a link, or of what follows its « ? », as the address writes them; what is none is said."""
    if cells.is_blank(text):
        return cells.Parsed(None)
    selection, unknown = read_filters(text)
    if selection.is_empty:
        raise cells.Malformed("no_filter_in_link", text)
    lost = "|".join(value.value for value in unknown)
    return cells.Parsed(write_filters(selection), "unknown_filter_ignored" if unknown else None, lost)


def read_filters(text: str) -> tuple[Selection, tuple[selection_link.Unknown, ...]]:
    """The selection of a link, or of what follows its « ? », and the values that could not be understood."""
    return selection_link.parse(parse_qs(text.strip().split("?", 1)[-1]))


def write_filters(selection: Selection) -> str:
    """What follows the « ? » of the address that asks for this selection; « » for everything."""
    return urlencode(selection_link.to_params(selection), doseq=True, safe="-")


NAMED_VIEW_FIELDS = (
    Field(
        key="nom",
        title="Nom",
        description="Nom de la vue, tel qu’il est proposé.",
        reads=NAME,
        headers=listed("vue, titre"),
        valid=("Pôles témoins de 2011",),
        required=True,
        on_failure=Severity.ERROR,
    ),
    Field(
        key="description",
        title="Description",
        description="Ce que montre la vue, en une phrase.",
        headers=listed("présentation"),
        valid=("Les pôles choisis en 2011 pour dire ce qu’est un PTCE.",),
    ),
    Field(
        key="parametres",
        title="Paramètres",
        description="Filtres de la vue : ce qui suit « ? » dans l’adresse de la carte, ou l’adresse entière.",
        reads=Reads(parse_filters),
        headers=listed("filtres, lien, adresse"),
        valid=("type=pole-temoin", "?secteur=numerique&secteur=energie-citoyenne&tous=secteur", "https://a.fr/?q=bois"),
        invalid=("secteur=astronautique", "témoins", "pole=archer"),
        required=True,
        on_failure=Severity.ERROR,
    ),
)
"""The columns of `vues.csv`."""


def to_named_views(rows: Iterable[Mapping[str, Any]]) -> tuple[NamedView, ...]:
    """The views of the typed rows of a file that was checked, in its order."""
    return tuple(NamedView(row["nom"], row["description"] or "", read_filters(row["parametres"])[0]) for row in rows)
