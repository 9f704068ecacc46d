"""« Autour de moi »: from the browser's position or a typed place, without a word to the server."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pyproj import Geod

from dashboard.core.fields.text import fold
from tests.browser.conftest import Visit
from tests.browser.steps import PATIENCE_MS, tick, wait_for_list, wait_for_map

GRENOBLE = {"latitude": 45.1885, "longitude": 5.7245}
OPEN_SEA = {"latitude": 30.0, "longitude": -40.0}
GEOD = Geod(ellps="WGS84")


def open_choices(page: Page) -> None:
    wait_for_list(page)
    page.get_by_role("button", name="Autour de moi").click()


def locate(page: Page) -> None:
    open_choices(page)
    page.get_by_role("button", name="Utiliser ma position").click()


def kilometres(page: Page) -> list[float]:
    """The distances of the list, in kilometres, as they are written."""
    texts = page.locator(".liste-poles .distance").all_text_contents()
    numbers = [re.sub(r"[^\d,]", "", text).replace(",", ".") for text in texts]
    return [float(number) for number in numbers]


def test_the_nearest_come_first_from_the_position_that_the_browser_gives(visit: Visit):
    page = visit(geolocation=GRENOBLE, permissions=["geolocation"])
    locate(page)
    expect(page.locator(".autour-etat")).to_contain_text("à vol d’oiseau depuis votre position")
    near = kilometres(page)
    assert near == sorted(near)
    assert page.locator(".liste-poles .nom").first.text_content() == "Pôle Alpen"
    expect(wait_for_map(page)).to_have_attribute("data-ici", "5")


def test_the_position_reaches_neither_the_address_nor_the_server(visit: Visit):
    page = visit(geolocation=GRENOBLE, permissions=["geolocation"])
    wait_for_map(page)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url + (request.post_data or "")))
    page.evaluate(
        """() => { window.sent = 0; const send = WebSocket.prototype.send;
        WebSocket.prototype.send = function (data) { window.sent++; return send.call(this, data); }; }"""
    )
    kept = page.evaluate("localStorage.length + sessionStorage.length")
    address = page.url
    locate(page)
    expect(page.locator(".liste-poles .distance").first).to_be_visible()
    assert (page.url, page.evaluate("window.sent")) == (address, 0)
    assert page.evaluate("localStorage.length + sessionStorage.length") == kept
    assert [url for url in sent if "45.1" in url or "5.72" in url] == []


def test_distances_are_those_of_the_ellipsoid(visit: Visit):
    page = visit()
    wait_for_list(page)
    pairs = [
        (5.72, 45.19, 5.04, 45.05),
        (2.35, 48.85, 55.45, -20.88),
        (-61.53, 16.24, -61.0, 14.6),
        (45.2, -12.8, 2.3, 48.9),
        (-4.5, 48.4, 7.75, 48.58),
        (2.35, 48.85, 2.35, 48.8501),
        (2.0, 47.0, -178.0, -46.9),
        (3.0, 45.0, 3.0, 45.0),
    ]
    measured = page.evaluate(
        """async (pairs) => {
        const list = performance.getEntriesByType("resource").find(({ name }) => name.endsWith("/liste.js")).name;
        const { distanceKm } = await import(list.replace("liste.js", "distance.js"));
        return pairs.map((pair) => distanceKm(...pair)); }""",
        pairs,
    )
    exact = [GEOD.inv(*pair)[2] / 1000 for pair in pairs]
    wrong = [(got, wanted) for got, wanted in zip(measured, exact, strict=True) if abs(got - wanted) > 0.005 * wanted]
    assert wrong == []


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({}, "Le navigateur refuse de donner la position."),
        ({"geolocation": OPEN_SEA, "permissions": ["geolocation"]}, "Aucun pôle ni projet à moins de 100"),
    ],
    ids=["refused", "far from all"],
)
def test_a_refusal_and_a_place_far_from_all_have_their_sentences(visit: Visit, options: dict[str, Any], sentence: str):
    page = visit(**options)
    locate(page)
    expect(page.locator(".autour-etat")).to_contain_text(sentence, timeout=PATIENCE_MS)


def test_a_device_without_position_is_told_to_start_from_a_place(visit: Visit):
    page = visit()
    wait_for_list(page)
    page.evaluate("() => { navigator.geolocation.getCurrentPosition = (found, failed) => failed({ code: 2 }); }")
    locate(page)
    expect(page.locator(".autour-etat")).to_contain_text("La position n’est pas disponible")


def test_a_place_is_found_by_its_name_without_accents_or_by_its_postcode(visit: Visit):
    page = visit()
    open_choices(page)
    field = page.get_by_label("ou partir d’un lieu")
    field.fill("97400")
    expect(page.locator(".autour-lieux button")).to_have_text(["Saint-Denis (La Réunion)"])
    field.fill("st etienne")
    expect(page.locator(".autour-lieux button").first).to_have_text("Saint-Étienne (Loire)")
    field.fill("zzzz")
    expect(page.locator(".autour-etat")).to_contain_text("Aucune commune ne s’appelle ainsi")


def test_filters_keep_the_order_by_distance_and_the_alphabet_comes_back(visit: Visit):
    page = visit()
    open_choices(page)
    page.get_by_label("ou partir d’un lieu").fill("romans sur isere")
    page.get_by_role("button", name="Romans-sur-Isère (Drôme)").click()
    expect(page.locator(".liste-poles .nom").first).to_have_text("Pôle Sud Archer")
    tick(page, "secteur", "culture-industries-creatives")
    expect(page.locator(".liste h2")).to_contain_text("18")
    near = kilometres(page)
    assert near == sorted(near)
    page.get_by_role("button", name="Revenir à l’ordre alphabétique").click()
    expect(page.locator(".liste-poles .distance")).to_have_count(0)
    names = page.locator(".liste-poles .nom").all_text_contents()
    assert names == sorted(names, key=fold)
    expect(wait_for_map(page)).to_have_attribute("data-ici", "")
