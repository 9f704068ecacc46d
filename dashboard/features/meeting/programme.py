"""A meeting: its sessions and what their kinds let visitors do, its people, and which poles they represent."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from hashlib import sha256
from typing import TypeVar

from dashboard.core.fields.meeting_vocabularies import ROLES, TYPES_SEANCE

Day = date
"""The type under a name that no field of an event takes."""


@dataclass(frozen=True, slots=True)
class Event:
    """The meeting itself; times are aware, in the zone named `timezone`; None is « not said ».

    `updated` is the day when its file was last revised, by its own account. `date` is the first day.
    """

    id: str
    title: str
    date: date | None
    starts_at: datetime | None
    ends_at: datetime | None
    timezone: str
    place: str | None
    insee_code: str | None
    organisers: tuple[str, ...]
    host: str | None
    description: str | None
    note: str | None
    sources: tuple[str, ...]
    updated: Day | None = None
    city: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Session:
    """One session, or one sub-theme (`parent` is then the id of its session, and it may borrow its times).

    `day` is the day of the programme that it belongs to: a session after midnight may close the day before. `language`
    is a code, « en »; `guid` and `number` are its names in the applications where it was published before.
    """

    id: str
    kind: str | None
    title: str
    starts_at: datetime | None
    ends_at: datetime | None
    has_own_times: bool
    parent: str | None
    lane: str | None
    place: str | None
    insee_code: str | None
    organisers: tuple[str, ...]
    host: str | None
    description: str | None
    note: str | None
    sources: tuple[str, ...]
    day: Day | None = field(default=None, repr=False)
    room: str | None = field(default=None, repr=False)
    track: str | None = field(default=None, repr=False)
    city: str | None = field(default=None, repr=False)
    language: str | None = field(default=None, repr=False)
    abstract: str | None = field(default=None, repr=False)
    guid: str | None = field(default=None, repr=False)
    number: str | None = field(default=None, repr=False)

    @property
    def hall(self) -> str:
        """Its room, else its lane, "" without either."""
        return self.room or self.lane or ""

    @property
    def details(self) -> tuple[str | None, ...]:
        """What a programme of one day in one room does not say."""
        return (self.room, self.track, self.city, self.language, self.abstract, self.guid, self.number)

    @property
    def kind_label(self) -> str:
        """The French name of the kind of session, "" if it is not said."""
        return TYPES_SEANCE.label(self.kind) if self.kind else ""


@dataclass(frozen=True, slots=True)
class Person:
    """Someone in one session, or the function or the organisation that the programme names instead.

    `stand` is where they are met there; `slots` when (aware times, beginning and end), () for at any moment.
    """

    id: str
    session: str
    first_name: str | None
    last_name: str | None
    role: str | None
    function: str | None
    organisation: str | None
    pole: str | None
    insee_code: str | None
    note: str | None
    sources: tuple[str, ...]
    stand: str | None = None
    slots: tuple[tuple[datetime, datetime], ...] = ()

    @property
    def is_named(self) -> bool:
        """Whether the programme gives a name, not only a function or an organisation."""
        return bool(self.first_name or self.last_name)

    @property
    def name(self) -> str:
        """First and last name; else the function, « Président » ; else the organisation."""
        full_name = " ".join(part for part in (self.first_name, self.last_name) if part)
        function = (self.function or "")[:1].upper() + (self.function or "")[1:]
        return full_name or function or self.organisation or ""

    @property
    def affiliation(self) -> str:
        """Function and organisation, without what `name` already says; "" when nothing is left."""
        parts = (self.function, self.organisation) if self.is_named else (self.organisation if self.function else None,)
        return ", ".join(part for part in parts if part)

    @property
    def role_label(self) -> str:
        """The French name of the role, "" if it is not said."""
        return ROLES.label(self.role) if self.role else ""


Item = TypeVar("Item", Session, Person)


@dataclass(frozen=True)
class Programme:
    """A whole meeting: sessions by time, each followed by its sub-themes; people in the order of the file."""

    event: Event | None
    sessions: tuple[Session, ...]
    people: tuple[Person, ...]

    @cached_property
    def edition(self) -> str:
        """Eight hexadecimal digits that change with anything that the programme says.

        What came later to the format counts only where it is said: links made before still name the same edition.
        """
        told = [repr((self.event, self.sessions, self.people))]
        told += [f"{s.id} {s.day} {s.details}" for s in self.sessions if any(s.details)]
        if self.event and self.event.city:
            told.append(self.event.city)
        return sha256("".join(told).encode()).hexdigest()[:8]

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """The days that have a session, in order."""
        return tuple(sorted({session.day for session in self.sessions if session.day}))

    @cached_property
    def rooms(self) -> tuple[str, ...]:
        """The rooms, in the order in which they serve."""
        return tuple(dict.fromkeys(session.room for session in self.sessions if session.room))

    @cached_property
    def sessions_by_id(self) -> Mapping[str, Session]:
        """The sessions, sub-themes included, by id."""
        return {session.id: session for session in self.sessions}

    @property
    def main_sessions(self) -> tuple[Session, ...]:
        """The sessions that are not sub-themes of another."""
        return tuple(session for session in self.sessions if session.parent is None)

    def children_of(self, session_id: str) -> tuple[Session, ...]:
        """The sub-themes of a session, in order."""
        return self._children.get(session_id, ())

    def people_of(self, session_id: str) -> tuple[Person, ...]:
        """The people of the session itself, without those of its sub-themes."""
        return self._people.get(session_id, ())

    @cached_property
    def _children(self) -> Mapping[str, tuple[Session, ...]]:
        return _by(self.sessions, lambda session: session.parent)

    @cached_property
    def _people(self) -> Mapping[str, tuple[Person, ...]]:
        return _by(self.people, lambda person: person.session)

    def poles_of_session(self, session_id: str) -> tuple[str, ...]:
        """The ids of the poles represented in a session and in its sub-themes, in order, once each."""
        own = [person.pole for person in self.people_of(session_id) if person.pole]
        below = [pole for child in self.children_of(session_id) for pole in self.poles_of_session(child.id)]
        return tuple(dict.fromkeys([*own, *below]))

    def sessions_of_pole(self, pole_id: str) -> tuple[tuple[Session, tuple[Person, ...]], ...]:
        """The sessions where a pole is represented, each with the people who represent it there."""
        found = (
            (session, tuple(p for p in self.people_of(session.id) if p.pole == pole_id)) for session in self.sessions
        )
        return tuple((session, people) for session, people in found if people)


def _by(items: Iterable[Item], key: Callable[[Item], str | None]) -> Mapping[str, tuple[Item, ...]]:
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(key(item) or "", []).append(item)
    return {name: tuple(own) for name, own in groups.items()}


MEALS = frozenset({"repas"})
VISITS = frozenset({"decouvertes"})
COME_AND_GO = MEALS | VISITS | {"pause"}
"""Kinds (codes of TYPES_SEANCE) that one joins and leaves at will, so that another session is no conflict."""


def may_come_and_go(session: Session) -> bool:
    """Whether one may attend a part of it only."""
    return session.kind in COME_AND_GO


def sessions_of(programme: Programme, kinds: frozenset[str]) -> tuple[Session, ...]:
    """The sessions of these kinds that say when they begin and end, in the order of the day."""
    return tuple(s for s in programme.sessions if s.kind in kinds and s.starts_at and s.ends_at)
