"""The map's page as its visitors use it: filters, map, list, sheet, programme, in one state that the address says."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.bench.many_rows import STORE, write_csv
from tests.browser.conftest import Visit, Watch
from tests.browser.server import running_dashboard
from tests.browser.steps import (
    PATIENCE_MS,
    box,
    listed,
    look_at,
    map_document,
    map_frame,
    point_of,
    sheet,
    tick,
    wait_for_list,
    wait_for_map,
)

CULTURE = "culture-industries-creatives"
DESK_BESIDE = {".filtres", ".legende", ".liste", ".programme"}


def opened(visit: Visit, path: str = "/", **options: object) -> Page:
    page = visit(path, **options)
    wait_for_map(page)
    wait_for_list(page)
    return page


def test_every_row_is_on_the_map_and_in_the_list(visit: Visit):
    page = opened(visit)
    expect(wait_for_map(page)).to_have_attribute("data-total", "116")
    expect(wait_for_map(page)).to_have_attribute("data-shown", "116")
    expect(wait_for_list(page)).to_have_attribute("data-rows", "116")
    expect(page.get_by_role("status").first).to_have_text("116 pôles et projets sur 116")
    names = listed(page)
    assert len(names) == 116
    assert "Pôle Sud Archer" in names


def test_a_filter_leaves_the_same_rows_on_the_map_and_in_the_list_and_the_map_stays(visit: Visit):
    page = opened(visit)
    frame = map_document(page)
    frame.evaluate("window.untouched = true")
    look_at(page, lat=44, lon=1, zoom=7)
    corner = "[window.untouched, map_div.getZoom(), map_div.getBounds().getWest(), map_div.getBounds().getNorth()]"
    before = frame.evaluate(corner)
    tick(page, "secteur", CULTURE)
    expect(page.locator(".phrase")).to_have_text("18 pôles et projets sur 116")
    expect(wait_for_map(page)).to_have_attribute("data-shown", "18")
    expect(wait_for_list(page)).to_have_attribute("data-rows", "18")
    tick(page, "region", "53")
    shown = wait_for_map(page).get_attribute("data-shown")
    expect(wait_for_list(page)).to_have_attribute("data-rows", shown)
    assert len(listed(page)) == int(shown) < 18
    assert frame.evaluate(corner) == before


def test_the_count_beside_a_value_is_what_ticking_it_leaves(visit: Visit):
    page = opened(visit, "/?region=53")
    row = page.locator("li", has=box(page, "secteur", CULTURE))
    expect(row.locator(".compte")).not_to_have_text("", timeout=PATIENCE_MS)
    count = row.locator(".compte").text_content()
    tick(page, "secteur", CULTURE)
    expect(wait_for_list(page)).to_have_attribute("data-rows", count)


def test_the_address_opens_the_same_view_elsewhere(visit: Visit):
    page = opened(visit)
    tick(page, "secteur", CULTURE)
    page.locator('.liste-poles [data-pole="culture-cooperation"]').click()
    expect(sheet(page).get_by_role("heading", level=2)).to_have_text("Culture & Coopération")
    expect(page).to_have_url(re.compile(r"pole=culture-cooperation"))
    address = page.url.split("/", 3)[3]
    assert set(address.removeprefix("?").split("&")) == {f"secteur={CULTURE}", "pole=culture-cooperation"}
    for elsewhere in (page, visit(f"/{address}")):
        elsewhere.goto(page.url)
        expect(sheet(elsewhere).get_by_role("heading", level=2)).to_have_text("Culture & Coopération")
        expect(wait_for_map(elsewhere)).to_have_attribute("data-shown", "18")
        expect(box(elsewhere, "secteur", CULTURE)).to_be_checked()
        expect(elsewhere.locator('[aria-current="true"] .nom')).to_have_text("Culture & Coopération")


def test_the_browser_goes_back_through_the_views(visit: Visit):
    page = opened(visit)
    tick(page, "secteur", CULTURE)
    expect(page).to_have_url(re.compile("secteur="))
    page.go_back()
    expect(page.locator(".phrase")).to_have_text("116 pôles et projets sur 116", timeout=PATIENCE_MS)
    expect(box(page, "secteur", CULTURE)).not_to_be_checked()


def test_a_link_with_values_that_are_gone_opens_applies_the_rest_and_says_so(visit: Visit):
    page = opened(visit, f"/?secteur=disparu&secteur={CULTURE}&pole=parti")
    expect(page.locator(".avis-texte")).to_contain_text("« disparu », « parti »")
    expect(page.locator(".phrase")).to_have_text("18 pôles et projets sur 116")


def test_nothing_found_says_which_filter_to_lift(visit: Visit):
    page = opened(visit, f"/?secteur={CULTURE}&reseau=ademe&region=53")
    expect(page.locator(".phrase")).to_have_text("Aucun pôle ni projet sur 116")
    expect(page.locator(".liste-vide")).to_be_visible()
    way_out = page.get_by_role("button", name="Sans le filtre “ADEME”")
    expect(way_out).to_have_text(re.compile("1 résultat$"))
    way_out.click()
    expect(page.locator(".phrase")).to_have_text("1 pôle ou projet sur 116")


def test_filters_are_lifted_one_by_one_or_all_at_once(visit: Visit):
    page = opened(visit, f"/?secteur={CULTURE}&region=53&q=redon")
    expect(page.locator(".pastille")).to_have_count(3)
    page.get_by_role("button", name="Retirer le filtre : Bretagne").click()
    expect(page.locator(".pastille")).to_have_count(2)
    page.get_by_role("button", name="Réinitialiser les filtres").click()
    expect(page.locator(".phrase")).to_have_text("116 pôles et projets sur 116")
    expect(page.get_by_role("searchbox")).to_have_value("")
    assert "?" not in page.url


def test_words_are_found_whatever_their_accents(visit: Visit):
    page = opened(visit)
    page.get_by_role("searchbox").fill("ECO DOMAINE")
    expect(page.locator(".phrase")).to_have_text("1 pôle ou projet sur 116", timeout=PATIENCE_MS)
    assert listed(page) == ["Éco-domaine de Bouquetot (Ecopya)"]
    expect(wait_for_map(page)).to_have_attribute("data-shown", "1")


def test_a_click_on_a_point_opens_its_sheet_and_a_second_one_too(visit: Visit):
    page = opened(visit, "/?q=archer")
    frame = page.locator("iframe").bounding_box()
    for _ in range(2):
        x, y = point_of(page, 5.05, 45.05)
        page.mouse.click(frame["x"] + x, frame["y"] + y)
        expect(sheet(page).get_by_role("heading", level=2)).to_have_text("Pôle Sud Archer")
        page.get_by_role("button", name="Fermer la fiche").click()
        expect(sheet(page)).to_have_count(0)
        expect(page).not_to_have_url(re.compile("pole="))
        look_at(page, lat=46, lon=4, zoom=7)


def test_structures_at_the_same_place_are_all_within_reach(visit: Visit):
    page = opened(visit, "/?region=53&q=redon")
    frame = page.locator("iframe").bounding_box()
    look_at(page, lat=47.651, lon=-2.084, zoom=14)
    names = listed(page)
    assert len(names) > 1
    x, y = point_of(page, -2.084, 47.651)
    page.mouse.click(frame["x"] + x, frame["y"] + y)
    choices = map_frame(page).locator(".choix button")
    expect(choices.first).to_be_visible()
    chosen = choices.last.text_content()
    assert chosen in names
    choices.last.click()
    expect(sheet(page).get_by_role("heading", level=2)).to_have_text(chosen)


def test_the_keyboard_alone_opens_a_sheet_and_comes_back(visit: Visit):
    page = opened(visit)
    first = page.locator(".liste-poles button").first
    first.focus()
    for _ in ("the star", "the next row"):
        page.keyboard.press("Tab")
    name = page.evaluate("document.activeElement.querySelector('.nom').firstChild.textContent")
    page.keyboard.press("Enter")
    expect(sheet(page).get_by_role("heading", level=2)).to_be_focused()
    assert sheet(page).get_by_role("heading", level=2).text_content() == name
    page.keyboard.press("Escape")
    expect(sheet(page)).to_have_count(0)
    assert page.evaluate("document.activeElement.querySelector('.nom')?.firstChild.textContent") == name


def test_a_session_lights_its_structures_a_person_leads_to_the_pole_and_the_sheet_back(visit: Visit):
    page = opened(visit)
    page.locator('[data-seance="enjeux-finalites"], [data-seance]', has_text="Enjeux et finalités").first.click()
    expect(page.locator(".liste-poles li.eclairee")).not_to_have_count(0)
    expect(page.locator(".seance.choisie")).to_contain_text("3 structures mises en avant sur la carte")
    expect(page).to_have_url(re.compile("seance="))
    page.locator(".role button", has_text="Christophe Chevalier").click()
    expect(sheet(page).get_by_role("heading", level=2)).to_have_text("Pôle Sud Archer")
    sheet(page).locator(".fiche-seances button").click()
    expect(sheet(page)).to_have_count(0)
    expect(page.locator(".seance.choisie")).to_contain_text("Enjeux et finalités")


def test_people_without_a_place_on_the_map_say_so(visit: Visit):
    page = opened(visit)
    without = page.locator(".role li", has_text="Véronique Branger")
    expect(without).to_contain_text("sans lieu connu")
    expect(page.locator(".role li", has_text="Christophe Chevalier")).not_to_contain_text("sans lieu connu")


def test_the_rehearsed_hour_shows_what_runs_side_by_side_and_what_follows(visit: Visit):
    page = opened(visit, "/?heure=2012-06-25T13:00")
    now = page.locator(".maintenant")
    expect(now).to_contain_text("Maintenant")
    expect(now).to_contain_text("Déjeuner-buffet sur place, encore 1 h")
    expect(now).to_contain_text("Découvertes express")
    expect(now).to_contain_text("À suivre")
    expect(page.locator(".seance.en-cours")).to_have_count(2)
    buffet, visits = (item.bounding_box() for item in page.locator(".parallele .seance").all())
    assert buffet["y"] == visits["y"]
    assert buffet["x"] + buffet["width"] <= visits["x"]


def test_another_page_keeps_the_view_for_the_return(visit: Visit):
    page = opened(visit, f"/?secteur={CULTURE}")
    page.get_by_role("link", name="À propos").click()
    expect(page.get_by_role("heading", level=1, name="À propos")).to_be_visible(timeout=PATIENCE_MS)
    page.get_by_role("link", name="Carte").click()
    expect(page.locator(".phrase")).to_have_text("18 pôles et projets sur 116", timeout=PATIENCE_MS)
    expect(page).to_have_url(re.compile("secteur="))


def test_detailed_tiles_are_asked_for_only_when_switched_on(visit: Visit, watch: Watch):
    page = opened(visit)
    assert watch.other_hosts == []
    with page.expect_request(re.compile(r"^https://data\.geopf\.fr/")):
        map_frame(page).get_by_label("Fond détaillé de l’IGN").check()
    expect(map_frame(page).locator(".leaflet-control-attribution")).to_contain_text("IGN – Plan IGN")
    map_frame(page).get_by_label("Fond détaillé de l’IGN").uncheck()
    page.context.close()
    assert {address.split("/")[2] for address in watch.other_hosts} == {"data.geopf.fr"}
    watch.other_hosts.clear()
    watch.errors[:] = [error for error in watch.errors if "data.geopf.fr" not in error]


def test_the_legend_gives_colour_and_shape_by_a_chosen_dimension(visit: Visit):
    page = opened(visit)
    legend = map_frame(page).locator(".legende")
    legend.get_by_role("combobox").select_option(label="Modèle de financement")
    expect(legend.locator("li").first).to_contain_text("Appel à projets")
    assert legend.locator("ul").first.locator("li").count() <= 9


# On a phone


def test_on_a_phone_one_part_is_in_view_and_the_bar_leads_to_the_others(visit: Visit):
    page = opened(visit, phone=True)
    for part in ("liste", "filtres", "programme", "carte"):
        page.locator(f'.barre-vues [data-vue="{part}"]').click()
        shown = {name for name in (".liste", ".filtres", ".programme") if page.locator(name).is_visible()}
        assert shown == ({f".{part}"} if part != "carte" else set())
        assert page.locator("iframe").is_visible() == (part == "carte")
        expect(page.locator(".phrase")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_on_a_phone_targets_are_large_enough_for_a_thumb(visit: Visit):
    page = opened(visit, phone=True)
    small: list[str] = []
    for part in ("liste", "filtres", "programme", "carte"):
        page.locator(f'.barre-vues [data-vue="{part}"]').click()
        for target in page.locator(".st-key-explorateur :is(button, summary, label):visible").all():
            size = target.bounding_box()
            if size and min(size["height"], size["width"]) < 43.5 and not target.locator("input[type=search]").count():
                small.append(f"{part}: {target.text_content()} {size['width']:.0f}×{size['height']:.0f}")
    for target in map_frame(page).locator(":is(button, summary):visible").all():
        size = target.bounding_box()
        if size and size["height"] < 43.5:
            small.append(f"carte: {target.text_content()}")
    assert [text for text in small if "Rechercher" not in text] == []


def test_on_a_phone_a_sheet_is_a_drawer_below_its_place_and_a_filter_shows_its_count(visit: Visit):
    page = opened(visit, f"/?secteur={CULTURE}", phone=True)
    expect(page.locator(".barre-vues .badge")).to_have_text("1")
    page.locator('.barre-vues [data-vue="liste"]').click()
    page.locator('.liste-poles [data-pole="culture-cooperation"]').click()
    expect(sheet(page).get_by_role("heading", level=2)).to_be_visible()
    assert page.locator("iframe").is_visible()
    drawer, frame = page.locator(".fiche-tiroir").bounding_box(), page.locator("iframe").bounding_box()
    assert drawer["y"] > frame["y"] + 100
    page.get_by_role("button", name="Agrandir").click()
    assert page.locator(".fiche-tiroir").bounding_box()["y"] < drawer["y"]


@pytest.mark.parametrize("width", [320, 768, 1024, 1920])
def test_nothing_scrolls_sideways_at_any_width(visit: Visit, width: int):
    page = opened(visit, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


# With many rows


@pytest.fixture(scope="module")
def many_rows_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard of 20,000 made rows."""
    path = tmp_path_factory.mktemp("many") / "poles.csv"
    write_csv(path, 20_000)
    with running_dashboard({"PTCE_POLES": str(path), "PTCE_PROGRAMME": "", "PTCE_CACHE": str(STORE)}) as url:
        yield url


def test_with_many_rows_words_and_filters_leave_the_same_on_the_map_and_in_the_list(visit: Visit, many_rows_url: str):
    page = visit("/?q=de+la", url=many_rows_url)
    wait_for_map(page)
    found = wait_for_list(page).get_attribute("data-rows")
    assert 1000 < int(found) < 20_000
    tick(page, "region", "11")
    expect(wait_for_list(page)).not_to_have_attribute("data-rows", found)
    listed_rows = int(wait_for_list(page).get_attribute("data-rows"))
    said = re.match(r"[\d\s]+", page.locator(".phrase").text_content())
    assert int(re.sub(r"\D", "", said[0])) == listed_rows
    shown = int(wait_for_map(page).get_attribute("data-shown"))
    assert 0.8 * listed_rows <= shown <= listed_rows
    page.close()
