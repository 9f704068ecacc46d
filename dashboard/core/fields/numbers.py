"""Amounts and counts as people write them: « 1 200,50 € », « 120 k€ », « 12 ETP »."""

import re

from dashboard.core.fields.cells import Malformed, Parsed, is_blank
from dashboard.core.fields.text import fold

_PLAIN = re.compile(r"\d{1,15}(?:\.\d{1,15})?", re.ASCII)
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3}){0,4}(?:[.,]\d{1,2})?", re.ASCII)
_AMBIGUOUS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
"""A thousand and more for some, one and a little for others: 1.234."""

_LONGEST = 60
_UNITS = {
    **dict.fromkeys(("", "€", "eur", "euro", "euros"), 1),
    **dict.fromkeys(("k€", "k", "keur", "ke", "k euros", "milliers d euros", "milliers", "000 €"), 1_000),
    **dict.fromkeys(
        ("m€", "m", "meur", "million", "millions", "millions d euros", "million d euros", "millions €"), 10**6
    ),
}
_PEOPLE = frozenset(
    (
        *("", "etp", "salaries", "salarie", "salariees", "salariee", "personnes", "personne", "emplois", "emploi"),
        *("agents", "employes", "equivalents temps plein", "equivalent temps plein", "salarie es", "permanents"),
    )
)


def parse_amount(text: str) -> Parsed:
    """An amount in euros."""
    return _parse(text, _UNITS)


def parse_headcount(text: str) -> Parsed:
    """A number of people, decimal for full-time equivalents; not negative."""
    parsed = _parse(text, dict.fromkeys(_PEOPLE, 1))
    if isinstance(parsed.value, float) and parsed.value < 0:
        raise Malformed("malformed_number", text, (" ".join(text.split()),))
    return parsed


def _parse(text: str, units: dict[str, int]) -> Parsed:
    if is_blank(text):
        return Parsed(None)
    if len(text) > _LONGEST:
        raise Malformed("malformed_number", text, (" ".join(text.split()),))
    folded = fold(text.replace("−", "-"))
    sign = "-" if text.strip()[:1] in "-−" else ""
    digits = re.match(r"[\d .,]*", folded, re.ASCII)
    number, unit = (digits[0], folded[digits.end() :]) if digits else ("", folded)
    number = number.replace(" ", "").rstrip(".,")
    if _AMBIGUOUS.fullmatch(number):
        raise Malformed("ambiguous_number", text, (" ".join(text.split()),))
    value = _number(number)
    factor = units.get(unit.strip(" ."))
    if value is None or factor is None:
        raise Malformed("malformed_number", text, (" ".join(text.split()),))
    amount = round(float(f"{sign}{value}") * factor, 2)
    if abs(amount) >= 1e15:
        raise Malformed("malformed_number", text, (" ".join(text.split()),))
    return Parsed(amount + 0.0)


def _number(digits: str) -> str | None:
    """The digits as Python writes a number: three figures after a mark are thousands, else a single mark is decimal."""
    grouped = _GROUPED.fullmatch(digits)
    if grouped is not None:
        return digits.replace(grouped[1], "").replace(",", ".")
    decimal = digits.replace(",", ".")
    return decimal if _PLAIN.fullmatch(decimal) else None
