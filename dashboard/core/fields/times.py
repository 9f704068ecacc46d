"""Clock times, spans of time, lengths, time zones and universal ids, as files and workbooks write them."""

import re
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from dashboard.core.fields.cells import Malformed, Parsed, is_blank, parse_list
from dashboard.core.fields.text import fold

_LONGEST = 100
"""Characters of a cell that holds a time."""

_CLOCK = r"(\d{1,2})(?:h|:|\s*heures?\s*)(\d{2})?(?::\d{2})?"
_TIMES = re.compile(rf"{_CLOCK}(?:\s*(?:-|–|—|à|/|->|→)\s*{_CLOCK})?", re.ASCII | re.IGNORECASE)


_MIDNIGHT = (24, 0)
_MOMENT = re.compile(
    r"(\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{4})[T ,] ?(?:à )?(\d{1,2})[:h](\d\d)"
    r"(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?",
    re.ASCII,
)
_NUMBER = re.compile(r"\d{0,6}[.,]\d{1,20}", re.ASCII)
_FIRST_SERIAL = datetime(1899, 12, 30)
_FIRST_YEAR = 1905
"""A workbook writes an hour alone as one of the days before."""


def parse_times(text: str) -> Parsed:
    """A time, `09:30`, or a span, `09:30-11:00`, written « 9h », « 9h30 », « 09:30 » or « 9h30-11h ».

    A time with its day is `2026-07-04T09:30`, with an offset where the cell has one; a workbook's number is read too.
    Any writing but those is told. `24:00` may end a day, not begin a session.
    """
    if is_blank(text):
        return Parsed(None)
    if len(text) > _LONGEST:
        raise Malformed("malformed_time", text)
    if value := _moment(text.strip()):
        return Parsed(value) if value == text.strip() else Parsed(value, "time_rewritten", text.strip())
    stripped = re.sub(r"\s*([hH:])\s*", r"\1", re.sub(r"\s", " ", text.strip()))
    found = _TIMES.fullmatch(stripped)
    if not found:
        raise Malformed("malformed_time", text)
    clocks = [(int(h), int(m or 0)) for h, m in (found.group(1, 2), found.group(3, 4)) if h is not None]
    if any((hour > 23 and (hour, minute) != _MIDNIGHT) or minute > 59 for hour, minute in clocks):
        raise Malformed("malformed_time", text)
    if len(clocks) == 2 and clocks[0] == _MIDNIGHT:
        raise Malformed("malformed_time", text)
    value = "-".join(f"{hour:02}:{minute:02}" for hour, minute in clocks)
    if _MIDNIGHT in clocks:
        return Parsed(value, "midnight_as_24", text.strip())
    return Parsed(value) if value == text.strip() else Parsed(value, "time_rewritten", text.strip())


def _moment(text: str) -> str:
    """A time with its day, or a workbook's number, as ISO text to the minute; the time alone without a real day."""
    try:
        if _NUMBER.fullmatch(text):
            days = float(text.replace(",", "."))
            at = _FIRST_SERIAL + timedelta(minutes=round(days * 24 * 60))
            return _text_of(at) if days < 1 or at.year >= _FIRST_YEAR else ""
        if not (found := _MOMENT.fullmatch(text)):
            return ""
        day = found[1] if "-" in found[1] else "-".join(part.zfill(2) for part in reversed(found[1].split("/")))
        return _text_of(datetime.fromisoformat(f"{day}T{found[2]:0>2}:{found[3]}{found[4] or ''}"))
    except (ValueError, OverflowError) as error:
        raise Malformed("malformed_time", text) from error


def _text_of(at: datetime) -> str:
    return at.isoformat(timespec="minutes") if at.year >= _FIRST_YEAR else f"{at:%H:%M}"


def parse_start(text: str) -> Parsed:
    """A time or a span, as `parse_times` reads it, that begins on the day itself: not at « 24:00 »."""
    parsed = parse_times(text)
    if str(parsed.value).startswith("24:"):
        raise Malformed("malformed_time", text)
    return parsed


def parse_time(text: str) -> Parsed:
    """One time, `11:00`, written « 11h », « 11h00 » or « 11:00 », or with its day, as `parse_times` reads it."""
    parsed = parse_times(text)
    if isinstance(parsed.value, str) and "-" in parsed.value and "T" not in parsed.value:
        raise Malformed("malformed_time", text)
    return parsed


def parse_time_spans(text: str) -> Parsed:
    """Several spans in order, as a tuple of `12:45-13:00`; each must end after it begins."""
    parts = parse_list(text).value
    if not isinstance(parts, tuple):
        return Parsed(None)
    spans = sorted({str(parse_times(part).value) for part in parts})
    for start, _, end in (span.partition("-") for span in spans):
        if end <= start or "T" in start:
            raise Malformed("malformed_time", text)
    return Parsed(tuple(spans))


_LENGTH = re.compile(r"(?:(\d{1,3}) days?, )?(\d{1,3})(?::| ?h(?:eures?)? ?)(\d\d)?(?: ?min)?(?::00)?", re.ASCII)
_MINUTES = re.compile(r"(\d{1,4}) ?(?:min|mn|minutes?)?", re.ASCII)


def parse_duration(text: str) -> Parsed:
    """Whole minutes: « 1h30 », `01:30`, `01:30:00`, « 90 min », 90, or a workbook's part of a day, 0.0625."""
    folded = fold(text[: _LONGEST + 1].strip())
    if is_blank(text):
        return Parsed(None)
    if found := _MINUTES.fullmatch(folded):
        return Parsed(int(found[1]))
    if found := _LENGTH.fullmatch(folded):
        return Parsed((int(found[1] or 0) * 24 + int(found[2])) * 60 + int(found[3] or 0))
    if _NUMBER.fullmatch(folded) and (days := float(folded.replace(",", "."))) < _LONGEST:
        return Parsed(round(days * 24 * 60))
    raise Malformed("malformed_duration", text)


def parse_guid(text: str) -> Parsed:
    """A UUID of 36 characters, as it is written."""
    stripped = text.strip()
    if is_blank(stripped):
        return Parsed(None)
    try:
        if str(UUID(stripped)) == stripped.lower():
            return Parsed(stripped)
    except ValueError as error:
        raise Malformed("malformed_identifier", text) from error
    raise Malformed("malformed_identifier", text)


def parse_timezone(text: str) -> Parsed:
    """The name of a time zone, `Europe/Paris`."""
    stripped = text.strip()
    if is_blank(stripped):
        return Parsed(None)
    try:
        ZoneInfo(stripped[:_LONGEST])
    except (ValueError, OSError, KeyError) as error:
        raise Malformed("malformed_timezone", text) from error
    return Parsed(stripped)
