"""Who takes part in a meeting: each person and each organisation once, whatever the number of their sessions."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from re import sub

from dashboard.core.fields.text import fold
from dashboard.features.meeting.programme import Person, Programme, Session


@dataclass(frozen=True, slots=True)
class Speaker:
    """A named person and all that they do at the meeting; the same name is the same person."""

    key: str
    name: str
    parts: tuple[Person, ...]

    @property
    def poles(self) -> tuple[str, ...]:
        """The ids of the poles that they represent."""
        return tuple(dict.fromkeys(part.pole for part in self.parts if part.pole))


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation: those who represent it, whether it organises or receives the meeting, and which sessions."""

    key: str
    name: str
    parts: tuple[Person, ...]
    organises: bool
    receives: bool
    organised: tuple[Session, ...]
    received: tuple[Session, ...]

    @property
    def poles(self) -> tuple[str, ...]:
        """The ids of the poles that it bears."""
        return tuple(dict.fromkeys(part.pole for part in self.parts if part.pole))


@dataclass(frozen=True)
class Directory:
    """The people and the organisations of a programme, by the key that names them in an address."""

    programme: Programme

    @cached_property
    def speakers(self) -> Mapping[str, Speaker]:
        """The people who have a name, in the order of the programme."""
        order = {session.id: rank for rank, session in enumerate(self.programme.sessions)}
        parts: dict[str, list[Person]] = {}
        for person in sorted(self.programme.people, key=lambda one: order[one.session]):
            if person.is_named:
                parts.setdefault(key_of(person.name), []).append(person)
        return {key: Speaker(key, own[0].name, tuple(own)) for key, own in parts.items()}

    @cached_property
    def organisations(self) -> Mapping[str, Organisation]:
        """Those of the people, and those that organise or receive the meeting or a session, in alphabetical order."""
        event = self.programme.event
        organisers = {key_of(name): name for name in (event.organisers if event else ())}
        hosts = {key_of(event.host): event.host} if event and event.host else {}
        names = {**organisers, **hosts}
        parts: dict[str, list[Person]] = {}
        organised: dict[str, list[Session]] = {}
        received: dict[str, list[Session]] = {}
        for person in self.programme.people:
            if person.organisation:
                parts.setdefault(_named(person.organisation, names), []).append(person)
        for session in self.programme.sessions:
            for name in session.organisers:
                organised.setdefault(_named(name, names), []).append(session)
            if session.host:
                received.setdefault(_named(session.host, names), []).append(session)
        return {
            key: Organisation(
                key,
                name,
                tuple(parts.get(key, ())),
                key in organisers,
                key in hosts,
                tuple(organised.get(key, ())),
                tuple(received.get(key, ())),
            )
            for key, name in sorted(names.items(), key=lambda pair: fold(pair[1]))
            if key
        }


def key_of(name: str) -> str:
    """The name in an address: « Val’Horizon » gives `val-horizon`; "" for a name without letter or digit."""
    return sub(r"[\W_]+", "-", fold(name)).strip("-")


def _named(name: str, names: dict[str, str]) -> str:
    """The key of this name, noted among the names if it is new."""
    key = key_of(name)
    names.setdefault(key, name)
    return key
