"""The pace of a visitor's day as an address says it: `15-5-30`, minutes of a visit, between two, of lunch."""

from re import ASCII, fullmatch

from dashboard.domain.planner import Pace

VISIT_LIMITS, MOVE_LIMITS, LUNCH_LIMITS = (5, 60), (0, 30), (0, 120)
"""What may be asked, in minutes, both ends included."""


def to_text(pace: Pace) -> str:
    """`15-5-30`."""
    return f"{pace.visit_min}-{pace.move_min}-{pace.lunch_min}"


def parse(text: str) -> Pace:
    """The pace that the text says, each number brought inside its limits; the usual one from any other text."""
    found = fullmatch(r"(\d{1,4})-(\d{1,4})-(\d{1,4})", text, flags=ASCII)
    if not found:
        return Pace()
    limits = (VISIT_LIMITS, MOVE_LIMITS, LUNCH_LIMITS)
    visit, move, lunch = (
        min(max(int(number), low), high) for number, (low, high) in zip(found.groups(), limits, strict=True)
    )
    return Pace(visit, move, lunch)
