"""Schedules written and read: any meeting comes back, any bytes are a schedule or one of our errors."""

import json
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dashboard.core.fields.tables import INTERVENANT_FIELDS, PROGRAMME_FIELDS
from dashboard.core.intake.checking import check_table
from dashboard.errors import UnreadableFile
from dashboard.features.meeting.build import build_programme
from dashboard.features.meeting.calendars.frab import frab_schedule, schedule_xml
from dashboard.features.meeting.calendars.icalendar import to_ical
from dashboard.features.meeting.parse_frab import is_schedule
from dashboard.features.meeting.programme import Session
from dashboard.features.meeting.read_frab import read_schedule
from tests.helpers.meetings import make_programme

ANYTHING = st.text("aZé’ &<>\"'{}$\\;,()-0", max_size=9)
WORDS = st.tuples(ANYTHING, st.sampled_from("aZé"), ANYTHING).map("".join)
MINUTES = st.integers(0, 23 * 60)
SESSIONS = st.lists(st.tuples(WORDS, MINUTES, st.integers(1, 200), WORDS, st.lists(WORDS, max_size=3)), max_size=6)
PARTS = st.sampled_from(
    (
        *("<schedule>", "<day date='2027-01-01'>", "<room name='A'>", "<event id='1'>", "<start>09:00</start>"),
        *("<duration>", "x", "&amp;", "<persons><person>B</person></persons>", "<!--", "]]>"),
        *("</event>", "</room>", "</day>", "</schedule>"),
    )
)


def clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def rows_or_refusal(content: bytes) -> tuple[list[tuple[str, ...]], str]:
    try:
        sessions, people = read_schedule(content)
    except UnreadableFile as refusal:
        return [], refusal.code
    return [*sessions.rows, *people.rows], ""


@given(SESSIONS)
def test_any_meeting_comes_back_from_its_schedule(sessions: list):
    rows, people = [], []
    for n, (title, start, length, lane, names) in enumerate(sessions):
        end = min(start + length, 24 * 60)
        rows.append({"id": f"seance-{n}", "titre": title, "debut": clock(start), "fin": clock(end), "couloir": lane})
        for rank, name in enumerate(names):
            plain = name.replace("(", "").replace(")", "")
            people.append({"id": f"{n}-{rank}", "seance": f"seance-{n}", "nom": plain, "organisation": "O"})
    ours, _ = make_programme(rows, people)
    tables = read_schedule(schedule_xml(frab_schedule(ours, site="https://a.fr")))
    checked = [
        check_table(table, fields) for table, fields in zip(tables, (PROGRAMME_FIELDS, INTERVENANT_FIELDS), strict=True)
    ]
    back, _ = build_programme(checked[0].to_typed_rows(), checked[1].to_typed_rows(), pole_ids=())
    assert {(s.id, s.title, s.starts_at, s.ends_at) for s in back.sessions} == {
        (s.id, s.title, s.starts_at, s.ends_at) for s in ours.sessions
    }
    for session in ours.sessions:
        assert [p.name for p in back.people_of(session.id)] == [p.name for p in ours.people_of(session.id)]


TITLES = st.text("abéZ", min_size=1, max_size=9)
PUBLISHED = st.lists(
    st.fixed_dictionaries(
        {
            "at": st.datetimes(datetime(2026, 10, 24), datetime(2026, 10, 27)).map(lambda at: at.replace(second=0)),
            "is_night": st.booleans(),
            "duree": st.integers(1, 3000).map(str),
            "guid": st.uuids().map(str),
            "salle": TITLES,
            "piste": TITLES,
            "langue": st.sampled_from(("fr", "en", "formal-de")),
        }
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda row: row["guid"],
)


@given(PUBLISHED)
def test_what_event_applications_keep_is_the_same_when_a_programme_is_published_again(published: list):
    rows = []
    for number, row in enumerate(published, start=1):
        at, is_night = row.pop("at"), row.pop("is_night")
        at = at.replace(hour=at.hour % 6) if is_night else at.replace(hour=at.hour % 16 + 6)
        day = at.date() - timedelta(days=is_night)
        rows.append({**row, "id": f"seance-{number}", "titre": "T", "numero": str(number * 7), "date": str(day)})
        rows[-1]["debut"] = at.replace(microsecond=0).isoformat(timespec="minutes")
    ours, _ = make_programme(rows, day="2026-10-24")
    schedule = frab_schedule(ours, site="")
    for content in (schedule_xml(schedule), json.dumps(schedule).encode()):
        tables = read_schedule(content)
        back, findings = build_programme(check_table(tables[0], PROGRAMME_FIELDS).to_typed_rows(), (), pole_ids=())
        assert {f.code for f in findings} <= {"clock_change_day"}
        assert {kept(s) for s in back.sessions} == {kept(s) for s in ours.sessions}
        again = frab_schedule(back, site="")["schedule"]["conference"]
        assert again["days"] == schedule["schedule"]["conference"]["days"]


def kept(session: Session) -> tuple[object, ...]:
    instants = tuple(at and at.astimezone(UTC) for at in (session.starts_at, session.ends_at))
    texts = (session.id, session.guid, session.number, session.track, session.language, session.room)
    return (*texts, session.day, *instants)


@given(SESSIONS)
def test_a_calendar_is_the_same_twice_and_no_line_is_too_long(sessions: list):
    rows = [{"id": f"s{n}", "titre": title, "debut": clock(start)} for n, (title, start, *_) in enumerate(sessions)]
    programme, _ = make_programme(rows)
    content = to_ical(programme, programme.sessions, site="")
    assert content == to_ical(programme, programme.sessions, site="")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))


@given(st.one_of(st.binary(max_size=200), st.lists(PARTS, max_size=15).map(lambda parts: "".join(parts).encode())))
def test_any_bytes_are_a_schedule_or_one_of_our_errors(content: bytes):
    is_schedule(content)
    rows, refusal = rows_or_refusal(content)
    assert refusal in UnreadableFile.CODES | {""}
    assert {len(row) for row in rows} <= {len(PROGRAMME_FIELDS), len(INTERVENANT_FIELDS)}
