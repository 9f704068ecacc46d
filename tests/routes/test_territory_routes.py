"""The addresses of a territory's papers, and the bound on how many are made at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Event
from types import SimpleNamespace

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.core.files.table import read_content
from dashboard.errors import CatalogueMissing
from dashboard.routes.territories import HTML_POLICY, PDF_POLICY, territory_routes
from dashboard.web.feeds import Answer, FileRequest, Queue, feed_route
from tests.helpers.territories import key_of, shipped_index, territories_of


def shipped_site() -> SimpleNamespace:
    return SimpleNamespace(territories=territories_of())


def client(site=shipped_site, address: str = "") -> TestClient:
    routes = territory_routes(site, today=lambda: date(2026, 11, 25), address=address)
    return TestClient(Starlette(routes=routes), base_url="https://carte.example")


@pytest.mark.parametrize(
    ("kind", "media", "policy", "begins"),
    [
        ("pdf", "application/pdf", PDF_POLICY, b"%PDF-1.7"),
        ("html", "text/html; charset=utf-8", HTML_POLICY, b"<!doctype html>"),
    ],
)
def test_a_paper_has_its_kind_its_name_its_policy_and_a_tag(kind: str, media: str, policy: str, begins: bytes):
    http = client()
    answer = http.get(f"/app/territoire/commune:26281.{kind}")
    assert answer.status_code == 200
    assert answer.content.startswith(begins)
    assert answer.headers["content-type"] == media
    assert answer.headers["content-security-policy"] == policy
    assert answer.headers["content-disposition"] == f'inline; filename="commune-26281.{kind}"'
    again = http.get(f"/app/territoire/commune:26281.{kind}", headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304


def test_a_code_of_the_past_leads_to_the_commune_of_today():
    answer = client().get("/app/territoire/commune:69381.html")
    assert answer.headers["content-disposition"] == 'inline; filename="commune-69123.html"'


@pytest.mark.parametrize("key", ["commune:99999", "departement:", "pays:fr", "..%2F..%2Fetc%2Fpasswd", "a" * 500])
def test_what_is_no_territory_is_not_found(key: str):
    assert client().get(f"/app/territoire/{key}.pdf").status_code == 404


def test_the_link_is_the_public_address_where_there_is_one_else_the_request_s():
    key = "/app/territoire/departement:26.html"
    assert "https://carte.example/territoires?territoire=departement:26" in client().get(key).text
    assert "https://ptce.example/territoires?" in client(address="https://ptce.example").get(key).text
    assert "territoires?" not in client().get(key, headers={"Host": 'x"><script>'}).text


def test_without_data_there_is_no_paper():
    def missing():
        raise CatalogueMissing("missing_data")

    assert client(missing).get("/app/territoire/departement:26.pdf").status_code == 404


def test_a_full_queue_asks_to_come_back_and_empties():
    queue, started, go_on, pause = Queue(at_once=1, waiting=1), Event(), Event(), Event()
    at_once = []

    def make(asked: FileRequest) -> Answer:
        at_once.append(1)
        started.set()
        assert len(at_once) == 1
        assert go_on.wait(30)
        at_once.pop()
        return Answer(b"fait")

    route = feed_route("/lent", make, filename="lent.txt", queue=queue)
    with TestClient(Starlette(routes=[route])) as http, ThreadPoolExecutor(2) as visitors:
        answers = [visitors.submit(http.get, "/lent") for _ in range(2)]
        assert started.wait(30)
        while not queue.is_full:
            pause.wait(0.01)
        refused = http.get("/lent")
        go_on.set()
        assert [answer.result().text for answer in answers] == ["fait", "fait"]
        assert (refused.status_code, refused.headers["retry-after"]) == (503, "5")
        assert http.get("/lent").status_code == 200


def test_the_rows_of_a_territory_are_an_export_that_says_where_it_comes_from():
    answer = client().get("/app/territoire/departement:26.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    table = read_content(answer.content)
    inside = shipped_index().sheet(key_of("departement:26")).inside
    names = [row[table.headers.index("nom")] for row in table.rows]
    assert names == shipped_index().catalogue.rows["nom"].iloc[inside].tolist()
    assert "territoire\u202f: Drôme" in answer.text
    assert "https://carte.example/territoires?territoire=departement:26" in answer.text
