"""What one visitor looks at: selection, open sheet, lit session, parcours, crosstab; as an address says it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from re import fullmatch

from dashboard.core.address import parcours, selection_link, territory
from dashboard.core.address.crosstab import Crossing, parse_crossing
from dashboard.core.address.parcours import Pace, Parcours
from dashboard.core.address.table import TableRequest, parse_table_request
from dashboard.core.address.territory import TerritoryView
from dashboard.core.catalogue.selection import Selection

Exists = Callable[[str], bool]
"""Whether there is a pole, a session, a person or an organisation of this id."""


def nobody(_: str) -> bool:
    """Where there is nothing to know."""
    return False


@dataclass(frozen=True)
class View:
    """One visitor's view, as the URL says it.

    `unknown` holds what the link asked for in vain. `flight` grows each time the map should move; `serie` is the number
    that the browser gave to the last filter change that was applied. `parcours` keeps what no longer exists, so that it
    comes back with the programme; `edition` is that of the programme when the link was made, None if it does not say.
    """

    selection: Selection = field(default_factory=Selection)
    pole: str | None = None
    session: str | None = None
    person: str | None = None
    organisation: str | None = None
    parcours: Parcours = field(default_factory=Parcours)
    pace: Pace = field(default_factory=Pace)
    edition: str | None = None
    territories: TerritoryView = field(default_factory=TerritoryView)
    unknown: tuple[str, ...] = ()
    flight: int = 0
    serie: int = 0
    crossing: Crossing = field(default_factory=Crossing)
    table: TableRequest = field(default_factory=TableRequest)


def to_params(view: View) -> dict[str, list[str]]:
    """The parameters of the address that says this view."""
    params = selection_link.to_params(view.selection)
    if view.pole:
        params["pole"] = [view.pole]
    if view.session:
        params["seance"] = [view.session]
    if view.person:
        params["personne"] = [view.person]
    if view.organisation:
        params["organisation"] = [view.organisation]
    if view.parcours:
        params["parcours"] = [parcours.to_text(view.parcours)]
    if view.pace != Pace():
        params["rythme"] = [parcours.pace_to_text(view.pace)]
    if view.edition:
        params["edition"] = [view.edition]
    params.update(view.crossing.to_params())
    params.update(territory.to_params(view.territories))
    params.update(view.table.to_params())
    return params


def parse_view(
    params: Mapping[str, Sequence[str]],
    *,
    before: View,
    is_pole: Exists,
    is_session: Exists,
    is_person: Exists = nobody,
    is_organisation: Exists = nobody,
    arrange_columns: Callable[[Iterable[str]], Sequence[str]] = tuple,
) -> View:
    """The view that an address asks for, numbered after the one `before`; what does not exist is in `unknown`."""
    selection, lost = selection_link.parse(params)
    unknown = [value.value for value in lost]
    pole = _known(params.get("pole", ()), is_pole, unknown)
    session = _known(params.get("seance", ()), is_session, unknown)
    person = _known(params.get("personne", ()), is_person, unknown)
    organisation = _known(params.get("organisation", ()), is_organisation, unknown)
    crossing, lost_names = parse_crossing(params)
    unknown += lost_names
    edition = _last(params, "edition")
    table, lost_columns = parse_table_request(params, arrange_columns)
    unknown += lost_columns
    return View(
        selection=selection,
        pole=pole,
        session=session,
        person=person,
        organisation=organisation,
        parcours=parcours.parse(_last(params, "parcours")),
        pace=parcours.parse_pace(_last(params, "rythme")),
        edition=edition if fullmatch(r"[0-9a-f]{8}", edition) else None,
        territories=territory.parse(params),
        unknown=tuple(unknown),
        flight=before.flight + bool(pole or session),
        serie=before.serie + 1,
        crossing=crossing,
        table=table,
    )


def _last(params: Mapping[str, Sequence[str]], key: str) -> str:
    values = params.get(key, ())
    return values[-1] if values else ""


def _known(values: Sequence[str], is_known: Exists, unknown: list[str]) -> str | None:
    """The last of the values if it exists; if not, it joins `unknown`."""
    asked = values[-1] if values else ""
    if not asked or is_known(asked):
        return asked or None
    unknown.append(asked)
    return None
