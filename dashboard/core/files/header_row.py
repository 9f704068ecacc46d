"""Which row of a sheet holds its headings."""

import re
from collections.abc import Collection, Sequence

from dashboard.core.fields.headings import Headings

HEADER_SEARCHED_IN = 50
"""The header is looked for in so many first rows that are not blank: some files have a title and a legend above."""
_DATA = re.compile(r"(?:[^\d]*\d){5}|[^@]*@|[^:]*://|[\d\s.,/:+€%-]+$", re.ASCII)
_LONGEST_HEADING = 200


def count_known(row: Sequence[str], known: Collection[str]) -> int:
    """How many different headings of this row are known; `known` are folded (`fold_header`)."""
    return _count(row, Headings(known))


def best_header(rows: Sequence[Sequence[str]], known: Collection[str]) -> tuple[int, int]:
    """The position of the first of the rows that has the most known headings, and how many these are.

    A row is completed by the one above (`two_levels`). A heading is no telephone, no postcode, no address: each cell
    that looks like data counts against its row.
    """
    headings = Headings(known)
    first = rows[:HEADER_SEARCHED_IN]
    full = [two_levels(row, first[rank - 1] if rank else ()) for rank, row in enumerate(first)]
    counts = [_count(row, headings) for row in full]
    scores = [count - sum(map(_is_data, row)) if count else -1 for count, row in zip(counts, first, strict=True)]
    most = max(scores, default=-1)
    position = scores.index(most) if any(counts) else 0
    return position, counts[position] if counts else 0


def _count(row: Sequence[str], headings: Headings) -> int:
    return len(headings.among(row))


def _is_data(cell: str) -> bool:
    """Whether a cell holds what no heading does: five figures, an address of the web, a number alone, a long text."""
    return len(cell) >= _LONGEST_HEADING or bool(cell.strip() and _DATA.match(cell.strip()))


def two_levels(headers: Sequence[str], above: Sequence[str]) -> tuple[str, ...]:
    """The headings, those that are blank taken from the row above: a heading that spans two rows stands there."""
    return tuple(header if header.strip() or rank >= len(above) else above[rank] for rank, header in enumerate(headers))
