"""What is particular to a file of poles: rows that are no pole, ids to make, coordinates to mend, possible twins."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

import pandas as pd

from dashboard.core.fields.cells import is_blank
from dashboard.core.fields.field import Field
from dashboard.core.fields.findings import Finding, Severity
from dashboard.core.fields.tables import POLE_FIELDS
from dashboard.core.fields.text import fold
from dashboard.core.files.grid import RawTable
from dashboard.core.geography.gazetteer import Gazetteer
from dashboard.core.intake.checking import Checked, conclude, read_columns
from dashboard.core.intake.columns import Columns, match_columns
from dashboard.core.intake.coordinates import read_points
from dashboard.core.intake.expected_place import ExpectedPlaces
from dashboard.core.intake.not_poles import NOT_POLE_CODES, find_not_poles
from dashboard.core.intake.pole_ids import ID_CODES, make_ids

POLE_CODES = NOT_POLE_CODES | ID_CODES | {"possible_twin", "future_date"}

_COORDINATES = ("latitude", "longitude")


def check_poles(
    table: RawTable,
    fields: tuple[Field, ...] = POLE_FIELDS,
    gazetteer: Gazetteer | None = None,
    *,
    staff: Mapping[str, str] | None = None,
    today: date | None = None,
) -> Checked:
    """The rows of a file of poles or projects; raises as `check_table` does.

    `gazetteer` tells in which projection metres are, by the places that rows state; `staff`: the headings that the
    staff's file fixes; `today` (this day by default) tells what is far in the future.
    """
    matched = match_columns(table, fields, staff)
    ranks = matched.fields
    typed = {key: rank for key, rank in ranks.items() if key not in _COORDINATES}
    rows, extra, findings = read_columns(table, fields, replace(matched, fields=typed))
    refusals = list(find_not_poles(table, rows, ranks))
    findings += _mend_coordinates(table, rows, matched, gazetteer)
    findings += _future_dates(rows, (today or date.today()).year + 1)
    refused = {refusal.row for refusal in refusals if refusal.row is not None}
    refused |= {found.row for found in findings if found.severity is Severity.ERROR and found.row is not None}
    findings = [found for found in findings if found.code != "malformed_identifier"]
    findings += make_ids(table, rows, ranks.get("id"), refused)
    refused |= {found.row for found in findings if found.code == "duplicate_row" and found.row is not None}
    findings += _possible_twins(rows.loc[~rows.index.isin(refused)])
    told = {refusal.row for refusal in refusals}
    findings = [finding for finding in findings if finding.row not in told or finding.row is None] + refusals
    return replace(conclude(rows, extra, findings, fields, rows_in=len(table.rows)), columns=matched.matches)


def _mend_coordinates(
    table: RawTable, rows: pd.DataFrame, matched: Columns, gazetteer: Gazetteer | None
) -> list[Finding]:
    """Fill both coordinates of the rows, from their two columns, else from one that holds both; say what was mended."""
    columns = [matched.fields.get(key) for key in _COORDINATES]
    if columns == [None, None] and matched.point is None:
        return []
    cells = [_point_cells(row, columns, matched.point) for row in table.rows]
    expected = ExpectedPlaces(rows, gazetteer)
    points, findings = read_points(cells, table.numbers, expected, _departements(rows))
    rows["latitude"] = pd.Series([point.lat for point in points], index=rows.index, dtype=object)
    rows["longitude"] = pd.Series([point.lon for point in points], index=rows.index, dtype=object)
    return findings


def _point_cells(row: Sequence[str], columns: Sequence[int | None], point: int | None) -> tuple[str, str]:
    lat, lon = ("" if rank is None else row[rank] for rank in columns)
    return (row[point], "") if point is not None and is_blank(lat) and is_blank(lon) else (lat, lon)


def _departements(rows: pd.DataFrame) -> list[str]:
    """The code of the département of each row, "" if no code of the row tells it."""
    codes = zip(rows["code_departement"], rows["code_insee"], strict=True)
    return [departement or departement_of(insee or "") for departement, insee in codes]


def departement_of(insee_code: str) -> str:
    """The département of an INSEE code, `26` or `974`."""
    return insee_code[:3] if insee_code.startswith(("97", "98")) else insee_code[:2]


def _future_dates(rows: pd.DataFrame, last_year: int) -> Iterator[Finding]:
    """The last updates that are still to come, left out: the latest of them is said to be that of the file."""
    late = rows["date_maj"].map(lambda day: isinstance(day, date) and day.year > last_year).astype(bool)
    for number, day in rows.loc[late, "date_maj"].items():
        yield Finding(int(str(number)), "date_maj", "future_date", Severity.WARNING, day.isoformat())
    rows.loc[late, "date_maj"] = None


def _possible_twins(rows: pd.DataFrame) -> Iterator[Finding]:
    """The rows that have the name and the commune of an earlier one."""
    names = rows["nom"].map(lambda name: fold(name) if name else None)
    communes = rows["commune"].map(lambda commune: fold(commune) if commune else "")
    twins = pd.DataFrame({"nom": names, "commune": communes}).duplicated(keep="first") & names.notna()
    for number, name in rows.loc[twins, "nom"].items():
        yield Finding(int(str(number)), "nom", "possible_twin", Severity.WARNING, str(name))
