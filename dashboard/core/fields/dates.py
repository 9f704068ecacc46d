"""Years, days, clock times and time zones, as French files write them."""

import re
from datetime import date
from zoneinfo import ZoneInfo

from dashboard.core.fields.cells import Malformed, Parsed, is_blank, parse_list
from dashboard.core.fields.codes import digits_of
from dashboard.core.fields.text import fold


def parse_year(text: str) -> Parsed:
    """A year from 1800 to 2099; the year of a whole date is kept, and said."""
    if is_blank(text):
        return Parsed(None)
    code, repair = digits_of(text)
    if re.fullmatch(r"(?:18|19|20)\d{2}", code, flags=re.ASCII):
        return Parsed(int(code), repair, text.strip() if repair else "")
    try:
        day = parse_date(text).value
    except Malformed:
        day = None
    if not isinstance(day, date):
        raise Malformed("malformed_year", text)
    return Parsed(day.year, "year_of_date_kept", text.strip())


_MONTHS: tuple[str, ...] = (
    *("janvier", "fevrier", "mars", "avril", "mai", "juin"),
    *("juillet", "aout", "septembre", "octobre", "novembre", "decembre"),
)
_ISO_DAY = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?", re.ASCII
)
_FRENCH_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: 00:00(?::00)?)?", re.ASCII)
_WRITTEN_DAY = re.compile(r"(?:[a-z]+ )?(\d{1,2})(?:er)? ([a-z]+) (\d{4})", re.ASCII)


def parse_date(text: str) -> Parsed:
    """A day: `2012-06-25`, `25/06/2012`, « lundi 25 juin 2012 »."""
    stripped = text.strip()
    if is_blank(stripped):
        return Parsed(None)
    written = _WRITTEN_DAY.fullmatch(fold(stripped))
    try:
        if found := _ISO_DAY.fullmatch(stripped):
            return Parsed(date(int(found[1]), int(found[2]), int(found[3])))
        if found := _FRENCH_DAY.fullmatch(stripped):
            return Parsed(date(int(found[3]), int(found[2]), int(found[1])))
        if written and written[2] in _MONTHS:
            return Parsed(date(int(written[3]), _MONTHS.index(written[2]) + 1, int(written[1])))
    except ValueError as error:
        raise Malformed("malformed_date", text) from error
    raise Malformed("malformed_date", text)


def parse_partial_date(text: str) -> Parsed:
    """A year, a month or a day, as ISO text of that precision: `2025`, `2025-11`, `2025-11-27`."""
    stripped = text.strip()
    if re.fullmatch(r"(?:18|19|20)\d{2}(?:-(?:0[1-9]|1[0-2]))?", stripped, flags=re.ASCII):
        return Parsed(stripped)
    code, repair = digits_of(stripped)
    if repair and re.fullmatch(r"(?:18|19|20)\d{2}", code):
        return Parsed(code, repair, stripped)
    day = parse_date(text).value
    return Parsed(day.isoformat() if isinstance(day, date) else None)


_CLOCK = r"(\d{1,2})(?:h|:|\s*heures?\s*)(\d{2})?(?::\d{2})?"
_TIMES = re.compile(rf"{_CLOCK}(?:\s*(?:-|–|—|à|/|->|→)\s*{_CLOCK})?", re.ASCII | re.IGNORECASE)


_MIDNIGHT = (24, 0)


def parse_times(text: str) -> Parsed:
    """A time, `09:30`, or a span, `09:30-11:00`, written « 9h », « 9h30 », « 09:30 » or « 9h30-11h ».

    Any writing but those two is told. `24:00` may end a day, not begin a session.
    """
    stripped = re.sub(r"\s*([hH:])\s*", r"\1", re.sub(r"\s", " ", text.strip()))
    if is_blank(stripped):
        return Parsed(None)
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
        ZoneInfo(stripped)
    except (ValueError, OSError, KeyError) as error:
        raise Malformed("malformed_timezone", text) from error
    return Parsed(stripped)
