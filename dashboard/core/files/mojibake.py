"""Text that was saved twice: UTF-8 bytes read in the alphabet of Windows and written again, « Ã© » for « é »."""

import re

import ftfy

_SIGNS = re.compile(r"[ÂÃÅÆâ][\s\x80-\xff\u0152-\u0178\u0192\u02c6\u02dc\u2010-\u203a\u20ac\u2122]")
"""What such a text has and French has not: the first letter of a pair of bytes, then what the second byte became."""


def unspoiled(text: str) -> str:
    """The text as it was written, or the text itself when it does not bear the marks of that misreading.

    ftfy is careful: it leaves « Å’uvre », which could be right. When the whole text is the bytes of UTF-8, it is no
    chance. « Ã » before a blank is an « à » whose second byte, a no-break space, was tidied away.
    """
    if text.isascii() or not _SIGNS.search(text):
        return text
    repaired = ftfy.fix_encoding(text)
    if repaired != text:
        return repaired
    try:
        return b"".join(map(_byte, text)).decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return text


def _byte(character: str) -> bytes:
    """The byte that Windows-1252 reads as this character; Latin-1 for the five that it leaves undefined."""
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")
