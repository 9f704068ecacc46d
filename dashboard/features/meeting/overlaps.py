"""Sessions at the same time: those of one parcours to choose between, and people wanted in two places at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from dashboard.core.fields.findings import Finding, Severity
from dashboard.features.meeting.directory import Directory
from dashboard.features.meeting.programme import Programme, Session, may_come_and_go


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two sessions and the time they share; `is_conflict`: one cannot do justice to both."""

    first: Session
    second: Session
    starts_at: datetime
    ends_at: datetime
    is_conflict: bool


def overlaps_of(programme: Programme, session_ids: Iterable[str]) -> tuple[Overlap, ...]:
    """The overlaps among these sessions, in the order of the day; a sub-theme does not overlap its own session.

    A session that one joins and leaves at will (a meal, express visits) conflicts only with one that covers it whole.
    Sub-themes without times of their own follow one another inside their session.
    """
    wanted = set(session_ids)
    sessions = [session for session in programme.sessions if session.id in wanted and session.starts_at]
    pairs = (_overlap(programme, first, second) for first, second in combinations(sessions, 2))
    return tuple(overlap for overlap in pairs if overlap is not None)


def _overlap(programme: Programme, first: Session, second: Session) -> Overlap | None:
    if _share_one_session(programme, first, second):
        return None
    if not (first.starts_at and first.ends_at and second.starts_at and second.ends_at):
        return None
    start, end = max(first.starts_at, second.starts_at), min(first.ends_at, second.ends_at)
    if start >= end:
        return None
    is_fine = any(_leaves_room(one, other, (start, end)) for one, other in ((first, second), (second, first)))
    return Overlap(first, second, start, end, not is_fine)


def _leaves_room(loose: Session, other: Session, shared: tuple[datetime, datetime]) -> bool:
    """Whether one may come and go in the first, and has time for it: the other leaves some, or may be left too."""
    return may_come_and_go(loose) and (may_come_and_go(other) or shared != (loose.starts_at, loose.ends_at))


def _share_one_session(programme: Programme, first: Session, second: Session) -> bool:
    if _is_below(programme, first, second) or _is_below(programme, second, first):
        return True
    siblings = first.parent is not None and first.parent == second.parent
    return siblings and not (first.has_own_times and second.has_own_times)


def _is_below(programme: Programme, session: Session, above: Session) -> bool:
    parent = session.parent
    while parent is not None:
        if parent == above.id:
            return True
        parent = programme.sessions_by_id[parent].parent
    return False


DOUBLE_BOOKING = "double_booking"


def find_double_bookings(programme: Programme, rows: Mapping[str, int]) -> tuple[Finding, ...]:
    """A finding at the later row of each named person who has two sessions at once; `rows`: number by person id.

    Meals and visits, which one joins and leaves, and the sub-themes of one session are no conflict (`overlaps_of`). An
    organisation may be in several places.
    """
    findings = []
    for speaker in Directory(programme).speakers.values():
        number_of = {part.session: rows[part.id] for part in speaker.parts}
        for overlap in overlaps_of(programme, number_of):
            if overlap.is_conflict:
                number = max(number_of[overlap.first.id], number_of[overlap.second.id])
                hours = f"{overlap.starts_at:%H:%M}-{overlap.ends_at:%H:%M}"
                value = f"{speaker.name}, {overlap.first.id} / {overlap.second.id}, {hours}"
                findings.append(Finding(number, "seance", DOUBLE_BOOKING, Severity.WARNING, value))
    return tuple(findings)
