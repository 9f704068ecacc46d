"""The key under which a name is kept and looked up: what remains of a name whoever wrote it, mojibake repaired."""

import unicodedata
from collections.abc import Iterable

ARTICLES = frozenset({"l", "la", "le", "les"})

# Words that introduce the complement of a commune's name: what stands before is its short form (« Romans » for
# « Romans-sur-Isère »).
LINKS = frozenset(
    [
        "a",
        "au",
        "aux",
        "d",
        "de",
        "des",
        "du",
        "en",
        "et",
        "l",
        "la",
        "le",
        "les",
        "lez",
        "sous",
        "sur",
        "devant",
        "derriere",
        "pres",
    ]
)

# Abbreviations of the postal norm (AFNOR XP Z10-011, list of abbreviated words) met in names of communes, and those of
# common use (« S/ », « N.-D. »).
ABBREVIATIONS = {
    "st": "saint",
    "ste": "sainte",
    "sts": "saints",
    "stes": "saintes",
    "s": "sur",
    "ss": "sous",
    "lez": "les",
    "nd": "notredame",
    "gd": "grand",
    "gde": "grande",
    "gds": "grands",
    "gdes": "grandes",
    "ht": "haut",
    "hte": "haute",
    "hts": "hauts",
    "htes": "hautes",
    "mt": "mont",
    "vx": "vieux",
    "fd": "ferrand",
    "cdg": "charlesdegaulle",
    "2": "deux",
    "3": "trois",
}

_LIGATURES = {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ł": "l", "ı": "i"}
_SIGNS = dict.fromkeys("'’ʼ‘`´\u200b\u200c\u200d\u2060\ufeff\xa0\u202f\t\r\n", " ") | dict.fromkeys("‐‑‒–—−\xad", "-")


class _Plain(dict[int, str]):
    """Translation of one character to lower-case ASCII, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code).lower()
        plain_form = _LIGATURES.get(character) or _SIGNS.get(character)
        if plain_form is None:
            bare = "".join(c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c))
            plain_form = "".join(_LIGATURES.get(c, c) for c in bare.lower())
        if len(self) < 4096:  # a text of strange characters does not grow the table without end
            self[code] = plain_form
        return plain_form


class _Words(_Plain):
    """The same, where whatever is neither a letter nor a digit is a blank."""

    def __missing__(self, code: int) -> str:
        plain_form = "".join(c if c.isalnum() else " " for c in super().__missing__(code))
        if code in self:
            self[code] = plain_form
        return plain_form


_PLAIN = _Plain()
_WORDS = _Words()


def plain(text: str) -> str:
    """The text in lower case without accents, apostrophes as blanks; hyphens and other signs are kept."""
    return text.translate(_PLAIN)


def words(text: str) -> list[str]:
    """The words of a text, lower case without accents, whatever stood between them."""
    return text.translate(_WORDS).split()


def key_of(parts: Iterable[str]) -> str:
    """The look-up key of a name given as words: abbreviations written out, then everything joined."""
    return "".join([ABBREVIATIONS.get(part, part) for part in parts])


def name_keys(name: str) -> tuple[str, str, list[str], list[str]]:
    """Keys of an official name: whole, without its leading article (or ""), its short forms with and without it."""
    parts = words(name)
    start = 1 if len(parts) > 1 and parts[0] in ARTICLES else 0
    written = [ABBREVIATIONS.get(part, part) for part in parts]
    cuts = [end for end in range(start + 1, len(parts)) if parts[end] in LINKS and parts[end - 1] not in LINKS]
    shorts = ["".join(written[:end]) for end in cuts]
    if not start:
        return "".join(written), "", shorts, []
    return "".join(written), "".join(written[1:]), shorts, ["".join(written[1:end]) for end in cuts]


_MOJIBAKE_SIGNS = ("Ã", "Â", "Å")


def repaired(text: str) -> str:
    """The text as it was written, or the text itself when it does not bear the marks of that misreading.

    Bytes that Windows-1252 leaves undefined are taken as Latin-1, and « Ã » before a plain blank as a lost NBSP (à).
    """
    if not any(sign in text for sign in _MOJIBAKE_SIGNS):
        return text
    try:
        return b"".join(map(_byte, text.replace("Ã ", "Ã\u00a0"))).decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return text


def _byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")
