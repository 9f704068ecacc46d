"""CSV as it is met in France: `;`, `,`, tab or `|`, `sep=;`, titles above, `;;;` at the end, unclosed quotes."""

import csv
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import islice

from dashboard.core.fields.findings import Finding, Severity
from dashboard.core.files.decoding import ALPHABETS, UTF_8, WINDOWS, Text, recognise
from dashboard.core.files.formulas import restore
from dashboard.core.files.grid import Grid
from dashboard.core.files.header_row import best_header
from dashboard.core.files.limits import Limits
from dashboard.core.files.loose_quotes import LooseReader, swallows
from dashboard.errors import UnreadableFile

_DELIMITERS = (";", ",", "\t", "|")
_SEPARATOR_LINE = re.compile(r"""^"?sep=(.)"?\r?\n?""", re.IGNORECASE)

csv.field_size_limit(2**31 - 1)  # the whole file is bounded, and a long cell is cut when its row is kept


def read_csv(content: bytes, known: Collection[str], limits: Limits) -> Grid:
    """The rows of a CSV file; `known` are the folded headings by which its delimiter is recognised."""
    text = recognise(content)
    separator = _SEPARATOR_LINE.match(text.head(10))
    told = separator[1] if separator and separator[1] in _DELIMITERS else ""
    delimiter, width = _guess_delimiter(text, known, (told,) if told else _DELIMITERS)
    reading = _Reading(text, delimiter, width, limits, has_separator_line=separator is not None)
    try:
        return Grid.of(reading.rows(), reading.findings, counts_cells=True)
    except csv.Error:
        reading = _Reading(text, delimiter, width, limits, has_separator_line=separator is not None, is_loose=True)
        return Grid.of(reading.rows(), reading.findings, counts_cells=True)


def _guess_delimiter(text: Text, known: Collection[str], delimiters: Collection[str]) -> tuple[str, int]:
    """The delimiter under which a row has the most known headings, else most rows the most columns; how many."""
    head = Text(text.head().encode(UTF_8, errors="replace"), UTF_8, True)
    scores = {}
    for delimiter in delimiters:
        with head.open() as stream:
            rows = list(islice(csv.reader(stream, delimiter=delimiter), 1000))
        widths = sorted(len(row) for row in rows if row)
        scores[delimiter] = (best_header(rows, known)[1], widths[len(widths) // 2] if widths else 0)
    best = max(delimiters, key=scores.__getitem__)
    return best, scores[best][1]


@dataclass
class _Reading:
    """A text read under one delimiter, and what is found in it meanwhile; a line that names the delimiter is no row."""

    text: Text
    delimiter: str
    width: int
    limits: Limits
    has_separator_line: bool = False
    is_loose: bool = False
    findings: list[Finding] = field(default_factory=list)

    def rows(self) -> Iterator[list[str]]:
        """The rows, formulas restored; UnreadableFile beyond the bounds.

        csv.Error for quotes that do not close, unless the reading is loose: the line is read as it stands, and told.
        """
        self.findings += _on_encoding(self.text)
        has_apostrophes = b"'" in self.text.content
        with self.text.open() as stream:
            shift = 1 if self.has_separator_line else 0
            if shift:
                stream.readline()
            records = self._loose(stream) if self.is_loose else self._strict(stream)
            for number, (row, first, last) in enumerate(records, start=1):
                if number > self.limits.max_rows:
                    raise UnreadableFile("too_many_rows", str(self.limits.max_rows))
                if len(row) > self.limits.max_columns and any(map(str.strip, row[self.limits.max_columns :])):
                    raise UnreadableFile("too_many_columns", str(self.limits.max_columns))
                if self.text.odd_lines:
                    self._tell_odd(number, range(first + shift, last + shift + 1), row)
                cells = row[: self.limits.max_columns]
                yield [restore(cell) if cell[:1] == "'" else cell for cell in cells] if has_apostrophes else cells

    def _strict(self, stream: Iterator[str]) -> Iterator[tuple[list[str], int, int]]:
        """Each row with its first and last line."""
        reader = csv.reader(stream, delimiter=self.delimiter, strict=True)
        before = 0
        for row in reader:
            if reader.line_num > before + 1 and swallows(row, self.delimiter, self.width):
                raise csv.Error
            yield row, before + 1, reader.line_num
            before = reader.line_num

    def _loose(self, stream: Iterator[str]) -> Iterator[tuple[list[str], int, int]]:
        reader = LooseReader(stream, self.delimiter, self.width)
        for number, (row, first, last, is_literal) in enumerate(reader.rows(), start=1):
            if is_literal:
                quoted = next((cell for cell in row if '"' in cell), "")
                self.findings.append(Finding(number, None, "malformed_quotes", Severity.WARNING, quoted[:300]))
            yield row, first, last

    def _tell_odd(self, number: int, lines: range, row: list[str]) -> None:
        odd = next((self.text.odd_lines[line] for line in lines if line in self.text.odd_lines), "")
        if odd:
            accented = next((cell for cell in row if not cell.isascii()), "")
            value = f"{ALPHABETS[odd]} · {accented[:200]}"
            self.findings.append(Finding(number, None, "line_in_another_encoding", Severity.WARNING, value))


def _on_encoding(text: Text) -> Iterator[Finding]:
    if not text.is_whole:
        yield Finding(None, None, "undecodable_characters", Severity.WARNING, "�")
    if text.encoding in ALPHABETS and text.encoding not in {UTF_8, WINDOWS}:
        yield Finding(None, None, "older_encoding", Severity.INFO, ALPHABETS[text.encoding])
