"""What is filtered, downloaded: names, types, keeping, versions, limits."""

import json
from types import SimpleNamespace

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.core.catalogue.selection import Selection
from dashboard.features.exports import words as export_strings
from dashboard.features.exports.formats import DATA_FORMATS, FORMATS, Exporting
from dashboard.features.exports.service import ExportService
from dashboard.routes.exports import export_routes
from dashboard.web.body import Body
from dashboard.web.downloads import KEPT_BYTES, Download, LastDownloads
from tests.helpers.catalogues import catalogue_of, table_of

ROWS = [{"id": f"p{n}", "nom": f"Pôle {n}", "statut": "actif" if n % 2 else "ferme"} for n in range(5)]
CATALOGUE = catalogue_of(table_of(ROWS, ["id", "nom", "statut"]))
EXPORTS = ExportService(CATALOGUE, "https://exemple.fr", "Réseau", "/poles")
V2 = EXPORTS.version


@pytest.fixture
def http() -> TestClient:
    return TestClient(Starlette(routes=export_routes(lambda: SimpleNamespace(exports=EXPORTS), base_path="/poles")))


def exporting(**chosen: list[str]) -> Exporting:
    return EXPORTS.of(Selection.of(**chosen))


@pytest.mark.parametrize("format_key", DATA_FORMATS)
def test_the_page_gives_the_very_bytes_of_the_export_under_a_telling_name(http: TestClient, format_key: str):
    answer = http.get(f"/poles/app/export/{V2}/{format_key}?statut=actif&pole=p1")
    assert answer.content == exporting(statut=["actif"]).content(format_key)
    assert answer.headers["content-type"] == FORMATS[format_key].media_type
    name = f"ptce_statut-actif-a-la-date-citee_2.{format_key}"
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert "immutable" in answer.headers["cache-control"]


def test_a_page_opened_before_the_data_changed_gets_the_data_of_now(http: TestClient):
    answer = http.get("/poles/app/export/v1/csv?statut=actif", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (307, f"/poles/app/export/{V2}/csv?statut=actif")


def test_an_unknown_format_is_not_found_and_an_unknown_value_asks_for_the_rest(http: TestClient):
    assert http.get(f"/poles/app/export/{V2}/exe").status_code == 404
    assert http.get(f"/poles/app/export/{V2}/csv?statut=actif&region=zz").content == (
        exporting(statut=["actif"]).content("csv")
    )


def test_the_citation_is_read_by_the_page_and_not_saved(http: TestClient):
    answer = http.get(f"/poles/app/export/{V2}/citation?statut=actif")
    assert "content-disposition" not in answer.headers
    said = answer.json()
    assert said["texte"].endswith("https://exemple.fr/?statut=actif")
    assert json.loads(said["csl"]) == [exporting(statut=["actif"]).citation.csl]


def test_too_many_rows_for_a_workbook_are_refused_with_a_sentence(http: TestClient, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("dashboard.routes.exports.MAX_WORKBOOK_ROWS", 4)
    answer = http.get(f"/poles/app/export/{V2}/xlsx")
    assert (answer.status_code, answer.text) == (413, export_strings.Menu.TOO_MANY_FOR_A_WORKBOOK)
    assert http.get(f"/poles/app/export/{V2}/xlsx?statut=actif").status_code == 200
    assert http.get(f"/poles/app/export/{V2}/csv").status_code == 200


def test_the_last_downloads_are_kept_within_bounds():
    kept, made = LastDownloads(), []

    def make(key: str) -> Download:
        made.append(key)
        return Download(key, "text/csv", Body(key, b"x" * (KEPT_BYTES // 2)))

    for key in ("a", "b", "a", "c", "a", "b"):
        kept.get(key, lambda key=key: make(key))
    assert made == ["a", "b", "c", "b"]
