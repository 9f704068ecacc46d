"""What an address asks of the territories, and what a request makes of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.core.address.territory import TerritoryView, apply, parse, to_km, to_params

texts = (
    st.text(min_size=1, max_size=30).map(lambda text: " ".join(text.split())).filter(lambda text: text.isprintable())
)
views = st.builds(
    TerritoryView,
    asked=texts,
    compared=st.lists(texts.filter(bool), max_size=3, unique=True).map(tuple),
    gaps=st.sampled_from(["", "epci", "departement"]),
    km=st.integers(5, 500),
)


def same(text: str) -> str:
    return text


@given(views)
def test_any_view_survives_the_trip_through_the_address(view: TerritoryView):
    kept = TerritoryView(
        view.asked,
        tuple(text for text in view.compared if text != view.asked),
        view.gaps,
        view.km if view.gaps else 50,
    )
    assert parse(to_params(kept)) == kept


def test_nothing_asked_adds_nothing_to_an_address():
    assert to_params(TerritoryView()) == {}
    assert parse({}) == TerritoryView()


@pytest.mark.parametrize(
    ("text", "km"), [("50", 50), ("1", 5), ("9999", 500), ("", 50), ("-3", 50), ("1e3", 50), ("٣", 50), ("9" * 40, 50)]
)
def test_a_distance_is_kept_within_bounds(text: str, km: int):
    assert to_km(text) == km


def test_an_unknown_level_of_holes_is_none():
    assert parse({"trous": ["canton"], "territoire": ["commune:26281"]}) == TerritoryView(asked="commune:26281")


def test_a_search_begins_anew_and_a_hole_leaves_the_sheet():
    view = TerritoryView("commune:26281", ("commune:26362",))
    assert apply(view, {"demande": "chercher", "valeur": " Lyon "}, to_key=same) == TerritoryView("Lyon")
    asked = apply(view, {"demande": "trous", "valeur": "epci", "km": "80"}, to_key=same)
    assert asked == TerritoryView(gaps="epci", km=80)


def test_at_most_three_are_set_beside_the_one_shown_the_last_making_room():
    view = TerritoryView("region:84")
    for code in ("53", "76", "11", "75"):
        view = apply(view, {"demande": "comparer", "valeur": f"region:{code}"}, to_key=same)
    assert view.compared == ("region:53", "region:76", "region:75")
    assert apply(view, {"demande": "retirer", "valeur": "region:76"}, to_key=same).compared == (
        "region:53",
        "region:75",
    )


def test_a_territory_is_not_compared_with_itself_and_a_text_gives_way_to_a_key():
    view = TerritoryView("region:84", ("Valence",))
    assert view.beside("region:84") == view
    assert view.beside("commune:26362").compared == ("commune:26362",)


@pytest.mark.parametrize(
    "request_", [{}, {"demande": "effacer", "valeur": "x"}, {"demande": "chercher", "valeur": " "}, {"demande": None}]
)
def test_what_is_not_understood_changes_nothing(request_: dict[str, object]):
    view = TerritoryView("region:84", ("region:53",))
    assert apply(view, request_, to_key=same) == view
