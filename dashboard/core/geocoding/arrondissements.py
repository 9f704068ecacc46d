"""The arrondissements of Paris, Lyon and Marseille as people number them."""

import re

CITIES = {"paris": ("75056", "751", 20), "lyon": ("69123", "6938", 9), "marseille": ("13055", "132", 16)}
"""Key of the city → its INSEE code, the beginning of its arrondissements' codes, their number."""

_ROMAN = {"i": 1, "v": 5, "x": 10}
_ORDINAL = "(?:er|ere|e|eme|ieme|nd|nde|de|o)"
_ARRONDISSEMENT = "(?:arr|arrt|arrdt|ardt|arrondissement)"
_NUMBERED = re.compile(
    rf"(paris|lyon|marseille)(?: ?(\d{{1,2}}) ?{_ORDINAL}?| ([ivx]+?) ?(?:er|e|eme)?) ?{_ARRONDISSEMENT}?"
)
_NUMBER_FIRST = re.compile(rf"(\d{{1,2}}) ?{_ORDINAL}? {_ARRONDISSEMENT}(?: de)? (paris|lyon|marseille)")
_NAMES = tuple(CITIES)


def numbered(parts: list[str]) -> tuple[str, int] | None:
    """City and number of « Lyon 3e », « 11e arrondissement de Paris », « PARIS12 », given as words; else None."""
    if not 0 < len(parts) < 6 or not (parts[0].startswith(_NAMES) or parts[-1] in CITIES):
        return None
    if match := _NUMBER_FIRST.fullmatch(" ".join(parts)):
        return match[2], int(match[1])
    match = _NUMBERED.fullmatch(" ".join(parts))
    if match is None:
        return None
    number = int(match[2]) if match[2] else _from_roman(match[3])
    if number > CITIES[match[1]][2] and parts[-1][-1].isdigit():
        return None  # « Lyon 69 »: the number of the département
    return match[1], number


def is_own_departement(city: str, number: int) -> bool:
    """Whether the number is that of the city's département: « Marseille (13) » is the whole city."""
    return CITIES[city][0].startswith(f"{number:02d}")


def code_of(city: str, number: int) -> str:
    """INSEE code of the arrondissement, "" when the city has none of that number."""
    _, prefix, count = CITIES[city]
    return f"{prefix}{number:0{5 - len(prefix)}d}" if 0 < number <= count else ""


def _from_roman(letters: str) -> int:
    values = [_ROMAN[letter] for letter in letters]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
