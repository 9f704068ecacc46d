"""The day by the clock: which sessions run side by side, which one is on, which one comes next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby, pairwise
from math import ceil
from typing import Literal
from zoneinfo import ZoneInfo

from dashboard.features.meeting.programme import Programme, Session


@dataclass(frozen=True, slots=True)
class Lane:
    """One of the things to choose from at a moment: its name (None if it has none), its sessions in order."""

    name: str | None
    sessions: tuple[Session, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """A part of the day: one lane when there is nothing to choose, several when sessions run side by side."""

    starts_at: datetime | None
    ends_at: datetime | None
    lanes: tuple[Lane, ...]

    @property
    def day(self) -> date | None:
        """The day of the programme that it is a part of."""
        return self.lanes[0].sessions[0].day


@dataclass(frozen=True, slots=True)
class Ongoing:
    """A session that is on, and the whole minutes before its end (None if its end is not said)."""

    session: Session
    remaining_min: int | None


@dataclass(frozen=True, slots=True)
class NowAndNext:
    """Where the day stands: before, during or after it; what is on; what starts next, in how many whole minutes."""

    phase: Literal["before", "during", "after"]
    now: tuple[Ongoing, ...]
    next: tuple[Session, ...]
    next_in_min: int | None


def meeting_time(programme: Programme, now: datetime, *, rehearsed: str = "") -> datetime | None:
    """At which time the day is looked at, in the meeting's zone: `now` (aware) on one of its days, None on another day.

    `rehearsed` (ISO 8601, `2012-06-25T13:00`) is looked at instead, whatever the day; what is no such time is ignored.
    """
    event = programme.event
    if event is None or event.starts_at is None:
        return None
    zone = ZoneInfo(event.timezone)
    try:
        asked = datetime.fromisoformat(rehearsed)
    except ValueError:
        here = now.astimezone(zone)
        last = max(*programme.days, (event.ends_at or event.starts_at).date())
        return here if event.starts_at.date() <= here.date() <= last else None
    return asked.replace(tzinfo=zone) if asked.tzinfo is None else asked.astimezone(zone)


def parallel_lanes(programme: Programme) -> tuple[Moment, ...]:
    """The days cut into moments; sub-themes are left to their session; those without time are the last of their day."""
    days = groupby(programme.main_sessions, key=lambda session: session.day)
    return tuple(moment for _, sessions in days for moment in _moments(list(sessions)))


def _moments(of_day: list[Session]) -> list[Moment]:
    moments: list[list[Session]] = []
    latest: datetime | None = None
    for session in (session for session in of_day if session.starts_at):
        if moments and latest and session.starts_at and session.starts_at < latest:
            moments[-1].append(session)
        else:
            moments.append([session])
        latest = max(filter(None, (latest, session.ends_at, session.starts_at)))
    timeless = tuple(session for session in of_day if not session.starts_at)
    return [*map(_moment, moments), *([Moment(None, None, (Lane(None, timeless),))] if timeless else [])]


def now_and_next(programme: Programme, at: datetime) -> NowAndNext:
    """What is on at `at` (an aware time; ValueError otherwise) and what comes next; sub-themes follow their session.

    A session without an end is on until another starts, or until midnight.
    """
    if at.tzinfo is None:
        raise ValueError("the time must be aware: a naive one has no place in the day")
    sessions = [session for session in programme.main_sessions if session.starts_at]
    starts = sorted({session.starts_at for session in sessions if session.starts_at})
    after = dict(pairwise(starts))
    now = tuple(_ongoing(session, at) for session in sessions if _is_on(session, after, at))
    upcoming = min((start for start in starts if start > at), default=None)
    following = tuple(session for session in sessions if upcoming and session.starts_at == upcoming)
    is_before = bool(starts) and at < starts[0]
    return NowAndNext(
        phase="before" if is_before else "during" if now or following else "after",
        now=now,
        next=following,
        next_in_min=_minutes(at, upcoming) if upcoming else None,
    )


def _moment(sessions: list[Session]) -> Moment:
    """Sessions that overlap, in lanes: by the name of the room, and those without a name wherever they fit."""
    lanes: list[tuple[str | None, list[Session]]] = []
    for session in sessions:
        for name, taken in lanes:
            if name == (session.hall or None) and (name is not None or _is_free(taken, session)):
                taken.append(session)
                break
        else:
            lanes.append((session.hall or None, [session]))
    return Moment(
        starts_at=min(s.starts_at for s in sessions if s.starts_at),
        ends_at=max((s.ends_at for s in sessions if s.ends_at), default=None),
        lanes=tuple(Lane(name, tuple(taken)) for name, taken in lanes),
    )


def _is_free(taken: Iterable[Session], session: Session) -> bool:
    return all(s.ends_at and session.starts_at and s.ends_at <= session.starts_at for s in taken)


def _is_on(session: Session, after: dict[datetime, datetime], at: datetime) -> bool:
    if session.starts_at is None or at < session.starts_at:
        return False
    midnight = session.starts_at.replace(hour=0, minute=0) + timedelta(days=1)
    return at < (session.ends_at or after.get(session.starts_at) or midnight)


def _ongoing(session: Session, at: datetime) -> Ongoing:
    return Ongoing(session, _minutes(at, session.ends_at) if session.ends_at else None)


def _minutes(start: datetime, end: datetime) -> int:
    """Whole minutes from one time to another, a begun minute counting as one."""
    return ceil((end - start).total_seconds() / 60)
