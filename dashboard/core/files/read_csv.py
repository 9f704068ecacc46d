"""CSV as it is met in France: `;`, `,` or tab, UTF-8, UTF-16 or cp1252, `sep=;`, titles above, `;;;` at the end."""

import codecs
import csv
import io
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from dashboard.core.fields.findings import Finding, Severity
from dashboard.core.files.formulas import restore
from dashboard.core.files.grid import Grid, best_header
from dashboard.core.files.limits import Limits
from dashboard.errors import UnreadableFile

_DELIMITERS = (";", ",", "\t")
_SEPARATOR_LINE = re.compile(r"""^"?sep=(.)"?\r?\n?""", re.IGNORECASE)
_PROBED_CHARACTERS = 100_000
_CHUNK = 1 << 20
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a file, decoded as it is read: a big file is never held twice. What cannot be read is `�`."""

    content: bytes
    encoding: str
    is_whole: bool

    def open(self) -> io.TextIOWrapper:
        """The text from its beginning, line ends untouched."""
        return io.TextIOWrapper(io.BytesIO(self.content), encoding=self.encoding, errors="replace", newline="")

    def head(self, characters: int = _PROBED_CHARACTERS) -> str:
        """The first characters."""
        with self.open() as stream:
            return stream.read(characters)


def recognise(content: bytes) -> Text:
    """The text of the bytes: UTF-8 or UTF-16 by their marks or by what the bytes look like; else cp1252, of Windows."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return Text(content, encoding, _can_decode(content, encoding))
    head = content[:2000]
    if head.count(0) * 3 > len(head):
        encoding = "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"
        return Text(content, encoding, _can_decode(content, encoding))
    if _can_decode(content, "utf-8"):
        return Text(content, "utf-8", True)
    if _is_mostly_utf8(content):
        return Text(content, "utf-8", False)
    return Text(content, "cp1252", _can_decode(content, "cp1252"))


def _can_decode(content: bytes, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for start in range(0, len(content), _CHUNK):
            decoder.decode(content[start : start + _CHUNK])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _is_mostly_utf8(content: bytes) -> bool:
    """Whether bytes read as UTF-8 with losses have far more accents read than lost."""
    text = content.decode("utf-8", errors="replace")
    lost = text.count("\ufffd")
    return sum(1 for character in text if ord(character) > 127) - lost > 4 * lost


def read_csv(content: bytes, known: Collection[str], limits: Limits) -> Grid:
    """The rows of a CSV file; `known` are the folded headings by which its delimiter is recognised."""
    text = recognise(content)
    findings = [] if text.is_whole else [Finding(None, None, "undecodable_characters", Severity.WARNING, "�")]
    separator = _SEPARATOR_LINE.match(text.head(10))
    is_told = separator is not None and separator[1] in _DELIMITERS
    delimiter = separator[1] if separator and is_told else _guess_delimiter(text, known)
    reading = _Reading(text, delimiter, limits, has_separator_line=separator is not None)
    try:
        return Grid.of(reading.rows(strict=True), findings)
    except csv.Error:
        findings.append(Finding(None, None, "malformed_quotes", Severity.WARNING, '"'))
    try:
        return Grid.of(reading.rows(strict=False, has_quotes=not reading.ends_inside_quotes()), findings)
    except csv.Error as error:
        raise UnreadableFile("malformed_csv", str(error)) from error


def _guess_delimiter(text: Text, known: Collection[str]) -> str:
    """The delimiter under which a row has the most known headings; else the most columns in most rows."""
    head = text.head().encode("utf-8", errors="replace")
    scores = {}
    for delimiter in _DELIMITERS:
        try:
            rows = list(_Reading(Text(head, "utf-8", True), delimiter, Limits()).rows(strict=False))
        except (csv.Error, UnreadableFile):
            rows = []
        widths = sorted(len(row) for row in rows if row)
        scores[delimiter] = (best_header(rows, known)[1], widths[len(widths) // 2] if widths else 0)
    return max(_DELIMITERS, key=scores.__getitem__)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text read under one delimiter; its first line is left out if it only names the delimiter."""

    text: Text
    delimiter: str
    limits: Limits
    has_separator_line: bool = False

    def rows(self, *, strict: bool, has_quotes: bool = True) -> Iterator[list[str]]:
        """The rows, formulas restored; csv.Error for malformed quotes if strict, UnreadableFile beyond the bounds."""
        has_apostrophes = b"'" in self.text.content
        with self.text.open() as stream:
            if self.has_separator_line:
                stream.readline()
            quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if has_quotes else csv.QUOTE_NONE
            reader = csv.reader(stream, delimiter=self.delimiter, strict=strict, quoting=quoting)
            for number, row in enumerate(reader, start=1):
                if number > self.limits.max_rows:
                    raise UnreadableFile("too_many_rows", str(self.limits.max_rows))
                if len(row) > self.limits.max_columns and any(map(str.strip, row[self.limits.max_columns :])):
                    raise UnreadableFile("too_many_columns", str(self.limits.max_columns))
                cells = row[: self.limits.max_columns]
                yield [restore(cell) if cell[:1] == "'" else cell for cell in cells] if has_apostrophes else cells

    def ends_inside_quotes(self) -> bool:
        """Whether a quote that opens is never closed: what follows it would otherwise be swallowed by one cell."""
        try:
            for _ in self.rows(strict=True):
                pass
        except csv.Error as error:
            return "unexpected end of data" in str(error) or "field larger" in str(error)
        return False
