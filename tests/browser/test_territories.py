"""« Territoires » in a real browser: typed, followed, compared, gone back from, on a desk, a phone and paper."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.steps import PATIENCE_MS


def opened(visit: Visit, path: str, **options: object) -> Page:
    page = visit(path, **options)
    page.locator("#territoire-champ").wait_for(timeout=PATIENCE_MS)
    return page


def expect_title(page: Page, name: str) -> None:
    expect(page.locator("#territoire-titre")).to_have_text(name, timeout=PATIENCE_MS)


def search(page: Page, text: str) -> None:
    page.fill("#territoire-champ", text)
    page.press("#territoire-champ", "Enter")


def test_a_homonym_is_chosen_then_the_chain_is_climbed_without_loading_the_page_again(visit: Visit):
    page = opened(visit, "/territoires")
    page.evaluate("window.untouched = true")
    search(page, "Valence")
    page.get_by_role("link", name="Valence (26)", exact=True).click()
    expect_title(page, "Valence")
    expect(page.locator("#territoire-titre")).to_be_focused()
    page.locator(".chaine").get_by_role("link", name="Drôme (26)").click()
    expect_title(page, "Drôme")
    assert page.url.endswith("territoire=departement%3A26")
    page.go_back()
    expect_title(page, "Valence")
    assert page.evaluate("window.untouched")


def test_territories_are_set_side_by_side_and_taken_away(visit: Visit):
    page = opened(visit, "/territoires?territoire=region:84")
    page.fill("#comparer-champ", "Bretagne")
    page.press("#comparer-champ", "Enter")
    removal = page.locator('[data-retirer="region:53"]')
    expect(removal).to_have_count(1, timeout=PATIENCE_MS)
    page.locator("[data-comparer]").first.click()
    expect(page.locator("[data-retirer]")).to_have_count(2, timeout=PATIENCE_MS)
    removal.click()
    expect(removal).to_have_count(0, timeout=PATIENCE_MS)
    expect(page.locator("[data-retirer]")).to_have_count(1)


def test_the_images_are_drawn_and_a_second_visit_keeps_them(visit: Visit):
    page = opened(visit, "/territoires?territoire=commune:26281")
    for name in ("carte", "place"):
        image = page.locator(f"img.{name}")
        expect(image).to_have_js_property("complete", True, timeout=PATIENCE_MS)
        assert image.evaluate("image => image.naturalWidth") > 0
    answer = page.request.get(page.locator("img.carte").evaluate("image => image.src"))
    assert answer.headers["content-type"] == "image/svg+xml"
    assert "immutable" in answer.headers["cache-control"]


def test_the_holes_are_asked_by_level_and_distance(visit: Visit):
    page = opened(visit, "/territoires")
    page.select_option("select[name=trous]", "departement")
    page.fill("input[name=km]", "100")
    page.locator(".trous-forme button").click()
    sentence = re.compile(r"\d+ départements sur 101 n’ont ni pôle ni projet à moins de 100\s?km")
    expect(page.locator(".trous .question", has_text=sentence)).to_be_visible(timeout=PATIENCE_MS)
    assert page.url.endswith("trous=departement&km=100")


def test_what_is_folded_is_unfolded_on_paper(visit: Visit):
    page = opened(visit, "/territoires?territoire=departement:26")
    expect(page.locator("details.dimension")).to_have_count(6, timeout=PATIENCE_MS)
    folded = page.locator("details:not([open])").count()
    page.wait_for_function(
        """() => {
          window.dispatchEvent(new Event("beforeprint"));
          return !document.querySelector("details:not([open])");
        }""",
        polling=200,
        timeout=PATIENCE_MS,
    )
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator("details:not([open])")).to_have_count(folded)


@pytest.mark.parametrize("phone", [False, True])
@pytest.mark.parametrize("asked", ["", "?territoire=commune:97411&comparer=region:53", "?territoire=Valence"])
def test_no_fault_of_accessibility_is_found_and_nothing_overflows(visit: Visit, asked: str, phone: bool):
    page = opened(visit, f"/territoires{asked}", phone=phone)
    page.wait_for_function("() => [...document.images].every(image => image.complete)")
    found = Axe().run(page, context=".st-key-territoires-page").response["violations"]
    assert [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found] == []
    assert page.evaluate("document.querySelector('.stMain').scrollWidth <= window.innerWidth")
