"""A view as an address says it, and back."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.core.address.parcours import Pace, Parcours
from dashboard.core.address.table import TableRequest
from dashboard.core.address.view import View, nobody, parse_view, to_params
from dashboard.core.catalogue.selection import Selection

START = View()


def parse(before: View = START, **params: Sequence[str]) -> View:
    return parse_view(
        params,
        before=before,
        is_pole={"archer"}.__contains__,
        is_session={"buffet"}.__contains__,
        is_person={"henri-arevalo"}.__contains__,
        is_organisation={"sicoval"}.__contains__,
    )


def test_a_view_survives_the_trip_through_the_address():
    view = View(Selection.of(region=["53"], query="réemploi"), pole="archer", session="buffet")
    again = parse(**to_params(view))
    assert (again.selection, again.pole, again.session, again.unknown) == (view.selection, "archer", "buffet", ())


def test_a_parcours_and_what_goes_with_it_survive_the_trip_through_the_address():
    view = View(
        person="henri-arevalo",
        organisation="sicoval",
        parcours=Parcours(("buffet",), ("archer",)),
        pace=Pace(10, 5, 45),
        edition="0123abcd",
    )
    again = parse(**to_params(view))
    assert replace(again, serie=0) == view
    assert to_params(view)["parcours"] == ["s.buffet~p.archer"]


def test_the_table_survives_the_trip_and_a_lost_column_is_said():
    view = View(table=TableRequest(("statut", "commune"), sort="commune", is_descending=True, page=4))
    again = parse(**to_params(view))
    assert (again.table, again.unknown) == (view.table, ())
    nowhere = parse_view(
        {"champs": ["statut,perdue"]},
        before=START,
        is_pole=nobody,
        is_session=nobody,
        arrange_columns=lambda asked: [column for column in asked if column == "statut"],
    )
    assert (nowhere.table.columns, nowhere.unknown) == (("statut",), ("perdue",))


def test_what_a_parcours_names_and_no_longer_exists_stays_in_it():
    view = parse(parcours=["s.goûter~s.gouter~p.ferme"], edition=["n’importe quoi"], rythme=["15"])
    assert view.parcours == Parcours(("gouter",), ("ferme",))
    assert (view.unknown, view.edition, view.pace) == ((), None, Pace())


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
