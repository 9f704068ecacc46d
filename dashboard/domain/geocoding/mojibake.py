"""Repair of text written in UTF-8 and read as Windows-1252 (« MontluÃ§on »)."""

_SIGNS = ("Ã", "Â", "Å")


def repaired(text: str) -> str:
    """The text as it was written, or the text itself when it does not bear the marks of that misreading.

    Bytes that Windows-1252 leaves undefined are taken as Latin-1, and « Ã » before a plain blank as a lost NBSP (à).
    """
    if not any(sign in text for sign in _SIGNS):
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
