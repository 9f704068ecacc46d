"""Stars, the pace of a day, the overlaps of what is starred, who takes part."""

import pytest

from dashboard.core.address import parcours
from dashboard.core.address.parcours import MAX_STARS, Pace, Parcours
from dashboard.features.meeting.directory import Directory, key_of
from dashboard.features.meeting.overlaps import overlaps_of
from tests.helpers.meetings import make_programme, programme_2012

STARS = Parcours(("enjeux",), ("smac-07", "domb-innov"))


def test_a_star_is_set_and_lifted():
    assert STARS.toggled("s", "leviers") == Parcours(("enjeux", "leviers"), STARS.poles)
    assert STARS.toggled("p", "smac-07") == Parcours(("enjeux",), ("domb-innov",))
    assert (STARS.has("p", "smac-07"), STARS.has("s", "smac-07"), bool(STARS), bool(Parcours())) == (
        True,
        False,
        True,
        False,
    )


def test_a_pole_goes_up_one_rank_until_it_is_the_first():
    once = STARS.raised("domb-innov")
    assert (once.poles, once.raised("domb-innov"), once.raised("inconnu")) == (("domb-innov", "smac-07"), once, once)


def test_there_are_at_most_a_hundred_stars():
    full = Parcours(poles=tuple(f"pole-{rank}" for rank in range(MAX_STARS)))
    assert full.toggled("s", "enjeux") == full
    assert parcours.parse(parcours.to_text(full) + "~p.un-de-plus") == full


@pytest.mark.parametrize(
    ("text", "stars"),
    [
        ("s.enjeux~p.smac-07~p.domb-innov", STARS),
        ("p.smac-07~s.enjeux~p.smac-07~p.domb-innov", STARS),
        ("p.a.b:c", Parcours(poles=("a.b:c",))),
        ("", Parcours()),
        ("enjeux~x.enjeux~s.~p.\n~s.é", Parcours()),
        ("s." + "a" * 201, Parcours()),
    ],
)
def test_an_address_is_read_and_what_is_no_star_left_out(text: str, stars: Parcours):
    assert parcours.parse(text) == stars


def test_what_disappeared_is_set_apart():
    kept, gone = STARS.split({"leviers"}.__contains__, {"smac-07"}.__contains__)
    assert (kept, gone) == (Parcours(poles=("smac-07",)), Parcours(("enjeux",), ("domb-innov",)))


@pytest.mark.parametrize(
    ("text", "pace"),
    [
        ("10-5-45", Pace(10, 5, 45)),
        ("1-90-999", Pace(5, 30, 120)),
        ("15-5", Pace()),
        ("a-b-c", Pace()),
        ("٣-5-30", Pace()),
    ],
)
def test_a_pace_is_read_inside_its_limits(text: str, pace: Pace):
    assert parcours.parse_pace(text) == pace
    assert parcours.parse_pace(parcours.pace_to_text(pace)) == pace


def overlaps(*sessions: dict[str, str]) -> list[tuple[str, str, str, bool]]:
    programme, _ = make_programme(list(sessions))
    found = overlaps_of(programme, [session["id"] for session in sessions])
    return [(o.first.id, o.second.id, f"{o.starts_at:%H:%M}-{o.ends_at:%H:%M}", o.is_conflict) for o in found]


def session(key: str, kind: str, hours: str, parent: str = "") -> dict[str, str]:
    return {"id": key, "type": kind, "titre": key, "debut": hours, "parent": parent}


def test_the_buffet_beside_the_visits_is_told_and_no_conflict():
    found = overlaps_of(programme_2012(), [s.id for s in programme_2012().sessions])
    assert [(o.first.id, o.second.id, f"{o.starts_at:%H:%M}-{o.ends_at:%H:%M}", o.is_conflict) for o in found] == [
        ("buffet", "decouvertes", "12:30-14:00", False)
    ]


@pytest.mark.parametrize(
    ("kind", "hours", "is_conflict"),
    [("atelier", "12h-13h", False), ("atelier", "12h-14h", True), ("pause", "12h-14h", False)],
)
def test_a_meal_conflicts_only_with_what_covers_it_whole(kind: str, hours: str, is_conflict: bool):
    found = overlaps(session("a", kind, hours), session("b", "repas", "12h30-14h"))
    assert [conflict for *_, conflict in found] == [is_conflict]


def test_two_workshops_at_the_same_time_are_a_conflict_and_one_after_the_other_is_none():
    workshops = [session("a", "atelier", "9h-10h"), session("b", "atelier", "9h30-11h"), session("c", "atelier", "11h")]
    assert overlaps(*workshops) == [("a", "b", "09:30-10:00", True)]


def test_a_sub_theme_does_not_overlap_its_session_nor_one_that_follows_it_there():
    day = [
        session("a", "table-ronde", "9h-10h"),
        session("b", "sous-theme", "", "a"),
        session("c", "sous-theme", "", "a"),
    ]
    assert overlaps(*day) == []
    timed = [session("a", "table-ronde", "9h-10h"), *(session(k, "sous-theme", "9h-9h30", "a") for k in "bc")]
    assert overlaps(*timed) == [("b", "c", "09:00-09:30", True)]


def test_each_person_of_2012_is_once_in_the_directory_and_no_function_is_a_person():
    people = Directory(programme_2012()).speakers
    named = [p for p in programme_2012().people if p.last_name]
    assert sorted(people) == sorted(key_of(p.name) for p in named)
    assert people["muriel-nivert-boudou"].name == "Muriel Nivert-Boudou"
    assert people["armand-rosenberg"].poles == ("domb-innov",)
    assert [s.name for s in list(people.values())[:2]] == ["Véronique Branger", "Grégory Huchon"]


def test_an_organisation_gathers_its_people_and_what_it_organises_or_receives():
    organisations = Directory(programme_2012()).organisations
    rtes, macif = organisations["rtes"], organisations["macif"]
    assert [p.name for p in rtes.parts] == ["RTES", "Anne-Laure Federici", "RTES"]
    assert (rtes.organises, rtes.receives, macif.receives) == (True, False, True)
    assert [s.id for s in macif.received] == ["buffet"]
    assert organisations["val-horizon"].poles == ("domb-innov",)
    assert [o.name for o in organisations.values()][:2] == ["CNCRES", "COORACE"]


def test_the_edition_changes_with_anything_that_the_programme_says():
    day = session("a", "atelier", "9h-10h")
    first, _ = make_programme([day])
    again, _ = make_programme([day])
    later, _ = make_programme([{**day, "debut": "9h05-10h"}])
    assert first.edition == again.edition != later.edition
    assert len(first.edition) == 8
