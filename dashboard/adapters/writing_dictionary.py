"""The dictionary of the columns as files."""

import codecs
import csv
import io
import json

from dashboard.domain.dictionary import FLAT_HEADINGS, Entry, to_flat_rows, to_records
from dashboard.domain.formulas import neutralise


def dictionary_csv(entries: tuple[Entry, ...]) -> bytes:
    """CSV like that of the rows: byte order mark, `;`, CRLF, formulas neutralised."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(FLAT_HEADINGS)
    writer.writerows([neutralise(cell) for cell in row] for row in to_flat_rows(entries))
    return codecs.BOM_UTF8 + text.getvalue().encode()


def dictionary_json(entries: tuple[Entry, ...]) -> bytes:
    """JSON, a list with one object for each column."""
    return (json.dumps(to_records(entries), ensure_ascii=False, indent=1) + "\n").encode()
