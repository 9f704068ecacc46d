"""The programme as the panel shows it: moments of the day, parallel lanes, people by role, now and next."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import partial
from itertools import groupby
from typing import Any

from dashboard.features.meeting.clock import Moment, NowAndNext, now_and_next, parallel_lanes
from dashboard.features.meeting.directory import key_of
from dashboard.features.meeting.programme import Person, Programme, Session
from dashboard.features.meeting.words import Programme as Words
from dashboard.wording.numbers import day_fr, hour_fr, hours_fr, joined

IsPlaced = Callable[[str], bool]
"""Whether the pole of this id has a place on the map."""


def programme_file(programme: Programme, is_placed: IsPlaced) -> dict[str, Any]:
    """The whole day as JSON-ready data: event, then moments in order, each with its groups of sessions."""
    return {
        **event_header(programme),
        "moments": [
            {
                "titre": title,
                "groupes": [_group(programme, moment, is_placed) for moment in moments],
            }
            for title, moments in groupby(parallel_lanes(programme), key=partial(dated_half_day, programme))
        ],
    }


def event_header(programme: Programme) -> dict[str, str]:
    """Title, hours, place and note of the meeting, "" where they are not known."""
    event = programme.event
    if event is None:
        return dict.fromkeys(("titre", "quand", "lieu", "note"), "")
    place = with_city(event.place, event.city)
    return {"titre": event.title, "quand": event_hours(programme), "lieu": place, "note": event.note or ""}


def with_city(place: str | None, city: str | None) -> str:
    """« Macif, place Étienne-Pernet, Paris »: the place, and its city unless it names it."""
    return joined((place or "", city if city and city not in (place or "") else ""), ", ")


def place_of_session(programme: Programme, session: Session) -> str:
    """Room, place and city of a session; the place is the meeting's unless it has its own."""
    event = programme.event
    place, city = (event.place, event.city) if event else (None, None)
    return joined((session.room or "", with_city(session.place or place, session.city or city)), ", ")


def session_hours(session: Session) -> str:
    """« 9 h 30 – 10 h », the start alone, or ""; an end that is on a later day, and no night, says so."""
    start, end = session.starts_at, session.ends_at
    if start is None:
        return ""
    if end is None:
        return hour_fr(start.timetz())
    is_night = end - start < timedelta(hours=12)
    return hours_fr(start, end) if is_night else f"{hour_fr(start.timetz())} – {_later(start, end)}"


def _later(start: datetime, end: datetime) -> str:
    return joined((day_fr(end) if end.date() > start.date() else "", hour_fr(end.timetz())), ", ")


def session_when(programme: Programme, session: Session) -> str:
    """The hours of a session, after its day in a meeting of several days."""
    return joined((day_of(programme, session), session_hours(session)), ", ")


def now_lines(programme: Programme, at: datetime) -> dict[str, Any]:
    """« Maintenant » and « À suivre » at `at` (an aware time): titled lines, and the ids of what is on."""
    state = now_and_next(programme, at)
    blocks = []
    if state.now:
        lines = [
            joined([item.session.title, Words.minutes_left(item.remaining_min) if item.remaining_min else ""], ", ")
            for item in state.now
        ]
        blocks.append({"titre": Words.NOW, "lignes": lines})
    elif state.phase != "during":
        blocks.append({"titre": Words.BEFORE if state.phase == "before" else Words.AFTER, "lignes": []})
    if state.next:
        blocks.append({"titre": Words.NEXT, "lignes": _next_lines(programme, state, at)})
    return {"lignes": blocks, "enCours": [{"id": item.session.id} for item in state.now]}


def _next_lines(programme: Programme, state: NowAndNext, at: datetime) -> list[str]:
    return [
        joined((session_hours(s) if s.day == at.date() else session_when(programme, s), s.title, s.room or ""), ", ")
        for s in state.next
    ]


def event_hours(programme: Programme) -> str:
    """« lundi 25 juin 2012, 9 h 30 – 17 h »; the day alone, the first and the last day, or ""."""
    event = programme.event
    days = sorted({*programme.days, *([event.date] if event and event.date else [])})
    if event is None or not days:
        return ""
    if len(days) > 1:
        return f"{day_fr(days[0])} – {day_fr(days[-1])}"
    hours = hours_fr(event.starts_at, event.ends_at) if event.starts_at and event.ends_at else ""
    return joined([day_fr(days[0]), hours], ", ")


def half_day(moment: Moment) -> str:
    """« Matin », « Après-midi » (from 12 h 30 on), « Nuit » after midnight, "" for sessions without time."""
    if moment.starts_at is None:
        return ""
    if moment.day and moment.starts_at.date() > moment.day:
        return Words.NIGHT
    return Words.MORNING if (moment.starts_at.hour, moment.starts_at.minute) < (12, 30) else Words.AFTERNOON


def dated_half_day(programme: Programme, moment: Moment) -> str:
    """« Matin », or « mardi 26 juin 2012, matin » in a meeting of several days."""
    day = day_of(programme, moment)
    return joined([day, half_day(moment).lower() if day else half_day(moment)], ", ")


def day_of(programme: Programme, part: Session | Moment) -> str:
    """The day of a part of a meeting that lasts several days; "" for the only day of another."""
    return day_fr(part.day) if part.day and len(programme.days) > 1 else ""


def _group(programme: Programme, moment: Moment, is_placed: IsPlaced) -> dict[str, Any]:
    sessions = [session for lane in moment.lanes for session in lane.sessions]
    return {
        "parallele": Words.PARALLEL if len(moment.lanes) > 1 else "",
        "seances": [_session(programme, session, is_placed) for session in sessions],
    }


def _session(programme: Programme, session: Session, is_placed: IsPlaced) -> dict[str, Any]:
    return {
        "id": session.id,
        "type": session.kind or "",
        "horaire": session_hours(session) if session.has_own_times else "",
        "titre": session.title,
        "salle": shown_room(programme, session),
        "description": joined([session.abstract or session.description or "", session.note or ""], " "),
        "lieux": sum(is_placed(pole_id) for pole_id in programme.poles_of_session(session.id)),
        "personnes": roles_of(programme.people_of(session.id), lambda person: _affiliation(person, is_placed)),
        "sousSeances": [_session(programme, child, is_placed) for child in programme.children_of(session.id)],
    }


def shown_room(programme: Programme, session: Session) -> str:
    """The room of a session, where the meeting has several."""
    return session.room or "" if len(programme.rooms) > 1 else ""


def by_role(people: Iterable[Person]) -> list[tuple[str, list[Person]]]:
    """The people by the French name of their role, in the order of the first of each."""
    roles: dict[str, list[Person]] = {}
    for person in people:
        roles.setdefault(person.role_label, []).append(person)
    return list(roles.items())


def roles_of(people: Iterable[Person], describe: Callable[[Person], dict[str, Any]]) -> list[dict[str, Any]]:
    """The roles with their people, each as `describe` has them; a note that all of a role share is said once, of it."""
    roles = []
    for role, own in by_role(people):
        notes = {person.note or "" for person in own}
        shared = notes.pop() if len(own) > 1 and len(notes) == 1 else ""
        told = [{**_person(person), **describe(person), "note": "" if shared else person.note or ""} for person in own]
        roles.append({"role": role, "note": shared, "personnes": told})
    return roles


def _person(person: Person) -> dict[str, Any]:
    return {"nom": person.name, "personne": key_of(person.name) if person.is_named else ""}


def _affiliation(person: Person, is_placed: IsPlaced) -> dict[str, Any]:
    return {
        "structure": key_of(person.organisation) if person.organisation else "",
        "organisation": person.affiliation,
        "pole": person.pole,
        "place": bool(person.pole and is_placed(person.pole)),
    }


def at_programme(programme: Programme) -> dict[str, list[str]]:
    """For each pole of the programme, a line for each of its sessions, and who speaks for it there."""
    lines: dict[str, list[str]] = {}
    for session in programme.sessions:
        for pole_id in dict.fromkeys(person.pole for person in programme.people_of(session.id) if person.pole):
            people = [person.name for person in programme.people_of(session.id) if person.pole == pole_id]
            lines.setdefault(pole_id, []).append(
                Words.at(session_when(programme, session), session.title, ", ".join(people))
            )
    return lines
