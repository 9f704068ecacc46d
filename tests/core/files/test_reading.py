"""Files as they are met: the encoding, the delimiter, what stands above the header, the numbers of the rows."""

import json
from io import BytesIO

import pytest
from openpyxl import Workbook

from dashboard.core.fields.findings import Finding, Severity
from dashboard.core.files.grid import RawTable
from dashboard.core.files.table import Limits, read_content
from dashboard.errors import UnknownColumnLayout, UnreadableFile

PLAIN = "Nom du pôle;Commune;Code postal\nPôle Érable;Romans-sur-Isère;26100\nŒuvre;Y;80190\n"
ROWS = (("Pôle Érable", "Romans-sur-Isère", "26100"), ("Œuvre", "Y", "80190"))


def read_rows(content: bytes) -> tuple[tuple[str, ...], ...]:
    return read_content(content).rows


def workbook(*sheets: list[list[object]]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for rank, rows in enumerate(sheets):
        sheet = book.create_sheet(f"feuille {rank}")
        for row in rows:
            sheet.append(row)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_every_usual_way_of_writing_a_csv_gives_the_same_rows(encoding: str, delimiter: str, newline: str):
    text = PLAIN.replace(";", delimiter).replace("\n", newline)
    assert read_rows(text.encode(encoding)) == ROWS


def test_the_separator_line_of_excel_is_no_row():
    table = read_content(f"sep=;\r\n{PLAIN}".encode())
    assert (table.rows, table.numbers) == (ROWS, (2, 3))


def test_the_separator_line_settles_the_delimiter():
    assert read_rows(b'sep=,\nnom,commune\n"a;b",c;d\n') == (("a;b", "c;d"),)


def test_titles_above_the_header_are_a_finding_and_blank_rows_are_counted():
    table = read_content(f"Liste des pôles;;\n;;\n{PLAIN}".encode())
    assert table.rows == ROWS
    assert table.numbers == (4, 5)
    assert table.findings == (Finding(1, None, "rows_above_header", Severity.INFO, "Liste des pôles"),)


def test_columns_and_rows_that_are_only_delimiters_are_left_out():
    table = read_content(b"nom;commune;;;\na;b;;;\n;;;;\nc;d;;;\n;;;;\n")
    assert (table.headers, table.rows, table.numbers) == (("nom", "commune"), (("a", "b"), ("c", "d")), (2, 4))


def test_a_heading_that_spans_two_rows_is_read_in_the_first():
    table = read_content(b"Nom;Localisation;;Site\n;Commune;Code postal;\nArcher;Romans;26100;archer.fr\n")
    assert (table.headers, table.rows) == (
        ("Nom", "Commune", "Code postal", "Site"),
        (("Archer", "Romans", "26100", "archer.fr"),),
    )


def test_a_cell_beyond_the_header_is_told():
    table = read_content(b"nom;commune\na;b;perdu\n")
    assert table.findings == (Finding(2, None, "cells_beyond_header", Severity.WARNING, "perdu"),)


def test_a_cell_on_two_lines_is_one_row():
    table = read_content(b'nom;description\na;"une\ndeux"\nb;c\n')
    assert (table.rows, table.numbers) == ((("a", "une\ndeux"), ("b", "c")), (2, 3))


def test_a_quote_never_closed_swallows_no_row():
    table = read_content(b'nom;commune\n"a;b\nc;d\n')
    assert (table.rows, [f.code for f in table.findings]) == ((('"a', "b"), ("c", "d")), ["malformed_quotes"])


def test_a_workbook_gives_text_as_a_person_reads_it():
    rows = read_rows(
        workbook([["Nom", "Code postal", "Latitude", "Site"], ["A", 1004, 45.5, None], ["B", 26100.0, -21, True]])
    )
    assert rows == (("A", "1004", "45.5", ""), ("B", "26100", "-21", "vrai"))


def test_the_sheet_that_has_the_known_headings_is_read():
    rows = read_rows(workbook([["Lisez-moi"], ["bla"]], [["Titre"], ["Nom", "Commune"], ["A", "Redon"]]))
    assert rows == (("A", "Redon"),)


def test_a_geojson_gives_its_properties_and_its_point():
    feature = {
        "type": "Feature",
        "id": "x1",
        "properties": {"nom": "A", "secteurs": ["numerique", "culture"], "annee": 2012},
        "geometry": {"type": "Point", "coordinates": [5.0523, 45.0442]},
    }
    table = read_content(json.dumps({"type": "FeatureCollection", "features": [feature]}).encode())
    assert dict(zip(table.headers, table.rows[0], strict=True)) == {
        "longitude": "5.0523",
        "latitude": "45.0442",
        "nom": "A",
        "secteurs": "numerique|culture",
        "annee": "2012",
        "id": "x1",
    }


def test_a_geometry_that_is_no_point_is_told_and_the_row_kept():
    features = [{"properties": {"nom": "A"}, "geometry": {"type": "Polygon", "coordinates": []}}]
    table = read_content(json.dumps({"features": features}).encode())
    assert (table.rows, table.findings) == (
        (("A",),),
        (Finding(2, None, "geometry_not_point", Severity.WARNING, "Polygon"),),
    )


def test_the_extension_says_nothing():
    table: RawTable = read_content(workbook([["nom"], ["A"]]), name="poles.csv")
    assert (table.name, table.rows) == ("poles.csv", (("A",),))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b"\n \n;;\n", "empty_file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old_excel_format"),
        (b"\x89PNG\r\n\x1a\n", "document_format"),
        (b"<html><table></table></html>", "html_instead_of_table"),
        (b"PK\x03\x04 cut", "damaged_archive"),
        (b'{"features": [', "damaged_json"),
        (b'{"type": "Topology"}', "not_a_list_of_objects"),
        (b'{"features": []}', "empty_file"),
        (b"[" * 10, "damaged_json"),
        (b'[{"nom": "A"}, 3]', "not_a_list_of_objects"),
        (b"nom;commune\n", "no_row"),
        (b"nom;commune\n;;\n \n", "no_row"),
        (b'{"a":' * 100_000, "damaged_json"),
    ],
)
def test_what_is_no_table_says_why(content: bytes, code: str):
    with pytest.raises((UnreadableFile, UnknownColumnLayout)) as refusal:
        read_content(content)
    assert refusal.value.code == code


def test_a_table_without_a_known_heading_is_refused_with_its_headings():
    with pytest.raises(UnknownColumnLayout) as refusal:
        read_content(b"alpha;beta\n1;2\n")
    assert (refusal.value.code, refusal.value.detail) == ("no_known_column", "alpha · beta")


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (Limits(max_bytes=10), "file_too_big"),
        (Limits(max_rows=2), "too_many_rows"),
        (Limits(max_columns=2), "too_many_columns"),
    ],
)
@pytest.mark.parametrize(
    "content",
    [PLAIN.encode(), workbook([["nom", "commune", "cp"], ["a", "b", "c"], ["d", "e", "f"]])],
    ids=["csv", "xlsx"],
)
def test_a_file_beyond_the_bounds_is_refused(limits: Limits, code: str, content: bytes):
    with pytest.raises(UnreadableFile) as refusal:
        read_content(content, limits=limits)
    assert refusal.value.code == code
