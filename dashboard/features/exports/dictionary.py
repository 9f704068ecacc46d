"""The dictionary of an export: what each column means, what it may hold, how full it is, an example."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from dashboard.core.fields.field import Field
from dashboard.core.fields.reads import LIST_KINDS, Kind
from dashboard.features.exports.rows import ExportColumn, ExportTable, field_of


@dataclass(frozen=True, slots=True)
class AllowedValue:
    """One value of a closed list, where it comes from, and how many rows have it."""

    code: str
    label: str
    source: str
    count: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One column: `filled` rows of `total` have something; `example` is the first thing they say, "" if nothing.

    `title` and `description` are "" for a column that no field declares.
    """

    key: str
    title: str
    description: str
    kind: Kind
    is_required: bool
    is_multiple: bool
    is_computed: bool
    filled: int
    total: int
    example: str
    values: tuple[AllowedValue, ...]

    @property
    def share_pct(self) -> float | None:
        """Percentage of rows that are filled, one decimal; None without rows."""
        return round(100 * self.filled / self.total, 1) if self.total else None


def describe(table: ExportTable) -> tuple[Entry, ...]:
    """The entry of each column of an export, in its order."""
    return tuple(_entry(column, field_of(column.key)) for column in table.columns)


def to_records(entries: tuple[Entry, ...]) -> list[dict[str, Any]]:
    """The dictionary, ready for JSON, under stable French keys."""
    return [
        {
            "colonne": entry.key,
            "titre": entry.title,
            "sens": entry.description,
            "type": entry.kind,
            "plusieurs": entry.is_multiple,
            "obligatoire": entry.is_required,
            "calculee": entry.is_computed,
            "remplies": entry.filled,
            "lignes": entry.total,
            "taux_pct": entry.share_pct,
            "exemple": entry.example,
            "valeurs": [
                {"code": v.code, "libelle": v.label, "source": v.source, "lignes": v.count} for v in entry.values
            ],
        }
        for entry in entries
    ]


FLAT_HEADINGS = (
    *("colonne", "titre", "sens", "type", "plusieurs", "obligatoire", "valeur", "libelle", "source_valeur"),
    *("remplies", "lignes", "taux_pct", "exemple"),
)


def to_flat_rows(entries: tuple[Entry, ...]) -> Iterator[tuple[str, ...]]:
    """Cells under FLAT_HEADINGS: a row for each column, then one for each of its allowed values."""
    for entry in entries:
        share = "" if entry.share_pct is None else str(entry.share_pct)
        about = (entry.key, entry.title, entry.description, entry.kind)
        flags = tuple("oui" if flag else "non" for flag in (entry.is_multiple, entry.is_required))
        yield (*about, *flags, "", "", "", str(entry.filled), str(entry.total), share, entry.example)
        for value in entry.values:
            counts = (str(value.count), str(entry.total), "", "")
            yield (entry.key, "", "", "", "", "", value.code, value.label, value.source, *counts)


def _entry(column: ExportColumn, field: Field | None) -> Entry:
    is_blank = np.array([cell is None for cell in column.cells], dtype=np.bool_)
    filled = np.flatnonzero(~is_blank[column.numbers]) if len(column.cells) else np.zeros(0, dtype=np.int64)
    example = column.cells[int(column.numbers[filled[0]])] if filled.size else ""
    return Entry(
        key=column.key,
        title=field.title if field else "",
        description=field.description if field else "",
        kind=column.kind,
        is_required=bool(field and (field.required or field.key == "id")),
        is_multiple=column.kind in LIST_KINDS,
        is_computed=column.key.startswith("carte_"),
        filled=int(filled.size),
        total=len(column.numbers),
        example="|".join(example) if isinstance(example, tuple) else str(example),
        values=tuple(_values(column, field)),
    )


def _values(column: ExportColumn, field: Field | None) -> Iterator[AllowedValue]:
    if field is None or field.vocabulary is None:
        return
    rows = np.bincount(column.numbers, minlength=len(column.cells)).tolist()
    counts: Counter[str] = Counter()
    for cell, count in zip(column.cells, rows, strict=True):
        for code in (cell,) if isinstance(cell, str) else cell or ():
            counts[code] += count
    for term in field.vocabulary.terms:
        yield AllowedValue(term.code, term.label, term.source, counts[term.code])
