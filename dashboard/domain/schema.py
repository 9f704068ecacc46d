"""What must hold of typed rows, said to pandera and asked lazily: every failure comes back, as a finding."""

from collections.abc import Iterable, Iterator

import pandas as pd
import pandera.errors
import pandera.pandas as pa

from dashboard.domain.field import Field
from dashboard.domain.findings import Finding, Severity

SCHEMA_CODES = frozenset({"missing_value", "duplicate_id", "value_out_of_range", "unknown_term"})

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
