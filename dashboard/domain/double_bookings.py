"""People whom the programme wants in two places at once."""

from collections.abc import Mapping

from dashboard.domain.directory import Directory
from dashboard.domain.findings import Finding, Severity
from dashboard.domain.overlaps import overlaps_of
from dashboard.domain.programme import Programme

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
