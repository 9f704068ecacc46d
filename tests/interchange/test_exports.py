"""Exports opened by the tools of the field: LibreOffice, GDAL's ogrinfo, geopandas, frictionless; none warns.

The GDAL of Debian 12 reads no Parquet: GeoParquet is opened by geopandas, and its metadata are checked against the
format's own rules.
"""

import csv
import io
import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import geopandas as gpd
import openpyxl
import pyarrow.parquet as pq
import pytest

from dashboard.config import settings
from dashboard.core.catalogue.selection import Selection
from dashboard.features.exports.formats import DATA_FORMATS, Exporting
from dashboard.site import compose
from tests.helpers.catalogues import catalogue_of, table_of
from tests.helpers.paths import DATA
from tests.tools.environment import run_tool

HOSTILE = [
    {"id": "h1", "nom": "=1+1", "description": '@x ; « "y" »\nligne', "code_postal": "01000",
     "commune": "Bourg-en-Bresse"},
    {"id": "h2", "nom": "-2", "notes": "+33 1 02", "annee_creation": "2007", "date_maj": "2026-11-24"},
]  # fmt: skip
_READ_AS_FRENCH_CSV = "CSV:59,34,76,1,{columns}"
_WRITE_AS_CSV = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1"


@pytest.fixture(scope="module", params=["real", "hostile"])
def exporting(request: pytest.FixtureRequest) -> Exporting:
    if request.param == "real":
        return Exporting(compose(settings()).catalogue, Selection.of(region=["53", "11"]), site="https://exemple.fr")
    headers = ["id", "nom", "description", "code_postal", "commune", "notes", "annee_creation", "date_maj"]
    return Exporting(catalogue_of(table_of(HOSTILE, headers)), Selection())


@pytest.fixture(scope="module")
def files(exporting: Exporting, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("exports")
    for format_key in DATA_FORMATS:
        (folder / f"export.{format_key}").write_bytes(exporting.content(format_key))
    return {format_key: folder / f"export.{format_key}" for format_key in DATA_FORMATS}


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("libreoffice")


def expected(exporting: Exporting) -> list[list[str]]:
    """The cells as a person reads them, headings first."""
    return [list(exporting.table.keys), *([_shown(cell) for cell in row] for row in exporting.table.rows())]


def _shown(cell: object) -> str:
    return "" if cell is None else "|".join(cell) if isinstance(cell, tuple) else str(cell)


def converted(path: Path, profile: Path, target: str, *options: str) -> Iterator[Path]:
    """The files that LibreOffice makes of one."""
    output = path.parent / f"{path.suffix[1:]}-{len(options)}"
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", *options]
    done = subprocess.run(
        [*command, "--convert-to", target, "--outdir", output, path], capture_output=True, timeout=120, check=True
    )
    assert b"Error" not in done.stderr
    return output.iterdir()


def test_libreoffice_opens_the_csv_with_every_cell_as_it_is(
    exporting: Exporting, files: dict[str, Path], profile: Path
):
    columns = "/".join(f"{rank}/2" for rank in range(1, len(exporting.table.keys) + 2))
    (made,) = converted(files["csv"], profile, "xlsx", f"--infilter={_READ_AS_FRENCH_CSV.format(columns=columns)}")
    sheet = openpyxl.load_workbook(made).active
    rows = [[_shown(cell.value) for cell in row][:-1] for row in sheet.iter_rows()]
    guarded = [[f"'{cell}" if cell[:1] in tuple("=+@") or cell == "-2" else cell for cell in row]
               for row in expected(exporting)]  # fmt: skip
    assert rows == guarded
    assert [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []


def test_libreoffice_opens_the_workbook_with_every_cell_as_it_is_and_the_provenance(
    exporting: Exporting, files: dict[str, Path], profile: Path
):
    made = {path.stem.split("-")[-1]: path for path in converted(files["xlsx"], profile, _WRITE_AS_CSV)}
    rows = list(csv.reader(io.StringIO(made["Données"].read_text("utf-8"), newline=""), delimiter=";"))
    assert rows == expected(exporting)
    account = made["Provenance"].read_text("utf-8")
    assert exporting.provenance.catalogue in account
    assert exporting.provenance.words in account


@pytest.mark.parametrize("format_key", ["geojson", "gpkg"])
def test_ogrinfo_reads_every_feature_without_a_warning(exporting: Exporting, files: dict[str, Path], format_key: str):
    assert shutil.which("ogrinfo"), "tests/set_up.sh installs it"
    done = subprocess.run(["ogrinfo", "-ro", "-al", files[format_key]], capture_output=True, timeout=60, check=True)
    text = done.stdout.decode()
    assert done.stderr == b""
    assert "Warning" not in text
    assert f"Feature Count: {len(exporting.table)}" in text
    for row in exporting.table.rows():
        assert row[0] in text


def test_geoparquet_says_what_the_format_asks_and_geopandas_reads_it(exporting: Exporting, files: dict[str, Path]):
    geo = json.loads(pq.read_schema(files["parquet"]).metadata[b"geo"])
    column = geo["columns"][geo["primary_column"]]
    assert (geo["version"], column["encoding"], column["geometry_types"]) == ("1.1.0", "WKB", ["Point"])
    assert column["crs"]["id"] == {"authority": "EPSG", "code": 4326}
    rows = gpd.read_parquet(files["parquet"])
    assert list(rows["id"]) == [row[0] for row in exporting.table.rows()]
    assert len(column["bbox"]) == 4
    assert column["bbox"] == pytest.approx(list(rows.total_bounds))


def test_frictionless_finds_the_package_valid(exporting: Exporting, files: dict[str, Path]):
    said = json.loads(run_tool("validate_package.py", files["zip"]))
    assert said == {"valid": True, "errors": [], "warnings": [], "rows": {"poles": len(exporting.table)}}


def test_frictionless_finds_the_shipped_package_valid():
    package = DATA / "datapackage.json"
    said = json.loads(run_tool("validate_package.py", package))
    assert (said["valid"], said["errors"], said["warnings"]) == (True, [], [])
    assert {name: said["rows"][name] for name in ("poles", "projets")} == {"poles": 98, "projets": 18}
