"""Each page run as Streamlit runs it, without a browser: its sentences and its numbers."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.helpers.running import parts_of, run_page, text_of

CULTURE = "culture-industries-creatives"


def test_the_map_page_shows_everything_when_nothing_is_asked():
    parts = parts_of(run_page("explore"))
    assert parts["resume"]["phrase"] == "116 pôles et projets sur 116"
    assert (parts["resume"]["pastilles"], parts["resume"]["avis"]) == ([], [])
    assert parts["filtres"]["total"] == 116
    assert parts["panneau"] | {"programme": ""} == {
        "fiche": None,
        "seance": None,
        "maintenant": None,
        "programme": "",
        "etoiles": {"s": [], "p": []},
    }


def test_the_list_is_told_which_rows_it_and_the_map_show():
    parts = parts_of(run_page("explore", secteur=[CULTURE], region=["84"]))
    assert parts["liste"]["f"].keys() == {"secteur", "region"}
    assert parts["resume"]["n"] < 18


def test_the_map_is_told_the_same_whatever_is_filtered():
    frames = [
        page.get("component_instance")[0].proto.json_args
        for page in (run_page("explore"), run_page("explore", secteur=[CULTURE], pole=["pole-sud-archer"]))
    ]
    assert frames[0] == frames[1]


def test_a_stale_link_applies_the_rest_and_says_what_is_gone():
    page = run_page("explore", secteur=[CULTURE, "disparu"], pole=["parti"], seance=["oubliée"])
    parts = parts_of(page)
    assert parts["resume"]["phrase"] == "18 pôles et projets sur 116"
    assert "«\u00a0disparu\u00a0», «\u00a0parti\u00a0», «\u00a0oubliée\u00a0»" in parts["resume"]["avis"][0]
    assert dict(page.query_params) == {"secteur": CULTURE}


def test_an_empty_result_says_which_filter_to_lift():
    parts = parts_of(run_page("explore", secteur=[CULTURE], reseau=["ademe"], region=["53"]))
    assert parts["resume"]["phrase"] == "Aucun pôle ni projet sur 116"
    assert [way["texte"] for way in parts["resume"]["sorties"]] == ["Sans le filtre “ADEME”\u202f: 1 résultat"]


def test_all_the_values_of_a_facet_may_be_asked_and_the_counts_say_what_adding_one_gives():
    asked = {"secteur": ["emploi-insertion-formation", "numerique"], "tous": ["secteur"]}
    one, every = parts_of(run_page("explore", secteur=asked["secteur"])), parts_of(run_page("explore", **asked))
    assert one["resume"]["n"] > every["resume"]["n"] > 0
    assert [pill.get("et") for pill in every["resume"]["pastilles"]] == [None, "et"]
    assert every["filtres"]["tous"] == ["secteur"]
    assert max(every["filtres"]["counts"][0]) == every["resume"]["n"] < max(one["filtres"]["counts"][0])


def test_a_span_of_years_is_a_filter_like_another():
    parts = parts_of(run_page("explore", annee=["2010–2015", "non-renseigne"]))
    assert [pill["titre"] for pill in parts["resume"]["pastilles"]] == [
        "Création\u202f: de 2010 à 2015",
        "Création\u202f: non renseigné",
    ]
    assert parts["resume"]["n"] == 22 + 75


def test_the_open_sheet_and_the_lit_session_are_in_the_command():
    page = run_page("explore", pole=["pole-sud-archer"], seance=["enjeux"])
    parts = parts_of(page)
    assert parts["panneau"]["fiche"].endswith("/pole-sud-archer.json")
    assert isinstance(parts["liste"]["sel"], int)


@pytest.mark.parametrize(
    ("hour", "titles"),
    [
        ("2012-06-25T08:00", ["La journée n’a pas commencé", "À suivre"]),
        ("2012-06-25T13:00", ["Maintenant", "À suivre"]),
        ("2012-06-25T11:00:00+00:00", ["Maintenant", "À suivre"]),
        ("2012-06-25T18:00", ["La journée est terminée"]),
    ],
)
def test_a_rehearsed_hour_tells_now_and_next(hour: str, titles: list[str]):
    now = parts_of(run_page("explore", heure=[hour]))["panneau"]["maintenant"]
    assert [line["titre"] for line in now["lignes"]] == titles
    running = {item["id"] for item in now["enCours"]}
    assert len(running) == (2 if titles[0] == "Maintenant" else 0)


@pytest.mark.parametrize("hour", ["demain", "2012-99-99T99:99", ""])
def test_an_hour_that_is_none_is_ignored(hour: str):
    assert parts_of(run_page("explore", heure=[hour]))["panneau"]["maintenant"] is None


def test_the_about_page_accounts_for_every_row_and_names_its_files():
    text = text_of(run_page("about"))
    assert "98 pôles et 18 projets." in text
    assert "116 lignes lues = 116 sur la carte + 0 sans localisation + 0 refusée" in text
    for name in ("poles.csv", "projets.csv", "Licence Ouverte 2.0"):
        assert name in text


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("accessibility", "Ce site n’a pas encore fait l’objet d’un audit RGAA"),
        ("legal", "Aucun compte, aucun traceur, aucune mesure d’audience."),
    ],
)
def test_the_text_pages_say_what_they_must(name: str, sentence: str):
    assert sentence in text_of(run_page(name))


def test_the_selection_survives_a_visit_to_another_page():
    page = run_page("explore", secteur=[CULTURE])
    away = AppTest.from_string("from dashboard.pages import about\nabout.page()", default_timeout=120)
    for key in ("view", "url"):
        away.session_state[key] = page.session_state[key]
    away.run()
    back = AppTest.from_string("from dashboard.pages import explore\nexplore.page()", default_timeout=120)
    back.session_state["view"] = away.session_state["view"]
    back.run()
    assert parts_of(back)["resume"]["n"] == 18
    assert back.query_params["secteur"] == CULTURE
