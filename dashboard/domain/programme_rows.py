"""From the typed rows of `programme.csv` and `intervenants.csv` to a `Programme`, every defect kept as a finding."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from dashboard.domain.findings import Finding, Severity
from dashboard.domain.programme import Event, Person, Programme, Session

TypedRow = tuple[int, Mapping[str, Any]]
"""The number of a row as a spreadsheet shows it, and its values by column key; None for a blank."""

DEFAULT_TIMEZONE = "Europe/Paris"

CODES = frozenset(
    {
        "duplicate_id",
        "missing_id",
        "missing_event",
        "several_events",
        "missing_date",
        "missing_start",
        "end_before_start",
        "end_time_conflict",
        "unknown_parent",
        "parent_cycle",
        "unknown_session",
        "unknown_pole",
        "person_without_organisation",
        "person_without_name",
    }
)


@dataclass
class _Report:
    findings: list[Finding] = field(default_factory=list)

    def add(self, row: int | None, column: str | None, code: str, value: object, severity: Severity) -> None:
        self.findings.append(Finding(row, column, code, severity, "" if value is None else str(value)))

    def warn(self, row: int | None, column: str | None, code: str, value: object) -> None:
        self.add(row, column, code, value, Severity.WARNING)

    def refuse(self, row: int, column: str | None, code: str, value: object) -> None:
        self.add(row, column, code, value, Severity.ERROR)


def build_programme(
    session_rows: Iterable[TypedRow], person_rows: Iterable[TypedRow], *, pole_ids: Collection[str]
) -> tuple[Programme, tuple[Finding, ...]]:
    """The meeting that the rows describe, and what is wrong with them; `pole_ids` are the poles that exist.

    A row without id, with the id of an earlier one, or a person of no session or of no name is refused (ERROR).
    """
    report = _Report()
    rows = _distinct(session_rows, report)
    events = [row for row in rows if row[1].get("type") == "evenement"]
    for number, values in events[1:]:
        report.warn(number, "type", "several_events", values["id"])
    if not events:
        report.warn(None, None, "missing_event", None)
    header: Mapping[str, Any] = events[0][1] if events else {}
    zone = ZoneInfo(header.get("fuseau") or DEFAULT_TIMEZONE)
    sessions = _sessions([row for row in rows if row not in events], header, zone, report)
    event = _event(events[0], sessions, zone, report) if events else None
    people = _people(person_rows, {session.id: session for session in sessions}, pole_ids, report)
    return Programme(event, sessions, people), tuple(report.findings)


def _distinct(rows: Iterable[TypedRow], report: _Report) -> list[TypedRow]:
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


def _span(row: TypedRow, day: date | None, zone: ZoneInfo, report: _Report) -> tuple[datetime | None, datetime | None]:
    """Beginning and end of a row; a span in `debut`, « 9h30-11h », gives both."""
    number, values = row
    start, _, span_end = (values.get("debut") or "").partition("-")
    end = values.get("fin") or span_end
    if span_end and end != span_end:
        report.warn(number, "fin", "end_time_conflict", f"{values['debut']} / {end}")
    if day is None:
        return None, None
    if start and end and end <= start:
        report.warn(number, "fin", "end_before_start", f"{start}-{end}")
        end = ""
    begins, ends = (datetime.combine(day, time.fromisoformat(t), zone) if t else None for t in (start, end))
    return begins, ends


def _sessions(rows: list[TypedRow], header: Mapping[str, Any], zone: ZoneInfo, report: _Report) -> tuple[Session, ...]:
    by_id = {str(values["id"]): (number, values) for number, values in rows}
    parents = {row_id: _parent(row_id, by_id, report) for row_id in by_id}
    own = {
        row_id: _session(row, parents[row_id], _span(row, row[1].get("date") or header.get("date"), zone, report))
        for row_id, row in by_id.items()
    }
    for row_id, session in own.items():
        number, values = by_id[row_id]
        if session.parent is None and not (values.get("date") or header.get("date")):
            report.warn(number, "date", "missing_date", values.get("date"))
        elif session.parent is None and session.starts_at is None:
            report.warn(number, "debut", "missing_start", values.get("debut"))
    return _in_order({row_id: _with_times(session, own) for row_id, session in own.items()})


def _parent(row_id: str, by_id: Mapping[str, TypedRow], report: _Report) -> str | None:
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


def _session(row: TypedRow, parent: str | None, span: tuple[datetime | None, datetime | None]) -> Session:
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
    )


def _with_times(session: Session, sessions: Mapping[str, Session]) -> Session:
    """The session with the times of the first session above it that has some, if it has none."""
    source = session
    while source.starts_at is None and source.parent is not None:
        source = sessions[source.parent]
    return replace(
        session, starts_at=source.starts_at, ends_at=source.ends_at if source is not session else session.ends_at
    )


def _in_order(sessions: Mapping[str, Session]) -> tuple[Session, ...]:
    """By time, then as in the file, those without time last; each session followed by its sub-themes."""

    def below(parent: str | None) -> list[Session]:
        siblings = [session for session in sessions.values() if session.parent == parent]
        siblings.sort(key=lambda s: (s.starts_at is None, s.starts_at.timestamp() if s.starts_at else 0.0))
        return [one for session in siblings for one in (session, *below(session.id))]

    return tuple(below(None))


def _event(row: TypedRow, sessions: tuple[Session, ...], zone: ZoneInfo, report: _Report) -> Event:
    """The meeting; its hours are those of its row, else from its first session to the end of the last."""
    values = row[1]
    starts_at, ends_at = _span(row, values.get("date"), zone, report)
    return Event(
        id=values["id"],
        title=values.get("titre") or values["id"],
        date=values.get("date"),
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
    )


def _people(
    rows: Iterable[TypedRow], sessions: Mapping[str, Session], pole_ids: Collection[str], report: _Report
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
        if pole is not None and pole not in pole_ids:
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
                slots=_slots(values.get("creneaux") or (), sessions[values["seance"]].starts_at),
            )
        )
    return tuple(people)


def _slots(spans: Iterable[str], session_start: datetime | None) -> tuple[tuple[datetime, datetime], ...]:
    """The spans, `12:45-13:00`, on the day of the session; none if that day is not known."""
    if session_start is None:
        return ()
    ends = ([time.fromisoformat(part) for part in span.split("-")] for span in spans)
    day, zone = session_start.date(), session_start.tzinfo
    return tuple((datetime.combine(day, start, zone), datetime.combine(day, end, zone)) for start, end in ends)
