"""What a visitor asks of the programme, applied to their view; the browser's words are checked like a link's."""

import pytest

from dashboard.core.address.parcours import Pace, Parcours
from dashboard.core.address.view import View
from dashboard.features.meeting.directory import Directory
from dashboard.features.meeting.requests import Existing, apply
from tests.helpers.meetings import programme_2012

DIRECTORY = Directory(programme_2012())
EDITION = programme_2012().edition
SITE = Existing(DIRECTORY, {"smac-07", "domb-innov"}.__contains__)


def after(view: View, **request: object) -> View:
    return apply(view, request, SITE)


@pytest.mark.parametrize(
    ("request_", "opened"),
    [
        ({"seance": "leviers"}, {"session": "leviers"}),
        ({"personne": "henri-arevalo"}, {"person": "henri-arevalo"}),
        ({"organisation": "sicoval"}, {"organisation": "sicoval"}),
        ({"pole": "smac-07"}, {"pole": "smac-07"}),
    ],
)
def test_what_is_opened_is_alone_and_the_link_says_which_programme_it_speaks_of(request_, opened):
    before = View(pole="domb-innov", session="buffet", person="cyril-kretzschmar", organisation="rtes")
    assert after(before, **request_) == View(**opened, edition=EDITION, flight=1)


@pytest.mark.parametrize("key", ["seance", "personne", "organisation", "pole", "etoile", "monter", "inconnu"])
def test_what_does_not_exist_changes_nothing(key: str):
    view = View(session="buffet", edition=EDITION)
    assert after(view, **{key: "n’existe pas"}) == view


def test_closing_uncovers_what_was_there_before():
    view = View(pole="smac-07", session="buffet", edition=EDITION)
    assert after(view, fermer=True) == View(session="buffet", edition=EDITION)
    assert after(after(view, fermer=True), fermer=True) == View(edition=EDITION)
    assert after(View(edition=EDITION), fermer=True) == View(edition=EDITION)


def test_stars_are_set_and_lifted_and_poles_raised():
    view = View(edition=EDITION)
    for star in ("+s.buffet", "+p.smac-07", "+p.domb-innov", "+p.inconnu", "+x.buffet", "+s.buffet", ""):
        view = after(view, etoile=star)
    assert view.parcours == Parcours(("buffet",), ("smac-07", "domb-innov"))
    assert after(view, monter="domb-innov").parcours.poles == ("domb-innov", "smac-07")
    assert after(view, etoile="-s.buffet").parcours.sessions == ()
    assert after(after(view, etoile="-s.buffet"), etoile="-s.buffet").parcours.sessions == ()


def test_a_star_of_what_disappeared_can_be_lifted_and_all_of_them_at_once():
    view = View(parcours=Parcours(("parti", "buffet"), ("ferme",)), edition="00000000")
    assert after(view, etoile="-s.parti").parcours == Parcours(("buffet",), ("ferme",))
    assert after(view, oublier=True) == View(parcours=Parcours(("buffet",)), edition=EDITION)


def test_a_change_of_the_programme_is_told_until_it_is_read():
    view = View(edition="00000000")
    assert after(view, seance="buffet").edition == "00000000"
    assert after(view, noter=True).edition == EDITION


def test_the_pace_is_kept_inside_its_limits():
    assert after(View(edition=EDITION), rythme="10-0-9999").pace == Pace(10, 0, 120)
