"""Packing visits and a lunch between other things, in whole minutes: the search behind the planner.

In the order of time, whatever set of things is done, ending it earlier leaves more: so for each set only the earliest
end is kept, and each next thing is tried at its earliest moment. Exact while a layer holds at most `WIDTH` sets.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

Minutes = tuple[int, int]
"""Beginning and end."""

WIDTH = 200
"""Sets of things kept in a layer; beyond, those with the most visits and the earliest ends stay."""

_START = -(10**9)
"""When nothing was done before."""


@dataclass(frozen=True, slots=True)
class Booking:
    """One visit to place: in one of the `slots`, whole; anywhere in the windows if there is none."""

    slots: tuple[Minutes, ...] = ()


@dataclass(frozen=True)
class Packing:
    """What is to be packed, bookings by priority; spans sorted; lengths in minutes, `lunch` 0 for none."""

    bookings: tuple[Booking, ...]
    windows: tuple[Minutes, ...]
    meals: tuple[Minutes, ...]
    busy: tuple[Minutes, ...]
    visit: int
    move: int
    lunch: int

    def with_possible_lunch(self) -> "Packing":
        """The same, without lunch if no meal has room for it."""
        return self if self.lunch and self.meal_after(_START) else replace(self, lunch=0)

    @cached_property
    def open_slots(self) -> tuple[tuple[int, tuple[Minutes, ...]], ...]:
        """For each booking with slots: its rank, and those inside a window and clear of what is busy, by their end."""
        return tuple(
            (rank, tuple(sorted(filter(self._is_open, booking.slots), key=lambda slot: slot[1])))
            for rank, booking in enumerate(self.bookings)
            if booking.slots
        )

    def meal_after(self, end: int) -> Minutes | None:
        """The first time for lunch after something that ends then, None if there is none left."""
        return self._earliest(end, self.lunch, self.meals)

    def visit_after(self, end: int) -> Minutes | None:
        """The first time for a visit without slots after something that ends then, None if there is none left."""
        return self._earliest(end, self.visit, self.windows)

    def _earliest(self, end: int, length: int, zones: tuple[Minutes, ...]) -> Minutes | None:
        for opens, closes in zones:
            start = max(opens, end + self.move)
            while (busy := self._collision(start, start + length)) is not None:
                start = busy + self.move
            if start + length <= closes:
                return start, start + length
        return None

    def _is_open(self, slot: Minutes) -> bool:
        is_inside = any(start <= slot[0] and slot[1] <= end for start, end in self.windows)
        return is_inside and self._collision(*slot) is None

    def _collision(self, start: int, end: int) -> int | None:
        """When the busy span ends that this time, with the time to move around it, runs into; None without one."""
        return next((b for a, b in self.busy if start < b + self.move and a < end + self.move), None)


@dataclass(frozen=True, slots=True)
class Packed:
    """The rank of each booking that is placed, with its time, in the order of time; the time of lunch."""

    visits: tuple[tuple[int, Minutes], ...] = ()
    lunch: Minutes | None = None


class _Done(NamedTuple):
    """A set of things done: bookings with slots (bits by rank), how many others, lunch."""

    slotted: int
    free: int
    has_lunched: bool

    @property
    def size(self) -> int:
        return self.slotted.bit_count() + self.free


class _State(NamedTuple):
    """A set of things, when the last of them ends, and how it came to be."""

    done: _Done
    end: int
    span: Minutes
    before: "_State | None"


def pack(packing: Packing) -> Packed:
    """As many visits as can be, then those of the first ranks, then the earliest end; lunch always, if wanted."""
    free = [rank for rank, booking in enumerate(packing.bookings) if not booking.slots]
    best = _State(_Done(0, 0, packing.lunch == 0), _START, (0, 0), None)
    layer = [best]
    while layer:
        best = min(best, *layer, key=lambda state: _cost(state, free))
        following: dict[_Done, _State] = {}
        for state in layer:
            for after in _next(packing, state, len(free)):
                known = following.get(after.done)
                if known is None or after.end < known.end:
                    following[after.done] = after
        layer = list(following.values())
        if len(layer) > WIDTH:
            layer = sorted(layer, key=lambda state: (-state.done.size, state.end, _bits(state.done.slotted)))[:WIDTH]
    return _unfold(best, free)


def fits_alone(packing: Packing, booking: Booking, *, with_busy: bool = True, with_lunch: bool = True) -> bool:
    """Whether this booking could be placed if there were no other."""
    busy, lunch = packing.busy if with_busy else (), packing.lunch if with_lunch else 0
    return bool(pack(replace(packing, bookings=(booking,), busy=busy, lunch=lunch)).visits)


def _cost(state: _State, free: list[int]) -> tuple[bool, int, list[int], int]:
    """Less is better."""
    done = state.done
    return not done.has_lunched, -done.size, sorted([*_bits(done.slotted), *free[: done.free]]), state.end


def _next(packing: Packing, state: _State, free: int) -> Iterator[_State]:
    """The state after each thing that may come next, at its earliest; those after which lunch is lost are left out."""
    done, end = state.done, state.end
    if not done.has_lunched and (meal := packing.meal_after(end)):
        yield _State(done._replace(has_lunched=True), meal[1], meal, state)
    for following, span in _next_visits(packing, state, free):
        if following.has_lunched or packing.meal_after(span[1]):
            yield _State(following, span[1], span, state)


def _next_visits(packing: Packing, state: _State, free: int) -> Iterable[tuple[_Done, Minutes]]:
    """What is done after each visit that may come next, and the time of that visit."""
    done, ready = state.done, state.end + packing.move
    for rank, slots in packing.open_slots:
        if not done.slotted >> rank & 1:
            slot = next((slot for slot in slots if slot[0] >= ready), None)
            if slot:
                yield done._replace(slotted=done.slotted | 1 << rank), slot
    if done.free < free and (visit := packing.visit_after(state.end)):
        yield done._replace(free=done.free + 1), visit


def _bits(mask: int) -> list[int]:
    return [rank for rank in range(mask.bit_length()) if mask >> rank & 1]


def _unfold(state: _State, free: list[int]) -> Packed:
    visits: list[tuple[int, Minutes]] = []
    lunch = None
    while state.before is not None:
        done, before = state.done, state.before.done
        if done.free > before.free:
            visits.append((free[before.free], state.span))
        elif done.slotted != before.slotted:
            visits.append(((done.slotted ^ before.slotted).bit_length() - 1, state.span))
        else:
            lunch = state.span
        state = state.before
    return Packed(tuple(reversed(visits)), lunch)
