"""Which column of a file is which declared field; the others are carried along untouched."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.core.fields.cells import is_blank
from dashboard.core.fields.computed import COMPUTED_KEYS
from dashboard.core.fields.field import Field, accepted
from dashboard.core.fields.findings import ColumnMatch, Finding, Severity
from dashboard.core.fields.headings import fold_header
from dashboard.core.fields.recognising import SURE, Match, recognise
from dashboard.core.files.grid import RawTable
from dashboard.core.intake.point_cells import read_pair
from dashboard.core.intake.projections import is_in_france
from dashboard.errors import UnknownColumnLayout

COLUMN_CODES = frozenset(
    {"unknown_column", "duplicate_column", "computed_columns_left_aside", "column_recognised", "name_column_guessed"}
)

BEYOND = " (autres)"
"""Ends the name of the column that keeps the words of a cell which a closed list does not have."""

POINT_HEADINGS = frozenset(
    fold_header(name)
    for name in (
        *("geo_point_2d", "geopoint", "geo_point", "_geopoint", "point_geo", "coordonnées", "coordonnées gps", "gps"),
        *(
            "coordonnées géographiques",
            "geom",
            "the_geom",
            "geometry",
            "géométrie",
            "wkt",
            "wkt_geom",
            "ewkt",
            "geojson",
        ),
        *("géolocalisation", "localisation gps", "latitude longitude", "longitude latitude", "lat long", "lat lon"),
        *("latlng", "latlong", "lat/long", "point", "position", "xy", "coord", "geo_shape", "lon lat", "coordinates"),
    )
)
"""Headings of a column that may hold both coordinates; its cells tell."""

_MOST_HEADINGS_TOLD = 12
_CELLS_SEEN = 200


@dataclass(frozen=True)
class Columns:
    """The rank in the file of each declared field found, and of each other column by the name it will bear.

    `matches` say of each heading what it is, and why; `point` is the rank of a column that may hold both coordinates,
    which is one of the others too.
    """

    fields: dict[str, int]
    others: dict[str, int]
    findings: tuple[Finding, ...]
    matches: tuple[ColumnMatch, ...] = ()
    point: int | None = None


def match_columns(table: RawTable, fields: Iterable[Field], staff: Mapping[str, str] | None = None) -> Columns:
    """The columns of a table, recognised by their headings and by their cells; `staff`: heading → key, "" for none.

    What the tool itself computed in an export (`COMPUTED_KEYS`) is left aside: it is computed again.
    UnknownColumnLayout if a required field has no column.
    """
    declared = tuple(fields)
    computed = {rank for rank, header in enumerate(table.headers) if header.strip() in COMPUTED_KEYS}
    headers = ["" if rank in computed else header for rank, header in enumerate(table.headers)]
    matches = recognise(headers, table.rows, declared, staff)
    found = {match.field: match.rank for match in matches if match.field and match.rank not in computed}
    missing = [field for field in declared if field.required and field.key not in found]
    if missing:
        raise UnknownColumnLayout("no_name_column", _asked_for(table.headers, missing))
    has_point = any(field.key == "latitude" for field in declared)
    point = _point_column(table, matches) if has_point else None
    findings = list(_told(matches, table.headers, computed, point))
    others: dict[str, int] = {}
    for match in matches:
        if match.rank not in computed and match.field is None:
            taken = {*others, *found, *(field.key for field in declared)}
            others[_free_name(table.headers[match.rank], taken, match.rank)] = match.rank
    titles = {field.key: field.title for field in declared}
    told = tuple(ColumnMatch(table.headers[m.rank].strip(), m.field, _why(m, titles, computed, point)) for m in matches)
    return Columns(found, others, tuple(findings), told, point)


def _point_column(table: RawTable, matches: Iterable[Match]) -> int | None:
    """The rank of the column of its own whose cells hold both coordinates: by its heading first, else by its cells."""
    found = {}
    for match in matches:
        if match.field is not None or match.why == "staff":
            continue
        cells = [cell for row in table.rows[:_CELLS_SEEN] if not is_blank(cell := row[match.rank])]
        share = sum(read_pair(cell) is not None for cell in cells) / len(cells) if cells else 0.0
        is_named = fold_header(match.heading) in POINT_HEADINGS
        if share >= (0.5 if is_named else 0.95) and (is_named or all(map(_is_in_france, cells))):
            found[match.rank] = not is_named
    return min(found, key=lambda rank: (found[rank], rank), default=None)


def _is_in_france(cell: str) -> bool:
    """Whether a cell holds degrees of France, in either order."""
    pair = read_pair(cell)
    if pair is None:
        return False
    return is_in_france(lat=pair.first, lon=pair.second) or is_in_france(lat=pair.second, lon=pair.first)


def _told(
    matches: Sequence[Match], headers: tuple[str, ...], computed: set[int], point: int | None
) -> Iterable[Finding]:
    """What a reader must know of the columns: those left aside, guessed, twice there, or unknown."""
    if computed:
        names = ", ".join(headers[rank].strip() for rank in sorted(computed))
        yield Finding(None, None, "computed_columns_left_aside", Severity.INFO, names)
    for match in matches:
        heading = " ".join(headers[match.rank].split())
        if match.rank in computed or match.rank == point or heading.endswith(BEYOND):
            continue
        if match.why == "likeliest_name":
            yield Finding(None, match.field, "name_column_guessed", Severity.INFO, heading)
        elif match.field and match.score < SURE and match.why != "staff":
            yield Finding(None, match.field, "column_recognised", Severity.INFO, heading)
        elif match.why == "twin":
            is_same = any(fold_header(headers[m.rank]) == fold_header(heading) for m in matches if m.field)
            severity = Severity.WARNING if is_same else Severity.INFO
            yield Finding(None, match.detail, "duplicate_column", severity, heading)
        elif match.field is None and heading:
            yield Finding(None, None, "unknown_column", Severity.INFO, heading)


def _why(match: Match, titles: Mapping[str, str], computed: set[int], point: int | None) -> str:
    """In words, what made the column what it is."""
    if match.rank == point:
        return "les cellules tiennent les deux coordonnées"
    if match.rank in computed:
        return "colonne calculée par l’outil, calculée à nouveau"
    said = {
        "heading": "l’en-tête le dit",
        "heading_part": f"l’en-tête contient «\u00a0{match.detail}\u00a0»",
        "heading_and_cells": "l’en-tête le laisse entendre et les cellules le confirment",
        "cells": "les cellules en ont la forme",
        "likeliest_name": "aucune colonne ne s’appelle «\u00a0Nom\u00a0»\u202f; celle-ci est la plus probable",
        "staff": "réglé par le fichier des colonnes",
        "twin": f"une autre colonne dit déjà «\u00a0{titles.get(match.detail, match.detail)}\u00a0»",
        "other": "aucun champ connu ne porte cet en-tête\u202f; la colonne est gardée telle quelle",
    }
    return said[match.why]


def _asked_for(headers: tuple[str, ...], missing: Iterable[Field]) -> str:
    """The headings found and those that would do, as a reader reads them."""
    headings = [" ".join(header.split())[:60] for header in headers if header.strip()]
    found = " · ".join(headings[:_MOST_HEADINGS_TOLD]) + (" …" if len(headings) > _MOST_HEADINGS_TOLD else "")
    wanted = " · ".join(name for field in missing for name in dict.fromkeys((field.title, *accepted(field)[2:6])))
    return f"{found} | {wanted}"


def _free_name(header: str, taken: set[str], rank: int) -> str:
    """The heading as the name of a column of its own, numbered if it is already taken."""
    name = " ".join(header.split()) or f"colonne {rank + 1}"
    if name not in taken:
        return name
    return next(free for number in range(2, rank + 3) if (free := f"{name} ({number})") not in taken)
