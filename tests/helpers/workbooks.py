"""Workbooks made for tests: by openpyxl, then with parts of their archive replaced; OpenDocument by hand."""

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO

from openpyxl import Workbook

ODS = "application/vnd.oasis.opendocument.spreadsheet"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"))
)


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def workbook(sheets: Mapping[str, Sequence[Sequence[object]]], *, hidden: Sequence[str] = ()) -> bytes:
    """A workbook of these sheets, some of them hidden."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if name in hidden else "visible"
        for row in rows:
            sheet.append(list(row))
    return saved(book)


def with_parts(content: bytes, **parts: bytes) -> bytes:
    """The workbook with some of its parts replaced, by the end of their names; shared texts are added to it."""
    out = BytesIO()
    shared = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    relation = f'<Relationship Id="rId99" Type="{shared}" Target="sharedStrings.xml"/></Relationships>'.encode()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            stem = entry.filename.rsplit("/", 1)[-1].split(".")[0].strip("[]")
            part = parts.get(stem, old.read(entry))
            if "sharedStrings" in parts and entry.filename == "xl/_rels/workbook.xml.rels":
                part = part.replace(b"</Relationships>", relation)
            new.writestr(entry.filename, part)
        if "sharedStrings" in parts:
            new.writestr("xl/sharedStrings.xml", parts["sharedStrings"])
    return out.getvalue()


def archive(**files: bytes) -> bytes:
    """A zip of these files; `__` in a name stands for its dot."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in files.items():
            new.writestr(name.replace("__", "."), content)
    return out.getvalue()


def open_document(tables: str, *, styles: str = "", mimetype: str = ODS) -> bytes:
    """A spreadsheet of OpenDocument whose tables are written as XML."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr("mimetype", mimetype, zipfile.ZIP_STORED)
        new.writestr("content.xml", flat_document(tables, styles=styles))
    return out.getvalue()


def flat_document(tables: str, *, styles: str = "") -> str:
    """The same in one file of XML."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMESPACES}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
