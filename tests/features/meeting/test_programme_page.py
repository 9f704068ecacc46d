"""What the « Programme » page is told: the file of the day, what a click sends, the code of a link."""

import json
from base64 import b64decode
from functools import cache
from typing import Any

import numpy as np
import segno

from dashboard.config import settings
from dashboard.core.address.parcours import Pace, Parcours
from dashboard.core.address.view import View
from dashboard.core.catalogue.search import words_of
from dashboard.core.geography.load import load_gazetteer
from dashboard.features.meeting.day_page import DayFile
from dashboard.features.meeting.directory import Directory
from dashboard.features.meeting.page import day_view
from dashboard.frontend.browser import to_json
from dashboard.site import Site, compose
from dashboard.wording.qr import qr_code
from tests.helpers.meetings import make_programme, programme_2012

LINK_BYTES = 5_000


@cache
def site() -> Site:
    return compose(settings())


@cache
def day_2012() -> dict[str, Any]:
    return day_of(Directory(programme_2012()))


def day_of(directory: Directory) -> dict[str, Any]:
    return json.loads(to_json(DayFile(directory, site().catalogue, load_gazetteer(settings().reference)).to_data()))


def told(view: View) -> dict[str, Any]:
    return day_view(site().files, site().catalogue, Directory(programme_2012()), view, at=None)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_the_buffet_and_the_express_visits_share_their_rows_in_two_lanes():
    (group,) = [g for part in day_2012()["moments"] for g in part["groupes"] if len(g["couloirs"]) > 1]
    assert [(row["heure"], row["minutes"]) for row in group["lignes"]] == [("12\u00a0h\u00a030", 90), ("14\u00a0h", 45)]
    assert group["couloirs"] == ["Repas", "Découvertes"]
    assert group["cartes"] == [
        {"seance": "buffet", "couloir": 0, "de": 0, "a": 1},
        {"seance": "decouvertes", "couloir": 1, "de": 0, "a": 2},
    ]
    assert plain(group["annonce"]) == "En même temps : Repas jusqu’à 14 h ; Découvertes express jusqu’à 14 h 45"


def test_two_workshops_at_once_are_told_apart_by_their_titles():
    workshops = [{"id": k, "type": "atelier", "titre": f"Atelier {k}", "debut": "9h-10h"} for k in "ab"]
    programme, _ = make_programme(workshops)
    group = day_of(Directory(programme))["moments"][0]["groupes"][0]
    assert plain(group["annonce"]) == "En même temps : « Atelier a » jusqu’à 10 h ; « Atelier b » jusqu’à 10 h"


def test_days_are_named_when_there_are_several():
    sessions = [{"id": k, "titre": k, "debut": "9h-10h", "date": f"2012-06-2{k}"} for k in "56"]
    programme, _ = make_programme(sessions)
    day = day_of(Directory(programme))
    assert [m["titre"] for m in day["moments"]] == ["lundi 25 juin 2012, matin", "mardi 26 juin 2012, matin"]
    assert day["quand"] == "lundi 25 juin 2012 – mardi 26 juin 2012"
    assert [plain(session["quand"]) for session in day["seances"].values()] == [
        "lundi 25 juin 2012, 9 h – 10 h",
        "mardi 26 juin 2012, 9 h – 10 h",
    ]


def test_a_pole_that_receives_says_where_and_when():
    tour = {"id": "tour", "type": "decouvertes", "titre": "Visites", "debut": "11h-13h"}
    host = {"id": "h", "seance": "tour", "nom": "Durand", "organisation": "Archer", "stand": "A12"}
    programme, _ = make_programme([tour], [{**host, "creneaux": "11h15-11h30|12h-12h15"}])
    day = day_of(Directory(programme))
    (person,) = day["seances"]["tour"]["roles"][0]["personnes"]
    assert plain(person["precision"]) == "Archer · stand A12 · 11 h 15 – 11 h 30 · 12 h – 12 h 15"
    assert [plain(text) for text in day["personnes"][0]["parts"][0]["accueil"]] == [
        "stand A12",
        "11 h 15 – 11 h 30",
        "12 h – 12 h 15",
    ]


def test_every_person_of_the_programme_is_found_by_their_name_without_accents():
    people = day_2012()["personnes"]
    named = [p for p in programme_2012().people if p.last_name]
    assert len(people) == len({p.name for p in named}) == 21
    for person in named:
        words = words_of(person.name.upper())
        assert [p["nom"] for p in people if all(word in p["recherche"] for word in words)] == [person.name]


def test_the_spelling_of_the_printed_programme_finds_them_too():
    def found(query: str) -> list[str]:
        return [p["nom"] for p in day_2012()["personnes"] if all(w in p["recherche"] for w in words_of(query))]

    assert found("Sandrine Graceffa") == ["Sandrino Graceffa"]
    assert found("val horizon") == ["Armand Rosenberg"]
    assert found("ramonville") == ["Henri Arevalo"]


def test_a_person_says_their_session_role_organisation_pole_and_place():
    (arevalo,) = [p for p in day_2012()["personnes"] if p["cle"] == "henri-arevalo"]
    (part,) = arevalo["parts"]
    assert (part["seance"], part["role"], part["fonction"], part["organisation"], part["lieu"]) == (
        "leviers-collectivites",
        "Intervention",
        "vice-président",
        {"cle": "sicoval", "nom": "Sicoval"},
        "Ramonville-Saint-Agne (31)",
    )
    assert arevalo["poles"] == ["ptce-ramonville-le-periscope"]


def test_an_organisation_says_what_it_does_for_the_meeting():
    (macif,) = [o for o in day_2012()["organisations"] if o["cle"] == "macif"]
    assert [plain(text) for text in macif["mentions"]] == [
        "accueille la rencontre",
        "accueille ou offre « Déjeuner-buffet sur place »",
    ]


def test_what_is_open_is_the_last_thing_asked_for():
    assert told(View(session="buffet"))["ouvert"] == {"genre": "seance", "cle": "buffet"}
    opened = told(View(session="buffet", pole="smac-07"))["ouvert"]
    assert (opened["genre"], opened["cle"], opened["fiche"].endswith("/smac-07.json")) == ("pole", "smac-07", True)
    assert told(View())["ouvert"] is None


def test_a_parcours_tells_its_overlap_its_plan_and_what_found_no_place():
    poles = ("smac-07", "domb-innov", "scic-eclis")
    mine = told(View(parcours=Parcours(("buffet", "decouvertes"), poles), pace=Pace(30, 10, 45)))["parcours"]
    assert [(o["conflit"], plain(o["texte"])) for o in mine["chevauchements"]] == [
        (
            False,
            "À partager : « Déjeuner-buffet sur place » et « “Découvertes express” de pôles témoins et en projet » "
            "se chevauchent (12 h 30 – 14 h), on passe de l’un à l’autre.",
        )
    ]
    assert [(plain(line["heure"]), line["texte"]) for line in mine["plan"]["lignes"]] == [
        ("12 h 30 – 13 h 15", "Déjeuner"),
        ("13 h 25 – 13 h 55", "SMAC 07"),
        ("14 h 05 – 14 h 35", "Domb’Innov"),
    ]
    assert mine["plan"]["mention"] == "proposition, créneaux à confirmer sur place"
    assert [(m["nom"], plain(m["texte"])) for m in mine["plan"]["rates"]] == [
        (
            "Scic Eclis",
            "Il ne reste pas 30 min, déplacements compris. Des visites plus courtes lui laisseraient une place.",
        )
    ]


def test_a_changed_programme_is_told_and_what_disappeared_too():
    assert told(View(edition=programme_2012().edition))["avis"] == {"change": "", "inconnu": "", "disparus": ""}
    notices = told(View(edition="00000000", parcours=Parcours(("parti", "buffet"), ("ferme",)), unknown=("x",)))["avis"]
    assert notices["change"].startswith("Le programme a changé depuis que ce lien a été fait.")
    assert plain(notices["disparus"]) == (
        "N’est plus au programme ni sur la carte : 1 séance (« parti ») et 1 pôle (« ferme »). "
        "Le reste de votre parcours est gardé."
    )
    assert plain(notices["inconnu"]).startswith("Ce lien demande « x », qui n’existe pas, ou plus.")


def test_a_click_sends_little():
    poles = tuple(day_2012()["poles"])
    view = View(parcours=Parcours(tuple(day_2012()["seances"]), poles), person="henri-arevalo")
    assert len(to_json(told(view))) < LINK_BYTES


def test_a_site_without_meeting_has_no_day():
    assert day_view(site().files, site().catalogue, None, View(), at=None) == {"jour": None}


def test_a_qr_code_holds_the_modules_of_its_link():
    link = "https://exemple.fr/programme?parcours=s.buffet~p.smac-07"
    code = qr_code(link)
    assert code is not None
    expected = np.array([list(row) for row in segno.make(link, error="m", micro=False).matrix]).astype(bool)
    bits = np.unpackbits(np.frombuffer(b64decode(code["points"]), np.uint8), bitorder="little")[: expected.size]
    assert (bits.reshape(expected.shape) == expected).all()
    assert qr_code("x" * 3000) is None


TWO_DAYS = [
    {"id": f"s{n}", "titre": f"Atelier {n}", "debut": "9h", "fin": "10h", "salle": f"Salle {n}", "piste": "Financer"}
    for n in range(5)
] + [
    {"id": "bal", "titre": "Bal", "date": "2012-06-26", "debut": "22h", "fin": "1h", "salle": "Grange", "langue": "en"},
    {
        "id": "nuit",
        "titre": "Contes",
        "date": "2012-06-26",
        "debut": "2012-06-27 01:00",
        "fin": "02:00",
        "resume": "Loups",
    },
]


def test_cards_and_sheets_name_the_room_the_track_and_the_day():
    programme, _ = make_programme(TWO_DAYS, lieu="Macif", ville="Paris")
    day = day_of(Directory(programme))
    first, ball, night = (day["seances"][key] for key in ("s1", "bal", "nuit"))
    assert (first["salle"], first["piste"], first["lieu"]) == ("Salle 1", "Financer", "Salle 1, Macif, Paris")
    assert (plain(ball["quand"]), ball["langue"]) == ("mardi 26 juin 2012, 22 h – 1 h", "en anglais")
    assert (night["resume"], night["description"]) == ("Loups", "")
    assert {"financer", "salle", "lundi"} <= set(first["recherche"].split())
    assert [plain(one["titre"]) for one in day["moments"]] == [
        "lundi 25 juin 2012, matin",
        "mardi 26 juin 2012, après-midi",
        "mardi 26 juin 2012, nuit",
    ]
    assert [one["jour"] for one in day["moments"]] == [0, 1, 1]
    assert day["jours"] == ["lundi 25 juin", "mardi 26 juin"]
    assert day["quand"] == "lundi 25 juin 2012 – mardi 26 juin 2012"
    (group,) = day["moments"][0]["groupes"]
    assert plain(group["annonce"]) == (
        "En même temps : « Atelier 0 » jusqu’à 10 h ; « Atelier 1 » jusqu’à 10 h ; « Atelier 2 » jusqu’à 10 h ; "
        "et 2 autres séances"
    )


def test_the_zone_of_the_meeting_is_there_to_be_compared_with_the_device():
    zone = day_2012()["fuseau"]
    assert (zone["instant"], zone["decalage"]) == (1340609400, 120)
    assert "Europe/Paris" in zone["phrase"]


def test_a_meeting_of_one_day_has_no_days_to_go_to_and_one_room_is_not_repeated():
    assert day_2012()["jours"] == []
    assert {session["salle"] for session in day_2012()["seances"].values()} == {""}
