"""Schedules written and read: any meeting comes back, any bytes are a schedule or one of our errors."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.core.fields.tables import INTERVENANT_FIELDS, PROGRAMME_FIELDS
from dashboard.core.intake.checking import check_table
from dashboard.errors import UnreadableFile
from dashboard.features.meeting.build import build_programme
from dashboard.features.meeting.calendars.frab import frab_schedule, schedule_xml
from dashboard.features.meeting.calendars.icalendar import to_ical
from dashboard.features.meeting.read_frab import is_schedule, read_schedule
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
