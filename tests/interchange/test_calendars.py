"""What we write, read by others: two calendar libraries, and the tools of those who made the schedule format."""

import json
from pathlib import Path
from xml.etree import ElementTree

import icalendar
import pytest

from dashboard.config import settings
from dashboard.features.meeting.calendars.frab import frab_schedule, schedule_xml
from dashboard.features.meeting.calendars.icalendar import to_ical, whole_day
from dashboard.features.meeting.programme import Programme
from dashboard.site import compose
from tests.helpers.meetings import make_programme
from tests.tools.environment import run_tool
from tests.tools.ical_events import events_of

SITE = "https://carte.example"


@pytest.fixture(scope="module")
def day_2012() -> Programme:
    programme = compose(settings()).meeting.programme
    assert programme is not None
    return programme


@pytest.fixture(scope="module")
def calendar(day_2012: Programme) -> bytes:
    return to_ical(day_2012, whole_day(day_2012), site=SITE)


@pytest.fixture(scope="module")
def read_by_others(calendar: bytes, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, str]]]:
    path = tmp_path_factory.mktemp("calendar") / "programme.ics"
    path.write_bytes(calendar)
    return json.loads(run_tool("read_calendar.py", path))


def ours(calendar: bytes) -> list[dict[str, str]]:
    """What our own library reads of a calendar, by UID."""
    return events_of(icalendar.Calendar.from_ical(calendar))


@pytest.fixture(scope="module")
def schedule(day_2012: Programme) -> dict:
    return frab_schedule(day_2012, site=SITE)


@pytest.fixture(scope="module")
def read_by_c3voc(schedule: dict, tmp_path_factory: pytest.TempPathFactory) -> dict:
    path: Path = tmp_path_factory.mktemp("schedule") / "schedule.json"
    path.write_text(json.dumps(schedule, ensure_ascii=False), encoding="utf-8")
    return json.loads(run_tool("read_schedule.py", path))


def test_two_libraries_read_the_same_calendar(calendar: bytes, read_by_others: dict[str, list[dict[str, str]]]):
    assert len(ours(calendar)) == 7
    for events in read_by_others.values():
        assert sorted(events, key=lambda event: event["uid"]) == ours(calendar)


def test_two_libraries_read_the_same_of_difficult_texts(tmp_path: Path):
    # No backslash: both of the older readers take some of them away, whoever wrote the file.
    texts = [
        'Virgule, point-virgule ; deux points : et "guillemets"',
        "une ligne\nune autre\n\nune dernière",
        "BEGIN:VEVENT\nUID:autre\nEND:VEVENT",
        "é\u0301 👩\u200d🌾 " * 40,
        "{{ 7*7 }} <b>&amp;</b> %41 \u202f«\u00a0»",
    ]
    rows = [
        {"id": f"s{rank}", "titre": text, "description": text, "lieu": text, "debut": "9h-10h"}
        for rank, text in enumerate(texts)
    ]
    programme, _ = make_programme(rows, fuseau="America/Guadeloupe")
    content = to_ical(programme, programme.sessions, site=SITE)
    path = tmp_path / "programme.ics"
    path.write_bytes(content)
    told = {session.id: session.title for session in programme.sessions}
    assert {event["uid"].split("@")[0]: event["summary"] for event in ours(content)} == told
    for events in json.loads(run_tool("read_calendar.py", path)).values():
        assert sorted(events, key=lambda event: event["uid"]) == ours(content)


def test_the_calendar_is_the_programme_to_the_minute(day_2012: Programme, read_by_others: dict):
    expected = {(s.title, s.starts_at.isoformat(), s.ends_at.isoformat()) for s in day_2012.main_sessions if s.ends_at}
    assert {(e["summary"], e["start"], e["end"]) for e in read_by_others["ics"]} == expected


def test_the_makers_of_the_format_read_every_session_time_person_and_room(day_2012: Programme, read_by_c3voc: dict):
    told = {
        (event["title"], event["start"], event["duration"], event["room"], tuple(event["persons"]))
        for event in read_by_c3voc["events"]
    }
    minutes = {s.title: int((s.ends_at - s.starts_at).total_seconds()) // 60 for s in day_2012.sessions if s.ends_at}
    place = day_2012.event.place
    assert {(title, start) for title, start, *_ in told} == {
        (s.title, s.starts_at.isoformat()) for s in day_2012.sessions
    }
    assert {title: duration for title, _, duration, _, _ in told} == {
        title: f"{length // 60:02d}:{length % 60:02d}" for title, length in minutes.items()
    }
    assert {title: room for title, _, _, room, _ in told} == {
        s.title: {"buffet": "Repas", "decouvertes": "Découvertes"}.get(s.id, place) for s in day_2012.sessions
    }
    named = {title: persons for title, *_, persons in told}
    for session in day_2012.sessions:
        people = day_2012.people_of(session.id)
        assert len(named[session.title]) == len(people)
        assert all(person.name in public_name for person, public_name in zip(people, named[session.title], strict=True))
    assert read_by_c3voc["rooms"] == [place, "Repas", "Découvertes"]


def test_our_xml_says_what_the_makers_of_the_format_write_from_our_json(schedule: dict, read_by_c3voc: dict):
    ours = ElementTree.fromstring(schedule_xml(schedule))
    theirs = ElementTree.fromstring(read_by_c3voc["xml"])

    def events(root: ElementTree.Element) -> list[tuple[object, ...]]:
        tags = ("date", "start", "duration", "room", "slug", "url", "title", "track", "type", "language", "abstract")
        return [
            (
                day.get("index"),
                day.get("date"),
                day.get("start"),
                day.get("end"),
                room.get("name"),
                event.get("guid"),
                event.get("id"),
                *(event.findtext(tag) or "" for tag in (*tags, "description")),
                *((person.get("id"), person.text) for person in event.iterfind("persons/person")),
                *((link.get("href"), link.text) for link in event.iterfind("links/link")),
            )
            for day in root.iterfind("day")
            for room in day.iterfind("room")
            for event in room.iterfind("event")
        ]

    assert len(events(ours)) == 10
    assert events(ours) == events(theirs)
    for tag in ("title", "acronym", "start", "end", "days", "timeslot_duration", "time_zone_name", "base_url"):
        assert ours.findtext(f"conference/{tag}") == theirs.findtext(f"conference/{tag}")
