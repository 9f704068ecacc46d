"""« Pôles proches » at the foot of a sheet: the reason is read, a click opens the other pole, in the address too."""

from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.steps import PATIENCE_MS, sheet, wait_for_map


def test_a_sheet_leads_to_the_pole_most_alike(visit: Visit):
    page = visit("/?pole=eco-pertica")
    wait_for_map(page)
    first = sheet(page).locator(".fiche-proches button").first
    expect(first).to_contain_text("Construire Solidaire", timeout=PATIENCE_MS)
    expect(first).to_contain_text("Même filière\u202f: Habitat et écoconstruction")
    first.click()
    expect(sheet(page).get_by_role("heading", level=2)).to_have_text("Construire Solidaire", timeout=PATIENCE_MS)
    assert "pole=construire-solidaire" in page.url
    expect(sheet(page).get_by_role("heading", level=2)).to_be_focused()
