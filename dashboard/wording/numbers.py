"""French numbers, distances, dates, hours and lists."""

from collections.abc import Iterable
from datetime import date, datetime, time
from math import floor

from dashboard.wording.words import NBSP, number

MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


UNDER_1_KM = f"moins de 1{NBSP}km"


def decimal(value: float) -> str:
    """« 0,17 », « 2,4 », « 31 »: two significant digits at least, as one reads them."""
    places = 2 if value < 1 else 1 if value < 10 else 0
    whole, _, part = f"{value:.{places}f}".partition(".")
    return number(int(whole)) + (f",{part}" if part.strip("0") else "")


def distance(km: float) -> str:
    """« moins de 1 km », « 4,2 km », « 23 km », « 9 210 km »; distance.js says the same, halves are rounded up."""
    if km < 1:
        return UNDER_1_KM
    rounded = floor(10 * km + 0.5) / 10 if km < 9.95 else floor(km + 0.5) if km < 1000 else 10 * floor(km / 10 + 0.5)
    return f"{decimal(rounded)}{NBSP}km"


def joined(parts: Iterable[str], separator: str) -> str:
    """The parts that say something, joined."""
    return separator.join(part for part in parts if part)


def day_fr(day: date) -> str:
    """« lundi 25 juin 2012 », « 1er » for the first of a month."""
    rank = "1er" if day.day == 1 else str(day.day)
    return f"{DAYS[day.weekday()]} {rank} {MONTHS[day.month - 1]} {day.year}"


def date_fr(text: str) -> str:
    """« 24 novembre 2026 » from an ISO date; any other text as it is, "" from ""."""
    try:
        return day_fr(date.fromisoformat(text)).split(" ", 1)[1]
    except ValueError:
        return text


def hour_fr(moment: time) -> str:
    """« 9 h 30 », « 14 h », with no-break spaces."""
    minutes = f"{NBSP}{moment.minute:02d}" if moment.minute else ""
    return f"{moment.hour}{NBSP}h{minutes}"


def hours_fr(start: datetime, end: datetime) -> str:
    """« 9 h 30 – 10 h »."""
    return f"{hour_fr(start.timetz())} – {hour_fr(end.timetz())}"
