"""Postcodes, commune codes, SIREN and SIRET as text, what spreadsheets do to them repaired aloud."""

import re
from collections.abc import Iterator

from dashboard.core.fields.cells import Malformed, Parsed, Parser, is_blank

_LONGEST = 60
"""Characters of a cell that holds a code: in a longer one, only the beginning is read, and it is none."""

_PREFIXED = re.compile(
    r"[,;.:(]*(?:FRA?-?|F-?|CP:?|INSEE:?)?[,;.:(]*((?:2[AB])?\d{2,9})[,;.:)]*(?:CEDEX\d{0,2}|-?[A-Z'’-]{2,40})?",
    re.ASCII,
)
"""« F-75011 », « 09000, », « CP 23500 », once its blanks are gone."""


def digits_of(text: str) -> tuple[str, str | None]:
    """A code freed from what spreadsheets do to it (blanks, `26100.0`, `2.6E+04`, first `'`), and the repair's code."""
    compact = re.sub(r"[\s\u200b\ufeff]", "", text).lstrip("'’").upper()
    if re.fullmatch(r"\d+[.,]0+", compact):
        return re.split(r"[.,]", compact)[0], "decimal_removed"
    scientific = re.fullmatch(r"(\d)(?:[.,](\d+))?E\+?(\d{1,2})", compact)
    if scientific and len(scientific[2] or "") <= int(scientific[3]):
        whole, decimals, exponent = scientific[1], scientific[2] or "", int(scientific[3])
        return whole + decimals.ljust(exponent, "0"), "scientific_notation_expanded"
    return compact, None


def _padded_code(pattern: str, width: int, failure: str) -> Parser:
    """A parser of codes of a fixed width: one that is a single digit short gets back the zero a spreadsheet ate."""

    def parse_code(text: str) -> Parsed:
        if is_blank(text):
            return Parsed(None)
        code, repair = digits_of(text[:_LONGEST])
        if not re.fullmatch(pattern, code, flags=re.ASCII) and (bare := _PREFIXED.fullmatch(code)):
            code, repair = bare[1], "code_cleaned"
        if len(code) == width - 1 and code.isdigit() and code.isascii():
            code, repair = f"0{code}", "leading_zero_restored"
        if not re.fullmatch(pattern, code, flags=re.ASCII):
            raise Malformed(failure, text)
        return Parsed(code, repair, text.strip() if repair else "")

    return parse_code


_DEPARTEMENT = r"(?:0[1-9]|1\d|2[1-9AB]|[3-8]\d|9[0-5]|97[1-8]|98[678])"
_REGIONS = r"(?:0[1-46]|11|2[478]|32|44|5[23]|7[56]|84|9[34])"

parse_insee_code = _padded_code(
    r"(?:0[1-9]|1\d|2[1-9AB]|[3-8]\d|9[0-5])\d{3}|97[1-8]\d{2}|98[46789]\d{2}", 5, "malformed_insee_code"
)
parse_postcode = _padded_code(r"(?:0[1-9]|[1-8]\d|9[0-5]|97|98)\d{3}", 5, "malformed_postcode")
parse_departement_code = _padded_code(_DEPARTEMENT, 2, "malformed_departement_code")
parse_region_code = _padded_code(_REGIONS, 2, "malformed_region_code")


def parse_territory_code(text: str) -> Parsed:
    """The SIREN of an EPCI (9 digits), or the code of a département."""
    try:
        return parse_departement_code(text)
    except Malformed as error:
        code, repair = digits_of(text)
        if not re.fullmatch(r"\d{9}", code, flags=re.ASCII):
            raise Malformed("malformed_territory_code", text) from error
        return Parsed(code, repair, text.strip() if repair else "")


def _coordinate(limit: float) -> Parser:
    def parse_coordinate(text: str) -> Parsed:
        if is_blank(text):
            return Parsed(None)
        compact = re.sub(r"[\s°]", "", text).replace("−", "-").replace(",", ".")
        if not re.fullmatch(r"[+-]?\d{1,3}(?:\.\d+)?", compact, flags=re.ASCII) or abs(float(compact)) > limit:
            raise Malformed("malformed_coordinate", text)
        return Parsed(float(compact))

    return parse_coordinate


parse_latitude = _coordinate(90.0)
parse_longitude = _coordinate(180.0)


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
