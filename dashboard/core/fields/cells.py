"""From the text of a cell to a value: one parser per kind of column.

Every parser takes text and returns `Parsed`. A blank cell (« NC », « - », « n/a »…) gives the value None. A cell that
cannot be read raises `Malformed`, whose `code` names the finding. A cell that was read only after a repair (a lost zero
put back) says so in `Parsed.code`, so that the repair becomes a finding and not a secret.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from dashboard.core.fields.text import fold


@dataclass(frozen=True, slots=True)
class Parsed:
    """A value (None for a blank cell), the finding code of what was repaired to get it, and the part concerned.

    `beyond`: the words of the cell that a closed list does not have, which stay beside the value.
    """

    value: object
    code: str | None = None
    concerned: str = ""
    beyond: tuple[str, ...] = ()


class Malformed(ValueError):
    """The cell cannot be read; `code` is the code of the finding to make of it, `beyond` as in `Parsed`."""

    def __init__(self, code: str, text: str, beyond: tuple[str, ...] = ()) -> None:
        super().__init__(f"{code}: {text!r}")
        self.code = code
        self.beyond = beyond


Parser = Callable[[str], Parsed]

REPAIR_CODES = frozenset(
    {
        "leading_zero_restored",
        "decimal_removed",
        "scientific_notation_expanded",
        "control_characters_removed",
        "url_scheme_added",
        "unknown_term_ignored",
        "malformed_url_ignored",
        "year_of_date_kept",
        "year_in_text_kept",
        "first_year_kept",
        "first_day_assumed",
        "two_digit_year",
        "date_from_serial",
        "code_cleaned",
        "term_respelled",
        "siren_of_siret",
        "time_rewritten",
        "midnight_as_24",
        "unknown_filter_ignored",
    }
)
DOUBT_CODES = frozenset({"checksum_failed", "doubtful_phone"})
"""What is kept as it is, and told: real identifiers break the rule, and a reader can look them up."""

FAILURE_CODES = frozenset(
    {
        "malformed_identifier",
        "malformed_insee_code",
        "malformed_postcode",
        "malformed_departement_code",
        "malformed_region_code",
        "malformed_territory_code",
        "malformed_coordinate",
        "malformed_year",
        "malformed_date",
        "impossible_date",
        "malformed_number",
        "ambiguous_number",
        "malformed_siret",
        "malformed_siren",
        "malformed_rna",
        "malformed_email",
        "malformed_time",
        "malformed_url",
        "malformed_timezone",
        "unknown_term",
        "no_filter_in_link",
    }
)
"""What `Malformed.code` may be; with REPAIR_CODES and DOUBT_CODES, all the findings that reading one cell can make."""

_BLANKS = frozenset(
    (
        *("", "nc", "n.c.", "n.c", "n/c", "nr", "nd", "na", "n/a", "#n/a", "n.a.", "nan", "null", "none", "neant"),
        *("non renseigne", "non communique", "sans objet", "so", "s.o.", "?", "??", "???", ".", "...", "/", "_"),
    )
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile(r"[|\n]")
_BREAK_OR_SEMICOLON = re.compile(r"[|;\n]")
_URL_BREAK = re.compile(r"\||;?\s")


_ERROR = re.compile(
    r"#(?:REF!|N/[AD]|NOM\?|NAME\?|VALEUR!|VALUE!|DIV/0!|NULL?!|NUM!|NOMBRE!|CHAMP!|SPILL!|CALCU?L?!|ERREUR!|ERROR!"
    r"|PROPAGATION!|\#{1,300})|Err: ?\d{3}",
    re.IGNORECASE | re.ASCII,
)


def is_error(text: str) -> bool:
    """Whether a spreadsheet wrote one of its errors there: « #REF! », « #NOM? », « Err:502 », « ##### »."""
    return text[:1] in ("#", " ", "e", "E") and len(text) < 400 and bool(_ERROR.fullmatch(text.strip()))


def is_blank(text: str) -> bool:
    """Whether a cell says « nothing here »: empty, a dash, « NC », « n/a », « néant », « non renseigné »…"""
    return fold(text) in _BLANKS


def clean(text: str) -> tuple[str, str | None]:
    """The text stripped, in Unicode NFC, without control characters; and the code of that repair if it was needed."""
    cleaned = _CONTROL.sub("", text)
    code = None if cleaned == text else "control_characters_removed"
    return unicodedata.normalize("NFC", cleaned).replace("\r\n", "\n").replace("\r", "\n").strip(), code


def parse_text(text: str) -> Parsed:
    """Free text as it stands, apart from the blanks around it; for a commune too, since none is called like a blank."""
    cleaned, code = clean(text)
    return Parsed(None if is_blank(cleaned) else cleaned, code)


def parse_name(text: str) -> Parsed:
    """A proper name: blank only if it has no letter and no digit, since a pole may be called « Null »."""
    cleaned, code = clean(text)
    return Parsed(cleaned if any(c.isalnum() for c in cleaned) else None, code)


def parse_identifier(text: str) -> Parsed:
    """A stable identifier usable in a URL: letters, digits and `-`, `_`, `.`, `:`."""
    cleaned, code = clean(text)
    if is_blank(cleaned):
        return Parsed(None, code)
    if not re.fullmatch(r"[\w.:-]{1,200}", cleaned, flags=re.ASCII):
        raise Malformed("malformed_identifier", text)
    return Parsed(cleaned, code)


def parse_list(text: str) -> Parsed:
    """Several free values, as a tuple of text in the order of the file, without repeats.

    They are separated by `|` or line breaks; by `;` when these leave one value only, which thus never has any.
    """
    cleaned, code = clean(text)
    values = _parts(_BREAK, cleaned)
    if len(values) == 1:
        values = _parts(_BREAK_OR_SEMICOLON, values[0])
    return Parsed(values or None, code)


def _parts(separator: re.Pattern[str], text: str) -> tuple[str, ...]:
    """The parts that say something, stripped, each once; split before stripped, which is linear."""
    return tuple(dict.fromkeys(part.strip() for part in separator.split(text) if not is_blank(part)))


def parse_url(text: str) -> Parsed:
    """A web address in http or https, of a host with a dot; one without its scheme gets https."""
    stripped = text.strip()
    if is_blank(stripped):
        return Parsed(None)
    bare = re.fullmatch(r"(?:[\w-]+\.)+[a-z]{2,24}(?:[/?#]\S*)?", stripped, flags=re.IGNORECASE)
    address = f"https://{stripped}" if bare else stripped
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError as error:
        raise Malformed("malformed_url", text) from error
    if (
        parts.scheme not in ("http", "https")
        or "." not in host.strip(".")
        or re.search(r"[\s<>\"`\\\x00-\x1f]", address)
    ):
        raise Malformed("malformed_url", text)
    return Parsed(address, "url_scheme_added", stripped) if bare else Parsed(address)


def parse_url_list(text: str) -> Parsed:
    """Several web addresses, as a tuple of text; the unreadable ones are left out and reported."""
    split = [] if is_blank(text) else _URL_BREAK.split(text.strip())
    parts = [part for each in split if not is_blank(part := each.removesuffix(";"))]
    good: list[str] = []
    bad: list[str] = []
    for part in parts:
        try:
            good.append(str(parse_url(part).value))
        except Malformed:
            bad.append(part)
    if bad and not good:
        raise Malformed("malformed_url", text)
    if bad:
        return Parsed(tuple(dict.fromkeys(good)), "malformed_url_ignored", " | ".join(bad))
    return Parsed(tuple(dict.fromkeys(good)) or None)
