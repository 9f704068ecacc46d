"""The SIREN of communes and départements, which are made of their codes."""

from collections.abc import Iterator


def is_luhn_valid(digits: str) -> bool:
    """Whether the last of these digits is the check digit of the others, by Luhn's formula."""
    doubled = [int(digit) * (1 + rank % 2) for rank, digit in enumerate(reversed(digits))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def keys_of_siren(siren: str) -> Iterator[str]:
    """What the SIREN of a commune or a département may stand for, as a link says it; such a place may not exist.

    21 (a commune) or 22 (a département), the two figures of the département (97 overseas, 20 in Corsica), four more
    that end with the code of the commune, a check digit: 21 75 0001 6, 21 97 4011 5. A commune born of a merger has a
    number of its own, which says nothing.
    """
    if siren[:2] not in ("21", "22") or not is_luhn_valid(siren):
        return
    departement, number = siren[2:4], siren[4:8]
    if siren.startswith("2175"):
        departement, number = "75", "0056"
    elif departement == "97":
        departement, number = f"97{number[0]}", number[2:]
    for code in ("2A", "2B") if departement == "20" else (departement,):
        yield f"departement:{code}" if siren.startswith("22") else f"commune:{code}{number[len(code) - 5 :]}"
