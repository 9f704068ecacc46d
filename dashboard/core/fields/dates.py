"""Years and days, as French files write them."""

import re
from datetime import date

from dashboard.core.fields.cells import Malformed, Parsed, is_blank
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
