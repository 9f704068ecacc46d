"""A meeting: its sessions and what their kinds let visitors do, its people, and which poles they represent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from hashlib import sha256

from dashboard.core.fields.meeting_vocabularies import ROLES, TYPES_SEANCE

Day = date
"""The type under a name that no field of an event takes."""


@dataclass(frozen=True, slots=True)
class Event:
    """The meeting itself; times are aware, in the zone named `timezone`; None is « not said ».

    `updated` is the day when its file was last revised, by its own account.
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


@dataclass(frozen=True, slots=True)
class Session:
    """One session, or one sub-theme (`parent` is then the id of its session, and it may borrow its times)."""

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


@dataclass(frozen=True)
class Programme:
    """A whole meeting: sessions by time, each followed by its sub-themes; people in the order of the file."""

    event: Event | None
    sessions: tuple[Session, ...]
    people: tuple[Person, ...]

    @cached_property
    def edition(self) -> str:
        """Eight hexadecimal digits that change with anything that the programme says."""
        return sha256(repr((self.event, self.sessions, self.people)).encode()).hexdigest()[:8]

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
        return tuple(session for session in self.sessions if session.parent == session_id)

    def people_of(self, session_id: str) -> tuple[Person, ...]:
        """The people of the session itself, without those of its sub-themes."""
        return tuple(person for person in self.people if person.session == session_id)

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
