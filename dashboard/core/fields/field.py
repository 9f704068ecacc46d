"""A column of our files, declared as a `Field`: its names, its meaning, how it is read, and its own test cases."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.core.fields.cells import Parser
from dashboard.core.fields.findings import Severity
from dashboard.core.fields.headings import fold_header
from dashboard.core.fields.reads import TEXT, Kind, Reads
from dashboard.core.fields.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a file.

    `key` heads the column in our files and in frames; `headers` are the other accepted headings, compared folded, and
    `hints` those that name this field only if the cells beneath agree; `is_contact`: how to reach a person.
    `reads` says how a cell is read; `on_failure` is the severity of a cell that it refuses (or of
    a blank one, if `required`);
    `valid` and `invalid` are cells that it must read and refuse: a test runs them. Values are str for text and for a
    vocabulary's code, tuple[str, ...] for the lists, int, float, date; time is text, `09:30`. Blank is None.
    """

    key: str
    title: str
    description: str
    headers: tuple[str, ...] = ()
    reads: Reads = TEXT
    valid: tuple[str, ...] = ()
    invalid: tuple[str, ...] = ()
    required: bool = False
    on_failure: Severity = Severity.WARNING
    hints: tuple[str, ...] = ()
    is_contact: bool = False

    @property
    def parse(self) -> Parser:
        """What reads a cell."""
        return self.reads.parse

    @property
    def kind(self) -> Kind:
        """What the values are."""
        return self.reads.kind

    @property
    def vocabulary(self) -> Vocabulary | None:
        """The closed list of the values, None without one."""
        return self.reads.vocabulary


def index_headers(fields: Iterable[Field]) -> dict[str, Field]:
    """The field for each accepted heading, folded (`fold_header`), then for those that only hint at one."""
    declared = tuple(fields)
    index = {fold_header(name): field for field in declared for name in accepted(field)}
    for field in declared:
        for name in (field.title, *field.hints):
            index.setdefault(fold_header(name), field)
    return index


def accepted(field: Field) -> tuple[str, ...]:
    """Every heading that names the field: its key, its title unless it is only a hint, the others."""
    hints = set(map(fold_header, field.hints))
    return (field.key, *(() if fold_header(field.title) in hints else (field.title,)), *field.headers)
