"""What one visitor looks at: the selection, the open sheet, the lit session; as an address says it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.domain import permalink
from dashboard.domain.selection import Selection

Known = Callable[[str], bool]
"""Whether there is a pole, or a session, of this id."""


@dataclass(frozen=True)
class View:
    """One visitor's view, as the URL says it.

    `unknown` holds what the link asked for in vain. `flight` grows each time the map should move; `serie` is the number
    that the browser gave to the last filter change that was applied.
    """

    selection: Selection = field(default_factory=Selection)
    pole: str | None = None
    session: str | None = None
    unknown: tuple[str, ...] = ()
    flight: int = 0
    serie: int = 0


def to_params(view: View) -> dict[str, list[str]]:
    """The parameters of the address that says this view."""
    params = permalink.to_params(view.selection)
    if view.pole:
        params["pole"] = [view.pole]
    if view.session:
        params["seance"] = [view.session]
    return params


def parse_view(params: Mapping[str, Sequence[str]], *, before: View, is_pole: Known, is_session: Known) -> View:
    """The view that an address asks for, numbered after the one `before`; what does not exist is in `unknown`."""
    selection, lost = permalink.parse(params)
    unknown = [value.value for value in lost]
    pole = _known(params.get("pole", ()), is_pole, unknown)
    session = _known(params.get("seance", ()), is_session, unknown)
    flight = before.flight + bool(pole or session)
    return View(selection, pole, session, tuple(unknown), flight=flight, serie=before.serie + 1)


def _known(values: Sequence[str], is_known: Known, unknown: list[str]) -> str | None:
    """The last of the values if it exists; if not, it joins `unknown`."""
    asked = values[-1] if values else ""
    if not asked or is_known(asked):
        return asked or None
    unknown.append(asked)
    return None
