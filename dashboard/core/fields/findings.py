"""What is wrong in a file, as values (`Finding`): never an exception, never a silent disappearance."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a defect costs: the row (ERROR), the cell or a doubt (WARNING), nothing (INFO)."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """Which field a column of a file is: its heading as written, the field's key (None: another column), and why."""

    heading: str
    field: str | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One defect: `row` as a spreadsheet shows it (header = 1), None for the whole file; `value` as the file has it."""

    row: int | None
    field: str | None
    code: str
    severity: Severity
    value: str
