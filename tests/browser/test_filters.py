"""The filters as a visitor uses them: all of several values, years, order of the values, proposed views."""

import re

from playwright.sync_api import Page, WebSocketRoute, expect

from tests.browser.conftest import Visit
from tests.browser.steps import PATIENCE_MS, box, listed, tick, wait_for_list, wait_for_map

JOBS, DIGITAL = "emploi-insertion-formation", "numerique"
ASKED_AGAIN_AFTER_MS = 5_000


def opened(visit: Visit, path: str = "/", **options: object) -> Page:
    page = visit(path, **options)
    wait_for_map(page)
    wait_for_list(page)
    return page


def shown(page: Page) -> int:
    """The number of rows that the summary, the list and the map all say."""
    expect(page.locator("html[data-attente]")).to_have_count(0, timeout=PATIENCE_MS)
    number = page.locator(".phrase").get_attribute("data-shown")
    expect(wait_for_list(page)).to_have_attribute("data-rows", number)
    expect(wait_for_map(page)).to_have_attribute("data-shown", number)
    return int(number)


def test_all_the_ticked_values_may_be_asked_and_the_link_says_so(visit: Visit):
    page = opened(visit)
    switch = page.locator('[data-facette="secteur"] .tous')
    expect(switch).to_be_hidden()
    tick(page, "secteur", JOBS)
    expect(switch).to_be_visible()
    switch.get_by_label("toutes").check()
    page.locator('[data-facette="secteur"] .lien').click()
    count = page.locator("li", has=box(page, "secteur", DIGITAL)).locator(".compte")
    expect(page).to_have_url(re.compile("tous=secteur"), timeout=PATIENCE_MS)
    promised = int(count.text_content())
    tick(page, "secteur", DIGITAL)
    assert shown(page) == promised
    switch.get_by_label("au moins une").check()
    expect(page).not_to_have_url(re.compile("tous="), timeout=PATIENCE_MS)
    assert shown(page) > promised


def test_years_are_asked_by_two_fields(visit: Visit):
    page = opened(visit)
    facet = page.locator('[data-facette="annee"]')
    facet.locator("summary").click()
    facet.get_by_label("De", exact=True).fill("2015")
    facet.get_by_label("à", exact=True).fill("2010")
    page.keyboard.press("Tab")
    expect(page).to_have_url(re.compile("annee=2010-2015"), timeout=PATIENCE_MS)
    expect(page.get_by_role("button", name="Création : de 2010 à 2015")).to_be_visible()
    assert shown(page) == 22
    facet.get_by_label("Non renseigné").check()
    expect(page.locator(".phrase")).to_have_text("97 pôles et projets sur 116", timeout=PATIENCE_MS)
    facet.get_by_label("De", exact=True).fill("20")
    page.keyboard.press("Tab")
    expect(facet.get_by_label("De", exact=True)).to_have_attribute("aria-invalid", "true")
    assert shown(page) == 97


def test_words_and_filters_leave_the_same_rows_everywhere(visit: Visit):
    page = opened(visit, "/?q=re&statut=actif&annee=2000-")
    assert len(listed(page)) == shown(page) > 0


def test_the_values_are_put_in_the_order_of_their_names(visit: Visit):
    page = opened(visit)
    names = page.locator('[data-facette="reseau"] li:not(.absente) .valeur')
    by_count = names.all_text_contents()
    page.get_by_label("Ordre des valeurs de chaque filtre").select_option("Par nom")
    by_name = names.all_text_contents()
    assert by_name[-1] == by_count[-1] == "Non renseigné"
    assert by_name[:2] == ["ADEME", "Avise"] != by_count[:2]
    assert sorted(by_name) == sorted(by_count)


def test_a_proposed_view_is_a_link_and_a_click_applies_it(visit: Visit):
    page = opened(visit, "/?region=53")
    page.get_by_text("Vues proposées").click()
    link = page.get_by_role("link", name="Pôles témoins de 2011")
    assert link.get_attribute("href") == "?type=pole-temoin"
    link.click()
    expect(page).to_have_url(re.compile(r"\?type=pole-temoin$"), timeout=PATIENCE_MS)
    expect(page.locator(".pastille")).to_have_text(["Pôle témoin×"])
    assert shown(page) > 0


def test_when_no_single_filter_is_in_the_way_the_ways_out_lift_two(visit: Visit):
    page = opened(visit, "/?annee=1950&region=01&secteur=numerique")
    expect(page.locator(".sortie").first).to_have_text(re.compile("^Sans les filtres “.+” et “.+”.: "))
    page.locator(".sortie").first.click()
    expect(page.locator(".phrase")).not_to_have_text(re.compile("Aucun"), timeout=PATIENCE_MS)


def test_on_a_phone_the_new_controls_are_large_enough(visit: Visit):
    page = opened(visit, f"/?secteur={JOBS}", phone=True)
    page.locator('.barre-vues [data-vue="filtres"]').click()
    page.locator('[data-facette="annee"] summary').click()
    for target in (
        ".filtres-tete select",
        ".tous label",
        ".bornes input",
        ".annees li label",
        ".vues-proposees summary",
    ):
        assert page.locator(target).first.bounding_box()["height"] >= 44, target


def test_the_rows_are_shown_before_the_server_answers_and_are_those_that_it_answers(visit: Visit):
    page = opened(visit)
    order = "JSON.stringify(Object.entries(window.polesCommand.f ?? {}).sort())"
    for facet, codes in (("secteur", (JOBS, DIGITAL)), ("reseau", ("labo-ess",)), ("region", ("non-renseigne", "84"))):
        block = page.locator(f'details[data-facette="{facet}"]')
        if block.get_attribute("open") is None:
            block.locator("summary").click()
        for code in codes:
            foreseen = page.evaluate(
                f"""([facet, code]) => {{
                  document.querySelector(`input[name="${{facet}}"][value="${{code}}"]`).click();
                  return [{order}, document.documentElement.dataset.attente];
                }}""",
                [facet, code],
            )
            assert foreseen[1], "nothing says that the counts are awaited"
            expect(page.locator("html[data-attente]")).to_have_count(0, timeout=PATIENCE_MS)
            assert page.evaluate(order) == foreseen[0]
            shown(page)


def test_an_answer_to_an_earlier_click_does_not_undo_what_is_shown(visit: Visit):
    page = opened(visit)
    for code in (JOBS, DIGITAL, JOBS):
        box(page, "secteur", code).dispatch_event("click")
    counts = page.evaluate(
        """async () => {
          const seen = new Set();
          const list = document.querySelector("[data-rows]");
          for (let step = 0; step < 60; step++) {
            await new Promise((resolve) => setTimeout(resolve, 25));
            seen.add(list.dataset.rows);
          }
          return [...seen];
        }"""
    )
    assert counts == [str(shown(page))]


def test_a_click_that_is_lost_on_the_way_is_asked_again(visit: Visit):
    page = visit("/a-propos")
    lost: list[bytes | str] = []

    def lose_the_first_choice(link: WebSocketRoute) -> None:
        server = link.connect_to_server()

        def pass_on(message: bytes | str) -> None:
            text = message.encode() if isinstance(message, str) else message
            if b"filtres" in text and not lost:
                lost.append(message)
            else:
                server.send(message)

        link.on_message(pass_on)

    page.route_web_socket(re.compile(r"_stcore/stream"), lose_the_first_choice)
    page.clock.install()
    page.goto(page.url.replace("/a-propos", "/"))
    wait_for_map(page)
    wait_for_list(page)
    before = page.locator(".phrase").text_content()
    box(page, "secteur", JOBS).click()
    expect(page.locator("html[data-attente]")).to_have_count(1)
    page.clock.fast_forward(ASKED_AGAIN_AFTER_MS + 100)
    expect(page.locator(".phrase")).not_to_have_text(before or "", timeout=PATIENCE_MS)
    assert lost
    assert shown(page) == 33
