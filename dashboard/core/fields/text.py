"""Text folded, without case, accents or apostrophes, so that what a person types matches what a file says."""

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"})
_SEPARATORS = re.compile(r"[\s'’ʼ‘`´\-‐‑‒–—−\u00ad\u200b-\u200d\u2060\ufeff]+")


def fold(text: str) -> str:
    """The text in lower case, without accents, œ as oe; apostrophes, hyphens and blanks are one space; stripped.

    Folding twice changes nothing.
    """
    bare = _without_accents(_without_accents(_SEPARATORS.sub(" ", text).translate(_LIGATURES)).casefold())
    return _SEPARATORS.sub(" ", bare).strip()


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
