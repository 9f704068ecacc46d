"""« Données »: what the browser reads once of the columns, the fifty rows of a page, the page’s sentences."""

from collections.abc import Callable, Mapping
from typing import Any

from dashboard.core.address.table import DEFAULT_COLUMNS, NAME
from dashboard.core.address.view import View
from dashboard.core.catalogue.bits import Mask
from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.fields.vocabulary import Vocabulary
from dashboard.features.explore.table import Column, Table
from dashboard.wording.numbers import date_fr
from dashboard.wording.words import NNBSP

TABLE_FILE = "phrases-donnees.json"
LONGEST_CELL = 240

_KINDS = {
    **{"url": "liens", "url-list": "liens", "integer": "nombre", "number": "nombre", "date": "nombre"},
    **{"list": "liste", "vocabulary-list": "liste"},
}


def table_file(catalogue: Catalogue) -> dict[str, Any]:
    """The sentences of the page and its columns, by groups."""
    columns = catalogue.once(Table).columns.values()
    return {
        **Data.TEXTS,
        "nom": NAME,
        "deDepart": DEFAULT_COLUMNS,
        "groupes": [
            {
                "titre": title,
                "colonnes": [
                    {"cle": column.key, "titre": column.title, "genre": _KINDS.get(column.kind, "mots")}
                    for column in columns
                    if column.group == group
                ],
            }
            for group, title in Data.GROUPS.items()
            if any(column.group == group for column in columns)
        ],
    }


def table(catalogue: Catalogue, view: View, shown: Mask) -> dict[str, Any]:
    """The page that is asked for: each row is its id, its name, then the cells of the columns, as text."""
    request = view.table
    page = catalogue.once(Table).page(shown, request)
    keys = ("id", NAME, *request.columns)
    cells = [
        [_written(catalogue.once(Table).columns[key])(value) for value in catalogue.once(Table).values(key, page.rows)]
        for key in keys
    ]
    return {
        "colonnes": request.columns,
        "tri": request.sort,
        "decroissant": request.is_descending,
        "page": page.number,
        "pages": page.pages,
        "premier": page.first,
        "n": page.total,
        "lignes": list(zip(*cells, strict=True)),
    }


def summary(told: Mapping[str, Any]) -> dict[str, Any]:
    """The line above the table, from that above the map (`explorer_view.summary`)."""
    return {**told, "titre": Data.TITLE, "vues": Data.VIEWS}


def _written(column: Column) -> Callable[[Any], str]:
    """How a cell of a column is written; "" for a blank, several addresses are joined by a space."""
    vocabulary = column.vocabulary
    if column.key == "nature":
        return lambda cell: Data.NATURES[cell]
    if vocabulary is not None:
        return lambda cell: ", ".join(_label(vocabulary, code) for code in ((cell,) if isinstance(cell, str) else cell))
    if column.kind in ("integer", "number"):
        return lambda cell: "" if cell is None else str(cell)
    if column.kind == "list":
        return ", ".join
    if column.kind == "url-list":
        return " ".join
    return date_fr if column.kind == "date" else _shortened


def _label(vocabulary: Vocabulary, code: str) -> str:
    return vocabulary.label(code) if code else ""


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_CELL else f"{text[: LONGEST_CELL - 1].rstrip()}…"


class Data:
    """The page that shows the selection as a table."""

    TITLE = "Données"
    VIEWS = ("tableau", "filtres")
    GROUPS = {  # noqa: RUF012
        "identite": "Identité",
        "lieu": "Lieu",
        "activite": "Activité et réseaux",
        "moyens": "Moyens",
        "sources": "Description et sources",
        "autres": "Autres colonnes du fichier",
    }
    NATURES = {"pole": "Pôle", "projet": "Projet"}  # noqa: RUF012
    TEXTS = {  # noqa: RUF012
        "legende": {
            "one": "{n} pôle ou projet, une ligne",
            "many": "{n} pôles et projets, une ligne chacun",
        },
        "ordre": f"Ordre{NNBSP}: {{colonne}}, {{sens}}",
        "croissant": "croissant",
        "decroissant": "décroissant",
        "colonnes": "Colonnes",
        "colonnesAide": "Le nom est toujours là.",
        "colonnesReprendre": "Reprendre les colonnes de départ",
        "trier": "Trier par {colonne}",
        "pages": "Pages du tableau",
        "page": f"Page {{page}} sur {{pages}}{NNBSP}: lignes {{premier}} à {{dernier}}",
        "precedente": "Page précédente",
        "suivante": "Page suivante",
        "aller": "Page",
        "vide": "Rien à montrer avec ces filtres.",
        "nonRenseigne": "non renseigné",
        "fiche": "Ouvrir la fiche",
    }
