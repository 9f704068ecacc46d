"""A view as an address says it, and back."""

from collections.abc import Sequence

from dashboard.domain.selection import Selection
from dashboard.domain.view import View, parse_view, to_params

START = View()


def parse(before: View = START, **params: Sequence[str]) -> View:
    return parse_view(params, before=before, is_pole={"archer"}.__contains__, is_session={"buffet"}.__contains__)


def test_a_view_survives_the_trip_through_the_address():
    view = View(Selection.of(region=["53"], query="réemploi"), pole="archer", session="buffet")
    again = parse(**to_params(view))
    assert (again.selection, again.pole, again.session, again.unknown) == (view.selection, "archer", "buffet", ())


def test_a_stale_link_is_not_fatal_and_says_what_is_gone():
    view = parse(pole=["fermé"], seance=["goûter"], region=["53", "99"])
    assert view.unknown == ("99", "fermé", "goûter")
    assert (view.selection, view.pole, view.session) == (Selection.of(region=["53"]), None, None)


def test_the_map_moves_only_for_a_pole_or_a_session_that_exists():
    before = View(flight=3, serie=7)
    assert parse(before, pole=["archer"]).flight == 4
    assert parse(before, pole=["fermé"]).flight == 3
    assert parse(before).serie == 8


def test_the_last_of_repeated_values_counts():
    assert parse(pole=["fermé", "archer"]).pole == "archer"
