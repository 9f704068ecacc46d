"""The arrondissements of Paris, Lyon and Marseille as people number them."""

import re

CITIES = {"paris": ("75056", "751", 20), "lyon": ("69123", "6938", 9), "marseille": ("13055", "132", 16)}
"""Key of the city → its INSEE code, the beginning of its arrondissements' codes, their number."""

_ROMAN = {"i": 1, "v": 5, "x": 10}
_NUMBERED = re.compile(
    r"(paris|lyon|marseille) (?:(\d{1,2}) ?(?:er|ere|e|eme|ieme|nd|nde|de)?|([ivx]+?) ?(?:er|e|eme)) ?"
    r"(?:arr|arrt|arrdt|ardt|arrondissement)?"
)


_NUMBER_FIRST = re.compile(
    r"(\d{1,2}) ?(?:er|ere|e|eme|ieme|nd|nde) (?:arr|arrt|arrdt|ardt|arrondissement)(?: de)? (paris|lyon|marseille)"
)


def numbered(parts: list[str]) -> tuple[str, int] | None:
    """City and number of « Lyon 3e », « 11e arrondissement de Paris », « Marseille 13 », given as words; else None."""
    if not 1 < len(parts) < 6 or (parts[0] not in CITIES and parts[-1] not in CITIES):
        return None
    if match := _NUMBER_FIRST.fullmatch(" ".join(parts)):
        return match[2], int(match[1])
    match = _NUMBERED.fullmatch(" ".join(parts))
    if match is None:
        return None
    number = int(match[2]) if match[2] else _from_roman(match[3])
    if number > CITIES[match[1]][2] and parts[-1].isdigit():
        return None  # « Lyon 69 »: the number of the département
    return match[1], number


def code_of(city: str, number: int) -> str:
    """INSEE code of the arrondissement, "" when the city has none of that number."""
    _, prefix, count = CITIES[city]
    return f"{prefix}{number:0{5 - len(prefix)}d}" if 0 < number <= count else ""


def _from_roman(letters: str) -> int:
    values = [_ROMAN[letter] for letter in letters]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
