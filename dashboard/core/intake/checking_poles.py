"""What is particular to a file of poles: rows that are no pole, ids to make, coordinates to mend, possible twins."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pandas as pd

from dashboard.core.fields.field import Field, fold_header
from dashboard.core.fields.findings import Finding, Severity
from dashboard.core.fields.tables import POLE_FIELDS
from dashboard.core.fields.text import fold, slug
from dashboard.core.files.grid import RawTable
from dashboard.core.intake.checking import Checked, conclude, read_columns
from dashboard.core.intake.columns import match_columns
from dashboard.core.intake.coordinates import read_point

POLE_CODES = frozenset({"total_row", "repeated_header", "id_column_missing", "id_made_from_name", "possible_twin"})

_TOTAL = re.compile(r"(?:sous )?tota(?:l|ux)(?: general| generaux)?|moyennes?|ensemble|nombre total.*|total des? .*")
_COORDINATES = ("latitude", "longitude")
_TYPED_FIELDS = tuple(field for field in POLE_FIELDS if field.key not in _COORDINATES)
_EVIDENCE = ("id", "commune", "code_insee", "code_postal", "structure_porteuse")


def check_poles(table: RawTable, fields: tuple[Field, ...] = POLE_FIELDS) -> Checked:
    """The rows of a file of poles or projects; raises as `check_table` does."""
    matched = match_columns(table, fields)
    ranks = matched.fields
    rows, extra, findings = read_columns(_without_coordinates(table, ranks), fields)
    refusals = list(_not_poles(table, rows, ranks))
    findings += _mend_coordinates(table, rows, ranks)
    refused = {refusal.row for refusal in refusals}
    findings += _make_ids(rows, has_column="id" in ranks, skipped=refused)
    findings += _possible_twins(rows)
    findings = [finding for finding in findings if finding.row not in refused or finding.row is None] + refusals
    return replace(conclude(rows, extra, findings, fields, rows_in=len(table.rows)), columns=matched.matches)


def _without_coordinates(table: RawTable, ranks: dict[str, int]) -> RawTable:
    """The table with blank coordinates: they are read together, not cell by cell."""
    hidden = {ranks[key] for key in _COORDINATES if key in ranks}
    if not hidden:
        return table
    rows = tuple(tuple("" if rank in hidden else cell for rank, cell in enumerate(row)) for row in table.rows)
    return RawTable(table.headers, rows, table.numbers, table.findings, table.name, table.sha256)


def _not_poles(table: RawTable, rows: pd.DataFrame, ranks: dict[str, int]) -> Iterator[Finding]:
    """The rows that count the others, or repeat the header."""
    header = tuple(map(fold_header, table.headers))
    first = ranks["nom"]
    for number, cells, name in zip(table.numbers, table.rows, rows["nom"], strict=True):
        if fold_header(cells[first]) == header[first] and tuple(map(fold_header, cells)) == header:
            yield Finding(number, None, "repeated_header", Severity.ERROR, cells[first])
            continue
        label = name or next((cell for cell in cells if cell.strip()), "")
        if _TOTAL.fullmatch(fold(label).strip(" :.")) and not any(rows.at[number, key] for key in _EVIDENCE[1:]):
            yield Finding(number, "nom", "total_row", Severity.ERROR, label)


def _mend_coordinates(table: RawTable, rows: pd.DataFrame, ranks: dict[str, int]) -> Iterator[Finding]:
    """Fill both coordinates of the rows; say what was mended or refused."""
    if not ranks.keys() & set(_COORDINATES):
        return
    lat_rank, lon_rank = ranks.get("latitude"), ranks.get("longitude")
    lats: list[float | None] = []
    lons: list[float | None] = []
    for number, cells, departement in zip(table.numbers, table.rows, _departements(rows), strict=True):
        lat_text = cells[lat_rank] if lat_rank is not None else ""
        lon_text = cells[lon_rank] if lon_rank is not None else ""
        point = read_point(lat_text, lon_text, departement)
        lats.append(point.lat)
        lons.append(point.lon)
        if point.code:
            yield Finding(number, "latitude", point.code, point.severity, f"{lat_text} ; {lon_text}")
    rows["latitude"] = pd.Series(lats, index=rows.index, dtype=object)
    rows["longitude"] = pd.Series(lons, index=rows.index, dtype=object)


def _departements(rows: pd.DataFrame) -> list[str]:
    """The code of the département of each row, "" if no code of the row tells it."""
    codes = zip(rows["code_departement"], rows["code_insee"], strict=True)
    return [departement or departement_of(insee or "") for departement, insee in codes]


def departement_of(insee_code: str) -> str:
    """The département of an INSEE code, `26` or `974`."""
    return insee_code[:3] if insee_code.startswith(("97", "98")) else insee_code[:2]


def _make_ids(rows: pd.DataFrame, *, has_column: bool, skipped: Iterable[int | None]) -> Iterator[Finding]:
    """Fill the blank ids from the names, then the commune where two poles have the same name, then a number."""
    if not has_column:
        yield Finding(None, "id", "id_column_missing", Severity.INFO, "")
    taken = {value for value in rows["id"] if value is not None}
    without = set(skipped)
    ids = rows["id"].to_numpy(copy=True)
    for rank, (number, name, commune) in enumerate(zip(rows.index, rows["nom"], rows["commune"], strict=True)):
        if ids[rank] is not None or name is None or number in without:
            continue
        base = slug(name) or "pole"
        root = free = base if base not in taken else slug(f"{base} {commune or ''}")
        counter = 2
        while free in taken:
            free, counter = f"{root}-{counter}", counter + 1
        taken.add(free)
        ids[rank] = free
        if has_column:
            yield Finding(int(number), "id", "id_made_from_name", Severity.INFO, free)
    rows["id"] = ids


def _possible_twins(rows: pd.DataFrame) -> Iterator[Finding]:
    """The rows that have the name and the commune of an earlier one."""
    names = rows["nom"].map(lambda name: fold(name) if name else None)
    communes = rows["commune"].map(lambda commune: fold(commune) if commune else "")
    twins = pd.DataFrame({"nom": names, "commune": communes}).duplicated(keep="first") & names.notna()
    for number, name in rows.loc[twins, "nom"].items():
        yield Finding(int(str(number)), "nom", "possible_twin", Severity.WARNING, str(name))
