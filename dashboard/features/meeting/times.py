"""The hours of a row on its day, in its zone; what is impossible or doubtful about them is told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from dashboard.core.fields.findings import Finding, Severity

TypedRow = tuple[int, Mapping[str, Any]]
"""The number of a row as a spreadsheet shows it, and its values by column key; None for a blank."""

DEFAULT_TIMEZONE = "Europe/Paris"
TIME_CODES = frozenset(
    {
        "end_before_start",
        "ends_next_day",
        "end_time_conflict",
        "start_day_conflict",
        "nonexistent_time",
        "ambiguous_time",
        "clock_change_day",
    }
)
_MIDNIGHT = "24:00"
_LONGEST_NIGHT = timedelta(hours=12)
"""A session that ends this long after its start, by the clock, ends on the next day; a longer one is a mistake."""
MORNING = time(6)
"""What begins or ends in the night, before this time, may belong to the day before."""


@dataclass
class Report:
    """The findings of one building, in the order in which they are made."""

    findings: list[Finding] = field(default_factory=list)

    def add(self, row: int | None, column: str | None, code: str, value: object, severity: Severity) -> None:
        """Note a finding; None is the value of a blank."""
        self.findings.append(Finding(row, column, code, severity, "" if value is None else str(value)))

    def warn(self, row: int | None, column: str | None, code: str, value: object) -> None:
        """Note a doubt."""
        self.add(row, column, code, value, Severity.WARNING)

    def refuse(self, row: int, column: str | None, code: str, value: object) -> None:
        """Note that a row cannot be kept."""
        self.add(row, column, code, value, Severity.ERROR)


def moment(day: date, clock: str, zone: ZoneInfo) -> datetime:
    """The aware time of a clock (`09:30`) on a day, or of one that says its own day; `24:00` ends the day."""
    if "T" in clock:
        at = datetime.fromisoformat(clock)
        return at.astimezone(zone) if at.tzinfo else at.replace(tzinfo=zone)
    if clock == _MIDNIGHT:
        return datetime.combine(day + timedelta(days=1), time(), zone)
    return datetime.combine(day, time.fromisoformat(clock), zone)


def lasting(start: datetime, minutes: int) -> datetime:
    """The time when so many minutes have passed, whatever the clocks do meanwhile."""
    return (start.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(start.tzinfo)


def span(row: TypedRow, day: date | None, zone: ZoneInfo, report: Report) -> tuple[datetime | None, datetime | None]:
    """Beginning and end of a row; a span in `debut`, « 9h30-11h », gives both; `duree` an end that is not said."""
    number, values = row
    debut = values.get("debut") or ""
    start, _, span_end = (debut, "", "") if "T" in debut else debut.partition("-")
    end = values.get("fin") or span_end
    if span_end and end != span_end:
        report.warn(number, "fin", "end_time_conflict", f"{values['debut']} / {end}")
    if day is None and "T" not in start:
        return None, None
    begins = moment(day or date.min, start, zone) if start else None
    if begins and day and begins.date() != day and not _is_night_of(day, begins):
        report.warn(number, "debut", "start_day_conflict", f"{day} / {start}")
    ends = moment(begins.date() if begins else day or date.min, end, zone) if end else None
    if begins and ends is None and values.get("duree"):
        ends = lasting(begins, values["duree"])
    elif begins and ends and ends <= begins and ends.astimezone(UTC) <= begins.astimezone(UTC):
        ends = _next_day(number, begins, ends, (start, end), report)
    for column, told, text in (("debut", begins, start), ("fin", ends, end)):
        if told and text and (code := _doubt(told, text)):
            report.warn(number, column, code, f"{told:%Y-%m-%d %H:%M}")
    return begins, ends


def _is_night_of(day: date, at: datetime) -> bool:
    return at.date() == day + timedelta(days=1) and at.time() < MORNING


def _next_day(number: int, begins: datetime, ends: datetime, told: tuple[str, str], report: Report) -> datetime | None:
    """The end on the next day, if that makes a night; None, told, if it makes no sense."""
    later = ends + timedelta(days=1)
    if "T" not in told[1] and later - begins <= _LONGEST_NIGHT:
        report.add(number, "fin", "ends_next_day", "-".join(told), Severity.INFO)
        return later
    report.warn(number, "fin", "end_before_start", "-".join(told))
    return None


def tell_clock_changes(rows: Iterable[TypedRow], zone: ZoneInfo, report: Report) -> None:
    """Note each day of the file on which the clocks of the zone change, where it is first written."""
    told: set[date] = set()
    for number, values in rows:
        day = values.get("date")
        if day and day not in told and _offset(day, zone) != _offset(day + timedelta(days=1), zone):
            told.add(day)
            report.add(number, "date", "clock_change_day", day.isoformat(), Severity.INFO)


def _offset(day: date, zone: ZoneInfo) -> timedelta | None:
    return datetime.combine(day, time(), zone).utcoffset()


def _doubt(told: datetime, text: str) -> str:
    """Why no clock, or two, showed this time: on the nights when the clocks change; an offset settles it."""
    if "T" in text and datetime.fromisoformat(text).tzinfo:
        return ""
    back = told.astimezone(UTC).astimezone(told.tzinfo)
    if back.replace(tzinfo=None) != told.replace(tzinfo=None):
        return "nonexistent_time"
    return "ambiguous_time" if told.replace(fold=1).utcoffset() != told.utcoffset() else ""
