"""From bytes to text: UTF-8 or UTF-16 where they are it, the alphabets of before Unicode by what they would spell.

charset-normalizer was tried (3.5.2): it reads a UTF-8 file with one Windows line as HP Roman-8, all accents lost, and
Mac Roman as Icelandic. A file in two encodings is therefore decided line by line.
"""

import codecs
import io
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

UTF_8 = "utf-8"
WINDOWS = "cp1252"
ALPHABETS = {WINDOWS: "Windows-1252", "mac_roman": "Mac Roman", "cp850": "DOS 850", UTF_8: "UTF-8"}
"""The encodings that are told, and how they are called; Windows-1252 is the one of the files that say nothing."""

_PROBED_CHARACTERS = 100_000
_PROBED_BYTES = 4000
_CHUNK = 1 << 20
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LETTERS = dict.fromkeys("éèêëàâçîïôùûüœæ", 1.0) | dict.fromkeys("’", 0.5)
_CAPITALS = dict.fromkeys("ÉÈÊËÀÂÇÎÏÔÙÛÜŒÆ", 0.3)
_SIGNS = dict.fromkeys("«»°–—“”€²ñöä", 0.2) | dict.fromkeys("\xa0…·•‘áíóú", 0.1)
_WEIGHTS = _LETTERS | _CAPITALS | _SIGNS
_FRENCH = frozenset(_WEIGHTS) | frozenset("\u202f\u2009\ufeff\u200b\u2011₂³™©®½¼¾×→✓ÖÄÁÍÓÚÑãõÿŸß")
"""What UTF-8 is expected to spell here: « É » and a no-break space of Windows happen to be the UTF-8 of « ɠ »."""


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a file, decoded as it is read: a big file is never held twice. What cannot be read is `�`.

    `odd_lines`: the lines, from 1, that are in another encoding than the rest, and which.
    """

    content: bytes
    encoding: str
    is_whole: bool
    odd_lines: Mapping[int, str] = field(default_factory=dict)

    def open(self) -> io.TextIOWrapper:
        """The text from its beginning, line ends untouched."""
        return io.TextIOWrapper(io.BytesIO(self.content), encoding=self.encoding, errors="replace", newline="")

    def head(self, characters: int = _PROBED_CHARACTERS) -> str:
        """The first characters."""
        with self.open() as stream:
            return stream.read(characters)


def recognise(content: bytes) -> Text:
    """The text of the bytes; NUL bytes after its end, which a failing disk leaves, are no part of it."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return Text(content, encoding, _can_decode(content, encoding))
    wide = _wide_encoding(content)
    if wide:
        trimmed = content.rstrip(b"\0")
        trimmed += b"\0" * (len(trimmed) % 2)
        return Text(trimmed, wide, _can_decode(trimmed, wide))
    content = content.rstrip(b"\0")
    is_marked = content.startswith(codecs.BOM_UTF8)
    content = content.removeprefix(codecs.BOM_UTF8)
    if _can_decode(content, UTF_8):
        return Text(content, UTF_8, True)
    return _by_line(content, is_marked=is_marked)


def looks_binary(text: Text) -> bool:
    """Whether the beginning holds too many control characters for a text."""
    head = text.head(_PROBED_BYTES)
    return sum(character < " " and character not in "\t\n\r\f\v" for character in head) * 10 > len(head)


def _wide_encoding(content: bytes) -> str:
    """UTF-16 without its mark: nearly every second byte is NUL, the others are not. "" for another encoding."""
    head = content[:_PROBED_BYTES].rstrip(b"\0")
    half = len(head) // 2
    first, second = head[::2].count(0), head[1::2].count(0)
    if max(first, second) * 10 < half * 6 or min(first, second) * 10 > half or half < 2:
        return ""
    return "utf-16-le" if second > first else "utf-16-be"


def _by_line(content: bytes, *, is_marked: bool) -> Text:
    """The text of bytes that are not all UTF-8: in one older alphabet, or in both, each line by itself."""
    lines = content.splitlines(keepends=True)
    good: list[int] = []
    odd: list[int] = []
    for number, line in enumerate(lines, start=1):
        if not line.isascii():
            (good if _is_french_utf8(line) else odd).append(number)
    alphabet = _alphabet(b"".join(_undecoded(lines[number - 1]) for number in odd))
    if not good and not is_marked:
        return Text(content, alphabet, _can_decode(content, alphabet))
    for number in odd:
        lines[number - 1] = _mixed(lines[number - 1], alphabet).encode()
    # The lines told are the fewer: in a file of Windows, it is the line pasted from UTF-8 that is odd.
    told = dict.fromkeys(odd, alphabet) if len(odd) <= len(good) or is_marked else dict.fromkeys(good, UTF_8)
    whole = b"".join(lines)
    return Text(whole, UTF_8, "\ufffd".encode() not in whole, told)


def _undecoded(line: bytes) -> bytes:
    """The bytes of a line that are no UTF-8."""
    text = line.decode(UTF_8, errors="surrogateescape")
    return "".join(filter(_is_undecoded, text)).encode(UTF_8, "surrogateescape")


def _is_undecoded(character: str) -> bool:
    return "\udc80" <= character <= "\udcff"


def _is_french_utf8(line: bytes) -> bool:
    try:
        text = line.decode(UTF_8)
    except UnicodeDecodeError:
        return False
    return not all(_is_chance(character, WINDOWS) for character in text if character > "\x7f")


def _is_chance(character: str, alphabet: str) -> bool:
    """Whether a character of no French word is, byte by byte, French in this alphabet."""
    return character not in _FRENCH and set(character.encode(UTF_8, "replace").decode(alphabet, "replace")) <= _FRENCH


def _mixed(line: bytes, alphabet: str) -> str:
    """A line in the older alphabet, where what is right UTF-8 is taken as such: cells of one line may differ too."""
    parts = []
    for character in line.decode(UTF_8, errors="surrogateescape"):
        if _is_undecoded(character) or (character > "\x7f" and _is_chance(character, alphabet)):
            parts.append(character.encode(UTF_8, "surrogateescape").decode(alphabet, "replace"))
        else:
            parts.append(character)
    return "".join(parts)


def _alphabet(content: bytes) -> str:
    """The older alphabet in which these bytes spell French best; that of Windows where nothing tells."""
    counts = Counter(byte for byte in content if byte > 127) if len(content) < _CHUNK else _counts(content)

    def spelling(alphabet: str) -> float:
        letters = ((bytes([byte]).decode(alphabet, "replace"), count) for byte, count in counts.items())
        return sum(count * (-2.0 if letter == "\ufffd" else _WEIGHTS.get(letter, -1.0)) for letter, count in letters)

    return max((WINDOWS, "mac_roman", "cp850"), key=spelling)


def _counts(content: bytes) -> Mapping[int, int]:
    return {byte: count for byte in range(128, 256) if (count := content.count(byte))}


def _can_decode(content: bytes, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for start in range(0, len(content), _CHUNK):
            decoder.decode(content[start : start + _CHUNK])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
