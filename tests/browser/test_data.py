"""The « Données » page as its visitors use it: order, columns, pages, from a row to its sheet and to the map."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.steps import PATIENCE_MS, sheet, tick, wait_for_map


def opened(visit: Visit, path: str = "/donnees", **options: object) -> Page:
    page = visit(path, **options)
    page.locator(".tableau tbody tr").first.wait_for(timeout=PATIENCE_MS)
    return page


def names(page: Page) -> list[str]:
    return page.locator(".tableau tbody th").all_text_contents()


def test_it_is_a_true_table_of_fifty_rows_turned_page_by_page(visit: Visit):
    page = opened(visit)
    table = page.get_by_role("table", name=re.compile("^116 pôles et projets"))
    expect(table.get_by_role("rowheader")).to_have_count(50)
    assert table.locator("thead th:not([scope=col])").count() == 0
    first = names(page)
    page.get_by_role("button", name="Page suivante").click()
    expect(page.locator(".tableau-page")).to_have_text(re.compile("^Page 2 sur 3.: lignes 51 à 100$"))
    assert not set(names(page)) & set(first)
    expect(page).to_have_url(re.compile("page=2"))
    page.get_by_label("Page", exact=True).fill("3")
    page.keyboard.press("Enter")
    expect(table.get_by_role("rowheader")).to_have_count(16)
    expect(page.get_by_role("button", name="Page suivante")).to_be_disabled()


def test_a_heading_sorts_then_turns_the_order_and_says_it(visit: Visit):
    page = opened(visit)
    heading = page.locator("thead th", has_text="Commune")
    expect(page.locator("thead th[aria-sort]")).to_have_text(re.compile("Nom"))
    heading.get_by_role("button").click()
    expect(heading).to_have_attribute("aria-sort", "ascending")
    heading.get_by_role("button").click()
    expect(heading).to_have_attribute("aria-sort", "descending")
    expect(page).to_have_url(re.compile("tri=-commune"))
    again = opened(visit, "/donnees" + page.url[page.url.index("?") :])
    assert names(again) == names(page)


def test_columns_are_chosen_and_kept_in_the_address(visit: Visit):
    page = opened(visit)
    page.locator(".colonnes summary").click()
    page.get_by_label("Site web").check()
    expect(page.locator("thead th", has_text="Site web")).to_be_visible(timeout=PATIENCE_MS)
    page.get_by_label("Secteurs", exact=True).uncheck()
    expect(page.locator("thead th", has_text="Secteurs")).to_have_count(0, timeout=PATIENCE_MS)
    page.keyboard.press("Escape")
    expect(page.locator(".colonnes-choix")).to_be_hidden()
    link = page.locator("td.liens a").first
    assert link.get_attribute("href").startswith("http")
    assert "noopener" in link.get_attribute("rel")
    expect(page).to_have_url(re.compile("champs=.*site_web"))


def test_a_filter_brings_back_the_first_page(visit: Visit):
    page = opened(visit, "/donnees?page=3")
    tick(page, "secteur", "emploi-insertion-formation")
    expect(page.locator(".tableau-page")).to_have_text(re.compile("^Page 1 sur 1"))
    expect(page.locator("[data-lignes]")).to_have_attribute("data-lignes", "33")
    expect(page.locator(".tableau-pages")).to_be_hidden()


def test_from_a_row_to_its_sheet_and_to_the_map(visit: Visit):
    page = opened(visit, "/donnees?q=archer")
    page.get_by_role("button", name="Pôle Sud Archer").click()
    expect(sheet(page).get_by_role("heading", level=2)).to_have_text("Pôle Sud Archer")
    expect(page.locator(".programme")).to_be_hidden()
    page.get_by_role("link", name="Voir sur la carte").click()
    wait_for_map(page)
    expect(sheet(page).get_by_role("heading", level=2)).to_have_text("Pôle Sud Archer")
    expect(page).to_have_url(re.compile("pole=pole-sud-archer"))


def test_nothing_found_says_which_filter_to_lift(visit: Visit):
    page = visit("/donnees?secteur=culture-industries-creatives&reseau=ademe&region=53")
    expect(page.locator(".tableau .liste-vide")).to_have_text("Rien à montrer avec ces filtres.", timeout=PATIENCE_MS)
    page.get_by_role("button", name="Sans le filtre “ADEME”").click()
    expect(page.locator(".tableau tbody tr")).to_have_count(1, timeout=PATIENCE_MS)


def test_on_a_phone_the_names_stay_in_sight_and_nothing_overflows_the_page(visit: Visit):
    page = opened(visit, phone=True)
    name = page.locator(".tableau tbody th").first
    before = name.bounding_box()["x"]
    page.locator(".tableau-defile").evaluate("it => { it.scrollLeft = 300; }")
    assert name.bounding_box()["x"] == before
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    small = page.eval_on_selector_all(
        ".tableau button, .tableau summary, .tableau-pages input",
        "all => all.filter(it => it.offsetParent && it.getBoundingClientRect().height < 44).map(it => it.outerHTML)",
    )
    assert small == []
    page.locator('.barre-vues [data-vue="filtres"]').click()
    expect(page.get_by_role("searchbox")).to_be_visible()
