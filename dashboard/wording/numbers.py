"""French dates, hours and lists."""

from collections.abc import Iterable
from datetime import date, time

from dashboard.wording.words import NBSP

MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def joined(parts: Iterable[str], separator: str) -> str:
    """The parts that say something, joined."""
    return separator.join(part for part in parts if part)


def day_fr(day: date) -> str:
    """« lundi 25 juin 2012 », « 1er » for the first of a month."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{DAYS[day.weekday()]} {number} {MONTHS[day.month - 1]} {day.year}"


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
