"""A column of our files, declared as a `Field`: its names, its meaning, how it is read, and its own test cases."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dashboard.core.fields.cells import Parser
from dashboard.core.fields.findings import Severity
from dashboard.core.fields.text import fold
from dashboard.core.fields.vocabulary import Vocabulary

Kind = Literal["text", "list", "vocabulary", "vocabulary-list", "integer", "number", "date", "time", "url", "url-list"]


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a file.

    `key` heads the column in our files and in frames; `headers` are the other accepted headings, compared folded;
    `parse` reads a cell; `on_failure` is the severity of a cell that it refuses (or of a blank one, if `required`);
    `valid` and `invalid` are cells that it must read and refuse: a test runs them. Values are str for text and for a
    vocabulary's code, tuple[str, ...] for the lists, int, float, date; time is text, `09:30`. Blank is None.
    """

    key: str
    title: str
    description: str
    headers: tuple[str, ...]
    parse: Parser
    valid: tuple[str, ...]
    invalid: tuple[str, ...] = ()
    kind: Kind = "text"
    vocabulary: Vocabulary | None = None
    required: bool = False
    on_failure: Severity = Severity.WARNING


def index_headers(fields: Iterable[Field]) -> dict[str, Field]:
    """The field for each accepted heading, folded (`fold`), underscores as blanks: key, title and other headings."""
    return {fold_header(name): field for field in fields for name in (field.key, field.title, *field.headers)}


def fold_header(header: str) -> str:
    """A column heading without what varies from file to file: case, accents, underscores, punctuation around."""
    return " ".join(fold(header.replace("_", " ")).strip(' :.*"').split())
