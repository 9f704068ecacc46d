"""The id of each pole: that of the file where a link can hold it and no other has it, else one made from the row."""

from collections.abc import Collection, Iterator, Sequence

import pandas as pd

from dashboard.core.fields.cells import is_blank
from dashboard.core.fields.findings import Finding, Severity
from dashboard.core.fields.text import slug
from dashboard.core.files.grid import RawTable

ID_CODES = frozenset({"id_column_missing", "id_made_from_name", "id_rewritten", "id_given_again", "duplicate_row"})


def make_ids(table: RawTable, rows: pd.DataFrame, column: int | None, skipped: Collection[int]) -> Iterator[Finding]:
    """Fill the column `id` of the rows but those `skipped`, and say what was made.

    What a link cannot hold is made from itself. Of two rows with one id, the second gets another, unless it says
    nothing that the first does not: then it is refused. A blank one is made from the name, then the commune where two
    poles have the same name, then a number.
    """
    if column is None:
        yield Finding(None, "id", "id_column_missing", Severity.INFO, "")
    ids = rows["id"].to_numpy(copy=True)
    first: dict[str, int] = {}
    for rank, (value, number) in enumerate(zip(ids, rows.index, strict=True)):
        if value is not None and number not in skipped:
            first.setdefault(value, rank)
    taken = set(first)
    for rank, (number, name, commune) in enumerate(zip(rows.index, rows["nom"], rows["commune"], strict=True)):
        value = ids[rank]
        if number in skipped or (value is not None and first[value] == rank):
            continue
        if value is not None and _says_nothing_more(table.rows[rank], table.rows[first[value]]):
            yield Finding(int(number), "id", "duplicate_row", Severity.ERROR, str(value))
            continue
        if name is None:
            continue
        told = table.rows[rank][column].strip() if column is not None else ""
        is_rewritten = value is None and not is_blank(told)
        ids[rank] = _free((slug(told) if is_rewritten else "") or slug(name) or "pole", commune, taken)
        if value is not None:
            yield Finding(int(number), "id", "id_given_again", Severity.WARNING, str(value))
        elif is_rewritten:
            yield Finding(int(number), "id", "id_rewritten", Severity.INFO, told)
        elif column is not None:
            yield Finding(int(number), "id", "id_made_from_name", Severity.INFO, ids[rank])
    rows["id"] = ids


def _free(base: str, commune: str | None, taken: set[str]) -> str:
    """An id that is not taken, and now is."""
    root = free = base if base not in taken else slug(f"{base} {commune or ''}")
    counter = 2
    while free in taken:
        free, counter = f"{root}-{counter}", counter + 1
    taken.add(free)
    return free


def _says_nothing_more(later: Sequence[str], earlier: Sequence[str]) -> bool:
    return all(not cell.strip() or cell.strip() == above.strip() for cell, above in zip(later, earlier, strict=True))
