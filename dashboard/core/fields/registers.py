"""What an organisation is registered under, and how it is reached: SIRET, SIREN, RNA, telephones, e-mails.

A number whose check digit is wrong is kept, and told: real ones break the rule, and a reader can still look it up.
"""

import re

from stdnum.fr import siren, siret

from dashboard.core.fields.cells import Malformed, Parsed, is_blank, parse_text
from dashboard.core.fields.codes import digits_of

_BETWEEN = re.compile(r"[|;,/\n]| ou | et ")
_EMAIL = re.compile(r"[^@\s<>()\[\]\",;:\\]{1,64}@(?:[\w-]{1,63}\.){1,6}[a-z]{2,24}", re.IGNORECASE)
_RNA = re.compile(r"W\d[\dA-Z]\d{7}", re.ASCII)
_LONGEST = 400


def parse_siret(text: str) -> Parsed:
    """Fourteen digits; La Poste's, which follow another rule, are right too."""
    return _numbered(text, 14, "malformed_siret", siret.is_valid)


def parse_siren(text: str) -> Parsed:
    """Nine digits; those of a SIRET give its SIREN, and it is said."""
    code, _ = digits_of(text[:_LONGEST])
    if re.fullmatch(r"\d{14}", code, flags=re.ASCII):
        return Parsed(code[:9], "siren_of_siret", text.strip())
    return _numbered(text, 9, "malformed_siren", siren.is_valid)


def parse_rna(text: str) -> Parsed:
    """« W » and nine characters."""
    if is_blank(text):
        return Parsed(None)
    code = "".join(text.split()).upper() if len(text) <= _LONGEST else ""
    if not _RNA.fullmatch(code):
        raise Malformed("malformed_rna", text)
    return Parsed(code)


def parse_phone(text: str) -> Parsed:
    """Telephone numbers, as they are written; one that lost its zero gets it back, and what is no number is told."""
    stripped = str(parse_text(text).value or "")
    if stripped in ("", "@", "0"):
        return Parsed(None)
    digits, repair = digits_of(stripped[:_LONGEST])
    if not digits.strip("0"):
        return Parsed(None)
    if re.fullmatch(r"[1-9]\d{8}", digits, flags=re.ASCII):
        return Parsed(f"0{digits}", "leading_zero_restored", stripped)
    if repair == "decimal_removed":
        return Parsed(digits, repair, stripped)
    numbers = [part for part in _BETWEEN.split(stripped) if part.strip()] if len(stripped) <= _LONGEST else []
    if numbers and all(3 <= sum(c.isdigit() for c in part) <= 15 for part in numbers):
        return Parsed(stripped)
    return Parsed(stripped, "doubtful_phone", stripped)


def parse_email(text: str) -> Parsed:
    """E-mail addresses, « ; » between several."""
    stripped = text.strip()
    if is_blank(stripped) or stripped == "@":
        return Parsed(None)
    if len(stripped) > _LONGEST:
        raise Malformed("malformed_email", text)
    parts = [part.removeprefix("mailto:") for part in re.split(r"[|;,\s]", stripped) if part.strip("/")]
    if not parts or not all(map(_EMAIL.fullmatch, parts)):
        raise Malformed("malformed_email", text)
    return Parsed("; ".join(dict.fromkeys(parts)))


def _numbered(text: str, width: int, failure: str, is_valid: object) -> Parsed:
    if is_blank(text):
        return Parsed(None)
    code, repair = digits_of(text[:_LONGEST])
    code = re.sub(r"[.\-_]", "", code)
    if not re.fullmatch(rf"\d{{{width}}}", code, flags=re.ASCII):
        raise Malformed(failure, text)
    if not code.strip("0"):
        return Parsed(None)  # fourteen zeros stand for nothing in the files of data·inclusion
    if callable(is_valid) and not is_valid(code):
        return Parsed(code, "checksum_failed", text.strip())
    return Parsed(code, repair, text.strip() if repair else "")
