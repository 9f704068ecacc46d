"""What one visitor looks at, kept in the session and in the URL, which always say the same."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

import streamlit as st

from dashboard.config import settings
from dashboard.core.address import selection_link, territory
from dashboard.core.address.crosstab import parse_crossing
from dashboard.core.address.table import NAME
from dashboard.core.address.view import View, nobody, parse_view, to_params
from dashboard.core.catalogue.selection import Selection
from dashboard.features.explore.table import Table
from dashboard.features.meeting import clock, requests
from dashboard.site import Site, compose

KEPT_PARAMETERS = ("heure", "embed", "embed_options", "parties")

MAX_LINK = 3000
"""More than a QR code holds."""

DAY = "jour"
EXPLORATION, PANEL = "exploration", "panneau"
"""The two parts of the map's page that run apart: a filter does not concern the programme nor the sheet."""

TERRITORIES = "territoires-partie"
"""The page of the territories, which runs apart from the shell."""


def site() -> Site:
    """The catalogue and all that is made of it, shared by every session."""
    return compose(settings(), base_path=base_path())


def base_path() -> str:
    """Where the server is told to live: "" or "/folder"."""
    folder = (st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{folder}" if folder else ""


def enter(page: str) -> None:
    """A page that shows the view is drawn; coming from another one, the view is kept though the URL is bare."""
    if st.session_state.get("page") != page:
        st.session_state.pop("url", None)
        st.session_state["page"] = page
    current_view()


def current_view() -> View:
    """The view of this session; a link opened, or the browser's back button, replaces it."""
    asked = _url()
    comes_back = "url" not in st.session_state and not asked
    if "view" not in st.session_state or (asked != st.session_state.get("url") and not comes_back):
        st.session_state["view"] = _view_of(asked, st.session_state.get("view", View()))
    _write_url(st.session_state["view"], comes_back=comes_back)
    view: View = st.session_state["view"]
    return view


def hold_view() -> None:
    """Before what a part asks is applied: a new session has the view that the address says, an older one keeps its own.

    A message that asks again for what is done may have left with an address of before.
    """
    if "view" in st.session_state:
        change()
    else:
        current_view()


def leave_map() -> None:
    """Another page is drawn: the view is kept for the return, though the URL no longer says it."""
    st.session_state.pop("url", None)
    st.session_state.pop("page", None)


def change(**changes: Any) -> None:
    """Replace parts of the view and write the URL."""
    st.session_state["view"] = replace(st.session_state.get("view", View()), **changes)
    _write_url(st.session_state["view"])


def choose(answer: Mapping[str, Any]) -> None:
    """Apply the facet panel's answer, whose values come from a browser and are checked like a link's."""
    chosen = {key: list(map(str, codes)) for key, codes in dict(answer["chosen"]).items()}
    every = list(map(str, answer.get("tous", ())))
    selection, _ = selection_link.parse({**chosen, "q": [str(answer["q"])[:200]], selection_link.EVERY_KEY: every})
    table = replace(st.session_state.get("view", View()).table, page=1)
    change(selection=selection, unknown=(), serie=int(answer["serie"]), table=table)


def remove(what: Mapping[str, Any]) -> None:
    """Lift the filters `[[facet, code], …]`, or all where none is named; or unlight `seance`; or go to `aller`."""
    if "aller" in what:
        _leave_for(what)
    if "seance" in what:
        change(session=None)
        st.rerun([EXPLORATION, PANEL])
    view = st.session_state["view"]
    filters = what.get("filtres", ())
    selection = view.selection if filters else Selection()
    for facet, code in filters:
        selection = selection.without(str(facet), str(code))
    change(selection=selection, unknown=(), serie=view.serie + 1, table=replace(view.table, page=1))


def open_pole(answer: Mapping[str, Any]) -> None:
    """Open a pole's sheet and fly to it; an id that the catalogue does not know changes nothing."""
    pole_id = str(answer["id"])
    if pole_id in site().catalogue.rows.index:
        change(pole=pole_id, flight=st.session_state["view"].flight + 1)
        st.rerun([EXPLORATION, PANEL])


def arrange(answer: Mapping[str, Any]) -> None:
    """Apply what the table asked: the columns to show, the column of the order, a page, or a row to open."""
    table, known = st.session_state["view"].table, site().catalogue.once(Table)
    if "colonnes" in answer:
        columns = known.arrange(map(str, answer["colonnes"]))
        change(table=replace(table, columns=tuple(column for column in columns if column != NAME)))
    elif "tri" in answer and known.arrange([str(answer["tri"])]):
        change(table=table.sorted_by(str(answer["tri"])))
    elif "page" in answer:
        change(table=replace(table, page=max(1, int(answer["page"]))))
    elif "id" in answer:
        open_pole(answer)


def answer_panel(answer: Mapping[str, Any]) -> None:
    """Apply what the list, the programme or the sheet asked."""
    flight = st.session_state["view"].flight + 1
    if "aller" in answer:
        _leave_for(answer)
    elif "fermer" in answer:
        change(pole=None)
    elif "pole" in answer:
        open_pole({"id": answer["pole"]})
    elif "seance" in answer:
        programme = site().meeting.programme
        known = programme is not None and answer["seance"] in programme.sessions_by_id
        change(session=answer["seance"] if known else None, pole=None, flight=flight)
    elif "etoile" in answer:
        _ask_programme(answer)
    st.rerun([EXPLORATION, PANEL])


def answer_programme(answer: Mapping[str, Any]) -> None:
    """Apply what the « Programme » page asked."""
    if "aller" in answer:
        _leave_for(answer)
    if "qr" in answer:
        st.session_state["qr"] = str(answer["qr"])[:MAX_LINK]
        return
    _ask_programme(answer)


def asked_link() -> str:
    """The link whose QR code was just asked for, "" otherwise; it is answered once."""
    return str(st.session_state.pop("qr", ""))


def destination() -> str:
    """The page that a link inside the last one leads to, "" otherwise; it is gone to once."""
    return str(st.session_state.pop("aller", ""))


def _leave_for(answer: Mapping[str, Any]) -> None:
    """Go to the page `aller`, with what the same answer opens there."""
    _ask_programme(answer)
    st.session_state["aller"] = str(answer["aller"])
    st.rerun()


def _ask_programme(answer: Mapping[str, Any]) -> None:
    directory = site().meeting.directory
    if directory is not None:
        known = requests.Existing(directory, site().catalogue.rows.index.__contains__)
        st.session_state["view"] = requests.apply(_view(), answer, known)
        _write_url(_view())


def _view() -> View:
    view: View = st.session_state.get("view", View())
    return view


def cross(answer: Mapping[str, Any]) -> None:
    """Cross what the browser asks for; a name that does not exist gives the first table."""
    crossing, _ = parse_crossing({key: [str(value)] for key, value in answer.items()})
    change(crossing=crossing)


def answer_territories(answer: Mapping[str, Any]) -> None:
    """Apply what the page « Territoires » asked: a sheet, one more or one less beside it, the holes of the map."""
    before = _view().territories
    to_key = partial(site().territories.key_text, beside=before.asked)
    change(territories=territory.apply(before, answer, to_key=to_key))
    st.rerun([TERRITORIES])


def meeting_time() -> datetime | None:
    """The time on the meeting's day, or the one that the link rehearses (`?heure=2012-06-25T13:00`); None otherwise."""
    programme = site().meeting.programme
    if programme is None:
        return None
    return clock.meeting_time(programme, datetime.now(UTC), rehearsed=st.query_params.get("heure", ""))


def _url() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(sorted((key, tuple(st.query_params.get_all(key))) for key in st.query_params))


def _view_of(asked: tuple[tuple[str, tuple[str, ...]], ...], before: View) -> View:
    directory = site().meeting.directory
    return parse_view(
        dict(asked),
        before=before,
        is_pole=site().catalogue.rows.index.__contains__,
        is_session=directory.programme.sessions_by_id.__contains__ if directory else nobody,
        is_person=directory.speakers.__contains__ if directory else nobody,
        is_organisation=directory.organisations.__contains__ if directory else nobody,
        arrange_columns=site().catalogue.once(Table).arrange,
    )


def _write_url(view: View, *, comes_back: bool = False) -> None:
    """Make the address say the view; coming from another page, with the rehearsed hour that it said there."""
    kept = {key: st.query_params.get_all(key) for key in KEPT_PARAMETERS if key in st.query_params}
    st.session_state["kept"] = st.session_state.get("kept", {}) if comes_back else kept
    params = to_params(view) | st.session_state["kept"]
    wanted = tuple(sorted((key, tuple(values)) for key, values in params.items()))
    if wanted != _url():
        st.query_params.from_dict(params)
    st.session_state["url"] = wanted
