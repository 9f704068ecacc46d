"""Text folded, without case, accents or apostrophes, so that what a person types matches what a file says."""

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"})
_ARTICLE = re.compile(r"^(la|le|les|l) ")
_SEPARATORS = re.compile(r"[\s'’ʼ‘`´\-‐‑‒–—−\u00ad\u200b-\u200d\u2060\ufeff]+")


def fold(text: str) -> str:
    """The text in lower case, without accents, œ as oe; apostrophes, hyphens and blanks are one space; stripped.

    Folding twice changes nothing.
    """
    bare = _without_accents(_without_accents(_SEPARATORS.sub(" ", text).translate(_LIGATURES)).casefold())
    return _SEPARATORS.sub(" ", bare).strip()


def without_article(folded: str) -> str:
    """A folded name without the article that it begins with."""
    return _ARTICLE.sub("", folded)


def listed(text: str) -> tuple[str, ...]:
    """The parts of a text between commas, stripped: headings and wordings are declared so."""
    return tuple(part.strip() for part in text.split(","))


def worded(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


def slug(text: str, *, longest: int | None = 60) -> str:
    """The text as an identifier: lower-case ASCII letters, digits and hyphens, `longest` at most; maybe ""."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text[:1000])).strip("-")[:longest].rstrip("-")


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
