"""Whatever the bytes, reading answers with a table or with one of our errors; what we write is read back."""

import csv
import io

from hypothesis import example, given
from hypothesis import strategies as st

from dashboard.core.files.decoding import recognise
from dashboard.core.files.grid import RawTable
from dashboard.core.files.mojibake import unspoiled
from dashboard.core.files.table import read_content
from dashboard.core.intake.checking_poles import check_poles
from dashboard.errors import UnknownColumnLayout, UnreadableFile

BEGINNINGS = st.sampled_from(
    [b"", b"nom;commune\n", b"\xff\xfe", b"\xef\xbb\xbfnom\n", b"PK\x03\x04", b'{"features":[', b"sep=;\n"]
)
TEXT = st.characters(codec="utf-8", exclude_categories=["Cc"], include_characters="\t\r\n")
CELLS = st.text(TEXT, max_size=12)
FILLED = CELLS.filter(lambda cell: bool(cell.strip()))


def read_or_refusal(content: bytes) -> tuple[RawTable | None, str]:
    try:
        return read_content(content), ""
    except (UnreadableFile, UnknownColumnLayout) as refusal:
        return None, refusal.code


@given(BEGINNINGS, st.binary(max_size=200))
def test_any_bytes_give_a_table_or_one_of_our_errors(beginning: bytes, rest: bytes):
    table, refusal = read_or_refusal(beginning + rest)
    if table is None:
        assert refusal in UnreadableFile.CODES | UnknownColumnLayout.CODES
    else:
        assert {len(row) for row in table.rows} <= {len(table.headers)}
        assert len(table.rows) == len(table.numbers)


@given(st.binary(max_size=100))
def test_any_bytes_have_a_text(content: bytes):
    text = recognise(content)
    assert text.is_whole or "�" in text.head()
    assert text.head().encode("utf-8").decode("utf-8") == text.head()


@given(st.lists(st.tuples(FILLED, CELLS), min_size=1, max_size=6), st.sampled_from(";,\t"))
@example([("0", "\r")], ";")
def test_a_csv_that_we_write_is_read_back(rows: list[tuple[str, str]], delimiter: str):
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([("nom", "description"), *rows])
    assert read_content(buffer.getvalue().encode()).rows == tuple(tuple(map(unspoiled, row)) for row in rows)


@example([["", "\x1b", "", "", ""]])
@given(st.lists(st.lists(CELLS, min_size=5, max_size=5), max_size=8))
def test_every_row_of_a_file_is_kept_or_refused_aloud(rows: list[list[str]]):
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL)
    writer.writerows([("id", "nom", "commune", "latitude", "longitude"), *rows])
    table, refusal = read_or_refusal(buffer.getvalue().encode())
    if table is None:
        assert refusal == "no_row"
        return
    checked = check_poles(table)
    errors = {finding.row for finding in checked.findings if finding.severity == "error"}
    assert sorted([*checked.rows.index, *checked.refused]) == list(table.numbers)
    assert set(checked.refused) == errors
    assert checked.rows["id"].is_unique
    assert checked.rows["id"].notna().all()
