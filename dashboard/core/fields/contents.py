"""What the cells of a column look like, seen on some of its rows: codes, addresses of the web, names, words."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from dashboard.core.fields.cells import Malformed, is_blank
from dashboard.core.fields.field import Field

_SEEN = 200
_FEW_TERMS = 0.2
"""Share of the distinct cells that a closed list must know to confirm a heading that only hints at it."""

_POINTS = frozenset({"latitude", "longitude"})
_DEGREES: Mapping[str, Callable[[float], bool]] = {
    "latitude": lambda degrees: 41 <= degrees <= 51.5 or -28 <= degrees <= -12 or 14 <= degrees <= 18.5,
    "longitude": lambda degrees: -5.5 <= degrees <= 9.8 or -64 <= degrees <= -51 or 55 <= abs(degrees) <= 180,
}
_ALONE = {
    "courriel": re.compile(r"[^@\s;,]{1,64}@[^@\s;,]{1,200}\.[a-z]{2,24}", re.IGNORECASE),
    "telephone": re.compile(r"(?:0[1-9]|\+33 ?[1-9])(?:[ .-]?\d\d){4}", re.ASCII),
    "site_web": re.compile(r"https?://[^\s]{4,500}", re.IGNORECASE),
    "siret": re.compile(r"\d{14}|\d{3} \d{3} \d{3} \d{5}", re.ASCII),
}
"""The fields that cells tell without any heading."""

_NOT_SITES = re.compile(
    r"facebook|twitter|instagram|linkedin|youtube|\.(?:jpe?g|png|gif|svg|pdf|webp)(?:$|\?)|openstreetmap"
)


class Sample:
    """Some rows of a table, asked column by column; every answer is about its distinct cells that are not blank."""

    def __init__(self, rows: Sequence[Sequence[str]]) -> None:
        self._rows = rows[:_SEEN]
        self._columns: dict[int, tuple[tuple[str, ...], int]] = {}

    def cells(self, rank: int) -> tuple[str, ...]:
        """The distinct cells that say something."""
        return self._column(rank)[0]

    def count(self, rank: int) -> int:
        """How many rows say something."""
        return self._column(rank)[1]

    def is_blank(self, rank: int) -> bool:
        """Whether no row says anything, though some say something elsewhere."""
        return bool(self._rows) and not self.count(rank)

    def fit(self, field: Field, rank: int) -> float | None:
        """The share of the cells that the field reads; None for a field that reads any text, 1 for a blank column."""
        cells = self.cells(rank)
        if field.key in _POINTS:
            return self._share(lambda cell: any(c.isdigit() for c in cell), cells)
        if field.reads.is_any:
            return None
        return self._share(lambda cell: _reads(field, cell), cells)

    def agrees(self, field: Field, rank: int) -> int:
        """How much cells confirm a heading that only hints at the field, 1 to 3; 0 if they do not."""
        cells = self.cells(rank)
        if not cells:
            return 0
        if field.key in _POINTS:
            share = self._share(lambda cell: _is_degrees(cell, _DEGREES[field.key]), cells)
            return 3 if share > 0.8 else 1 if self._share(_is_metres, cells) > 0.8 else 0
        if field.key == "id":
            return int(len(cells) == self.count(rank) == len(self._rows) and self._share(_is_code, cells) == 1)
        if field.vocabulary is not None:
            return 1 if self._share(lambda cell: _reads(field, cell), cells) >= _FEW_TERMS else 0
        fit = self.fit(field, rank)
        return int(self.is_words(rank)) if fit is None and not field.required else int((fit or 0) >= 0.6)

    def is_other_axis(self, key: str, said: str, rank: int) -> bool:
        """Whether a column « X » or « Y » holds the degrees of the other axis, as some files have it."""
        if key not in _POINTS or not {"x", "y"} & set(said.lower().split()) or not self.cells(rank):
            return False
        (other,) = _POINTS - {key}
        own, others = (self._share(partial(_is_degrees, test=_DEGREES[k]), self.cells(rank)) for k in (key, other))
        return own < 0.2 and others > 0.8

    def looks_alone(self, key: str, rank: int) -> bool:
        """Whether the cells tell the field whatever the heading: nearly all of them, and at least two."""
        pattern = _ALONE.get(key)
        cells = self.cells(rank)
        if pattern is None or len(cells) < 2:
            return False
        return (
            self._share(
                lambda cell: bool(pattern.fullmatch(cell.strip())) and not _NOT_SITES.search(cell.lower()), cells
            )
            >= 0.9
        )

    def is_words(self, rank: int) -> bool:
        """Whether most cells have letters, or there is none."""
        return self._share(lambda cell: any(c.isalpha() for c in cell), self.cells(rank)) >= 0.6

    def is_names(self, rank: int) -> bool:
        """Whether the cells may be names: nearly always there, short, with letters, seldom the same."""
        cells, count = self._column(rank)
        if count < 0.8 * len(self._rows) or not cells:
            return False
        is_varied = len(cells) >= 0.5 * count or len(self._rows) < 3
        return is_varied and self._share(lambda cell: any(c.isalpha() for c in cell) and len(cell) <= 250, cells) >= 0.9

    def _column(self, rank: int) -> tuple[tuple[str, ...], int]:
        if rank not in self._columns:
            said = [row[rank] for row in self._rows if rank < len(row) and not is_blank(row[rank][:60])]
            self._columns[rank] = tuple(dict.fromkeys(cell[:2000] for cell in said)), len(said)
        return self._columns[rank]

    @staticmethod
    def _share(test: Callable[[str], bool], cells: Sequence[str]) -> float:
        return sum(map(test, cells)) / len(cells) if cells else 1.0


def _reads(field: Field, cell: str) -> bool:
    try:
        return field.parse(cell).value is not None
    except Malformed:
        return False


def _is_degrees(cell: str, test: Callable[[float], bool]) -> bool:
    try:
        return test(float(cell.strip().replace(",", ".")))
    except ValueError:
        return False


def _is_metres(cell: str) -> bool:
    return _is_degrees(cell.replace(" ", ""), lambda metres: abs(metres) > 1000)


def _is_code(cell: str) -> bool:
    return bool(re.fullmatch(r"[\w.:{}-]{1,60}", cell.strip(), flags=re.ASCII))
