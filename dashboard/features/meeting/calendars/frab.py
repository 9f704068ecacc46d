"""The meeting in the « frab » format of event applications (Giggity, EventFahrplan, c3voc): JSON and `schedule.xml`.

Rules: https://c3voc.de/wiki/schedule and its schemas in github.com/voc/schedule, `validator/`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from itertools import groupby
from typing import Any
from xml.etree import ElementTree

from dashboard.core.fields.text import fold, slug
from dashboard.features.meeting.calendars.icalendar import session_address
from dashboard.features.meeting.calendars.session_text import people_text, person_name
from dashboard.features.meeting.calendars.words import Calendar
from dashboard.features.meeting.ids import meeting_id, numbers_of, person_guid, room_guid, session_guid, session_numbers
from dashboard.features.meeting.programme import Person, Programme, Session
from dashboard.wording.numbers import joined

_SHORTEST = 4
_LONGEST_ACRONYM = 32
_NO_END = timedelta(minutes=30)


def frab_schedule(programme: Programme, *, site: str) -> dict[str, Any]:
    """The meeting as `schedule.json` has it; a session without a time has no place in this format and is left out.

    Sub-themes are events of their own, in the room and at the time of their session. A session without an end lasts
    until the next begins. `site`: address of the site, put before links, "" for none.
    """
    sessions = [session for session in programme.sessions if session.starts_at]
    numbers = session_numbers(sessions)
    people = numbers_of(str(person_guid(person)) for person in programme.people)
    acronym = _acronym(meeting_id(programme))
    rooms = list(dict.fromkeys(_room(programme, session) for session in sessions))
    days = []
    ordered = sorted(sessions, key=_day_of)
    for index, (day, of_day) in enumerate(groupby(ordered, key=_day_of), start=1):
        own = list(of_day)
        events = [_event(programme, session, numbers, people, acronym, site) for session in own]
        days.append(_day(index, day, events, own))
    start = days[0]["date"] if days else _event_day(programme)
    conference = {
        "title": programme.event.title if programme.event else Calendar.NAME,
        "acronym": acronym,
        "start": start,
        "end": days[-1]["date"] if days else start,
        "daysCount": max(len(days), 1),
        "timeslot_duration": "00:05",
        "time_zone_name": programme.event.timezone if programme.event else "Europe/Paris",
        **({"url": f"{site}/programme"} if site else {}),
        "rooms": [{"name": name, "guid": str(room_guid(programme, name))} for name in rooms],
        "days": days,
    }
    base = {"base_url": f"{site}/"} if site else {}
    return {"schedule": {"version": _version(conference), **base, "conference": conference}}


def _day(index: int, day: date, events: Iterable[dict[str, Any]], sessions: Sequence[Session]) -> dict[str, Any]:
    """The day until its midnight, or until the last of its sessions begins, in the night, and ends."""
    zone = _begins(sessions[0]).tzinfo
    midnight = datetime.combine(day + timedelta(days=1), time(), zone)
    night = (s.ends_at or _begins(s) for s in sessions if _begins(s).date() > day)
    rooms: dict[str, list[dict[str, Any]]] = {}
    for event in events:
        rooms.setdefault(event["room"], []).append(event)
    return {
        "index": index,
        "date": day.isoformat(),
        "day_start": datetime.combine(day, time(), zone).isoformat(),
        "day_end": max([midnight, *night]).isoformat(),
        "rooms": rooms,
    }


def _event(
    programme: Programme,
    session: Session,
    numbers: Mapping[str, int],
    people: Mapping[str, int],
    acronym: str,
    site: str,
) -> dict[str, Any]:
    start = _begins(session)
    number = numbers[session.id]
    parent = programme.sessions_by_id[session.parent] if session.parent else None
    return {
        "id": number,
        "guid": session.guid or str(session_guid(programme, session)),
        "date": start.isoformat(),
        "start": f"{start:%H:%M}",
        "duration": _duration(_ends(programme, session).astimezone(UTC) - start.astimezone(UTC)),
        "room": _room(programme, session),
        "slug": f"{acronym}-{number}-{_slug(session.id)}",
        "url": session_address(site, session.id),
        "title": session.title,
        "subtitle": "",
        "track": session.track or (parent.title if parent else session.kind_label),
        "type": session.kind_label or Calendar.OTHER,
        "language": session.language or "fr",
        "abstract": session.abstract or session.description or "",
        "description": _description(session, people_text(programme, session)),
        "persons": [_person(person, people) for person in programme.people_of(session.id)],
        "links": [{"title": url, "url": url} for url in session.sources],
        "attachments": [],
    }


def _person(person: Person, numbers: Mapping[str, int]) -> dict[str, Any]:
    guid = str(person_guid(person))
    return {"id": numbers[guid], "guid": guid, "public_name": person_name(person)}


def _room(programme: Programme, session: Session) -> str:
    """The room or the lane of a session, or of the one above it; else its place, else the meeting's."""
    parent = programme.sessions_by_id[session.parent] if session.parent else None
    if session.hall or session.place or parent is None:
        return session.hall or session.place or (programme.event and programme.event.place) or Calendar.ROOM
    return _room(programme, parent)


def _description(session: Session, people: str) -> str:
    """The description that an abstract leaves, then who speaks, unless it says so itself: it was published before."""
    description = session.description or "" if session.abstract else ""
    return description if people in description else joined((description, people), "\n")


def _day_of(session: Session) -> date:
    return session.day or _begins(session).date()


def _begins(session: Session) -> datetime:
    if session.starts_at is None:
        raise ValueError("a session without a time has no place in a schedule")
    return session.starts_at


def _ends(programme: Programme, session: Session) -> datetime:
    """The end said, else the start of what comes next on that day, else half an hour after the start."""
    start = _begins(session)
    if session.ends_at:
        return session.ends_at
    later = (s.starts_at for s in programme.sessions if s.starts_at and s.starts_at > start)
    return min((moment for moment in later if moment.date() == start.date()), default=start + _NO_END)


def _duration(length: timedelta) -> str:
    minutes = int(length.total_seconds()) // 60
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _acronym(text: str) -> str:
    """Letters and digits only, four at least, as the schemas want it before a hyphen."""
    return re.sub(r"[^a-z0-9]", "", fold(text))[:_LONGEST_ACRONYM].ljust(_SHORTEST, "0")


def _slug(text: str) -> str:
    name = slug(text, longest=None)
    return name if len(name) >= _SHORTEST else f"seance-{name or '0'}"


def _event_day(programme: Programme) -> str:
    day = programme.event.date if programme.event else None
    return (day or date(1970, 1, 1)).isoformat()


def _version(conference: Mapping[str, Any]) -> str:
    """Names the content: the same meeting has the same version, a changed one another."""
    return sha256(repr(conference).encode()).hexdigest()[:12]


_TEXTS = ("date", "start", "duration", "room", "slug", "url", "title", "subtitle", "track", "type", "language")
_LONG_TEXTS = ("abstract", "description")
_OPTIONAL = frozenset({"url"})
_NOT_IN_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def schedule_xml(schedule: Mapping[str, Any]) -> bytes:
    """`schedule.xml` of what `frab_schedule` returns, valid against the schema of github.com/voc/schedule.

    A meeting without a session still has its one day. What XML cannot hold (control characters) is left out.
    """
    content = schedule["schedule"]
    conference = content["conference"]
    root = ElementTree.Element("schedule")
    _child(root, "version", content["version"])
    head = ElementTree.SubElement(root, "conference")
    for name in ("title", "acronym", "start", "end"):
        _child(head, name, conference[name])
    _child(head, "days", str(conference["daysCount"]))
    _child(head, "timeslot_duration", conference["timeslot_duration"])
    if "base_url" in content:
        _child(head, "base_url", content["base_url"])
    _child(head, "time_zone_name", conference["time_zone_name"])
    for day in conference["days"]:
        _day_element(root, day)
    if not conference["days"]:
        ElementTree.SubElement(root, "day", {"index": "1", "date": conference["start"]})
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _day_element(root: ElementTree.Element, day: Mapping[str, Any]) -> None:
    attributes = {"index": str(day["index"]), "date": day["date"], "start": day["day_start"], "end": day["day_end"]}
    element = ElementTree.SubElement(root, "day", attributes)
    for name, events in day["rooms"].items():
        room = ElementTree.SubElement(element, "room", {"name": _clean(name)})
        for event in events:
            _event_element(room, event)


def _event_element(room: ElementTree.Element, event: Mapping[str, Any]) -> None:
    element = ElementTree.SubElement(room, "event", {"guid": event["guid"], "id": str(event["id"])})
    for name in (*_TEXTS, *_LONG_TEXTS):
        if event[name] or name not in _OPTIONAL:
            _child(element, name, event[name])
    persons = ElementTree.SubElement(element, "persons")
    for person in event["persons"]:
        _child(persons, "person", person["public_name"], {"id": str(person["id"])})
    links = ElementTree.SubElement(element, "links")
    for link in event["links"]:
        _child(links, "link", link["title"], {"href": _clean(link["url"])})


def _child(parent: ElementTree.Element, name: str, text: str, attributes: Mapping[str, str] | None = None) -> None:
    element = ElementTree.SubElement(parent, name, dict(attributes or {}))
    element.text = _clean(text) or None


def _clean(text: str) -> str:
    return _NOT_IN_XML.sub("", text)
