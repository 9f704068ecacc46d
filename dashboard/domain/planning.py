"""The visits of a parcours, planned from what the programme says: when they take place, who receives where and when."""

from collections.abc import Iterable

from dashboard.domain.parcours import Parcours
from dashboard.domain.planner import Pace, Plan, Span, Wish, plan_visits
from dashboard.domain.programme import Programme, Session
from dashboard.domain.session_kinds import MEALS, VISITS, may_come_and_go, sessions_of


def plan_of(programme: Programme, parcours: Parcours, pace: Pace) -> Plan:
    """The plan of the poles of a parcours, inside the sessions whose kind is visits, around its other sessions.

    Lunch is in a session whose kind is a meal, if one runs beside the visits. When the programme names the poles that
    receive, only these can be visited.
    """
    visits = sessions_of(programme, VISITS)
    windows = _spans(visits)
    meals = [meal for meal in _spans(sessions_of(programme, MEALS)) if _meets(meal, windows)]
    starred = [programme.sessions_by_id[one] for one in parcours.sessions if one in programme.sessions_by_id]
    busy = [span for span in _spans(s for s in starred if not may_come_and_go(s)) if _meets(span, windows)]
    wishes = wishes_of(programme, parcours)
    return plan_visits(wishes, windows=windows, meals=meals, busy=busy, pace=pace)


def wishes_of(programme: Programme, parcours: Parcours) -> list[Wish]:
    """The poles of a parcours by priority, each with the stand and the slots that the programme gives it."""
    sessions = {session.id for session in sessions_of(programme, VISITS)}
    hosts = [person for person in programme.people if person.session in sessions and person.pole]
    announced = {person.pole for person in hosts}
    return [
        Wish(
            pole,
            stand=next((host.stand for host in hosts if host.pole == pole and host.stand), ""),
            slots=tuple(sorted({slot for host in hosts if host.pole == pole for slot in host.slots})),
            is_announced=not announced or pole in announced,
        )
        for pole in parcours.poles
    ]


def _spans(sessions: Iterable[Session]) -> list[Span]:
    return [(s.starts_at, s.ends_at) for s in sessions if s.starts_at and s.ends_at]


def _meets(span: Span, others: list[Span]) -> bool:
    start, end = span
    return any(start < stop and begin < end for begin, stop in others)
