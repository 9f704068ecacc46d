"""« Aller à… » on the map, with a keyboard, a mouse and a finger: the map moves, nothing is filtered."""

from playwright.sync_api import FrameLocator, Locator, Page, expect

from tests.browser.conftest import PHONE, Visit, Watch
from tests.browser.steps import PATIENCE_MS, map_document, map_frame, wait_for_list, wait_for_map


def opened(visit: Visit, **options: object) -> tuple[Page, FrameLocator, Locator]:
    """The page, the map's document and its field, once the map is drawn."""
    page = visit(**options)
    wait_for_map(page)
    frame = map_frame(page)
    return page, frame, frame.get_by_role("combobox", name="Aller à un lieu ou à un pôle")


def typed(frame: FrameLocator, field: Locator, text: str) -> Locator:
    """The options, once they are those of this text."""
    field.fill(text)
    options = frame.get_by_role("option")
    expect(field).to_have_attribute("aria-expanded", "true", timeout=PATIENCE_MS)
    return options


def wait_until_framed(page: Page, lon: float, lat: float) -> None:
    """Wait until the map shows a point (EPSG:4326 degrees) from near."""
    map_document(page).wait_for_function(
        "([lat, lon]) => map_div.getZoom() > 8 && map_div.getBounds().contains([lat, lon])",
        arg=[lat, lon],
        timeout=PATIENCE_MS,
    )


def test_a_place_is_chosen_with_the_keyboard_alone_and_filters_nothing(visit: Visit):
    page, frame, field = opened(visit)
    field.focus()
    options = typed(frame, field, "saint denis")
    expect(options.nth(0)).to_contain_text("La Réunion (974)")
    expect(options.nth(1)).to_contain_text("Seine-Saint-Denis (93)")
    field.press("ArrowDown")
    field.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", options.nth(1).get_attribute("id") or "")
    field.press("Enter")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(frame.get_by_role("status")).to_have_text("Carte déplacée\u202f: Saint-Denis")
    wait_until_framed(page, 2.357, 48.936)
    expect(frame.locator(".repere")).to_have_text("Saint-Denis")
    expect(wait_for_map(page)).to_have_attribute("data-shown", "116")
    expect(wait_for_list(page)).to_have_attribute("data-rows", "116")
    assert "?" not in page.url


def test_the_return_key_takes_the_likeliest_place_in_the_visitors_spelling(visit: Visit):
    page, frame, field = opened(visit)
    field.fill("st pierre 974")
    field.press("Enter")
    expect(frame.locator(".repere")).to_have_text("Saint-Pierre", timeout=PATIENCE_MS)
    wait_until_framed(page, 55.478, -21.340)


def test_escape_closes_the_list_then_clears_the_field(visit: Visit):
    _, frame, field = opened(visit)
    field.focus()
    typed(frame, field, "valence").first.click()
    expect(frame.locator(".repere")).to_have_text("Valence")
    typed(frame, field, "romans")
    field.press("Escape")
    expect(frame.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("romans")
    field.press("Escape")
    expect(field).to_have_value("")
    expect(frame.locator(".repere")).to_have_count(0)


def test_what_is_not_found_is_said_as_it_was_written(visit: Visit):
    _, frame, field = opened(visit)
    field.fill("<img src=x onerror=alert(1)> ${xqzwv}")
    expect(frame.locator(".aller-avis")).to_contain_text(
        "ne ressemble à «\u00a0<img src=x onerror=alert(1)> ${xqzwv}\u00a0»", timeout=PATIENCE_MS
    )
    assert frame.locator("img").count() == 0


def test_a_search_that_does_not_answer_is_told(visit: Visit, watch: Watch):
    page, frame, field = opened(visit)
    page.context.route("**/app/lieux/**", lambda route: route.abort())
    field.fill("valence")
    expect(frame.locator(".aller-avis")).to_have_text(
        "La recherche de lieux n’a pas répondu. Réessayez dans un instant.", timeout=PATIENCE_MS
    )
    assert watch.errors
    watch.errors.clear()


def test_a_pole_is_a_place_to_go_to(visit: Visit):
    page, frame, field = opened(visit)
    field.focus()
    option = typed(frame, field, "sud archer").first
    expect(option).to_contain_text("Pôle ou projet · Romans-sur-Isère (Drôme)")
    option.click()
    wait_until_framed(page, 5.05, 45.04)
    expect(frame.locator(".repere")).to_have_text("Pôle Sud Archer")


def test_on_a_phone_the_field_leaves_the_map_in_sight(visit: Visit):
    _, frame, field = opened(visit, phone=True)
    shape = frame.locator(".aller-champ").bounding_box()
    legend = frame.locator(".legende").bounding_box()
    assert shape is not None
    assert legend is not None
    assert 44 <= shape["height"] < 60
    assert shape["x"] + shape["width"] <= legend["x"] < PHONE["width"]
    field.tap()
    options = typed(frame, field, "lyon")
    heights = [box["height"] for option in options.all() if (box := option.bounding_box())]
    assert min(heights) >= 44
    options.first.tap()
    expect(frame.get_by_role("listbox")).to_be_hidden()
    expect(frame.locator(".repere")).to_have_text("Lyon")
