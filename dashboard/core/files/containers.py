"""What a file is, by its bytes; what it holds, as grids; and what it is called when it is no table."""

import io
import re
import zipfile
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from dashboard.core.files.decoding import Text, looks_binary, recognise
from dashboard.core.files.grid import Grid
from dashboard.core.files.limits import Limits
from dashboard.core.files.read_csv import read_csv
from dashboard.core.files.read_gpkg import read_gpkg
from dashboard.core.files.read_json import read_json
from dashboard.core.files.read_kml import read_kml
from dashboard.core.files.read_ods import read_flat_ods, read_ods
from dashboard.core.files.read_xls import read_xls
from dashboard.core.files.read_xlsx import read_sheets
from dashboard.core.files.safe_zip import DAMAGE, SafeZip
from dashboard.errors import UnreadableFile

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SQLITE = b"SQLite format 3\0"
_DOCUMENTS = (
    (b"%PDF", "PDF"),
    (b"{\\rtf", "RTF (Word)"),
    (b"\x89PNG", "image PNG"),
    (b"\xff\xd8\xff", "image JPEG"),
    (b"GIF8", "image GIF"),
    (b"II*\0", "image TIFF"),
    (b"MM\0*", "image TIFF"),
    (b"BM", "image BMP"),
    (b"RIFF", "image WebP"),
    (b"%!PS", "PostScript"),
)
_ARCHIVES = (
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"\x28\xb5\x2f\xfd", "Zstandard"),
)
_DATA = (
    (b"PAR1", "Parquet"),
    (b"ARROW1", "Arrow"),
    (b"\0\0\x27\x0a", "Shapefile"),
    (b"fgb\x03", "FlatGeobuf"),
    (b"\x89HDF", "HDF5"),
    (b"\0\1\0\0Standard", "Access"),
    (b"$FL2", "SPSS"),
    (b"<stata_dta>", "Stata"),
)
_BINARY_ONLY = frozenset({"image BMP", "image WebP", "bzip2"})
"""Formats whose first bytes are letters, which a heading may begin with: they are it only if the rest is no text."""

_ZIPPED = (
    ("word/", "document_format", "Word"),
    ("ppt/", "document_format", "PowerPoint"),
    ("xl/workbook.bin", "data_format", "Excel binaire (.xlsb)"),
    ("Index/", "data_format", "Numbers"),
    ("Index.zip", "data_format", "Numbers"),
    ("META-INF/container.xml", "document_format", "EPUB"),
)
_JSON = re.compile(r"""\{|\[\s*[{\[\]"\d-]""")
_NOT_TABLES = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True)
class Found:
    """The grids of a file, blank ones too, and the sheets not looked at: hidden ones, those beyond a bound."""

    grids: Sequence[Grid]
    left_aside: Sequence[str] = ()


def read_grids(content: bytes, known: Collection[str], limits: Limits, *, is_inside: bool = False) -> Found:
    """What the bytes hold; `known`: the folded headings by which a CSV's delimiter is told; UnreadableFile otherwise.

    `is_inside`: the bytes come out of an archive, in which another one is not opened.
    """
    if content.startswith(b"PK\x03\x04"):
        return _read_zip(content, known, limits, is_inside=is_inside)
    if content.startswith(_OLD_OFFICE):
        return Found(*read_xls(content, limits))
    if content.startswith(_SQLITE):
        return Found(read_gpkg(content, limits))
    text = recognise(content)
    _refuse_named(content, text)
    beginning = text.head(4000).lstrip("\ufeff \t\r\n").lower()
    if _JSON.match(beginning):
        return Found(read_json(text, limits))
    if beginning.startswith(("<!doctype", "<html", "<?xml", "<table", "<kml", "<rss", "<gpx", "<office:")):
        return _read_markup(content, beginning, limits)
    if looks_binary(text):
        raise UnreadableFile("unknown_format")
    return Found([read_csv(content, known, limits)])


def _refuse_named(content: bytes, text: Text) -> None:
    for code, formats in (("document_format", _DOCUMENTS), ("archive_format", _ARCHIVES), ("data_format", _DATA)):
        for mark, name in formats:
            if content.startswith(mark) and (name not in _BINARY_ONLY or looks_binary(text)):
                raise UnreadableFile(code, name)
    if content[257:262] == b"ustar":
        raise UnreadableFile("archive_format", "tar")
    if content.startswith((b"PK\x05\x06", b"PK\x07\x08")):
        raise UnreadableFile("damaged_archive")


def _read_markup(content: bytes, beginning: str, limits: Limits) -> Found:
    if "<office:document" in beginning:
        return Found(*read_flat_ods(content, limits))
    if "<kml" in beginning:
        return Found([read_kml(content, limits)])
    if beginning.startswith("<?xml") and "<html" not in beginning:
        raise UnreadableFile("xml_instead_of_table")
    raise UnreadableFile("html_instead_of_table")


def _read_zip(content: bytes, known: Collection[str], limits: Limits, *, is_inside: bool) -> Found:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = SafeZip(archive, limits)
            names = parts.names
            for beginning, code, name in _ZIPPED:
                if any(part.startswith(beginning) for part in names):
                    raise UnreadableFile(code, name)
            if any(part.startswith("xl/") for part in names):
                return Found(*read_sheets(parts, limits))
            if "content.xml" in names:
                return Found(*read_ods(parts, limits))
            tables = [name for name in names if not name.endswith("/") and not any(no in name for no in _NOT_TABLES)]
            kml = [name for name in tables if name.lower().endswith(".kml")]
            if any(name.lower().endswith(".shp") for name in tables):
                raise UnreadableFile("data_format", "Shapefile")
            if is_inside or len(kml or tables) != 1:
                raise UnreadableFile("several_files_in_archive", ", ".join(tables)[:300])
            inner = parts.read((kml or tables)[0], limits.max_bytes)
    except DAMAGE as error:
        raise UnreadableFile("damaged_archive") from error
    return read_grids(inner, known, limits, is_inside=True)
