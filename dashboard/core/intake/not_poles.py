"""Rows of a file of poles that are none: totals, counts, notes below the table, the header repeated."""

import re
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from dashboard.core.fields.findings import Finding, Severity
from dashboard.core.fields.headings import fold_header
from dashboard.core.fields.text import fold
from dashboard.core.files.grid import RawTable

NOT_POLE_CODES = frozenset({"total_row", "note_row", "repeated_header"})

_PLACE = ("commune", "code_insee", "code_postal", "structure_porteuse", "adresse", "siret")
"""What a pole has and a total has not."""

_THINGS = r"(?:poles?|ptce|projets?|structures?|lignes?|lieux|associations?|reponses?|resultats?|enregistrements?)"
_TOTAL = re.compile(
    r"(?:sous )?tota(?:l|ux)(?: general| generaux| cumule)?|moyennes?|ensemble|somme|cumul|totals?|count|sum|average"
    rf"|(?:sous )?total (?:de |des |du |d |par |region |departement |{_THINGS} ).{{0,80}}"
    rf"|nombre (?:total )?(?:de |d ){_THINGS}.{{0,60}}|(?:\d{{1,6}} {_THINGS}){{1,3}}(?: .{{0,40}})?"
    r"|nombre total.{0,60}"
)
_LOOSE_TOTAL = re.compile(r"sous total .{1,80}|total .{1,80}|soit \d.{0,60}")
_COUNT = re.compile(rf"\d{{1,7}}(?: {_THINGS})?(?: .{{0,40}})?|")
_NOTE = re.compile(
    r"[*†‡(¹²³©].*"
    r"|(?:sources?|notes?|nb|n b|n\.b|ps|legende|lecture|champ|attention|remarques?|nota(?: bene)?|licence"
    r"|avertissement)(?: ?[:.,].*| \d.*|)"
    r"|(?:mis(?:e)? a jour|maj|date de mise a jour|derniere mise a jour|actualise|edite|imprime|extrait|exporte|export"
    r"|genere|document|fichier|tableau|donnees|enquete|d apres|realise|etabli|liste|updated|last updated|page \d|fin d"
    r"|fin de|copyright|voir|pour plus|pour toute|contact ?:|credits?) ?.*"
    r"|https?://.*",
    re.DOTALL,
)
_FIRST_COLUMNS = 3


def find_not_poles(table: RawTable, rows: pd.DataFrame, ranks: Mapping[str, int]) -> Iterator[Finding]:
    """An ERROR for each row that counts the others, that is a note below the table, or that repeats the header."""
    header = tuple(map(fold_header, table.headers))
    name_rank = ranks["nom"]
    place = rows[list(_PLACE)].notna().any(axis=1).to_numpy()
    names = rows["nom"].to_list()
    last = _end_of_poles(table, names)
    for rank, (number, cells) in enumerate(zip(table.numbers, table.rows, strict=True)):
        if fold_header(cells[name_rank]) == header[name_rank] and _repeats(cells, header):
            yield Finding(number, None, "repeated_header", Severity.ERROR, cells[name_rank])
            continue
        if place[rank]:
            continue
        label = _total_label(cells, name_rank, names[rank], has_id="id" in ranks and bool(cells[ranks["id"]].strip()))
        if label:
            yield Finding(number, "nom", "total_row", Severity.ERROR, label)
        elif rank >= last and (note := _lone_cell(cells)) and _NOTE.fullmatch(_bare(note)):
            yield Finding(number, "nom", "note_row", Severity.ERROR, note)


def _repeats(cells: Sequence[str], header: Sequence[str]) -> bool:
    """Whether all the cells that say something are the headings above them."""
    said = [(fold_header(cell), above) for cell, above in zip(cells, header, strict=True) if cell.strip()]
    return all(cell == above for cell, above in said) and (len(said) > 1 or len(header) == 1)


def _total_label(cells: Sequence[str], name_rank: int, name: str | None, *, has_id: bool) -> str:
    """The words that make the row a total, « » without any: in the name, or before a name that only counts."""
    if name and _TOTAL.fullmatch(_bare(name)):
        return name
    if name and not has_id and _LOOSE_TOTAL.fullmatch(_bare(name)):
        return name
    if name and not _COUNT.fullmatch(_bare(name)):
        return ""
    for rank, cell in enumerate(cells[:_FIRST_COLUMNS]):
        if (
            rank != name_rank
            and cell.strip()
            and (_TOTAL.fullmatch(_bare(cell)) or _LOOSE_TOTAL.fullmatch(_bare(cell)))
        ):
            return cell.strip()
    return ""


def _end_of_poles(table: RawTable, names: Sequence[str | None]) -> int:
    """The rank from which no row says more than one thing."""
    end = len(names)
    while end and _lone_cell(table.rows[end - 1]):
        end -= 1
    return end


def _lone_cell(cells: Sequence[str]) -> str:
    """The only cell of a row that says something, « » if there are others."""
    said = [cell.strip() for cell in cells if cell.strip()]
    return said[0] if len(said) == 1 else ""


def _bare(text: str) -> str:
    return fold(text[:200]).strip(" :.=")
