"""CSV as it is met in France: `;`, `,` or tab, UTF-8, UTF-16 or cp1252, `sep=;`, titles above, `;;;` at the end."""

import codecs
import csv
import io
import re
from collections.abc import Collection, Iterator

from dashboard.adapters.reading_limits import Limits
from dashboard.domain.findings import Finding, Severity
from dashboard.domain.raw_table import Grid, best_header
from dashboard.errors import UnreadableFile

_DELIMITERS = (";", ",", "\t")
_SEPARATOR_LINE = re.compile(r"""^"?sep=(.)"?\r?\n?""", re.IGNORECASE)
_PROBED_CHARACTERS = 100_000


def decode(content: bytes) -> tuple[str, bool]:
    """The text of a file, and whether all of it could be read; what could not is `�`.

    UTF-8 or UTF-16 by their marks or by what the bytes look like; else cp1252, that of French Windows.
    """
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if content.startswith(mark):
            return _decode_as(content, encoding)
    head = content[:2000]
    if head.count(0) * 3 > len(head):
        return _decode_as(content, "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be")
    text, is_whole = _decode_as(content, "utf-8")
    if is_whole or _is_mostly_utf8(text):
        return text, is_whole
    return _decode_as(content, "cp1252")


def _decode_as(content: bytes, encoding: str) -> tuple[str, bool]:
    try:
        return content.decode(encoding), True
    except UnicodeDecodeError:
        return content.decode(encoding, errors="replace"), False


def _is_mostly_utf8(text: str) -> bool:
    """Whether a text read as UTF-8 with losses has far more accents read than lost."""
    lost = text.count("\ufffd")
    return sum(1 for character in text if ord(character) > 127) - lost > 4 * lost


def read_csv(content: bytes, known: Collection[str], limits: Limits) -> Grid:
    """The rows of a CSV file; `known` are the folded headings by which its delimiter is recognised."""
    text, is_whole = decode(content)
    findings = [] if is_whole else [Finding(None, None, "undecodable_characters", Severity.WARNING, "�")]
    separator = _SEPARATOR_LINE.match(text)
    if separator:
        text = text[separator.end() :]
    delimiter = separator[1] if separator and separator[1] in _DELIMITERS else _guess_delimiter(text, known)
    try:
        return Grid.of(list(_rows(text, delimiter, limits, strict=True)), findings)
    except csv.Error:
        pass
    findings.append(Finding(None, None, "malformed_quotes", Severity.WARNING, '"'))
    try:
        quoting = csv.QUOTE_NONE if _ends_inside_quotes(text, delimiter) else csv.QUOTE_MINIMAL
        return Grid.of(list(_rows(text, delimiter, limits, strict=False, quoting=quoting)), findings)
    except csv.Error as error:
        raise UnreadableFile("malformed_csv", str(error)) from error


def _guess_delimiter(text: str, known: Collection[str]) -> str:
    """The delimiter under which a row has the most known headings; else the most columns in most rows."""
    probed = text[:_PROBED_CHARACTERS]
    scores = {}
    for delimiter in _DELIMITERS:
        try:
            rows = list(_rows(probed, delimiter, Limits(), strict=False))
        except (csv.Error, UnreadableFile):
            rows = []
        widths = sorted(len(row) for row in rows if row)
        scores[delimiter] = (best_header(rows, known)[1], widths[len(widths) // 2] if widths else 0)
    return max(_DELIMITERS, key=scores.__getitem__)


def _ends_inside_quotes(text: str, delimiter: str) -> bool:
    """Whether a quote that opens is never closed: what follows it would otherwise be swallowed by one cell."""
    try:
        for _ in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            pass
    except csv.Error as error:
        return "unexpected end of data" in str(error) or "field larger" in str(error)
    return False


def _rows(
    text: str, delimiter: str, limits: Limits, *, strict: bool, quoting: "csv._QuotingType" = csv.QUOTE_MINIMAL
) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict, quoting=quoting)
    for number, row in enumerate(reader, start=1):
        if number > limits.max_rows:
            raise UnreadableFile("too_many_rows", str(limits.max_rows))
        if len(row) > limits.max_columns and any(map(str.strip, row[limits.max_columns :])):
            raise UnreadableFile("too_many_columns", str(limits.max_columns))
        yield row[: limits.max_columns]
