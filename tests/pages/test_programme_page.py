"""The « Programme » page run as Streamlit runs it, and the map's page where it speaks of the day."""

from tests.helpers.meetings import programme_2012
from tests.helpers.running import parts_of, run_page


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_the_page_opens_on_the_day_without_anything_asked():
    told = parts_of(run_page("programme"))["journee"]
    assert (told["jour"], told["ouvert"], told["maintenant"]) == ("journee.json", None, None)
    assert (told["etoiles"], told["parcours"]["plan"]) == ({"s": [], "p": []}, None)


def test_a_link_opens_a_person_with_the_parcours_that_it_carries():
    told = parts_of(run_page("programme", personne=["henri-arevalo"], parcours=["s.buffet~p.smac-07"]))["journee"]
    assert told["ouvert"] == {"genre": "personne", "cle": "henri-arevalo"}
    assert told["etoiles"] == {"s": ["buffet"], "p": ["smac-07"]}
    assert [line["texte"] for line in told["parcours"]["plan"]["lignes"]] == ["Déjeuner", "SMAC 07"]


def test_the_rehearsed_hour_says_what_is_left_of_what_is_on():
    now = parts_of(run_page("programme", heure=["2012-06-25T13:10"]))["journee"]["maintenant"]
    assert [[plain(line) for line in block["lignes"]] for block in now["lignes"]] == [
        [
            "Déjeuner-buffet sur place, encore 50 min",
            "« Découvertes express » de pôles témoins et en projet, encore 1 h 35",
        ],
        ["14 h 45 – 16 h 15, Les leviers pour faire émerger et consolider les PTCE"],
    ]


def test_a_link_made_with_another_programme_or_with_what_is_gone_says_so():
    told = parts_of(run_page("programme", edition=["00000000"], personne=["partie"], parcours=["s.partie~s.buffet"]))
    notices = {key: bool(text) for key, text in told["journee"]["avis"].items()}
    assert notices == {"change": True, "inconnu": True, "disparus": True}
    assert told["journee"]["etoiles"]["s"] == ["buffet"]
    same = parts_of(run_page("programme", edition=[programme_2012().edition]))["journee"]["avis"]
    assert same == {"change": "", "inconnu": "", "disparus": ""}


def test_the_list_puts_the_lit_session_first_and_says_which_it_is():
    parts = parts_of(run_page("explore", seance=["leviers-reseaux"], parcours=["p.scic-eclis"]))
    assert parts["liste"]["seance"] == {
        "id": "leviers-reseaux",
        "titre": "«\u00a0Rôle des réseaux d’animation d’ESS\u00a0»",
    }
    assert len(parts["liste"]["lit"]) == 1
    assert parts["liste"]["etoiles"] == parts["panneau"]["etoiles"] == {"s": [], "p": ["scic-eclis"]}
    assert plain(parts["resume"]["seance"]) == "Séance : « Rôle des réseaux d’animation d’ESS »"
