"""The addresses that stay: what each answers, on the shipped meeting."""

import icalendar
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.config import settings
from dashboard.errors import CatalogueMissing
from dashboard.routes.meeting import programme_routes
from dashboard.site import compose


@pytest.fixture(scope="module")
def http() -> TestClient:
    return TestClient(Starlette(routes=programme_routes(lambda: compose(settings()), address="https://carte.example")))


def uids(content: bytes) -> list[str]:
    return [event["uid"].split("@")[0] for event in icalendar.Calendar.from_ical(content).walk("vevent")]


@pytest.mark.parametrize(
    ("path", "sessions"),
    [
        ("/programme.ics", ["accueil", "enjeux", "referentiel", "buffet", "decouvertes", "leviers", "conclusions"]),
        ("/programme/seance/leviers-reseaux.ics", ["leviers-reseaux"]),
        ("/parcours.ics?parcours=s.leviers~p.smac-07~s.buffet~s.disparue", ["buffet", "leviers"]),
        ("/parcours.ics", []),
    ],
)
def test_a_calendar_has_the_sessions_that_its_address_asks_for(http: TestClient, path: str, sessions: list[str]):
    answer = http.get(path)
    assert (answer.headers["content-type"], uids(answer.content)) == ("text/calendar; charset=utf-8", sessions)
    assert b"https://carte.example/programme?seance=" in answer.content.replace(b"\r\n ", b"") or not sessions


def test_a_session_that_does_not_exist_is_not_found(http: TestClient):
    assert http.get("/programme/seance/nulle-part.ics").status_code == 404


def test_both_schedules_say_the_same_version(http: TestClient):
    version = http.get("/schedule.json").json()["schedule"]["version"]
    answer = http.get("/schedule.xml")
    assert answer.headers["content-type"] == "application/xml; charset=utf-8"
    assert f"<version>{version}</version>" in answer.text


def test_without_data_there_is_nothing_to_subscribe_to():
    def missing():
        raise CatalogueMissing("missing_data")

    client = TestClient(Starlette(routes=programme_routes(missing)))
    assert [client.get(path).status_code for path in ("/programme.ics", "/schedule.xml")] == [404, 404]
