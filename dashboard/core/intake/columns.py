"""Which column of a file is which declared field; the others are carried along untouched."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.core.fields.computed import COMPUTED_KEYS
from dashboard.core.fields.field import Field, fold_header, index_headers
from dashboard.core.fields.findings import ColumnMatch, Finding, Severity
from dashboard.core.files.grid import RawTable
from dashboard.errors import UnknownColumnLayout

COLUMN_CODES = frozenset({"unknown_column", "duplicate_column", "computed_columns_left_aside"})


@dataclass(frozen=True)
class Columns:
    """The rank in the file of each declared field found, and of each other column by the name it will bear."""

    fields: dict[str, int]
    others: dict[str, int]
    findings: tuple[Finding, ...]
    matches: tuple[ColumnMatch, ...] = ()


def match_columns(table: RawTable, fields: Iterable[Field]) -> Columns:
    """The columns of a table; the first one that names a field has it.

    What the tool itself computed in an export (`COMPUTED_KEYS`) is left aside: it is computed again.
    UnknownColumnLayout if a required field has no column. A field's own key is preferred to its other headings.
    """
    declared = tuple(fields)
    known = index_headers(declared)
    by_key = {fold_header(field.key): field for field in declared}
    found: dict[str, int] = {}
    for accepted in (by_key, known):
        for rank, header in enumerate(table.headers):
            field = accepted.get(fold_header(header))
            if field and field.key not in found and rank not in found.values():
                found[field.key] = rank
    missing = [field for field in declared if field.required and field.key not in found]
    if missing:
        raise UnknownColumnLayout("no_name_column", ", ".join(field.title for field in missing))
    others: dict[str, int] = {}
    findings: list[Finding] = []
    computed = {rank for rank, header in enumerate(table.headers) if header.strip() in COMPUTED_KEYS}
    if computed:
        names = ", ".join(table.headers[rank].strip() for rank in sorted(computed))
        findings.append(Finding(None, None, "computed_columns_left_aside", Severity.INFO, names))
    for rank, header in enumerate(table.headers):
        if rank not in computed and rank not in found.values():
            field = known.get(fold_header(header))
            code = "duplicate_column" if field else "unknown_column"
            severity = Severity.WARNING if field else Severity.INFO
            findings.append(Finding(None, field.key if field else None, code, severity, header.strip()))
            others[_free_name(header, {*others, *found, *(f.key for f in declared)}, rank)] = rank
    by_rank = {rank: key for key, rank in found.items()}
    matches = tuple(ColumnMatch(header.strip(), by_rank.get(rank)) for rank, header in enumerate(table.headers))
    return Columns(found, others, tuple(findings), matches)


def _free_name(header: str, taken: set[str], rank: int) -> str:
    """The heading as the name of a column of its own, numbered if it is already taken."""
    name = " ".join(header.split()) or f"colonne {rank + 1}"
    if name not in taken:
        return name
    return next(free for number in range(2, rank + 3) if (free := f"{name} ({number})") not in taken)
