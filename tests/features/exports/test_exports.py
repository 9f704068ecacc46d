"""What each export holds and says of itself."""

import csv
import io
import json
import re
import sqlite3
import zipfile
from pathlib import Path

import geopandas as gpd
import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest

from dashboard.cli.main import main
from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.catalogue.selection import Selection
from dashboard.core.fields.computed import COMPUTED_FIELDS
from dashboard.core.fields.tables import FIRST_POLE_FIELDS, POLE_FIELDS
from dashboard.core.files.table import read_content
from dashboard.core.intake.columns import match_columns
from dashboard.features.exports.formats import DATA_FORMATS, FORMATS, Exporting
from dashboard.features.exports.write_xlsx import LONGEST_CELL
from tests.helpers.catalogues import catalogue_of, table_of
from tests.helpers.exported import read_geopackage

HOSTILE = "=cmd|' /C calc'!A0"
ROWS = [
    {"id": "b", "nom": HOSTILE, "commune": "Romans-sur-Isère", "code_postal": "26100", "statut": "actif",
     "secteurs": "numerique|energie-citoyenne", "annee_creation": "2007", "Enveloppe": "-1 000 €",
     "date_maj": "2026-11-24"},
    {"id": "a", "nom": "Bêta ; « x »", "code_postal": "01000", "Enveloppe": "", "date_maj": "2026-11-20"},
    {"id": "c", "nom": "Cé", "statut": "ferme", "description": "première\nseconde", "Enveloppe": "a\"b"},
]  # fmt: skip
HEADERS = ["id", "nom", "commune", "code_postal", "statut", "secteurs", "annee_creation", "description", "date_maj",
           "Enveloppe"]  # fmt: skip
CATALOGUE: Catalogue = catalogue_of(table_of(ROWS, HEADERS))
ACTIVE = Exporting(CATALOGUE, Selection.of(statut=["actif"]), site="https://exemple.fr", author="Réseau A & B")
ALL = Exporting(CATALOGUE, Selection())
LINK = "https://exemple.fr/?statut=actif"


def text_inside(content: bytes, format_key: str) -> str:
    """All that a person or a program may read of the account of an export."""
    if format_key == "xlsx":
        sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[1]
        return "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row)
    if format_key == "gpkg":
        database = sqlite3.connect(":memory:")
        database.deserialize(content)
        said = "\n".join(row[0] for row in database.execute("select metadata from gpkg_metadata"))
        database.close()
        return said.replace("&amp;", "&").replace("&quot;", '"')
    if format_key == "parquet":
        return pq.read_schema(io.BytesIO(content)).metadata[b"ptce"].decode()
    if format_key == "zip":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return archive.read("datapackage.json").decode()
    return content.decode()


@pytest.mark.parametrize("format_key", DATA_FORMATS)
def test_each_export_says_its_filter_link_count_date_files_licence_and_citation(format_key: str):
    said = text_inside(ACTIVE.content(format_key), format_key)
    for fact in ("Actif (à la date citée)", LINK, "poles.csv", "ab" * 32, "Licence Ouverte 2.0", "Réseau A & B (2026)"):
        assert fact in said, fact
    assert "24 novembre 2026" in said
    assert "1 pôle ou projet sur 3" in said
    assert CATALOGUE.content_hash in said


@pytest.mark.parametrize("format_key", FORMATS)
def test_no_match_is_an_export_too(format_key: str):
    assert Exporting(CATALOGUE, Selection.of(query="zzz")).content(format_key)


def test_an_export_has_exactly_the_rows_that_are_filtered_in_their_order():
    assert [row[0] for row in ALL.table.rows()] == list(CATALOGUE.rows.index)
    assert [row[0] for row in ACTIVE.table.rows()] == ["b"]


def test_the_columns_are_the_declared_ones_then_the_others_then_what_was_computed():
    declared, computed = [f.key for f in FIRST_POLE_FIELDS], [f.key for f in COMPUTED_FIELDS]
    assert list(ALL.table.keys) == [*declared, "Enveloppe", *computed]


def test_a_csv_opens_in_a_french_spreadsheet_and_runs_nothing():
    content = ALL.content("csv")
    assert content.startswith(b"\xef\xbb\xbfid;nom;")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    by_id = {row["id"]: row for row in rows}
    assert by_id["b"]["nom"] == "'" + HOSTILE
    assert by_id["b"]["Enveloppe"] == "'-1 000 €"
    assert by_id["a"]["code_postal"] == "01000"
    assert by_id["c"]["description"] == "première\nseconde"
    assert [bool(row["carte_provenance"]) for row in rows] == [True, False, False]
    assert [cell for row in rows for cell in row.values() if re.match(r"[=+@\t\r\n]|-(?!\d)", cell)] == []


def test_our_reader_restores_what_was_neutralised_and_leaves_aside_what_was_computed():
    table = read_content(ALL.content("csv"))
    names = [row[table.headers.index("nom")] for row in table.rows]
    columns = match_columns(table, POLE_FIELDS)
    assert HOSTILE in names
    assert list(columns.others) == ["Enveloppe"]
    assert [finding.code for finding in columns.findings] == ["computed_columns_left_aside", "unknown_column"]


def test_plain_pandas_reads_the_csv_in_one_line():
    rows = pd.read_csv(io.BytesIO(ALL.content("csv")), sep=";", dtype=str, keep_default_na=False)
    assert list(rows["id"]) == list(CATALOGUE.rows.index)


def test_a_workbook_holds_text_as_text_dates_as_dates_and_no_formula():
    workbook = openpyxl.load_workbook(io.BytesIO(ALL.content("xlsx")))
    assert workbook.sheetnames == ["Données", "Provenance"]
    header, *rows = workbook["Données"].iter_rows()
    keys = [cell.value for cell in header]
    cells = {row[0].value: dict(zip(keys, row, strict=True)) for row in rows}
    assert (cells["b"]["nom"].value, cells["b"]["nom"].data_type) == (HOSTILE, "s")
    assert (cells["a"]["code_postal"].value, cells["a"]["code_postal"].data_type) == ("01000", "s")
    assert (cells["b"]["annee_creation"].value, cells["b"]["annee_creation"].data_type) == (2007, "n")
    assert cells["b"]["date_maj"].is_date
    assert [c.value for row in workbook["Données"].iter_rows() for c in row if c.data_type == "f"] == []


def test_a_cell_too_long_for_a_workbook_is_cut_and_said():
    rows = [{"id": "a", "nom": "A", "notes": "x" * (LONGEST_CELL + 1)}]
    exporting = Exporting(catalogue_of(table_of(rows, ["id", "nom", "notes"])), Selection())
    workbook = openpyxl.load_workbook(io.BytesIO(exporting.content("xlsx")))
    longest = max(len(str(cell.value)) for row in workbook["Données"].iter_rows() for cell in row)
    assert longest == LONGEST_CELL
    assert "1 cellule coupée" in text_inside(exporting.content("xlsx"), "xlsx")
    assert "x" * (LONGEST_CELL + 1) in exporting.content("csv").decode()


def test_geojson_follows_rfc_7946():
    document = json.loads(ALL.content("geojson"))
    assert document["type"] == "FeatureCollection"
    assert "crs" not in document
    by_id = {feature["id"]: feature for feature in document["features"]}
    assert {feature["type"] for feature in document["features"]} == {"Feature"}
    assert by_id["b"]["geometry"]["type"] == "Point"
    assert by_id["b"]["geometry"]["coordinates"] == pytest.approx([5.05, 45.05], abs=0.05)
    assert by_id["c"]["geometry"] is None
    assert by_id["b"]["properties"]["secteurs"] == ["numerique", "energie-citoyenne"]
    assert by_id["b"]["properties"]["annee_creation"] == 2007
    assert by_id["a"]["properties"]["annee_creation"] is None


def test_geoparquet_and_geopackage_are_typed_and_placed():
    parquet = gpd.read_parquet(io.BytesIO(ALL.content("parquet"))).set_index("id")
    package = read_geopackage(ALL.content("gpkg")).set_index("id")
    assert parquet.crs == package.crs == "EPSG:4326"
    for rows in (parquet, package):
        assert rows.geometry.isna().to_dict() == {"a": False, "b": False, "c": True}
        assert rows.at["b", "annee_creation"] == 2007
        assert pd.isna(rows.at["a", "annee_creation"])
        assert rows.at["a", "code_postal"] == "01000"
        assert str(rows.at["b", "date_maj"])[:10] == "2026-11-24"
    assert list(parquet.at["b", "secteurs"]) == ["numerique", "energie-citoyenne"]
    assert package.at["b", "secteurs"] == "numerique|energie-citoyenne"


def test_columns_that_a_geopackage_would_confuse_are_numbered():
    rows = [{"id": "a", "nom": "A", "Note x": "1", "note X": "2", "GEOMETRY": "3"}]
    exporting = Exporting(catalogue_of(table_of(rows, ["id", "nom", "Note x", "note X", "GEOMETRY"])), Selection())
    read = read_geopackage(exporting.content("gpkg"))
    assert (read.at[0, "Note x"], read.at[0, "note X (2)"], read.at[0, "GEOMETRY (2)"]) == ("1", "2", "3")


def test_the_archive_holds_the_rows_their_schema_the_dictionary_and_the_citation():
    with zipfile.ZipFile(io.BytesIO(ACTIVE.content("zip"))) as archive:
        assert archive.namelist() == [
            *("datapackage.json", "poles.csv", "dictionnaire.csv", "dictionnaire.json"),
            *("citation.bib", "citation.json", "LISEZMOI.txt"),
        ]
        package = json.loads(archive.read("datapackage.json"))
        rows = archive.read("poles.csv")
    assert package["resources"][0]["bytes"] == len(rows)
    names = [field["name"] for field in package["resources"][0]["schema"]["fields"]]
    assert rows.decode().splitlines()[0] == ";".join(names)


def test_a_file_name_says_what_is_in_it():
    assert ACTIVE.file_name("gpkg") == "ptce_statut-actif-a-la-date-citee_1_2026-11-24.gpkg"
    assert ALL.file_name("csv") == "ptce_tout_3_2026-11-24.csv"


def test_a_citation_says_who_when_what_and_which_version():
    said = ACTIVE.citation
    assert said.text.startswith("Réseau A & B (2026). Pôles territoriaux de coopération économique")
    assert said.text.endswith(LINK)
    assert said.csl["issued"] == {"date-parts": [[2026, 11, 24]]}
    assert said.csl["URL"] == LINK
    assert said.csl["version"] == CATALOGUE.content_hash[:12]
    assert r"author = {{Réseau A \& B}}" in said.bibtex
    assert f"url = {{{LINK}}}" in said.bibtex
    assert CATALOGUE.content_hash in said.bibtex


def test_bibtex_runs_no_command_of_a_search():
    said = Exporting(CATALOGUE, Selection.of(query=r"\input{a} 50% }#$_^~")).citation
    assert r"\textbackslash{}input\{a\} 50\% \}\#\$\_\textasciicircum{}\textasciitilde{}" in said.bibtex


def test_the_command_line_writes_the_same_bytes_as_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    from dashboard.config import settings
    from dashboard.site import compose

    chosen = settings()
    page = Exporting(compose(chosen).catalogue, Selection.of(region=["53"]), site=chosen.adresse, author=chosen.editeur)
    for format_key in DATA_FORMATS:
        output = tmp_path / f"out.{format_key}"
        assert main(["export", "--link", "https://exemple.fr/?region=53&pole=x", "-o", str(output)]) == 0
        assert output.read_bytes() == page.content(format_key)
    assert "région : Bretagne" in capsys.readouterr().out.replace("\u202f", " ")


def test_the_command_line_refuses_a_value_that_does_not_exist_and_a_format_it_cannot_guess(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    output = tmp_path / "out.csv"
    assert main(["export", "--link", "?secteur=astronautique", "-o", str(output)]) == 1
    assert "secteur=astronautique" in capsys.readouterr().err
    assert not output.exists()
    assert main(["export", "-o", str(tmp_path / "out")]) == 2
