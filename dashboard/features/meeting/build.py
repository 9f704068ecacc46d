"""From the typed rows of `programme.csv` and `intervenants.csv` to a `Programme`, every defect kept as a finding."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from dashboard.core.fields.findings import Finding
from dashboard.features.meeting.overlaps import find_double_bookings
from dashboard.features.meeting.programme import Event, Person, Programme, Session
from dashboard.features.meeting.times import DEFAULT_TIMEZONE, Report, TypedRow, moment, span, tell_clock_changes

CODES = frozenset(
    {
        "duplicate_id",
        "missing_id",
        "missing_event",
        "several_events",
        "missing_date",
        "missing_start",
        "unknown_parent",
        "parent_cycle",
        "unknown_session",
        "unknown_pole",
        "person_without_organisation",
        "person_without_name",
    }
)
"""What this module finds itself; `TIME_CODES` and `DOUBLE_BOOKING` come with it."""


def build_programme(
    session_rows: Iterable[TypedRow],
    person_rows: Iterable[TypedRow],
    *,
    pole_ids: Collection[str] | None,
    timezone: str = DEFAULT_TIMEZONE,
) -> tuple[Programme, tuple[Finding, ...]]:
    """The meeting that the rows describe, and what is wrong with them; `pole_ids` are the poles that exist (None: all).

    `timezone` is that of a meeting which names none.

    A row without id, with the id of an earlier one, or a person of no session or of no name is refused (ERROR).
    """
    report = Report()
    rows = _distinct(session_rows, report)
    events = [row for row in rows if row[1].get("type") == "evenement"]
    for number, values in events[1:]:
        report.warn(number, "type", "several_events", values["id"])
    if not events:
        report.warn(None, None, "missing_event", None)
    header: Mapping[str, Any] = events[0][1] if events else {}
    zone = ZoneInfo(header.get("fuseau") or timezone)
    sessions = _sessions([row for row in rows if row[1].get("type") != "evenement"], header, zone, report)
    event = _event(events[0], sessions, zone, report) if events else None
    tell_clock_changes(rows, zone, report)
    known = list(person_rows)
    people = _people(known, {session.id: session for session in sessions}, pole_ids, zone, report)
    programme = Programme(event, sessions, people)
    booked = find_double_bookings(programme, {values["id"]: number for number, values in reversed(known)})
    return programme, (*report.findings, *booked)


def _distinct(rows: Iterable[TypedRow], report: Report) -> list[TypedRow]:
    kept: dict[str, TypedRow] = {}
    for number, values in rows:
        row_id = values.get("id")
        if row_id is None:
            report.refuse(number, "id", "missing_id", None)
        elif row_id in kept:
            report.refuse(number, "id", "duplicate_id", row_id)
        else:
            kept[row_id] = (number, values)
    return list(kept.values())


def _sessions(rows: list[TypedRow], header: Mapping[str, Any], zone: ZoneInfo, report: Report) -> tuple[Session, ...]:
    by_id = {str(values["id"]): (number, values) for number, values in rows}
    parents = {row_id: _parent(row_id, by_id, report) for row_id in by_id}
    own = {}
    for row_id, row in by_id.items():
        day = row[1].get("date") or header.get("date")
        own[row_id] = _session(row, parents[row_id], day, span(row, day, zone, report))
    for row_id, session in own.items():
        number, values = by_id[row_id]
        if session.parent is None and session.day is None:
            report.warn(number, "date", "missing_date", values.get("date"))
        elif session.parent is None and session.starts_at is None:
            report.warn(number, "debut", "missing_start", values.get("debut"))
    return _in_order({row_id: _with_times(session, own) for row_id, session in own.items()})


def _parent(row_id: str, by_id: Mapping[str, TypedRow], report: Report) -> str | None:
    """The parent of a session, None if it is unknown or if following the parents comes back to the session."""
    number, values = by_id[row_id]
    parent = values.get("parent")
    if parent is None:
        return None
    if parent not in by_id:
        report.warn(number, "parent", "unknown_parent", parent)
        return None
    seen, above = {row_id}, parent
    while above in by_id and above not in seen:
        seen.add(above)
        above = by_id[above][1].get("parent")
    if above in seen:
        report.warn(number, "parent", "parent_cycle", parent)
        return None
    return str(parent)


def _session(
    row: TypedRow, parent: str | None, day: date | None, span: tuple[datetime | None, datetime | None]
) -> Session:
    values = row[1]
    return Session(
        id=values["id"],
        kind=values.get("type"),
        title=values.get("titre") or values["id"],
        starts_at=span[0],
        ends_at=span[1],
        has_own_times=span[0] is not None,
        parent=parent,
        lane=values.get("couloir"),
        place=values.get("lieu"),
        insee_code=values.get("code_insee"),
        organisers=values.get("organisateurs") or (),
        host=values.get("hote"),
        description=values.get("description"),
        note=values.get("note"),
        sources=values.get("sources") or (),
        day=values.get("date") or (span[0].date() if span[0] else day),
        room=values.get("salle"),
        track=values.get("piste"),
        city=values.get("ville"),
        language=values.get("langue"),
        abstract=values.get("resume"),
        guid=values.get("guid"),
        number=values.get("numero"),
    )


def _with_times(session: Session, sessions: Mapping[str, Session]) -> Session:
    """The session with the times and the day of the first session above it that has some, if it has none."""
    source = session
    while source.starts_at is None and source.parent is not None:
        source = sessions[source.parent]
    if source is session:
        return session
    return replace(session, starts_at=source.starts_at, ends_at=source.ends_at, day=source.day or session.day)


def _in_order(sessions: Mapping[str, Session]) -> tuple[Session, ...]:
    """By day, by time, then as in the file, those without time last; each session followed by its sub-themes."""
    by_parent: dict[str | None, list[Session]] = {}
    for session in sessions.values():
        by_parent.setdefault(session.parent, []).append(session)

    def below(parent: str | None) -> list[Session]:
        siblings = sorted(by_parent.get(parent, ()), key=_rank)
        return [one for session in siblings for one in (session, *below(session.id))]

    return tuple(below(None))


def _rank(session: Session) -> tuple[date, bool, float]:
    at = session.starts_at
    return session.day or date.max, at is None, at.timestamp() if at else 0.0


def _event(row: TypedRow, sessions: tuple[Session, ...], zone: ZoneInfo, report: Report) -> Event:
    """The meeting; its hours are those of its row, else from its first session to the end of the last."""
    values = row[1]
    starts_at, ends_at = span(row, values.get("date"), zone, report)
    return Event(
        id=values["id"],
        title=values.get("titre") or values["id"],
        date=values.get("date") or min((s.day for s in sessions if s.day), default=None),
        starts_at=starts_at or min((s.starts_at for s in sessions if s.starts_at), default=None),
        ends_at=ends_at or max((s.ends_at for s in sessions if s.ends_at), default=None),
        timezone=zone.key,
        place=values.get("lieu"),
        insee_code=values.get("code_insee"),
        organisers=values.get("organisateurs") or (),
        host=values.get("hote"),
        description=values.get("description"),
        note=values.get("note"),
        sources=values.get("sources") or (),
        updated=values.get("date_maj"),
        city=values.get("ville"),
    )


def _people(
    rows: Iterable[TypedRow],
    sessions: Mapping[str, Session],
    pole_ids: Collection[str] | None,
    zone: ZoneInfo,
    report: Report,
) -> tuple[Person, ...]:
    people = []
    for number, values in _distinct(rows, report):
        pole = values.get("pole")
        named = values.get("nom") or values.get("prenom")
        if values.get("seance") not in sessions:
            report.refuse(number, "seance", "unknown_session", values.get("seance"))
            continue
        if not (named or values.get("fonction") or values.get("organisation")):
            report.refuse(number, "nom", "person_without_name", None)
            continue
        if pole is not None and pole_ids is not None and pole not in pole_ids:
            report.warn(number, "pole", "unknown_pole", pole)
            pole = None
        if not values.get("organisation"):
            report.warn(number, "organisation", "person_without_organisation", values.get("nom"))
        people.append(
            Person(
                id=values["id"],
                session=values["seance"],
                first_name=values.get("prenom"),
                last_name=values.get("nom"),
                role=values.get("role"),
                function=values.get("fonction"),
                organisation=values.get("organisation"),
                pole=pole,
                insee_code=values.get("code_insee"),
                note=values.get("note"),
                sources=values.get("sources") or (),
                stand=values.get("stand"),
                slots=_slots(values.get("creneaux") or (), sessions[values["seance"]].starts_at, zone),
            )
        )
    return tuple(people)


def _slots(
    spans: Iterable[str], session_start: datetime | None, zone: ZoneInfo
) -> tuple[tuple[datetime, datetime], ...]:
    """The spans, `12:45-13:00`, on the day of the session; none if that day is not known."""
    if session_start is None:
        return ()
    day, ends = session_start.date(), (one.split("-") for one in spans)
    return tuple((moment(day, start, zone), moment(day, end, zone)) for start, end in ends)
