"""The « Programme » page as its visitors use it, on the desk and on a phone, with the map and back."""

import re
import unicodedata

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from dashboard.features.meeting.directory import Directory
from tests.browser.conftest import Visit
from tests.browser.steps import PATIENCE_MS, wait_for_list
from tests.helpers.meetings import programme_2012

SESSIONS = [session.id for session in programme_2012().sessions]
PEOPLE = [speaker.name for speaker in Directory(programme_2012()).speakers.values()]
EDITION = programme_2012().edition
STARS = "parcours=s.buffet~s.decouvertes~p.smac-07~p.domb-innov"
THUMB_PX = 44


def opened(visit: Visit, query: str = "", **options: object) -> Page:
    page = visit(f"/programme?{query}", **options)
    page.locator(".fil .carte-seance").first.wait_for(state="attached", timeout=PATIENCE_MS)
    return page


def card(page: Page, session: str) -> Locator:
    return page.locator(f'.fil [data-seance="{session}"]')


def detail(page: Page) -> Locator:
    return page.locator(".detail h2").first


def bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)).upper()


def test_the_day_is_whole_and_right_to_the_minute(visit: Visit):
    page = opened(visit)
    hours = page.locator(".fil-grille > .carte-seance > .carte-tete .horaire").all_text_contents()
    assert [text.replace("\u00a0", " ") for text in hours] == [
        "9 h 30 – 10 h",
        "10 h – 11 h 30",
        "11 h 30 – 12 h 30",
        "12 h 30 – 14 h",
        "12 h 30 – 14 h 45",
        "14 h 45 – 16 h 15",
        "16 h 15 – 17 h",
    ]
    names = page.locator(".fil .quelquun .nom").all_text_contents()
    assert [name for name in PEOPLE if names.count(name) != 1] == []
    assert page.locator('.fil [data-seance="leviers"] .carte-sous .carte-seance').count() == 3


@pytest.mark.parametrize("phone", [False, True])
def test_the_buffet_and_the_visits_stand_side_by_side_and_the_buffet_ends_first(visit: Visit, phone: bool):
    page = opened(visit, phone=phone)
    buffet, visits = (card(page, key).bounding_box() for key in ("buffet", "decouvertes"))
    assert buffet["y"] == visits["y"]
    assert buffet["x"] + buffet["width"] <= visits["x"]
    assert visits["x"] + visits["width"] <= page.viewport_size["width"]
    assert buffet["y"] + buffet["height"] < visits["y"] + visits["height"]
    told = "En même temps : Repas jusqu’à 14 h ; Découvertes express jusqu’à 14 h 45"
    expect(page.locator(".fil-annonce")).to_have_text(told)


def test_every_person_is_found_by_their_name_in_capitals_without_accents(visit: Visit):
    page = opened(visit)
    field = page.get_by_role("searchbox")
    for name in PEOPLE:
        field.fill(bare(name))
        expect(page.locator('.annuaire-liste a[href*="personne="] .nom')).to_have_text([name])
    field.fill("sandrine GRACEFFA")
    expect(page.locator('.annuaire-liste a[href*="personne="] .nom')).to_have_text(["Sandrino Graceffa"])
    field.fill("ValHorizon")
    expect(page.locator('.annuaire-liste a[href*="organisation="] .nom')).to_have_text(["Val’Horizon"])
    field.fill("energie")
    expect(page.locator(".annuaire-liste .nom").first).to_have_text("Laurianne Fleury")
    field.fill("xyzzy")
    expect(page.locator(".annuaire > .vide")).to_be_visible()


def test_a_person_an_organisation_and_a_session_have_their_address(visit: Visit):
    page = opened(visit, "personne=henri-arevalo")
    expect(detail(page)).to_have_text("Henri Arevalo", timeout=PATIENCE_MS)
    article = page.locator(".detail")
    for text in ("vice-président", "Rôle des collectivités locales", "PTCE Ramonville", "Ramonville-Saint-Agne (31)"):
        expect(article).to_contain_text(text)
    article.get_by_role("link", name="Sicoval").click()
    expect(detail(page)).to_have_text("Sicoval")
    expect(page).to_have_url(re.compile(r"organisation=sicoval"))
    article.get_by_role("link", name="Rôle des collectivités locales").click()
    expect(detail(page)).to_have_text("Rôle des collectivités locales")
    page.reload()
    expect(detail(page)).to_have_text("Rôle des collectivités locales", timeout=PATIENCE_MS)
    page.keyboard.press("Escape")
    expect(detail(page)).to_have_text("La rencontre")
    expect(page).not_to_have_url(re.compile("seance="))


def test_the_browser_goes_back_through_what_was_opened(visit: Visit):
    page = opened(visit)
    page.get_by_role("link", name="Colin Lemaître").first.click()
    expect(page).to_have_url(re.compile("personne=colin-lemaitre"))
    page.get_by_role("link", name="Xavier Roy").first.click()
    expect(detail(page)).to_have_text("Xavier Roy")
    page.go_back()
    expect(detail(page)).to_have_text("Colin Lemaître", timeout=PATIENCE_MS)


def test_the_rehearsed_hour_says_what_is_on_what_is_left_and_what_comes(visit: Visit):
    page = opened(visit, "heure=2012-06-25T13:10")
    now = page.locator(".jour-maintenant")
    expect(now).to_contain_text("Déjeuner-buffet sur place, encore 50 min", timeout=PATIENCE_MS)
    expect(now).to_contain_text("encore 1 h 35")
    expect(now).to_contain_text("À suivre")
    expect(page.locator(".fil .en-cours")).to_have_count(2)
    page.get_by_role("link", name="Carte", exact=True).click()
    expect(page.locator(".maintenant")).to_contain_text("encore 50 min", timeout=PATIENCE_MS)
    expect(page).to_have_url(re.compile("heure=2012-06-25T13"))


def test_every_session_leads_to_the_map_and_back(visit: Visit):
    page = opened(visit)
    for session in SESSIONS:
        title = programme_2012().sessions_by_id[session].title
        page.locator(f'.fil [data-seance="{session}"] > .carte-titre a').click()
        expect(detail(page)).to_have_text(title, timeout=PATIENCE_MS)
        page.locator(".detail .detail-actions a").first.click()
        wait_for_list(page)
        chosen = page.locator(f'.seance.choisie:has(> [data-seance="{session}"])')
        expect(chosen).to_be_visible(timeout=PATIENCE_MS)
        lit = len(programme_2012().poles_of_session(session))
        expect(page.locator(".liste-poles li.eclairee")).to_have_count(lit)
        rows = page.locator(".liste-poles li").evaluate_all("rows => rows.map((row) => row.className === 'eclairee')")
        assert rows[: lit + 1] == [*[True] * lit, False]
        chosen.locator("> .seance-carte").get_by_role("link", name="Ouvrir dans le programme").click()
        expect(detail(page)).to_have_text(title, timeout=PATIENCE_MS)
        expect(page).to_have_url(re.compile(f"/programme\\?seance={session}"))


def test_every_pole_of_the_programme_leads_to_its_sheet_to_the_map_and_back(visit: Visit):
    page = opened(visit, "personne=armand-rosenberg")
    page.locator(".detail-pole .quelquun").click()
    expect(detail(page)).to_have_text("Domb’Innov", timeout=PATIENCE_MS)
    page.locator(".detail").get_by_role("link", name="Voir sur la carte").click()
    expect(page.locator(".fiche-tiroir h2")).to_have_text("Domb’Innov", timeout=PATIENCE_MS)
    expect(page.locator('.liste-poles [data-pole="domb-innov"] .au-programme')).to_contain_text("Armand Rosenberg")
    page.locator(".fiche-tiroir .fermer").click()
    page.locator(".vers-personne", has_text="Muriel Nivert-Boudou").click()
    expect(detail(page)).to_have_text("Muriel Nivert-Boudou", timeout=PATIENCE_MS)


def test_stars_live_in_the_address_alone_and_follow_from_page_to_page(visit: Visit):
    page = opened(visit)
    page.locator(".fil [data-etoile='s.leviers']").click()
    expect(page).to_have_url(re.compile(r"parcours=s\.leviers"))
    page.get_by_role("link", name="Carte", exact=True).click()
    wait_for_list(page)
    page.locator(".liste-poles .etoile").first.click()
    expect(page).to_have_url(re.compile(r"parcours=s\.leviers~p\."))
    page.locator(".liste-poles button[data-pole]").nth(1).click()
    page.locator(".fiche-tiroir .etoile").click()
    expect(page).to_have_url(re.compile(r"parcours=s\.leviers~p\.[^~]+~p\."))
    page.get_by_role("link", name="★ Mon parcours (3)").click()
    expect(page.locator(".parcours .plan-lignes .nom").first).to_have_text("Déjeuner", timeout=PATIENCE_MS)
    expect(page.locator(".jour-droite .jour-badge")).to_have_text("3", timeout=PATIENCE_MS)
    expect(page.locator(".fil [data-etoile='s.leviers']")).to_have_attribute("aria-pressed", "true")
    assert {cookie["name"] for cookie in page.context.cookies()} <= {"_streamlit_xsrf"}
    assert "leviers" not in page.evaluate("JSON.stringify([localStorage, sessionStorage])")


def test_a_parcours_is_planned_around_lunch_and_its_pace_changes_the_plan(visit: Visit):
    page = opened(visit, STARS)
    mine = page.locator(".parcours")
    expect(mine).to_contain_text("À partager", timeout=PATIENCE_MS)
    expect(mine).to_contain_text("proposition, créneaux à confirmer sur place")
    expect(mine.locator(".plan-lignes .nom")).to_have_text(["Déjeuner", "SMAC 07", "Domb’Innov"])
    mine.get_by_role("button", name="Monter d’un rang : Domb’Innov").click()
    expect(mine.locator(".plan-lignes .nom")).to_have_text(["Déjeuner", "Domb’Innov", "SMAC 07"])
    mine.get_by_label("Une visite").select_option("45")
    expect(page).to_have_url(re.compile("rythme=45-5-30"))
    expect(mine.locator(".plan-lignes .nom")).to_have_text(["Déjeuner", "Domb’Innov", "SMAC 07"])
    mine.get_by_label("Le déjeuner").select_option("60")
    expect(mine.locator(".plan-rates")).to_contain_text("Il ne reste pas 45 min")


def test_a_parcours_is_carried_by_a_link_and_its_code(visit: Visit):
    page = opened(visit, f"{STARS}&personne=henri-arevalo")
    page.locator(".jour-droite [data-partie='parcours']").click()
    link = page.locator(".parcours-lien").input_value()
    assert "personne" not in link
    page.get_by_role("button", name="Afficher le code QR").click()
    expect(page.get_by_role("img", name="Code QR du lien de mon parcours")).to_be_visible(timeout=PATIENCE_MS)
    elsewhere = visit(link.split("/", 3)[3].join(["/", ""]), phone=True)
    expect(elsewhere.locator(".parcours .plan-lignes .nom").first).to_have_text("Déjeuner", timeout=PATIENCE_MS)


@pytest.mark.parametrize("phone", [False, True])
def test_a_link_of_another_programme_says_so_until_it_is_read(visit: Visit, phone: bool):
    page = opened(visit, "edition=00000000&parcours=s.partie~s.buffet", phone=phone)
    notices = page.locator(".avis-texte:visible")
    expect(notices).to_have_count(2, timeout=PATIENCE_MS)
    expect(notices.last).to_contain_text("« partie »")
    notices.first.get_by_role("button", name="C’est noté").click()
    expect(notices).to_have_count(1)
    notices.get_by_role("button", name="Retirer ce qui a disparu").click()
    expect(notices).to_have_count(0)
    expect(page).to_have_url(re.compile(f"parcours=s.buffet&edition={EDITION}"))


def test_on_a_phone_all_is_within_reach_of_one_thumb(visit: Visit):
    page = opened(visit, STARS, phone=True)
    for view in ("journee", "annuaire", "parcours"):
        page.locator(f".jour-barre [data-partie='{view}']").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
        small = page.evaluate(
            """(least) => [...document.querySelectorAll('.page-jour :is(button, a, select, input)')]
              .filter((node) => node.checkVisibility() && !node.closest('.detail-poste'))
              .filter((node) => node.getBoundingClientRect().height < least - 0.5)
              .map((node) => node.outerHTML.slice(0, 120))""",
            THUMB_PX,
        )
        assert small == []
    page.locator(".jour-barre [data-partie='annuaire']").click()
    page.get_by_role("link", name="Henri Arevalo").click()
    expect(detail(page)).to_have_text("Henri Arevalo")
    close = page.locator(".detail .fermer").bounding_box()
    assert close["y"] > page.viewport_size["height"] / 2
    page.locator(".detail .fermer").click()
    expect(page.locator(".jour-detail")).to_be_hidden()
    expect(page.get_by_role("searchbox")).to_be_visible()


@pytest.mark.parametrize("phone", [False, True])
@pytest.mark.parametrize("query", ["heure=2012-06-25T13:00", "seance=leviers", "personne=henri-arevalo", STARS])
def test_the_page_has_no_violation_that_axe_finds(visit: Visit, query: str, phone: bool):
    page = opened(visit, query, phone=phone)
    expect(page.locator(".detail h2, .parcours h2").first).to_be_attached(timeout=PATIENCE_MS)
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]})
    own = [v for v in found.response["violations"] for node in v["nodes"] if "stHeader" not in node["html"]]
    assert [(v["id"], [node["html"][:120] for node in v["nodes"]]) for v in own] == []
