"""The planner: never an overlap, never outside, never a lost choice; as many visits as trying everything finds."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.core.address.parcours import Pace
from dashboard.features.meeting.plan import Plan, Span, Wish, plan_visits

NOON = datetime(2012, 6, 25, 12, 0, tzinfo=UTC)
STEP = 5


def span(start: int, length: int) -> Span:
    return NOON + timedelta(minutes=start * STEP), NOON + timedelta(minutes=(start + length) * STEP)


def spans(*, starts: int, lengths: tuple[int, int]) -> st.SearchStrategy[Span]:
    return st.builds(span, st.integers(0, starts), st.integers(*lengths))


paces = st.builds(
    lambda visit, move, lunch: Pace(visit * STEP, move * STEP, lunch * STEP),
    st.integers(1, 4),
    st.integers(0, 2),
    st.integers(0, 4),
)


@st.composite
def days(draw: st.DrawFn, *, poles: int, length: int) -> dict[str, object]:
    """Windows one after the other, meals and busy spans anywhere, wishes with or without slots."""
    cut = draw(st.integers(1, length))
    windows = [span(0, cut)] + ([span(cut + 1, length - cut)] if cut < length and draw(st.booleans()) else [])
    slots = st.lists(spans(starts=length, lengths=(1, 4)), max_size=2)
    wishes = [
        Wish(f"pole-{rank}", slots=tuple(draw(slots)), is_announced=draw(st.integers(0, 9)) > 0)
        for rank in range(draw(st.integers(0, poles)))
    ]
    return {
        "wishes": wishes,
        "windows": windows if draw(st.integers(0, 19)) else [],
        "meals": draw(st.lists(spans(starts=length, lengths=(1, 8)), max_size=1)),
        "busy": draw(st.lists(spans(starts=length, lengths=(1, 4)), max_size=1)),
        "pace": draw(paces),
    }


def planned(day: dict[str, object]) -> Plan:
    wishes = day["wishes"]
    assert isinstance(wishes, list)
    return plan_visits(wishes, **{key: value for key, value in day.items() if key != "wishes"})  # type: ignore[arg-type]


def is_inside(one: Span, others: list[Span]) -> bool:
    return any(start <= one[0] and one[1] <= end for start, end in others)


def is_clear(one: Span, others: list[Span], move: timedelta) -> bool:
    return all(one[1] + move <= start or end + move <= one[0] for start, end in others)


@given(days(poles=20, length=30))
def test_nothing_overlaps_and_there_is_time_to_move(day):
    plan = planned(day)
    things = [(visit.starts_at, visit.ends_at) for visit in plan.visits] + ([plan.lunch] if plan.lunch else [])
    move = timedelta(minutes=day["pace"].move_min)
    assert all(before[1] + move <= after[0] for before, after in pairwise(sorted(things)))
    assert all(is_clear(thing, day["busy"], move) for thing in things)


@given(days(poles=20, length=30))
def test_a_visit_is_inside_the_visits_and_in_a_slot_of_its_pole_and_lunch_inside_a_meal(day):
    plan = planned(day)
    for visit in plan.visits:
        time = (visit.starts_at, visit.ends_at)
        assert is_inside(time, day["windows"])
        assert visit.is_confirmed == bool(visit.wish.slots)
        if visit.wish.slots:
            assert time in visit.wish.slots
        else:
            assert time[1] - time[0] == timedelta(minutes=day["pace"].visit_min)
    if plan.lunch:
        assert is_inside(plan.lunch, day["meals"])
        assert plan.lunch[1] - plan.lunch[0] == timedelta(minutes=day["pace"].lunch_min)


@given(days(poles=20, length=30))
def test_each_choice_is_planned_or_explained_and_so_is_lunch(day):
    plan = planned(day)
    told = [visit.wish.pole for visit in plan.visits] + [missed.wish.pole for missed in plan.missed]
    assert sorted(told) == sorted(wish.pole for wish in day["wishes"])
    assert [m.wish for m in plan.missed] == [w for w in day["wishes"] if w in [m.wish for m in plan.missed]]
    wants_lunch = bool(day["pace"].lunch_min and day["meals"])
    assert wants_lunch == (plan.lost_lunch or plan.lunch is not None)


@given(days(poles=20, length=30))
def test_the_same_request_gives_the_same_plan(day):
    assert planned(day) == planned(day)


@given(days(poles=4, length=11))
@settings(max_examples=150, deadline=None)
def test_no_other_choice_of_times_gives_more_visits_nor_better_ones_among_as_many(day):
    plan = planned(day)
    found = max(every_set(day), key=lambda ranks: (len(ranks), [-rank for rank in ranks]))
    poles = [wish.pole for wish in day["wishes"]]
    assert sorted(poles.index(visit.wish.pole) for visit in plan.visits) == found


def every_set(day: dict[str, object]) -> Iterator[list[int]]:
    """The sets of wishes, as sorted ranks, that some choice of times on the grid of 5 minutes allows; lunch kept."""
    pace, wishes, windows = day["pace"], day["wishes"], day["windows"]
    move = timedelta(minutes=pace.move_min)
    grid = [NOON + timedelta(minutes=STEP * n) for n in range(25)]

    def times(zones: list[Span], minutes: int) -> list[Span]:
        length = timedelta(minutes=minutes)
        possible = [(start, start + length) for start in grid if is_inside((start, start + length), zones)]
        return [time for time in possible if is_clear(time, day["busy"], move)]

    lunches = times(day["meals"], pace.lunch_min) if pace.lunch_min else []
    open_times = [
        [t for t in wish.slots if is_inside(t, windows) and is_clear(t, day["busy"], move)]
        if wish.slots
        else times(windows, pace.visit_min)
        for wish in wishes
    ]

    def explore(rank: int, taken: list[Span], chosen: list[int]) -> Iterator[list[int]]:
        if rank == len(wishes):
            yield chosen
            return
        for time in open_times[rank] if wishes[rank].is_announced else []:
            if is_clear(time, taken, move):
                yield from explore(rank + 1, [*taken, time], [*chosen, rank])
        yield from explore(rank + 1, taken, chosen)

    for lunch in lunches or [None]:
        yield from explore(0, [lunch] if lunch else [], [])
