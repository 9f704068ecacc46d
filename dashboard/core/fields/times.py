"""Clock times, spans of time and time zones, as French files write them."""

import re
from zoneinfo import ZoneInfo

from dashboard.core.fields.cells import Malformed, Parsed, is_blank, parse_list

_LONGEST = 100
"""Characters of a cell that holds a time."""

_CLOCK = r"(\d{1,2})(?:h|:|\s*heures?\s*)(\d{2})?(?::\d{2})?"
_TIMES = re.compile(rf"{_CLOCK}(?:\s*(?:-|–|—|à|/|->|→)\s*{_CLOCK})?", re.ASCII | re.IGNORECASE)


_MIDNIGHT = (24, 0)


def parse_times(text: str) -> Parsed:
    """A time, `09:30`, or a span, `09:30-11:00`, written « 9h », « 9h30 », « 09:30 » or « 9h30-11h ».

    Any writing but those two is told. `24:00` may end a day, not begin a session.
    """
    if is_blank(text):
        return Parsed(None)
    if len(text) > _LONGEST:
        raise Malformed("malformed_time", text)
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


def parse_start(text: str) -> Parsed:
    """A time or a span, as `parse_times` reads it, that begins on the day itself: not at « 24:00 »."""
    parsed = parse_times(text)
    if str(parsed.value).startswith("24:"):
        raise Malformed("malformed_time", text)
    return parsed


def parse_time(text: str) -> Parsed:
    """One time, `11:00`, written « 11h », « 11h00 » or « 11:00 »."""
    parsed = parse_times(text)
    if isinstance(parsed.value, str) and "-" in parsed.value:
        raise Malformed("malformed_time", text)
    return parsed


def parse_time_spans(text: str) -> Parsed:
    """Several spans in order, as a tuple of `12:45-13:00`; each must end after it begins."""
    parts = parse_list(text).value
    if not isinstance(parts, tuple):
        return Parsed(None)
    spans = sorted({str(parse_times(part).value) for part in parts})
    for start, _, end in (span.partition("-") for span in spans):
        if end <= start:
            raise Malformed("malformed_time", text)
    return Parsed(tuple(spans))


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
