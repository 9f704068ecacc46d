"""What a visitor does on the map's page, and what they see."""

from playwright.sync_api import Frame, FrameLocator, Locator, Page, expect

PATIENCE_MS = 30_000


def map_frame(page: Page) -> FrameLocator:
    """The map's own document."""
    return page.frame_locator("iframe")


def wait_for_map(page: Page) -> Locator:
    """The map's container, once its points are drawn; its counts are in `data-total` and `data-shown`."""
    container = map_frame(page).locator(".leaflet-container[data-shown]")
    container.wait_for(state="attached", timeout=PATIENCE_MS)
    return container


def wait_for_list(page: Page) -> Locator:
    """The list, once it holds rows or says that there are none; its count is in `data-rows`."""
    rows = page.locator("[data-rows]")
    rows.wait_for(state="attached", timeout=PATIENCE_MS)
    return rows


def box(page: Page, facet: str, code: str) -> Locator:
    """The check box of a value of a facet."""
    return page.locator(f'input[name="{facet}"][value="{code}"]')


def tick(page: Page, facet: str, code: str) -> None:
    """Tick a value of a facet, and wait for the server's answer."""
    before = page.locator(".phrase").text_content()
    block = page.locator(f'details[data-facette="{facet}"]')
    if block.get_attribute("open") is None:
        block.locator("summary").click()
    box(page, facet, code).check()
    expect(page.locator(".phrase")).not_to_have_text(before or "", timeout=PATIENCE_MS)


def sheet(page: Page) -> Locator:
    """The open sheet."""
    return page.locator(".fiche-tiroir:not([hidden]) .fiche")


def listed(page: Page) -> list[str]:
    """The names in the list, in order, all its pages opened."""
    more = page.locator(".suite")
    while more.is_visible():
        more.click()
        page.wait_for_function("() => true")
    return page.locator(".liste-poles .nom").all_text_contents()


def map_document(page: Page) -> Frame:
    """The map's own document, to run a script in."""
    frame = page.locator("iframe").element_handle().content_frame()
    assert frame is not None
    return frame


def look_at(page: Page, *, lat: float, lon: float, zoom: float) -> None:
    """Move the map there at once."""
    map_document(page).evaluate(f"void map_div.setView([{lat}, {lon}], {zoom}, {{animate: false}})")


def point_of(page: Page, lon: float, lat: float) -> tuple[float, float]:
    """Where the map shows a place (EPSG:4326 degrees), in pixels of its frame."""
    place = map_document(page).evaluate(f"map_div.latLngToContainerPoint([{lat}, {lon}])")
    return place["x"], place["y"]
