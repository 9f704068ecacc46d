"""Raw rows to typed rows and findings: a defect is a value, and only an ERROR refuses a row."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
import pandera.errors
import pandera.pandas as pa

from dashboard.core.fields.cells import DOUBT_CODES, Malformed, Parsed, is_error
from dashboard.core.fields.field import Field
from dashboard.core.fields.findings import ColumnMatch, Finding, Severity
from dashboard.core.files.grid import RawTable
from dashboard.core.intake.columns import BEYOND, Columns, match_columns

_LOSSY_REPAIRS = DOUBT_CODES | {
    "unknown_term_ignored",
    "malformed_url_ignored",
    "unknown_filter_ignored",
    "first_year_kept",
}
_CONCERNED_IN_FULL = 2000

Cells = np.ndarray[Any, np.dtype[np.object_]]
"""One cell for each row."""


@dataclass(frozen=True, eq=False)
class Checked:
    """The rows that may be used: index = number in the spreadsheet; declared columns first, then the file's others.

    Cells are typed (`Field`), None for a blank; the other columns are text. `rows_in` counts the rows of the file and
    `refused` holds the numbers of those that an ERROR kept out; `refused_rows` are those, as far as they were read.
    """

    rows: pd.DataFrame
    extra_columns: tuple[str, ...]
    findings: tuple[Finding, ...]
    rows_in: int
    refused: tuple[int, ...]
    refused_rows: pd.DataFrame
    columns: tuple[ColumnMatch, ...] = ()

    @property
    def has_errors(self) -> bool:
        """Whether a finding is an ERROR."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    def to_typed_rows(self) -> Iterator[tuple[int, Mapping[str, Any]]]:
        """Each row as its number and its values by key, for what is read row by row (a programme)."""
        for number, record in zip(self.rows.index, self.rows.to_dict("records"), strict=True):
            yield int(number), {str(key): value for key, value in record.items()}


def check_table(table: RawTable, fields: Sequence[Field], staff: Mapping[str, str] | None = None) -> Checked:
    """The table with each column read by its field; UnknownColumnLayout if a required one has no column.

    `staff`: the headings that the staff's file fixes (`match_columns`).
    """
    matched = match_columns(table, fields, staff)
    rows, extra, findings = read_columns(table, fields, matched)
    checked = conclude(rows, extra, findings, fields, rows_in=len(table.rows))
    return replace(checked, columns=matched.matches)


def read_columns(
    table: RawTable, fields: Sequence[Field], columns: Columns
) -> tuple[pd.DataFrame, tuple[str, ...], list[Finding]]:
    """The typed frame, the names of its columns that are not declared, and what reading the cells found.

    The words that a closed list does not have stay in a column of their own, « secteurs (autres) ».
    """
    findings = [*table.findings, *columns.findings]
    cells = list(zip(*table.rows, strict=True)) or [()] * len(table.headers)
    data: dict[str, Any] = {}
    others: dict[str, Any] = {name: np.array(cells[rank], dtype=object) for name, rank in columns.others.items()}
    for field in fields:
        rank = columns.fields.get(field.key)
        if rank is None:
            data[field.key] = np.full(len(table.rows), None, dtype=object)
            continue
        values, beyond, found = _read_column(field, cells[rank], table.numbers)
        data[field.key] = values
        findings.extend(found)
        if beyond is not None:
            name = f"{field.key}{BEYOND}"
            others[name] = _joined(others[name], beyond) if name in others else beyond
    index = pd.Index(table.numbers, dtype="int64", name="ligne")
    return pd.DataFrame({**data, **others}, index=index, dtype=object), tuple(others), findings


def _joined(first: Cells, second: Cells) -> Cells:
    """The words of both columns, cell by cell, each once."""
    cells = np.empty(len(first), dtype=object)
    cells[:] = [
        " | ".join(dict.fromkeys(word for text in pair for part in text.split("|") if (word := part.strip())))
        for pair in zip(first, second, strict=True)
    ]
    return cells


def conclude(
    rows: pd.DataFrame, extra: tuple[str, ...], findings: Iterable[Finding], fields: Sequence[Field], *, rows_in: int
) -> Checked:
    """The typed rows that hold, once asked what must hold of them; those of an ERROR are refused."""
    known = list(findings)
    told = {(finding.row, finding.field) for finding in known if finding.severity is Severity.ERROR}
    known += [breach for breach in find_breaches(rows, fields) if (breach.row, breach.field) not in told]
    errors = {finding.row for finding in known if finding.severity is Severity.ERROR and finding.row is not None}
    known.sort(key=lambda finding: finding.row or 0)
    is_refused = rows.index.isin(errors)
    refused = tuple(sorted(errors))
    return Checked(rows.loc[~is_refused], extra, tuple(known), rows_in, refused, rows.loc[is_refused])


def _read_column(
    field: Field, cells: Sequence[str], numbers: Sequence[int]
) -> tuple[Cells, Cells | None, list[Finding]]:
    """The values of a column, each distinct cell being read once; the words beyond its closed list, None without any;
    and what was repaired or refused, row by row."""
    positions, distinct = pd.factorize(np.array(cells, dtype=object))
    read = [_read_cell(field, str(cell)) for cell in distinct]
    values = np.empty(len(read), dtype=object)
    values[:] = [parsed.value for parsed, _ in read]
    told = np.array([code is not None for _, code in read], dtype=np.bool_)
    findings = []
    for rank in np.flatnonzero(told[positions]).tolist() if read else ():
        parsed, severity = read[positions[rank]]
        concerned = (parsed.concerned or cells[rank])[:_CONCERNED_IN_FULL]
        findings.append(Finding(numbers[rank], field.key, str(parsed.code), severity or Severity.INFO, concerned))
    if not read:
        return values, None, findings
    beyond = None
    if any(parsed.beyond for parsed, _ in read):
        words = np.empty(len(read), dtype=object)
        words[:] = [" | ".join(parsed.beyond) for parsed, _ in read]
        beyond = words[positions]
    return values[positions], beyond, findings


def _read_cell(field: Field, cell: str) -> tuple[Parsed, Severity | None]:
    """The value of a cell, and the severity of what was found in it; None for nothing."""
    if is_error(cell):
        return Parsed(None, "spreadsheet_error"), field.on_failure
    try:
        parsed = field.parse(cell)
    except Malformed as refusal:
        return Parsed(None, refusal.code, beyond=refusal.beyond), field.on_failure
    if parsed.code is None:
        return parsed, None
    return parsed, Severity.WARNING if parsed.code in _LOSSY_REPAIRS else Severity.INFO


SCHEMA_CODES = frozenset({"spreadsheet_error", "missing_value", "duplicate_id", "value_out_of_range", "unknown_term"})

_CODES = {
    "not_nullable": "missing_value",
    "field_uniqueness": "duplicate_id",
    "multiple_fields_uniqueness": "duplicate_id",
}
_RANGES = {"latitude": (-90.0, 90.0), "longitude": (-180.0, 180.0)}


def schema_of(fields: Iterable[Field]) -> pa.DataFrameSchema:
    """The schema of typed rows: required values there, ids unique, terms of the closed lists, numbers in range."""
    return pa.DataFrameSchema({field.key: _column(field) for field in fields})


def find_breaches(rows: pd.DataFrame, fields: Iterable[Field]) -> Iterator[Finding]:
    """One finding for each value that breaks the schema; the rows are numbered by the index."""
    by_key = {field.key: field for field in fields}
    try:
        schema_of(by_key.values()).validate(rows, lazy=True)
    except pandera.errors.SchemaErrors as breaches:
        cases = breaches.failure_cases
        for column, check, value, row in zip(
            cases["column"], cases["check"], cases["failure_case"], cases["index"], strict=True
        ):
            code = _CODES.get(str(check), "unknown_term" if by_key[column].vocabulary else "value_out_of_range")
            severity = Severity.ERROR if code == "duplicate_id" else by_key[column].on_failure
            yield Finding(int(row), column, code, severity, "" if pd.isna(value) else str(value))


def _column(field: Field) -> pa.Column:
    checks = []
    if field.kind == "vocabulary" and field.vocabulary:
        checks.append(pa.Check.isin(list(field.vocabulary.codes)))
    if field.key in _RANGES:
        checks.append(pa.Check.in_range(*_RANGES[field.key]))
    return pa.Column(
        checks=checks, nullable=not field.required, unique=field.key == "id", report_duplicates="exclude_first"
    )
