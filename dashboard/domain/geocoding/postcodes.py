"""Postcodes as people and spreadsheets write them, and the département that they point to."""

import re

_DAMAGED = re.compile(r"(?:f\s*-?\s*)?(\d{2})\s?(\d{2,3})(?:[.,]0+)?", re.IGNORECASE | re.ASCII)
# Postal codes of Corsica keep the number 20 of before 1976: 200 and 201 lie in 2A, the others in 2B.
_SOUTH_CORSICA = ("200", "201")


def repaired_postcode(cell: str) -> str:
    """The five digits of a cell: « 1004 », « 26100.0 », « 02 320 », « F-75011 » are read; "" when it is no postcode.

    Four digits have lost their zero in a spreadsheet; an apostrophe in front is the mark that kept it.
    """
    cell = cell.strip().lstrip("'’").lstrip()
    if len(cell) == 5 and cell.isascii() and cell.isdigit():
        return cell
    match = _DAMAGED.fullmatch(cell)
    return (match[1] + match[2]).zfill(5) if match else ""


def departement_of(postcode: str) -> str:
    """Code of the département that the postcode's first digits name; a few communes lie in another one."""
    if postcode.startswith(("97", "98")):
        return postcode[:3]
    if postcode.startswith("20"):
        return "2A" if postcode.startswith(_SOUTH_CORSICA) else "2B"
    return postcode[:2]
