"""A session as a few lines of plain text, for what shows nothing else: calendars, schedules, messages."""

from collections.abc import Iterable

from dashboard.features.meeting.calendars.words import Calendar
from dashboard.features.meeting.programme import Person, Programme, Session
from dashboard.features.meeting.view import by_role, place_of_session
from dashboard.wording.numbers import joined


def session_text(programme: Programme, session: Session) -> str:
    """What a session is about, then `people_text`; lines by `\\n`."""
    return joined((session.abstract or "", session.description or "", people_text(programme, session)), "\n")


def people_text(programme: Programme, session: Session) -> str:
    """Who speaks, role by role, then the sub-themes that have no times of their own, the hosts and the note."""
    themes = [child for child in programme.children_of(session.id) if not child.has_own_times]
    return joined(
        (
            *(Calendar.of_role(role, _names(own)) for role, own in by_role(programme.people_of(session.id))),
            *(Calendar.theme(child.title, _names(programme.people_of(child.id))) for child in themes),
            Calendar.ORGANISED.format(", ".join(session.organisers)) if session.organisers else "",
            Calendar.HOSTED.format(session.host) if session.host else "",
            session.note or "",
        ),
        "\n",
    )


def session_place(programme: Programme, session: Session) -> str:
    """Where a session is held, its room first: « Amphi B, Macif, place Étienne-Pernet »; "" if nothing says it."""
    lane = "" if session.room else session.lane or ""
    return joined((lane, place_of_session(programme, session)), ", ")


def person_name(person: Person) -> str:
    """A name that stands alone: « Christophe Chevalier », « Président (Macif) »."""
    is_named = bool(person.first_name or person.last_name)
    return person.name if is_named else Calendar.with_affiliation(person.name, person.affiliation)


def _names(people: Iterable[Person]) -> str:
    return " ; ".join(Calendar.with_affiliation(person.name, person.affiliation) for person in people)
