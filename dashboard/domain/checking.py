"""Raw rows to typed rows and findings: a defect is a value, and only an ERROR refuses a row."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboard.domain.columns import match_columns
from dashboard.domain.field import Field
from dashboard.domain.findings import Finding, Severity
from dashboard.domain.parsing import Malformed, Parsed
from dashboard.domain.raw_table import RawTable
from dashboard.domain.schema import find_breaches

_LOSSY_REPAIRS = frozenset({"unknown_term_ignored", "malformed_url_ignored", "unknown_filter_ignored"})
_CONCERNED_IN_FULL = 2000


@dataclass(frozen=True, eq=False)
class Checked:
    """The rows that may be used: index = number in the spreadsheet; declared columns first, then the file's others.

    Cells are typed (`Field`), None for a blank; the other columns are text. `rows_in` counts the rows of the file and
    `refused` holds the numbers of those that an ERROR kept out.
    """

    rows: pd.DataFrame
    extra_columns: tuple[str, ...]
    findings: tuple[Finding, ...]
    rows_in: int
    refused: tuple[int, ...]

    @property
    def has_errors(self) -> bool:
        """Whether a finding is an ERROR."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    def to_typed_rows(self) -> Iterator[tuple[int, Mapping[str, Any]]]:
        """Each row as its number and its values by key, for what is read row by row (a programme)."""
        for number, record in zip(self.rows.index, self.rows.to_dict("records"), strict=True):
            yield int(number), {str(key): value for key, value in record.items()}


def check_table(table: RawTable, fields: Sequence[Field]) -> Checked:
    """The table with each column read by its field; UnknownColumnLayout if a required one has no column."""
    rows, extra, findings = read_columns(table, fields)
    return conclude(rows, extra, findings, fields, rows_in=len(table.rows))


def read_columns(table: RawTable, fields: Sequence[Field]) -> tuple[pd.DataFrame, tuple[str, ...], list[Finding]]:
    """The typed frame, the names of its columns that are not declared, and what reading the cells found."""
    columns = match_columns(table, fields)
    findings = [*table.findings, *columns.findings]
    cells = list(zip(*table.rows, strict=True)) or [()] * len(table.headers)
    data: dict[str, Any] = {}
    for field in fields:
        rank = columns.fields.get(field.key)
        if rank is None:
            data[field.key] = np.full(len(table.rows), None, dtype=object)
            continue
        values, found = _read_column(field, cells[rank], table.numbers)
        data[field.key] = values
        findings.extend(found)
    for name, rank in columns.others.items():
        data[name] = np.array(cells[rank], dtype=object)
    index = pd.Index(table.numbers, dtype="int64", name="ligne")
    return pd.DataFrame(data, index=index, dtype=object), tuple(columns.others), findings


def conclude(
    rows: pd.DataFrame, extra: tuple[str, ...], findings: Iterable[Finding], fields: Sequence[Field], *, rows_in: int
) -> Checked:
    """The typed rows that hold, once asked what must hold of them; those of an ERROR are refused."""
    known = list(findings)
    told = {(finding.row, finding.field) for finding in known if finding.severity is Severity.ERROR}
    known += [breach for breach in find_breaches(rows, fields) if (breach.row, breach.field) not in told]
    errors = {finding.row for finding in known if finding.severity is Severity.ERROR and finding.row is not None}
    known.sort(key=lambda finding: finding.row or 0)
    return Checked(rows.loc[~rows.index.isin(errors)], extra, tuple(known), rows_in, tuple(sorted(errors)))


def _read_column(
    field: Field, cells: Sequence[str], numbers: Sequence[int]
) -> tuple[np.ndarray[Any, np.dtype[np.object_]], list[Finding]]:
    """The values of a column, each distinct cell being read once; what was repaired or refused, row by row."""
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
    return (values[positions] if read else values), findings


def _read_cell(field: Field, cell: str) -> tuple[Parsed, Severity | None]:
    """The value of a cell, and the severity of what was found in it; None for nothing."""
    try:
        parsed = field.parse(cell)
    except Malformed as refusal:
        return Parsed(None, refusal.code), field.on_failure
    if parsed.code is None:
        return parsed, None
    return parsed, Severity.WARNING if parsed.code in _LOSSY_REPAIRS else Severity.INFO
