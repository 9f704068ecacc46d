"""One visitor’s express visits planned from the programme: as many as can be, by priority, and lunch."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from dashboard.core.address.parcours import USUAL_PACE, Pace, Parcours
from dashboard.features.meeting.packing import Booking, Minutes, Packing, fits_alone, pack
from dashboard.features.meeting.programme import MEALS, VISITS, Programme, Session, may_come_and_go, sessions_of

Span = tuple[datetime, datetime]
"""Beginning and end, aware."""

Reason = Literal["no_visits", "not_announced", "outside", "too_long", "busy", "lunch", "taken", "no_time"]
"""Why a pole is not visited.

No visits in the programme; not among the poles that it announces; no slot inside the visits; visits too long for the
time there is; all its time taken by another session of the parcours, by lunch, by the other visits; none left.
"""


@dataclass(frozen=True, slots=True)
class Wish:
    """A pole to visit; with `slots`, in one of them whole; else at any moment. `stand`: where, "" if it is not said."""

    pole: str
    stand: str = ""
    slots: tuple[Span, ...] = ()
    is_announced: bool = True


@dataclass(frozen=True, slots=True)
class Visit:
    """A planned visit; `is_confirmed`: in a slot of the programme, else at a time that is ours."""

    wish: Wish
    starts_at: datetime
    ends_at: datetime
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class Missed:
    """A pole that is not visited: why, and the poles whose visits take its time (for the reason `taken`)."""

    wish: Wish
    reason: Reason
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """Visits by time; lunch (`lost_lunch`: one was wanted, no meal has room for it); what did not fit, by priority."""

    visits: tuple[Visit, ...]
    lunch: Span | None
    lost_lunch: bool
    missed: tuple[Missed, ...]

    @property
    def is_proposal(self) -> bool:
        """Whether some of the times are ours, to be confirmed on the spot."""
        return any(not visit.is_confirmed for visit in self.visits)


def plan_visits(
    wishes: Sequence[Wish],
    *,
    windows: Sequence[Span],
    meals: Sequence[Span] = (),
    busy: Sequence[Span] = (),
    pace: Pace = USUAL_PACE,
) -> Plan:
    """The largest number of visits inside the `windows`, the first wishes before the later ones among as many.

    Lunch, where one is wanted and there are `meals`, is inside one of them, and comes before any visit. Nothing falls
    in a `busy` span; between two things there is the time to move. A pole wished twice is visited once.
    """
    first_wishes: dict[str, Wish] = {}
    for wish in wishes:
        first_wishes.setdefault(wish.pole, wish)
    wishes = list(first_wishes.values())
    clock = _Clock.of([*windows, *meals, *busy, *(slot for wish in wishes for slot in wish.slots)])
    packing = Packing(
        bookings=tuple(Booking(clock.spans(wish.slots)) for wish in wishes if wish.is_announced),
        windows=clock.spans(windows),
        meals=clock.spans(meals),
        busy=clock.spans(busy),
        visit=pace.visit_min,
        move=pace.move_min,
        lunch=pace.lunch_min if meals else 0,
    )
    wants_lunch = packing.lunch > 0
    packing = packing.with_possible_lunch()
    packed = pack(packing)
    announced = [wish for wish in wishes if wish.is_announced]
    visits = tuple(
        Visit(announced[rank], *clock.span(minutes), is_confirmed=bool(announced[rank].slots))
        for rank, minutes in packed.visits
    )
    planned = {visit.wish.pole for visit in visits}
    missed = tuple(_explain(wish, packing, clock, visits, announced) for wish in wishes if wish.pole not in planned)
    lunch = clock.span(packed.lunch) if packed.lunch else None
    return Plan(visits, lunch, wants_lunch and lunch is None, missed)


def _explain(
    wish: Wish, packing: Packing, clock: "_Clock", visits: Sequence[Visit], announced: Sequence[Wish]
) -> Missed:
    if not packing.windows:
        return Missed(wish, "no_visits")
    if not wish.is_announced:
        return Missed(wish, "not_announced")
    booking = packing.bookings[announced.index(wish)]
    if not fits_alone(packing, booking, with_busy=False, with_lunch=False):
        return Missed(wish, "outside" if wish.slots else "too_long")
    if not fits_alone(packing, booking, with_lunch=False):
        return Missed(wish, "busy")
    if not fits_alone(packing, booking):
        return Missed(wish, "lunch")
    if not wish.slots:
        return Missed(wish, "no_time")
    margin = timedelta(minutes=packing.move)
    rivals = [
        visit.wish.pole
        for visit in visits
        if any(visit.starts_at < end + margin and start < visit.ends_at + margin for start, end in wish.slots)
    ]
    return Missed(wish, "taken", tuple(rivals))


@dataclass(frozen=True)
class _Clock:
    """Times as whole minutes since the first of them, and back in the zone of that one."""

    origin: datetime

    @classmethod
    def of(cls, spans: Sequence[Span]) -> "_Clock":
        return cls(min((start for start, _ in spans), default=datetime(1970, 1, 1, tzinfo=UTC)))

    def spans(self, spans: Sequence[Span]) -> tuple[Minutes, ...]:
        return tuple(sorted((self._minutes(start), self._minutes(end)) for start, end in spans))

    def span(self, minutes: Minutes) -> Span:
        first = self.origin.astimezone(UTC)
        start, end = ((first + timedelta(minutes=minute)).astimezone(self.origin.tzinfo) for minute in minutes)
        return start, end

    def _minutes(self, moment: datetime) -> int:
        return int((moment.astimezone(UTC) - self.origin.astimezone(UTC)).total_seconds() // 60)


def plan_of(programme: Programme, parcours: Parcours, pace: Pace) -> Plan:
    """The plan of the poles of a parcours, inside the sessions whose kind is visits, around its other sessions.

    Lunch is in a session whose kind is a meal, if one runs beside the visits. When the programme names the poles that
    receive, only these can be visited.
    """
    visits = sessions_of(programme, VISITS)
    windows = _spans(visits)
    meals = [meal for meal in _spans(sessions_of(programme, MEALS)) if _meets(meal, windows)]
    starred = [programme.sessions_by_id[one] for one in parcours.sessions if one in programme.sessions_by_id]
    busy = [span for span in _spans(s for s in starred if not may_come_and_go(s)) if _meets(span, windows)]
    wishes = wishes_of(programme, parcours)
    return plan_visits(wishes, windows=windows, meals=meals, busy=busy, pace=pace)


def wishes_of(programme: Programme, parcours: Parcours) -> list[Wish]:
    """The poles of a parcours by priority, each with the stand and the slots that the programme gives it."""
    sessions = {session.id for session in sessions_of(programme, VISITS)}
    hosts = [person for person in programme.people if person.session in sessions and person.pole]
    announced = {person.pole for person in hosts}
    return [
        Wish(
            pole,
            stand=next((host.stand for host in hosts if host.pole == pole and host.stand), ""),
            slots=tuple(sorted({slot for host in hosts if host.pole == pole for slot in host.slots})),
            is_announced=not announced or pole in announced,
        )
        for pole in parcours.poles
    ]


def _spans(sessions: Iterable[Session]) -> list[Span]:
    return [(s.starts_at, s.ends_at) for s in sessions if s.starts_at and s.ends_at]


def _meets(span: Span, others: list[Span]) -> bool:
    start, end = span
    return any(start < stop and begin < end for begin, stop in others)
