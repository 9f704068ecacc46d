"""The planner told by examples, and what it makes of 25 June 2012."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dashboard.core.address.parcours import Pace, Parcours
from dashboard.features.meeting.plan import Plan, Span, Wish, plan_of, plan_visits
from dashboard.features.meeting.programme import Programme
from tests.helpers.meetings import make_programme, programme_2012

NO_LUNCH = Pace(15, 5, 0)
PARIS = ZoneInfo("Europe/Paris")
POLES = ("pole-sud-archer", "smac-07", "domb-innov", "scic-eclis", "culture-cooperation", "scic-eclis")


def span(text: str) -> Span:
    start, end = (datetime.fromisoformat(f"2012-06-25T{part}").replace(tzinfo=PARIS) for part in text.split("-"))
    return start, end


def hours(plan: Plan) -> list[str]:
    visits = [(v.starts_at, v.ends_at, v.wish.pole) for v in plan.visits]
    lunch = [(*plan.lunch, "lunch")] if plan.lunch else []
    return [f"{start:%H:%M}-{end:%H:%M} {what}" for start, end, what in sorted([*visits, *lunch])]


def make_plan(*wishes: Wish, windows: str = "12:30-14:45", pace: Pace = NO_LUNCH, busy: str = "") -> Plan:
    taken = [span(busy)] if busy else []
    return plan_visits(wishes, windows=[span(windows)], meals=[span("12:30-14:00")], busy=taken, pace=pace)


def slots(*texts: str) -> tuple[Span, ...]:
    return tuple(span(text) for text in texts)


def missed(plan: Plan) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(m.wish.pole, m.reason, m.because) for m in plan.missed]


def test_the_day_of_2012_holds_a_lunch_and_five_visits_whose_times_are_ours():
    plan = plan_of(programme_2012(), Parcours(poles=POLES), Pace(15, 5, 30))
    assert hours(plan) == [
        "12:30-13:00 lunch",
        "13:05-13:20 pole-sud-archer",
        "13:25-13:40 smac-07",
        "13:45-14:00 domb-innov",
        "14:05-14:20 scic-eclis",
        "14:25-14:40 culture-cooperation",
    ]
    assert (plan.is_proposal, plan.missed, plan.lost_lunch) == (True, (), False)


def test_a_session_starred_beside_the_visits_keeps_its_time():
    day = meeting({"id": "atelier", "type": "atelier", "titre": "Atelier", "debut": "12h30-13h30"})
    plan = plan_of(day, Parcours(("atelier",), ("archer", "autre")), Pace(20, 5, 25))
    assert hours(plan) == ["13:35-14:00 lunch", "14:05-14:25 archer"]
    assert missed(plan) == [("autre", "no_time", ())]


def test_the_programme_says_who_receives_where_and_when():
    hosts = [
        {
            "id": "h1",
            "seance": "tour",
            "organisation": "Archer",
            "pole": "archer",
            "stand": "A12",
            "creneaux": "13h-13h20",
        },
    ]
    plan = plan_of(meeting(people=hosts), Parcours(poles=("autre", "archer")), Pace(15, 5, 0))
    assert [(v.wish.stand, v.is_confirmed) for v in plan.visits] == [("A12", True)]
    assert (hours(plan), plan.is_proposal) == (["13:00-13:20 archer"], False)
    assert missed(plan) == [("autre", "not_announced", ())]


def test_without_visits_in_the_programme_every_choice_says_so():
    day, _ = make_programme([{"id": "a", "type": "atelier", "titre": "A", "debut": "9h-10h"}])
    assert missed(plan_of(day, Parcours(poles=("archer",)), Pace())) == [("archer", "no_visits", ())]


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        (make_plan(Wish("a", slots=slots("11:00-11:15"))), [("a", "outside", ())]),
        (make_plan(Wish("a"), windows="12:30-12:40"), [("a", "too_long", ())]),
        (make_plan(Wish("a", slots=slots("13:00-13:15")), busy="13:10-13:40"), [("a", "busy", ())]),
        (make_plan(Wish("a", slots=slots("12:40-13:50")), pace=Pace(15, 5, 30)), [("a", "lunch", ())]),
        (
            make_plan(Wish("b", slots=slots("13:00-13:15")), Wish("a", slots=slots("13:10-13:25")), Wish("c")),
            [("a", "taken", ("b",))],
        ),
        (make_plan(Wish("a"), Wish("b"), windows="13:00-13:30"), [("b", "no_time", ())]),
    ],
)
def test_what_does_not_fit_says_why(plan: Plan, expected: list[tuple[str, str, tuple[str, ...]]]):
    assert missed(plan) == expected


def test_two_visits_are_worth_more_than_the_first_choice_alone():
    long = Wish("a", slots=slots("13:00-13:45"))
    plan = make_plan(long, Wish("b", slots=slots("13:00-13:15")), Wish("c", slots=slots("13:30-13:45")))
    assert hours(plan) == ["13:00-13:15 b", "13:30-13:45 c"]
    assert missed(plan) == [("a", "taken", ("b", "c"))]


def test_among_as_many_visits_the_first_choices_win():
    plan = make_plan(Wish("a", slots=slots("13:05-13:20")), Wish("b", slots=slots("13:00-13:15")))
    assert hours(plan) == ["13:05-13:20 a"]


def test_a_lunch_that_no_meal_has_room_for_is_said_and_the_visits_stay():
    plan = make_plan(Wish("a"), pace=Pace(15, 5, 120))
    assert (hours(plan), plan.lost_lunch) == (["12:30-12:45 a"], True)


def test_lunch_comes_before_a_visit_that_would_take_its_place():
    plan = make_plan(Wish("a", slots=slots("12:50-13:40")), Wish("b"), pace=Pace(15, 5, 30))
    assert plan.lunch is not None
    assert missed(plan) == [("a", "lunch", ())]


def meeting(*sessions: dict[str, str], people: list[dict[str, str]] | None = None) -> Programme:
    tour = {"id": "tour", "type": "decouvertes", "titre": "Visites", "debut": "12h30-14h45"}
    meal = {"id": "repas", "type": "repas", "titre": "Déjeuner", "debut": "12h30-14h"}
    day, _ = make_programme([tour, meal, *sessions], people)
    return day
