"""Years and days, as people and spreadsheets write them: « mars 2021 », `1/3/19`, « créé en 2015 », 46082."""

import re
from datetime import date, timedelta

from dashboard.core.fields.cells import Malformed, Parsed, is_blank
from dashboard.core.fields.codes import digits_of
from dashboard.core.fields.text import fold, worded

_LONGEST = 80
"""Characters of a cell that holds a date: a longer one is a text."""

_YEAR = re.compile(r"(?:18|19|20)\d{2}", re.ASCII)
_YEARS_IN_TEXT = re.compile(r"(?<![\d.,/-])(?:18|19|20)\d{2}(?![\d.,/-]\d|\d)", re.ASCII)
_PERIOD = re.compile(r"((?:18|19|20)\d{2}) ?[-–—/à] ?((?:18|19|20)?\d{2})", re.ASCII)
_VAGUE = worded("vers environ circa ca avant apres entre fin prevu prevue ? ou")

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier janv jan january",
            "fevrier fevr fev feb february",
            "mars mar march",
            "avril avr apr april",
            "mai may",
            "juin jun june",
            "juillet juil jul july",
            "aout aou aug august",
            "septembre sept sep september",
            "octobre oct october",
            "novembre nov november",
            "decembre dec december",
        ),
        start=1,
    )
    for name in names.split()
}
_CLOCK = r"(?:[T ,]{1,2}(?:à )?\d{1,2}[:h]\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?(?:Z|UTC|[+-]\d{2}:?(?:\d{2})?))?)?"
_ISO_DAY = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_CLOCK}", re.ASCII)
_FRENCH_DAY = re.compile(rf"(\d{{1,2}})[/. -](\d{{1,2}})[/. -](\d{{4}}|\d{{2}}){_CLOCK}", re.ASCII)
_COMPACT_DAY = re.compile(r"((?:19|20)\d{2})(0[1-9]|1[0-2])([0-3]\d)", re.ASCII)
_WRITTEN_DAY = re.compile(
    r"(?:[a-z]{2,10}\.?,? )?(\d{1,2})(?:er|st|nd|rd|th)? ([a-z]{3,9})\.?,? (\d{4}|\d{2})(?: .{0,20})?", re.ASCII
)
_ENGLISH_DAY = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", re.ASCII)
_MONTH = re.compile(r"(\d{1,2})[/.-](\d{4})", re.ASCII)
_ISO_MONTH = re.compile(r"((?:18|19|20)\d{2})[-/](\d{1,2})", re.ASCII)
_WRITTEN_MONTH = re.compile(r"([a-z]{3,9})\.? (\d{4}|\d{2})", re.ASCII)
_SERIAL = re.compile(r"([2-7]\d{4})(?:[.,]\d{1,12})?", re.ASCII)
_FIRST_SERIAL = date(1899, 12, 30)
_NOT_LATE = 70
"""A year on two digits below this one is of our century: 1/3/19 is of 2019, 1/3/78 of 1978."""


def parse_year(text: str) -> Parsed:
    """A year from 1800 to 2099; that of a date, of a few words or the first of a period is kept, and said."""
    if is_blank(text):
        return Parsed(None)
    if len(text) > _LONGEST:
        raise Malformed("malformed_year", text)
    code, repair = digits_of(text)
    if _YEAR.fullmatch(code):
        return Parsed(int(code), repair, text.strip() if repair else "")
    folded = fold(text).replace("–", "-")
    period = _PERIOD.fullmatch(" ".join(text.split()))
    if (period and len(period[2]) == 4) or (period and int(period[2]) > 12):
        return Parsed(int(period[1]), "first_year_kept", text.strip())
    try:
        value, _ = _read_date(text)
    except Malformed:
        years = _YEARS_IN_TEXT.findall(text)
        if len(set(years)) == 1 and not _VAGUE & set(re.split(r"[ .,()]", folded)) and "?" not in text:
            return Parsed(int(years[0]), "year_in_text_kept", text.strip())
        raise Malformed("malformed_year", text) from None
    if not 1800 <= int(value[:4]) <= 2099:
        raise Malformed("malformed_year", text)
    return Parsed(int(value[:4]), "year_of_date_kept", text.strip())


def parse_date(text: str) -> Parsed:
    """A day: `2012-06-25`, `25/06/2012`, « lundi 25 juin 2012 »; what lacks its day begins its month or its year, and
    so is said; so are a year on two digits and the number that a spreadsheet stores."""
    if is_blank(text):
        return Parsed(None)
    value, repair = _read_date(text)
    if len(value) < 10:
        return Parsed(date.fromisoformat(f"{value}-01-01"[:10]), "first_day_assumed", text.strip())
    return Parsed(date.fromisoformat(value), repair, text.strip() if repair else "")


def parse_partial_date(text: str) -> Parsed:
    """A year, a month or a day, as ISO text of that precision: `2025`, `2025-11`, `2025-11-27`."""
    if is_blank(text):
        return Parsed(None)
    value, repair = _read_date(text)
    return Parsed(value, repair, text.strip() if repair else "")


def _read_date(text: str) -> tuple[str, str | None]:
    """The date as ISO text of its precision, and the code of what was repaired; Malformed without any."""
    stripped = " ".join(text[: _LONGEST + 1].split())
    if len(stripped) > _LONGEST:
        raise Malformed("malformed_date", text)
    code, repair = digits_of(stripped)
    if _YEAR.fullmatch(code) and (repair or code == stripped):
        return code, repair
    try:
        return _read_day(stripped) or _read_month(stripped)
    except ValueError as error:
        raise Malformed("impossible_date", text) from error
    except LookupError as error:
        raise Malformed("malformed_date", text) from error


def _read_day(text: str) -> tuple[str, str | None] | None:
    """ValueError for a day that no calendar has."""
    folded = fold(text)
    if found := _ISO_DAY.fullmatch(text) or _COMPACT_DAY.fullmatch(text):
        return _day(found[1], int(found[2]), found[3])
    if found := _FRENCH_DAY.fullmatch(text):
        return _day(found[3], int(found[2]), found[1])
    if (found := _WRITTEN_DAY.fullmatch(folded)) and found[2] in _MONTHS:
        return _day(found[3], _MONTHS[found[2]], found[1])
    if (found := _ENGLISH_DAY.fullmatch(folded)) and found[1] in _MONTHS:
        return _day(found[3], _MONTHS[found[1]], found[2])
    if found := _SERIAL.fullmatch(text):
        return (_FIRST_SERIAL + timedelta(days=int(found[1]))).isoformat(), "date_from_serial"
    return None


def _read_month(text: str) -> tuple[str, str | None]:
    """LookupError for what is no month of a year, ValueError for a thirteenth month."""
    if found := _MONTH.fullmatch(text):
        return _month(found[2], int(found[1]))
    if found := _ISO_MONTH.fullmatch(text):
        return _month(found[1], int(found[2]))
    found = _WRITTEN_MONTH.fullmatch(fold(text))
    if found is None:
        raise LookupError(text)
    return _month(found[2], _MONTHS[found[1]])


def _month(year: str, month: int) -> tuple[str, str | None]:
    day, repair = _day(year, month, "1")
    return day[:7], repair


def _day(year: str, month: int, day: str) -> tuple[str, str | None]:
    if len(year) == 4:
        return date(int(year), month, int(day)).isoformat(), None
    century = 2000 if int(year) < _NOT_LATE else 1900
    return date(century + int(year), month, int(day)).isoformat(), "two_digit_year"
