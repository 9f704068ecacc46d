"""Files that are neither CSV nor XLSX, recognised by their bytes: read, or called by their name with the way out."""

import json
import sqlite3
import struct
from pathlib import Path

import pytest

from dashboard.core.fields.findings import Severity
from dashboard.core.files.table import read_content, read_tables
from dashboard.errors import UnreadableFile
from tests.helpers.workbooks import archive

POINT = {"type": "Point", "coordinates": [2.0, 46.0]}


def first_row(content: bytes) -> dict[str, str]:
    table = read_content(content)
    return dict(zip(table.headers, table.rows[0], strict=True))


def feature(geometry: object, **properties: object) -> dict[str, object]:
    return {"type": "Feature", "geometry": geometry, "properties": {"nom": "Halle", **properties}}


def collection(*features: object, **more: object) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features, **more}).encode()


def refusal(content: bytes) -> tuple[str, str]:
    with pytest.raises(UnreadableFile) as caught:
        read_content(content)
    return caught.value.code, caught.value.detail


@pytest.mark.parametrize(
    "geometry",
    [
        POINT,
        {"type": "Point", "coordinates": [2.0, 46.0, 812.5]},
        {"type": "MultiPoint", "coordinates": [[2.0, 46.0]]},
        {"type": "MultiPoint", "coordinates": [[2.0, 46.0], [2.0, 46.0]]},
        {"type": "GeometryCollection", "geometries": [POINT, {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}]},
    ],
    ids=["point", "3D", "one of many", "twice the same", "collection"],
)
def test_the_one_point_of_a_geometry_is_the_place(geometry: object):
    for content in (collection(feature(geometry)), json.dumps(feature(geometry)).encode()):
        row = first_row(content)
        assert (row["longitude"], row["latitude"], row["nom"]) == ("2", "46", "Halle")
        assert not read_content(content).findings


def test_the_first_of_several_points_is_taken_and_the_others_told():
    content = collection(feature({"type": "MultiPoint", "coordinates": [[2.0, 46.0], [3.0, 47.0]]}))
    assert first_row(content)["latitude"] == "46"
    assert [(f.row, f.code) for f in read_content(content).findings] == [(2, "several_positions")]


@pytest.mark.parametrize(
    ("name", "position"),
    [
        ("EPSG:3857", [222638.98, 5780349.22]),
        ("urn:ogc:def:crs:EPSG::2154", [622609.12, 6544963.91]),
        ("http://www.opengis.net/def/crs/EPSG/0/2154", [622609.12, 6544963.91]),
        ("urn:ogc:def:crs:OGC:1.3:CRS84", [2.0, 46.0]),
    ],
)
def test_the_projection_that_a_geojson_names_is_obeyed(name: str, position: list[float]):
    crs = {"type": "name", "properties": {"name": name}}
    row = first_row(collection(feature({"type": "Point", "coordinates": position}), crs=crs))
    assert (float(row["longitude"]), float(row["latitude"])) == pytest.approx((2, 46), abs=1e-4)


@pytest.mark.parametrize("name", ["EPSG:999999", "+proj=pipeline +step", "local"])
def test_an_unknown_projection_is_refused_by_its_name(name: str):
    crs = {"type": "name", "properties": {"name": name}}
    assert refusal(collection(feature(POINT), crs=crs)) == ("unknown_projection", name)


@pytest.mark.parametrize(
    "document",
    [
        [{"nom": "Halle", "commune": "Foix"}],
        {"data": [{"nom": "Halle", "commune": "Foix"}], "licence": "ODbL"},
        {"records": [{"fields": {"nom": "Halle", "commune": "Foix"}}]},
        {"results": [{"nom": "Halle", "commune": "Foix"}], "total_count": 1},
    ],
)
def test_a_list_of_objects_is_a_table_whatever_its_envelope(document: object):
    assert first_row(json.dumps(document).encode()) == {"nom": "Halle", "commune": "Foix"}


def test_one_object_a_line_is_a_list():
    assert read_content(b'{"nom":"Halle"}\n{"nom":"Grange","commune":"Foix"}\n').rows == (
        ("Halle", ""),
        ("Grange", "Foix"),
    )


def test_the_elements_of_gogocarto_have_their_point_and_their_address():
    one = {"name": "x", "nom": "Halle", "geo": {"latitude": 46, "longitude": 2}, "address": {"addressLocality": "Foix"}}
    row = first_row(json.dumps({"data": [one]}).encode())
    assert (row["latitude"], row["longitude"], row["address.addressLocality"]) == ("46", "2", "Foix")


def test_each_layer_of_a_umap_is_a_table():
    layers = [
        {"type": "FeatureCollection", "features": [feature(POINT)], "_umap_options": {"name": name}} for name in "AB"
    ]
    tables = read_tables(json.dumps({"type": "umap", "layers": layers}).encode())
    assert [(table.sheet, len(table.rows)) for table in tables] == [("A", 1), ("B", 1)]


KML = b"""<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder>
<Placemark><name>Halle</name><ExtendedData><Data name="commune"><value>Foix</value></Data></ExtendedData>
<Point><coordinates> 2.0,46.0,0 </coordinates></Point></Placemark></Folder></Document></kml>"""


@pytest.mark.parametrize("content", [KML, archive(doc__kml=KML)], ids=["KML", "KMZ"])
def test_a_place_of_kml_has_its_name_its_data_and_its_point(content: bytes):
    row = first_row(content)
    assert [row["longitude"], row["latitude"], row["commune"]] == ["2", "46", "Foix"]
    assert "Halle" in row.values()


def test_a_geopackage_of_points_is_read(tmp_path: Path):
    path = tmp_path / "poles.gpkg"
    base = sqlite3.connect(path)
    base.executescript("""
        CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT);
        CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);
        CREATE TABLE poles (fid INTEGER PRIMARY KEY, geom BLOB, nom TEXT);
        INSERT INTO gpkg_contents VALUES ('poles', 'features');
        INSERT INTO gpkg_geometry_columns VALUES ('poles', 'geom', 4326);
    """)
    blob = b"GP\0\1" + struct.pack("<i", 4326) + struct.pack("<BIdd", 1, 1, 2.0, 46.0)
    base.execute("INSERT INTO poles VALUES (1, ?, 'Halle')", (blob,))
    base.commit()
    base.close()
    row = first_row(path.read_bytes())
    assert (row["longitude"], row["latitude"], row["nom"]) == ("2", "46", "Halle")
    assert refusal(path.read_bytes()[:5000])[0] == "damaged_geopackage"


def test_another_base_is_called_by_its_name(tmp_path: Path):
    base = sqlite3.connect(tmp_path / "x")
    base.execute("CREATE TABLE poles (nom TEXT)")
    base.commit()
    base.close()
    assert refusal((tmp_path / "x").read_bytes()) == ("data_format", "SQLite")


def test_the_one_table_of_a_zip_is_read_and_two_are_not():
    table = b"nom;commune\nHalle;Foix\n"
    assert first_row(archive(lisez=table)) == {"nom": "Halle", "commune": "Foix"}
    assert refusal(archive(a__csv=table, b__csv=table)) == ("several_files_in_archive", "a.csv, b.csv")
    assert refusal(archive(a__zip=archive(b__csv=table)))[0] == "several_files_in_archive"


ODS = """<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s">
<style:style style:name="caché"><style:table-properties table:display="false"/></style:style>
<office:body><office:spreadsheet><table:table table:name="Pôles">
<table:table-row><table:table-cell><text:p>nom</text:p></table:table-cell><table:table-cell><text:p>annee</text:p>
</table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>
<table:table-row table:visibility="filter"><table:table-cell><text:p>Halle<text:s text:c="2"/>A</text:p>
<office:annotation><text:p>note</text:p></office:annotation></table:table-cell>
<table:table-cell office:value-type="float" office:value="2012"><text:p>2 012,00</text:p></table:table-cell>
</table:table-row>
<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/>
</table:table-row></table:table><table:table table:name="Brouillon" table:style-name="caché"><table:table-row>
<table:table-cell><text:p>nom</text:p></table:table-cell></table:table-row></table:table>
</office:spreadsheet></office:body></office:document-content>"""


def test_a_libreoffice_table_is_read_without_its_notes_and_its_hidden_sheet():
    content = archive(mimetype=b"application/vnd.oasis.opendocument.spreadsheet", content__xml=ODS.encode())
    table = read_content(content)
    assert (table.rows, table.numbers) == ((("Halle  A", "2012"),), (5,))
    told = [(f.code, f.severity, f.value) for f in table.findings]
    assert ("sheets_left_aside", Severity.WARNING, "Brouillon") in told
    assert ("hidden_rows", Severity.WARNING, "5") in told


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        (b"%PDF-1.7\n1 0 obj", ("document_format", "PDF")),
        (b"{\\rtf1 nom}", ("document_format", "RTF (Word)")),
        (b"\x1f\x8b\x08\0\0\0\0\0", ("archive_format", "gzip")),
        (b"7z\xbc\xaf\x27\x1c\0\4", ("archive_format", "7z")),
        (b"PAR1\x15\x04\x15", ("data_format", "Parquet")),
        (archive(**{"word/document__xml": b"x"}), ("document_format", "Word")),
        (archive(**{"a__shp": b"x", "a__dbf": b"x"}), ("data_format", "Shapefile")),
        (b"<!DOCTYPE html><table><tr><td>nom", ("html_instead_of_table", "")),
        (b'<?xml version="1.0"?><rss/>', ("xml_instead_of_table", "")),
        (b'{"nom": "Halle"}', ("not_a_list_of_objects", "")),
        (b"[1, 2]", ("not_a_list_of_objects", "")),
    ],
)
def test_what_is_no_table_is_called_by_its_name(content: bytes, answer: tuple[str, str]):
    assert refusal(content) == answer
