"""Calendars and schedules: complete, deterministic, at addresses that stay, whatever the file says."""

import json
import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import icalendar
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.features.meeting.calendars.frab import frab_schedule, schedule_xml
from dashboard.features.meeting.calendars.icalendar import timezone_component, to_ical, whole_day
from dashboard.features.meeting.ids import numbers_of
from dashboard.features.meeting.programme import Programme
from dashboard.web.feeds import Answer, FileRequest, feed_route
from tests.helpers.meetings import make_programme, programme_2012

SITE = "https://carte.example"
HOSTILE = 'A;B, "C" \\n {{ 7*7 }} <b>&amp;</b> ]]> «\u202f» \U0001f9ed'


@pytest.fixture(scope="module")
def day_2012() -> Programme:
    return programme_2012()


def events_of(content: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(content).walk("vevent"))


def test_the_same_programme_gives_the_same_bytes(day_2012: Programme, golden):
    golden("programme.ics", to_ical(day_2012, whole_day(day_2012), site=SITE))
    golden("schedule.xml", schedule_xml(frab_schedule(day_2012, site=SITE)))


def test_lines_are_folded_at_75_bytes_and_end_with_crlf(day_2012: Programme):
    content = to_ical(day_2012, whole_day(day_2012), site=SITE)
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert (b"\n" in content.replace(b"\r\n", b""), lines[-1]) == (False, b"")


def test_a_session_keeps_its_uid_in_every_calendar(day_2012: Programme):
    session = day_2012.sessions_by_id["leviers"]
    alone = events_of(to_ical(day_2012, [session], site=""))
    all_day = events_of(to_ical(day_2012, whole_day(day_2012), site=SITE))
    assert [event["uid"] for event in alone] == ["leviers@rencontre-nationale-ptce-2012"]
    assert [event["uid"] for event in all_day].count(alone[0]["uid"]) == 1


def test_the_stamp_is_the_day_the_file_was_revised_else_the_day_of_the_meeting():
    rows = [{"id": "a", "titre": "A", "debut": "9h"}]
    revised, _ = make_programme(rows, date_maj="20 juin 2012")
    silent, _ = make_programme(rows)
    stamps = [events_of(to_ical(p, p.sessions, site=""))[0]["dtstamp"].dt for p in (revised, silent)]
    assert stamps == [datetime(2012, 6, 20, tzinfo=UTC), datetime(2012, 6, 25, tzinfo=UTC)]


def test_whatever_a_cell_says_is_read_back_as_it_was():
    programme, _ = make_programme([{"id": "a", "titre": HOSTILE, "debut": "9h-10h", "lieu": HOSTILE}], titre=HOSTILE)
    title = programme.sessions[0].title
    (event,) = events_of(to_ical(programme, programme.sessions, site=""))
    assert (event["summary"], event["location"]) == (title, programme.sessions[0].place)
    xml = schedule_xml(frab_schedule(programme, site="")).decode()
    assert "&lt;b&gt;" in xml
    assert "<b>" not in xml


def test_a_session_without_an_hour_lasts_the_day_and_one_without_a_day_is_left_out():
    programme, _ = make_programme([{"id": "a", "titre": "A"}])
    (event,) = events_of(to_ical(programme, programme.sessions, site=""))
    assert (event["dtstart"].dt.isoformat(), "dtend" in event) == ("2012-06-25", False)
    dateless, _ = make_programme([{"id": "a", "titre": "A", "debut": "9h"}], day="")
    assert events_of(to_ical(dateless, dateless.sessions, site="")) == []


def test_a_session_of_a_whole_day_is_on_its_own_day_and_a_night_goes_on_after_midnight():
    rows = [
        {"id": "expo", "titre": "Expo", "date": "2012-06-26", "salle": "Hall", "piste": "Toits"},
        {"id": "bal", "titre": "Bal", "debut": "22h30", "fin": "1h"},
    ]
    programme, _ = make_programme(rows, lieu="Macif", ville="Paris")
    lines = to_ical(programme, programme.sessions, site="").decode().splitlines()
    assert {"DTSTART;VALUE=DATE:20120626", "LOCATION:Hall\\, Macif\\, Paris", "CATEGORIES:Toits"} <= set(lines)
    assert "DTEND;TZID=Europe/Paris:20120626T010000" in lines


def test_sub_themes_are_told_by_their_session_unless_they_have_their_own_hours(day_2012: Programme):
    titles = {event["uid"].split("@")[0]: event for event in events_of(to_ical(day_2012, whole_day(day_2012), site=""))}
    assert set(titles) == {"accueil", "enjeux", "referentiel", "buffet", "decouvertes", "leviers", "conclusions"}
    assert "Henri Arevalo" in titles["leviers"]["description"]
    own, _ = make_programme(
        [{"id": "a", "titre": "A", "debut": "9h-11h"}, {"id": "b", "titre": "B", "debut": "9h-10h", "parent": "a"}]
    )
    assert [session.id for session in whole_day(own)] == ["a", "b"]


@pytest.mark.parametrize("zone", ["Europe/Paris", "America/Guadeloupe", "Indian/Reunion", "America/Miquelon"])
def test_the_written_zone_gives_the_offset_of_each_hour_of_its_years(zone: str):
    component = timezone_component(ZoneInfo(zone), 2012, 2013)
    changes = [
        (change["dtstart"].dt - change["tzoffsetfrom"].td, change["tzoffsetto"].td)
        for change in component.subcomponents
    ]
    for month in range(1, 13):
        for day in range(1, 29):
            for hour in (0, 1, 2, 12):
                moment = datetime(2012, month, day, hour)
                written = max(change for change in changes if change[0] <= moment)[1]
                assert written == moment.replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).utcoffset()


def test_the_clocks_of_paris_change_at_one_utc():
    changes = timezone_component(ZoneInfo("Europe/Paris"), 2012, 2012).subcomponents[1:]
    assert [(c.name, c["dtstart"].dt.isoformat()) for c in changes] == [
        ("DAYLIGHT", "2012-03-25T02:00:00"),
        ("STANDARD", "2012-10-28T03:00:00"),
    ]


def test_a_schedule_has_the_names_that_its_schemas_ask_for():
    programme, _ = make_programme(
        [{"id": "a", "titre": "A", "debut": "9h"}, {"id": "b", "titre": "B", "debut": "10h15"}]
    )
    conference = frab_schedule(programme, site=SITE)["schedule"]["conference"]
    events = conference["days"][0]["rooms"]["Salle principale"]
    assert re.fullmatch("[a-z0-9]{4,}", conference["acronym"])
    assert all(re.fullmatch("[a-z0-9]{4,}-[0-9]{1,6}-[a-z0-9-]{4,}", event["slug"]) for event in events)
    assert [(event["start"], event["duration"]) for event in events] == [("09:00", "01:15"), ("10:15", "00:30")]


def test_a_duration_is_time_that_passes_even_on_the_night_when_the_clocks_change():
    programme, _ = make_programme([{"id": "nuit", "titre": "Nuit", "debut": "01:00", "fin": "05:00"}], day="2027-10-31")
    (day,) = frab_schedule(programme, site="")["schedule"]["conference"]["days"]
    assert [event["duration"] for event in day["rooms"]["Salle principale"]] == ["05:00"]


def test_a_meeting_of_several_days_has_a_day_for_each_and_one_without_sessions_is_still_valid():
    programme, _ = make_programme(
        [
            {"id": "a", "titre": "A", "debut": "9h", "fin": "10h", "date": "2012-06-26"},
            {"id": "b", "titre": "B", "debut": "9h", "fin": "10h"},
        ]
    )
    days = frab_schedule(programme, site="")["schedule"]["conference"]["days"]
    assert [(day["index"], day["date"]) for day in days] == [(1, "2012-06-25"), (2, "2012-06-26")]
    empty, _ = make_programme([])
    assert b'<day index="1" date="2012-06-25" />' in schedule_xml(frab_schedule(empty, site=""))


def test_numbers_are_distinct_small_and_hardly_move_when_a_name_is_added():
    names = [f"seance-{rank}" for rank in range(2_000)]
    numbers = numbers_of(names)
    assert sorted(set(numbers.values())) == sorted(numbers.values())
    assert (min(numbers.values()) >= 1, max(numbers.values()) <= 999_999) == (True, True)
    after = numbers_of([*names, "encore"])
    assert len([name for name in names if after[name] != numbers[name]]) <= 1


def test_a_feed_keeps_its_address_its_tag_and_its_name():
    def make(asked: FileRequest) -> Answer | None:
        return Answer(json.dumps([asked.site, asked.query]).encode()) if asked.path["id"] == "a" else None

    http = TestClient(Starlette(routes=[feed_route("/seance/{id}.ics", make, filename="seance.ics", base_path="/x")]))
    answer = http.get("/x/seance/a.ics?parcours=s.a")
    assert answer.json() == ["http://testserver/x", {"parcours": ["s.a"]}]
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["content-disposition"] == 'inline; filename="seance.ics"'
    again = http.get("/x/seance/a.ics?parcours=s.a", headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, http.get("/x/seance/b.ics").status_code) == (304, 404)
    assert http.get("/x/seance/a.ics", headers={"host": "evil.example/?<"}).json()[0] == ""
