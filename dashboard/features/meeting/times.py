"""The hours of a row on its day, in its zone; what is impossible or doubtful about them is told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from dashboard.core.fields.findings import Finding, Severity

TypedRow = tuple[int, Mapping[str, Any]]
"""The number of a row as a spreadsheet shows it, and its values by column key; None for a blank."""

TIME_CODES = frozenset(
    {"end_before_start", "end_time_conflict", "nonexistent_time", "ambiguous_time", "clock_change_day"}
)
_MIDNIGHT = "24:00"


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
    """The aware time of a clock (`09:30`) on a day; `24:00` is the midnight that ends it."""
    if clock == _MIDNIGHT:
        return datetime.combine(day + timedelta(days=1), time(), zone)
    return datetime.combine(day, time.fromisoformat(clock), zone)


def span(row: TypedRow, day: date | None, zone: ZoneInfo, report: Report) -> tuple[datetime | None, datetime | None]:
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
    begins, ends = (moment(day, clock, zone) if clock else None for clock in (start, end))
    for column, told in (("debut", begins), ("fin", ends)):
        if told and (code := _doubt(told)):
            report.warn(number, column, code, f"{told:%Y-%m-%d %H:%M}")
    return begins, ends


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


def _doubt(told: datetime) -> str:
    """Why no clock, or two, showed this time: on the nights when the clocks change."""
    back = told.astimezone(UTC).astimezone(told.tzinfo)
    if back.replace(tzinfo=None) != told.replace(tzinfo=None):
        return "nonexistent_time"
    return "ambiguous_time" if told.replace(fold=1).utcoffset() != told.utcoffset() else ""
