"""The carnet as a participant has it: a file of the phone, without a network, by touch, by keyboard and on paper."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from dashboard.config import settings
from dashboard.core.address.parcours import Parcours
from dashboard.core.geography.load import load_outlines
from dashboard.features.meeting.papers.booklet import booklet_code, make_booklet
from dashboard.site import compose
from tests.browser.conftest import DESKTOP, PHONE, Visit
from tests.browser.server import read_status
from tests.helpers.meetings import make_programme

NO_STORE = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('denied'); }});"

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def carnet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("carnet") / "carnet.html"
    path.write_bytes(compose(settings()).meeting.booklet(Parcours((), ()), address="https://carte.example"))
    return path


@pytest.fixture
def offline(browser: Browser, carnet: Path) -> Iterator[Open]:
    """`offline(fragment="")`: the file opened without a network; one request, its own, and no error is allowed."""
    contexts: list[BrowserContext] = []
    requests: list[str] = []
    errors: list[str] = []
    files: set[str] = set()

    def open_file(
        fragment: str = "",
        *,
        file: Path = carnet,
        context: BrowserContext | None = None,
        script: str = "",
        **options: Any,
    ) -> Page:
        if context is None:
            context = browser.new_context(**{"viewport": DESKTOP, "locale": "fr-FR", "offline": True, **options})
            contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: requests.append(request.url))
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        if script:
            page.add_init_script(script)
        page.goto(file.as_uri() + fragment)
        files.add(file.as_uri())
        expect(page.locator("body[data-pret]")).to_be_attached()
        return page

    yield open_file
    for context in contexts:
        context.close()
    assert errors == []
    assert {request.split("#")[0] for request in requests} == files


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("bethencourt", "1 séance, 1 pôle ou projet, 2 personnes et organisations"),
        ("BÉTHENCOURT  Sophie", "1 séance, 1 pôle ou projet, 2 personnes et organisations"),
        ("val horizon", "1 séance, 1 pôle ou projet, 2 personnes et organisations"),
        ("la reunion", "5 pôles et projets"),
        ("xyzzy", "Rien ne répond à « xyzzy »."),
    ],
)
def test_search_finds_in_any_spelling(offline: Open, typed: str, found: str):
    page = offline()
    page.get_by_label("Rechercher un pôle, une personne, un mot").fill(typed)
    text = page.locator("#trouve").inner_text().replace("\u00a0", " ").replace("\u202f", " ")
    assert text == found
    page.get_by_role("button", name="Effacer").click()
    assert page.locator("[hidden].fiche, [hidden].seance").count() == 0


def test_every_person_is_found_without_accents_nor_case(offline: Open):
    page = offline()
    names = [person.name for person in compose(settings()).meeting.programme.people if person.is_named]
    field = page.get_by_label("Rechercher un pôle, une personne, un mot")
    for name in names:
        bare = page.evaluate("(name) => name.normalize('NFD').replace(/\\p{M}/gu, '').toUpperCase()", name)
        field.fill(bare)
        expect(page.locator("#personnes .personne:not([hidden]) > strong", has_text=name).first).to_be_visible()


def test_stars_are_kept_in_the_address_and_in_the_browser(offline: Open):
    page = offline()
    page.get_by_role("button", name="Ajouter à mon parcours\u202f: Déjeuner-buffet sur place").click()
    page.get_by_role("button", name="Ajouter à mon parcours\u202f: SMAC 07").click()
    assert page.url.endswith("#parcours=s.buffet~p.smac-07")
    assert page.locator("#parcours ol a").all_inner_texts() == ["Déjeuner-buffet sur place", "SMAC 07"]
    again = offline(context=page.context)
    assert again.locator("#parcours ol a").all_inner_texts() == ["Déjeuner-buffet sur place", "SMAC 07"]
    again.get_by_role("button", name="Retirer de mon parcours\u202f: SMAC 07").click()
    assert again.url.endswith("#parcours=s.buffet")
    assert again.locator("#en-ligne").get_attribute("href").endswith("/programme?parcours=s.buffet")


def test_where_files_have_no_store_the_address_is_enough(offline: Open):
    page = offline("#parcours=s.leviers~p.smac-07~s.disparue", script=NO_STORE)
    assert page.locator("#parcours ol a").count() == 2
    expect(page.locator("#avis")).to_contain_text("n’existe plus\u202f: disparue")
    page.locator('[data-etoile="s.leviers"]').click()
    assert page.url.endswith("#parcours=p.smac-07~s.disparue")


def test_going_about_keeps_the_parcours(offline: Open):
    page = offline("#parcours=s.enjeux")
    page.locator("#programme").get_by_role("link", name="Culture & Coopération").click()
    expect(page.locator('[id="p.culture-cooperation"] details')).to_have_attribute("open", "")
    page.locator('[id="p.culture-cooperation"]').get_by_role("link", name="Voir sur la carte").click()
    expect(page.locator("#ici")).to_contain_text("Saint-Étienne")
    expect(page.locator("#titre-carte")).to_be_focused()
    assert page.url.endswith("#parcours=s.enjeux")


def test_the_map_answers_a_finger_near_a_mark(offline: Open):
    page = offline(viewport=PHONE, is_mobile=True, has_touch=True)
    page.get_by_role("navigation").get_by_role("link", name="Carte").tap()
    for pole, name in (("smac-07", "SMAC 07"), ("jades", "JADES")):
        mark = page.locator(f'.signe[data-pole="{pole}"]')
        mark.scroll_into_view_if_needed()
        box = mark.bounding_box()
        page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        expect(page.locator("#ici strong")).to_have_text(name)


def test_the_buffet_beside_the_visits_is_no_conflict(offline: Open):
    page = offline("#parcours=s.buffet~s.decouvertes")
    expect(page.locator("#choix-s li")).to_have_count(2)
    assert page.locator("#avis").inner_text() == ""


def test_two_sessions_at_once_are_told(offline: Open, tmp_path: Path):
    programme, _ = make_programme(
        [{"id": "a", "titre": "<i>A</i>", "debut": "9h-10h"}, {"id": "b", "titre": "B & C", "debut": "9h30-11h"}]
    )
    outlines = load_outlines(settings().reference)
    path = tmp_path / "carnet.html"
    path.write_bytes(
        make_booklet(
            compose(settings()).catalogue, programme, outlines, booklet_code(), parcours=Parcours(("a",), ()), site=""
        )
    )
    page = offline(file=path)
    assert page.locator("#avis").inner_text() == ""
    page.locator('[data-etoile="s.b"]').click()
    told = page.locator("#avis").inner_text().replace("\u00a0", " ")
    assert told == "« <i>A</i> » et « B & C » ont lieu en même temps."


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_nothing_overflows_and_axe_finds_nothing(offline: Open, width: int):
    page = offline("#parcours=s.leviers~p.smac-07", viewport={"width": width, "height": 800})
    page.locator('[id="p.smac-07"] summary').click()
    assert page.evaluate("document.documentElement.scrollWidth") == width
    found = Axe().run(page)
    assert [violation["id"] for violation in found.response["violations"]] == []


def test_the_keyboard_is_enough(offline: Open):
    page = offline()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Aller au contenu")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#contenu")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#parcours=s.accueil")
    page.locator('[id="p.smac-07"] summary').focus()
    page.keyboard.press("Enter")
    expect(page.locator('[id="p.smac-07"] details')).to_have_attribute("open", "")


def test_on_paper_everything_is_unfolded_whatever_is_searched(offline: Open):
    page = offline("#parcours=s.leviers")
    page.get_by_label("Rechercher un pôle, une personne, un mot").fill("smac")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".fiche:visible").count() == 116
    assert page.locator(".fiche details:not([open])").count() == 0
    assert page.locator("nav:visible, .recherche:visible, .etoile:visible, #imprimer:visible").count() == 0
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert (page.locator(".fiche:visible").count(), page.locator("details[open]").count()) == (1, 0)


def test_the_page_gives_the_carnet_with_the_visitor_s_parcours(visit: Visit, offline: Open, tmp_path: Path):
    page = visit("/programme?parcours=s.leviers~p.smac-07")
    with page.expect_download() as download:
        page.get_by_role("link", name="Garder le carnet avec mon parcours").click(timeout=60_000)
    path = tmp_path / "carnet.html"
    download.value.save_as(path)
    assert download.value.suggested_filename == "carnet.html"
    mine = offline(file=path)
    assert mine.locator("#parcours ol a").all_inner_texts() == [
        "Les leviers pour faire émerger et consolider les PTCE",
        "SMAC 07",
    ]


def test_the_page_leads_to_the_calendars_and_to_the_sheets(visit: Visit, dashboard_url: str):
    page = visit("/programme")
    follow = page.get_by_role("link", name="S’abonner au programme")
    expect(follow).to_have_attribute(
        "href", f"{dashboard_url.replace('http:', 'webcal:')}/programme.ics", timeout=60_000
    )
    for name in ("Mettre la journée dans mon agenda", "Garder le carnet hors ligne", "Imprimer les fiches de visite"):
        status, content = read_status(page.get_by_role("link", name=name).get_attribute("href"))
        assert (status, len(content) > 1000) == (200, True)


def test_without_scripts_the_carnet_is_read(browser: Browser, carnet: Path):
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(carnet.as_uri())
    expect(page.get_by_text("Sans JavaScript, le carnet se lit et s’imprime")).to_be_visible()
    assert page.locator(".fiche").count() == 116
    context.close()


def test_the_sheets_of_the_visits_are_accessible_and_one_page_each(browser: Browser, tmp_path: Path):
    path = tmp_path / "visites.html"
    site = compose(settings())
    path.write_bytes(site.meeting.visits((), address="https://carte.example"))
    context = browser.new_context(viewport=DESKTOP, offline=True)
    page = context.new_page()
    page.goto(path.as_uri())
    assert [violation["id"] for violation in Axe().run(page).response["violations"]] == []
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 20
    context.close()
