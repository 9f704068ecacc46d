"""A meeting prepared elsewhere: `schedule.xml` read as a programme, and refused where it could do harm."""

import json
from pathlib import Path

import pytest

from dashboard.config import read_settings
from dashboard.core.fields.findings import Finding
from dashboard.core.fields.tables import INTERVENANT_FIELDS, PROGRAMME_FIELDS
from dashboard.core.intake.checking import check_table
from dashboard.errors import UnreadableFile
from dashboard.features.meeting.build import build_programme
from dashboard.features.meeting.calendars.frab import frab_schedule, schedule_xml
from dashboard.features.meeting.load import read_meeting
from dashboard.features.meeting.parse_frab import MAX_BYTES, is_schedule
from dashboard.features.meeting.programme import Programme
from dashboard.features.meeting.read_frab import read_schedule
from dashboard.site import compose
from tests.helpers.meetings import programme_2012

PRETALX = """<?xml version='1.0' encoding='utf-8' ?>
<!-- Answer with love by pretalx -->
<schedule>
  <generator name="pretalx" version="2024.1" />
  <version>v1.1</version>
  <conference>
    <acronym>rencontre-2027</acronym>
    <title>Rencontre &amp; échanges</title>
    <start>2027-03-28</start><end>2027-03-28</end><days>1</days>
    <time_zone_name>Europe/Paris</time_zone_name>
  </conference>
  <day index='1' date='2027-03-28' start='2027-03-28T04:00:00+02:00' end='2027-03-29T03:59:00+02:00'>
    <room name='Grande salle'>
      <event guid='8079583e-8321-506c-95af-fd2903a5f075' id='25'>
        <date>2027-03-28T07:30:00+00:00</date><start>07:30</start><duration>01:30</duration>
        <room>Grande salle</room><slug>rencontre-25-ouvrir</slug><title>Ouvrir</title><subtitle>et durer</subtitle>
        <type>Talk</type><abstract>Le but.</abstract>
        <description>&lt;p&gt;Les &lt;b&gt;moyens&lt;/b&gt;&lt;/p&gt;</description>
        <persons><person id='2'>Zoé Durand (Val’Horizon)</person><person id='3'>Ali Ba</person></persons>
        <links><link href="https://a.example/x">X</link><link href="javascript:alert(1)">Y</link></links>
      </event>
    </room>
    <room name='Atelier'>
      <event id='26'>
        <date>2027-03-28T09:00:00+02:00</date><start>09:00</start><duration>long</duration>
        <title>Faire</title><type>Concours</type><persons><person>Ali Ba</person></persons>
      </event>
      <event id='27'>
        <date>2027-03-28T23:30:00+02:00</date><start>23:30</start><duration>01:00</duration><title>Fêter</title>
      </event>
    </room>
  </day>
</schedule>
"""


def build(content: bytes) -> tuple[Programme, list[Finding]]:
    sessions, people = (
        check_table(table, fields)
        for table, fields in zip(read_schedule(content), (PROGRAMME_FIELDS, INTERVENANT_FIELDS), strict=True)
    )
    programme, found = build_programme(sessions.to_typed_rows(), people.to_typed_rows(), pole_ids=())
    return programme, [*sessions.findings, *people.findings, *found]


def test_rooms_hours_people_and_texts_of_a_pretalx_schedule_become_a_programme():
    programme, findings = build(PRETALX.encode())
    assert (programme.event.id, programme.event.title) == ("rencontre-2027", "Rencontre & échanges")
    told = [
        (s.id, s.kind, s.title, s.room, f"{s.starts_at:%H:%M}", s.ends_at and f"{s.ends_at:%d %H:%M}")
        for s in programme.sessions
    ]
    assert told == [
        ("seance-26", None, "Faire", "Atelier", "09:00", None),
        ("ouvrir", "conference", "Ouvrir\u202f: et durer", "Grande salle", "09:30", "28 11:00"),
        ("seance-27", None, "Fêter", "Atelier", "23:30", "29 00:30"),
    ]
    opening = programme.sessions_by_id["ouvrir"]
    assert (opening.abstract, opening.description.split()) == ("Le but.", ["Les", "moyens"])
    assert (opening.guid, opening.number) == ("8079583e-8321-506c-95af-fd2903a5f075", "25")
    assert opening.sources == ("https://a.example/x",)
    assert [(p.name, p.organisation) for p in programme.people_of("ouvrir")] == [
        ("Zoé Durand", "Val’Horizon"),
        ("Ali Ba", None),
    ]
    assert {f.code for f in findings} == {
        "clock_change_day",
        "malformed_duration",
        "person_without_organisation",
        "unknown_term",
    }
    assert {f.row for f in findings if f.code == "malformed_duration"} == {24}


def test_our_own_schedule_comes_back_with_its_sessions_hours_rooms_and_people():
    ours = programme_2012()
    back, findings = build(schedule_xml(frab_schedule(ours, site="https://carte.example")))
    assert {(s.id, s.kind, s.title, s.starts_at, s.ends_at, s.parent) for s in back.sessions} == {
        (s.id, s.kind, s.title, s.starts_at, s.ends_at, s.parent) for s in ours.sessions
    }
    assert [[p.name for p in back.people_of(s.id)] for s in ours.sessions] == [
        [p.name for p in ours.people_of(s.id)] for s in ours.sessions
    ]
    assert {s.room for s in back.sessions} == {"Repas", "Découvertes", ours.event.place}
    assert {f.code for f in findings} == {"person_without_organisation"}


def test_a_site_may_name_a_schedule_as_its_programme(tmp_path: Path):
    path = tmp_path / "schedule.xml"
    path.write_bytes(PRETALX.encode())
    site = compose(read_settings({"PTCE_PROGRAMME": str(path)}))
    assert [s.id for s in site.meeting.programme.sessions] == ["seance-26", "ouvrir", "seance-27"]
    assert [p.name for p in site.meeting.programme.people] == ["Zoé Durand", "Ali Ba", "Ali Ba"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ('<!DOCTYPE s [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><schedule>&b;</schedule>', "unsafe_xml"),
        ('<!DOCTYPE s SYSTEM "file:///etc/passwd"><schedule/>', "unsafe_xml"),
        ("<schedule><day></schedule>", "damaged_xml"),
        ("<schedule>" + "<a>" * 50_000, "damaged_xml"),
        ("", "damaged_xml"),
        ("<html></html>", "not_a_schedule"),
        ('{"schedule": {"conference": ', "damaged_json"),
        ('{"schedule": {"conference": []}}', "not_a_schedule"),
        ("{" * 100_000, "damaged_json"),
        ("<schedule>" + " " * MAX_BYTES, "file_too_big"),
    ],
)
def test_what_is_no_schedule_or_could_do_harm_is_refused_whole(content: str, code: str):
    with pytest.raises(UnreadableFile) as refusal:
        read_schedule(content.encode())
    assert refusal.value.code == code


def test_a_schedule_is_known_by_its_first_element_and_a_page_is_not_one(tmp_path: Path):
    assert is_schedule(PRETALX.encode())
    assert not is_schedule(b"<!doctype html><html></html>")
    assert not is_schedule(b"id,titre\na,<schedule>")
    big = tmp_path / "schedule.xml"
    big.write_bytes(b"<schedule>" + b" " * MAX_BYTES)
    for path, code in ((big, "file_too_big"), (tmp_path / "absent.xml", "missing_file")):
        with pytest.raises(UnreadableFile) as refusal:
            read_meeting(path, None)
        assert refusal.value.code == code


def test_a_schedule_without_a_session_is_a_meeting_all_the_same():
    programme, _ = build(b"<schedule><conference><title>Vide</title></conference></schedule>")
    assert (programme.event.title, programme.sessions) == ("Vide", ())


def schedule(*events: str, zone: str = "Europe/Paris", day: str = "date='2027-07-03'") -> bytes:
    name = f"<time_zone_name>{zone}</time_zone_name>" if zone else ""
    head = f"<schedule><conference><title>Rencontre</title>{name}</conference><day {day}><room name='Halle'>"
    return (head + "\n".join(events) + "</room></day></schedule>").encode()


def event(start: str, length: str, *, at: str = "") -> str:
    date = f"<date>{at}</date>" if at else ""
    return f"<event id='1'>{date}<start>{start}</start><duration>{length}</duration><title>T</title></event>"


@pytest.mark.parametrize(
    ("content", "start", "end", "codes"),
    [
        # an instant without the name of a zone
        (
            schedule(event("08:00", "01:00", at="2027-07-03T08:00:00Z"), zone=""),
            "03 10:00",
            "03 11:00",
            {"assumed_timezone"},
        ),
        (schedule(event("23:00", "01:00", at="2027-07-03T23:00:00Z")), "04 01:00", "04 02:00", set()),
        # lengths with days, and lengths that can only have seconds
        (schedule(event("09:00", "1:00:00")), "03 09:00", "04 09:00", set()),
        (schedule(event("09:00", "2:03:30")), "03 09:00", "05 12:30", set()),
        (schedule(event("09:00", "00:45:00")), "03 09:00", "03 09:45", set()),
        # past midnight: the end, then the beginning, by the change of day that the file says
        (schedule(event("22:30", "02:30")), "03 22:30", "04 01:00", set()),
        (schedule(event("01:30", "01:00")), "04 01:30", "04 02:30", set()),
        (
            schedule(event("05:00", "01:00"), day="date='2027-07-03' start='2027-07-03T06:00:00+02:00'"),
            "04 05:00",
            "04 06:00",
            set(),
        ),
        # a date that no standard knows, and one that nothing knows
        (schedule(event("09:00", "01:00", at="2027-07-03T9:00:00+02:00")), "03 09:00", "03 10:00", set()),
        (schedule(event("09:00", "01:00", at="samedi")), "03 09:00", "03 10:00", {"malformed_date"}),
        # what the file says twice
        (
            schedule(event("09:30", "01:00", at="2027-07-03T11:30:00+02:00")),
            "03 11:30",
            "03 12:30",
            {"date_start_disagree"},
        ),
        (schedule(event("09:30", "01:00", at="2027-07-03T07:30:00Z")), "03 09:30", "03 10:30", set()),
        (
            schedule(event("09:30", "01:00", at="2027-07-06T09:30:00+02:00")),
            "06 09:30",
            "06 10:30",
            {"start_day_conflict"},
        ),
        # the night when the clocks change: time that passes, and the second two o'clock
        (
            schedule(event("01:30", "01:00", at="2027-03-28T01:30:00+01:00"), day="date='2027-03-28'"),
            "28 01:30",
            "28 03:30",
            {"clock_change_day"},
        ),
        (
            schedule(event("02:30", "01:00", at="2027-10-31T02:30:00+01:00"), day="date='2027-10-31'"),
            "31 02:30",
            "31 03:30",
            {"clock_change_day"},
        ),
        (
            schedule(event("02:30", "01:00", at="2027-10-31T02:30:00+02:00"), day="date='2027-10-31'"),
            "31 02:30",
            "31 02:30",
            {"clock_change_day"},
        ),
    ],
)
def test_the_instant_and_the_length_of_a_session_are_kept(content: bytes, start: str, end: str, codes: set[str]):
    programme, findings = build(content)
    only = programme.sessions[0]
    assert (f"{only.starts_at:%d %H:%M}", f"{only.ends_at:%d %H:%M}") == (start, end)
    assert {f.code for f in findings} == codes


def test_the_json_of_a_schedule_says_the_same_as_its_xml():
    ours = frab_schedule(build(PRETALX.encode())[0], site="")
    of_json, of_xml = build(json.dumps(ours, indent=1).encode())[0], build(schedule_xml(ours))[0]
    assert is_schedule(json.dumps(ours).encode())
    assert (of_json.event, of_json.people) == (of_xml.event, of_xml.people)
    assert [(s, s.day, s.details) for s in of_json.sessions] == [(s, s.day, s.details) for s in of_xml.sessions]
    assert not is_schedule(b'{"type": "FeatureCollection", "features": [{"schedule": {}}]}')
