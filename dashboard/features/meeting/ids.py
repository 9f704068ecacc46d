"""Names of sessions, people and rooms that stay the same from one export to the next, whatever else changes."""

import re
from collections.abc import Iterable
from uuid import UUID, uuid5
from zlib import crc32

from dashboard.features.meeting.programme import Person, Programme, Session

_NAMESPACE = UUID("5b0f3c1e-6c0a-5d5e-9a53-0d6f6b6a2012")
_LARGEST = 999_999
_NUMBER = re.compile(r"[0-9]{1,15}")
_NO_EVENT = "programme"


def meeting_id(programme: Programme) -> str:
    """The id of the meeting, « programme » for one that its file does not name."""
    return programme.event.id if programme.event else _NO_EVENT


def session_uid(programme: Programme, session: Session) -> str:
    """The UID of a session in every calendar where it stands: `leviers@rencontre-nationale-ptce-2012`."""
    return f"{session.id}@{meeting_id(programme)}"


def session_guid(programme: Programme, session: Session) -> UUID:
    """The UUID (version 5) of a session, made from its id and the meeting's."""
    return uuid5(_NAMESPACE, f"session/{meeting_id(programme)}/{session.id}")


def person_guid(person: Person) -> UUID:
    """The UUID (version 5) of someone, the same in all sessions: made from the name and the organisation."""
    return uuid5(_NAMESPACE, f"person/{person.name}/{person.organisation or ''}")


def room_guid(programme: Programme, name: str) -> UUID:
    """The UUID (version 5) of a room of the meeting."""
    return uuid5(_NAMESPACE, f"room/{meeting_id(programme)}/{name}")


def session_numbers(sessions: Iterable[Session]) -> dict[str, int]:
    """The number of each session by its id: the one it was published under, else one made from its id."""
    known = list(sessions)
    said = {int(s.number): s.id for s in reversed(known) if s.number and _NUMBER.fullmatch(s.number)}
    kept = {session_id: number for number, session_id in said.items()}
    return numbers_of((s.id for s in known if s.id not in kept), taken=kept.values()) | kept


def numbers_of(names: Iterable[str], *, taken: Iterable[int] = ()) -> dict[str, int]:
    """A number from 1 to 999,999 for each name, made from the name itself: adding a name rarely moves another's.

    Old readers want whole numbers. Two names that fall on the same number are told apart in alphabetical order; those
    `taken` are left.
    """
    numbers: dict[str, int] = {}
    taken = set(taken)
    for name in sorted(set(names)):
        number = crc32(name.encode()) % _LARGEST + 1
        while number in taken:
            number = number % _LARGEST + 1
        taken.add(number)
        numbers[name] = number
    return numbers
