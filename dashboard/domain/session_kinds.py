"""What the kind of a session lets its visitors do: come and go, eat, meet poles one after the other."""

from dashboard.domain.programme import Programme, Session

MEALS = frozenset({"repas"})
VISITS = frozenset({"decouvertes"})
COME_AND_GO = MEALS | VISITS | {"pause"}
"""Kinds (codes of TYPES_SEANCE) that one joins and leaves at will, so that another session is no conflict."""


def may_come_and_go(session: Session) -> bool:
    """Whether one may attend a part of it only."""
    return session.kind in COME_AND_GO


def sessions_of(programme: Programme, kinds: frozenset[str]) -> tuple[Session, ...]:
    """The sessions of these kinds that say when they begin and end, in the order of the day."""
    return tuple(s for s in programme.sessions if s.kind in kinds and s.starts_at and s.ends_at)
