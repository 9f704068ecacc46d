"""« Mon parcours » in an address: the sessions and poles that a visitor starred, and the pace of the day."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from re import ASCII, fullmatch
from typing import Literal

Kind = Literal["s", "p"]
"""A session or a pole."""

MAX_STARS = 100
_SEPARATOR = "~"
_MARKS: tuple[Kind, ...] = ("s", "p")


@dataclass(frozen=True, slots=True)
class Parcours:
    """Ids in the order in which the visitor puts them, once each: of poles, that order is the order of priority."""

    sessions: tuple[str, ...] = ()
    poles: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.sessions or self.poles)

    def has(self, kind: Kind, star_id: str) -> bool:
        """Whether this one is starred."""
        return star_id in self._of(kind)

    def toggled(self, kind: Kind, star_id: str) -> "Parcours":
        """With one more star, or without it; unchanged by a star beyond the hundredth."""
        ids = self._of(kind)
        if star_id in ids:
            return self._with(kind, tuple(one for one in ids if one != star_id))
        return self if len(self.sessions) + len(self.poles) >= MAX_STARS else self._with(kind, (*ids, star_id))

    def raised(self, pole_id: str) -> "Parcours":
        """With this pole one rank earlier; unchanged if it is the first, or not starred."""
        rank = self.poles.index(pole_id) if pole_id in self.poles else 0
        if rank == 0:
            return self
        before = self.poles[: rank - 1]
        return self._with("p", (*before, pole_id, self.poles[rank - 1], *self.poles[rank + 1 :]))

    def split(self, is_session: Callable[[str], bool], is_pole: Callable[[str], bool]) -> "tuple[Parcours, Parcours]":
        """What still exists, and what does not."""
        kept = Parcours(tuple(filter(is_session, self.sessions)), tuple(filter(is_pole, self.poles)))
        gone = Parcours(
            tuple(one for one in self.sessions if one not in kept.sessions),
            tuple(one for one in self.poles if one not in kept.poles),
        )
        return kept, gone

    def _of(self, kind: Kind) -> tuple[str, ...]:
        return self.sessions if kind == "s" else self.poles

    def _with(self, kind: Kind, ids: tuple[str, ...]) -> "Parcours":
        return Parcours(ids, self.poles) if kind == "s" else Parcours(self.sessions, ids)


def to_text(parcours: Parcours) -> str:
    """`s.leviers~p.smac-07`: sessions, then poles; "" without a star."""
    return _SEPARATOR.join([*(f"s.{one}" for one in parcours.sessions), *(f"p.{one}" for one in parcours.poles)])


def parse(text: str) -> Parcours:
    """The stars that the text names, in its order; what is not written like a star is left out."""
    found: dict[Kind, list[str]] = {"s": [], "p": []}
    parts = dict.fromkeys(text.split(_SEPARATOR))
    for mark, star_id in _stars(parts):
        found[mark].append(star_id)
    return Parcours(tuple(found["s"]), tuple(found["p"]))


def _stars(parts: Iterable[str]) -> list[tuple[Kind, str]]:
    stars: list[tuple[Kind, str]] = []
    for part in parts:
        for mark in _MARKS:
            star_id = part.removeprefix(f"{mark}.")
            if star_id != part and star_id.isascii() and 0 < len(star_id) <= 200 and star_id.isprintable():
                stars.append((mark, star_id))
    return stars[:MAX_STARS]


@dataclass(frozen=True, slots=True)
class Pace:
    """Whole minutes: of a visit without a slot of the programme, between two of anything, of lunch (0: none)."""

    visit_min: int = 15
    move_min: int = 5
    lunch_min: int = 30


USUAL_PACE = Pace()

VISIT_LIMITS, MOVE_LIMITS, LUNCH_LIMITS = (5, 60), (0, 30), (0, 120)
"""What may be asked, in minutes, both ends included."""


def pace_to_text(pace: Pace) -> str:
    """`15-5-30`."""
    return f"{pace.visit_min}-{pace.move_min}-{pace.lunch_min}"


def parse_pace(text: str) -> Pace:
    """The pace that the text says, each number brought inside its limits; the usual one from any other text."""
    found = fullmatch(r"(\d{1,4})-(\d{1,4})-(\d{1,4})", text, flags=ASCII)
    if not found:
        return Pace()
    limits = (VISIT_LIMITS, MOVE_LIMITS, LUNCH_LIMITS)
    visit, move, lunch = (
        min(max(int(number), low), high) for number, (low, high) in zip(found.groups(), limits, strict=True)
    )
    return Pace(visit, move, lunch)
