"""Files made to harm: they are refused, or read within bounds, and never run for long."""

import time
import zipfile
from io import BytesIO

import pytest
from openpyxl import Workbook

from dashboard.core.files.table import Limits, read_content
from dashboard.errors import UnreadableFile


def saved(book: Workbook) -> bytes:
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def with_parts(content: bytes, **parts: bytes) -> bytes:
    """The workbook with some of its parts replaced, by the end of their names."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            stem = entry.filename.rsplit("/", 1)[-1].removesuffix(".xml")
            new.writestr(entry.filename, parts.get(stem, old.read(entry)))
    return out.getvalue()


def simple() -> bytes:
    book = Workbook()
    book.active.append(["nom"])
    book.active.append(["A"])
    return saved(book)


def test_two_cells_at_the_ends_of_a_sheet_do_not_fill_the_memory():
    book = Workbook()
    book.active["A1"] = "nom"
    book.active["A2"] = "Archer"
    book.active["XFD1048576"] = "loin"
    start = time.perf_counter()
    assert read_content(saved(book), limits=Limits(max_rows=5000)).rows == (("Archer",),)
    assert time.perf_counter() - start < 5


def test_a_workbook_that_inflates_too_much_is_refused_before_it_does():
    bomb = with_parts(simple(), sheet1=b"<worksheet>" + b" " * 5_000_000 + b"</worksheet>")
    assert len(bomb) < 20_000
    with pytest.raises(UnreadableFile, match="unsafe_archive"):
        read_content(bomb, limits=Limits(max_inflated_bytes=1_000_000))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_workbook_with_xml_entities_is_refused(encoding: str):
    xml = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><worksheet>&x;</worksheet>'
    with pytest.raises(UnreadableFile, match="unsafe_xml"):
        read_content(with_parts(simple(), sheet1=xml.encode(encoding)))


@pytest.mark.parametrize("part", ["sheet1", "workbook", "styles"])
def test_a_damaged_workbook_is_refused(part: str):
    with pytest.raises(UnreadableFile, match="damaged_workbook"):
        read_content(with_parts(simple(), **{part: b"<worksheet"}))


def test_an_archive_that_is_no_workbook_is_refused():
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("poles.vrt", "<?xml version='1.0'?><OGRVRTDataSource/>")
    with pytest.raises(UnreadableFile, match="xml_instead_of_table"):
        read_content(out.getvalue())


def test_a_gdal_description_named_as_geojson_reads_no_other_file():
    with pytest.raises(UnreadableFile, match="xml_instead_of_table"):
        read_content(
            b'<?xml version="1.0"?><OGRVRTDataSource><SrcDataSource>/etc/passwd</SrcDataSource>', name="a.geojson"
        )


def test_a_cell_as_long_as_the_file_is_cut_and_told():
    table = read_content(b"nom\n" + b"a" * 1_000_000)
    assert [len(cell) for cell in table.rows[0]] == [131_072]
    assert [(finding.row, finding.field, finding.code) for finding in table.findings] == [(2, "nom", "cell_cut")]
