"""What each part of the map's page is told at a click: a few numbers, codes and bits; the rest is in files."""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from dashboard.core.address import selection_link
from dashboard.core.address.view import View
from dashboard.core.catalogue.bits import Mask
from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.catalogue.selection import QUERY_KEY, Selection
from dashboard.features.meeting.programme import Programme
from dashboard.features.meeting.view import now_lines
from dashboard.features.meeting.words import quoted
from dashboard.frontend.browser import BrowserFiles
from dashboard.frontend.masks import encode_bits, encode_rows, encode_words
from dashboard.wording.selection import filter_words
from dashboard.wording.words import Summary, shown_count

MAX_EXITS = 6
LONGEST_MASK = 400
"""Characters; a longer mask of rows is fetched by the browser, once for the map and the list."""


def _command(catalogue: Catalogue, programme: Programme | None, view: View) -> dict[str, Any]:
    """The order to the list, which passes it on to the map: what is shown, lit rows, selected row, flight number.

    A row is shown if, in each facet of `f`, the bit of its cell is set, and if the words to find are in it: `r` or `p`,
    or `mots`, where to fetch these.
    """
    command: dict[str, Any] = {"serie": view.serie, "vol": view.flight}
    allowed = catalogue.facets.select_cells(view.selection)
    if allowed:
        command["f"] = {facet: encode_bits(cells) for facet, cells in allowed.items()}
    if view.selection.query:
        found = encode_rows(catalogue.facets.find(view.selection.query).to_bool())
        is_short = sum(map(len, found.values())) <= LONGEST_MASK
        command |= found if is_short else {"mots": encode_words(view.selection.query)}
    if view.session and programme is not None:
        ids = programme.poles_of_session(view.session)
        command["lit"] = [catalogue.row_number(pole_id) for pole_id in ids if pole_id in catalogue.rows.index]
    if view.pole:
        command["sel"] = catalogue.row_number(view.pole)
    return command


def summary(catalogue: Catalogue, view: View, shown: Mask, *, programme: Programme | None = None) -> dict[str, Any]:
    """The count in words, one pill per active filter, notices, and ways out of an empty result.

    With a `programme`, the session that is lit too.
    """
    session = lit_session(programme, view)
    pills = [
        {"facette": facet, "code": code, "titre": filter_words(facet, code)}
        | ({"et": Summary.AND} if rank and view.selection.asks_every(facet) else {})
        for facet, codes in view.selection.choices
        for rank, code in enumerate(codes)
    ]
    if view.selection.query:
        pills.append({"facette": QUERY_KEY, "code": "", "titre": filter_words(QUERY_KEY, view.selection.query)})
    notices = [Summary.unknown_values(list(view.unknown))] if view.unknown else []
    exits = _exits(catalogue, view.selection) if shown.count == 0 else []
    if exits:
        notices.append(Summary.EMPTY)
    return {
        "n": shown.count,
        "phrase": shown_count(shown.count, len(catalogue.rows)),
        "pastilles": pills,
        "parcours": Summary.starred(len(view.parcours.sessions) + len(view.parcours.poles)) if programme else "",
        "seance": Summary.SESSION_PILL.format(titre=session["titre"]) if session else "",
        "avis": notices,
        "sorties": exits,
    }


def _exits(catalogue: Catalogue, selection: Selection) -> list[dict[str, Any]]:
    """Which filters to lift to see something again, and how many rows there would then be; the most helpful first."""
    exits = []
    for removal in catalogue.facets.removable(selection)[:MAX_EXITS]:
        titles = [
            filter_words(facet, selection.query if facet == QUERY_KEY else code) for facet, code in removal.filters
        ]
        exits.append({"filtres": removal.filters, "texte": Summary.without(titles, removal.count)})
    return exits


def result_list(catalogue: Catalogue, programme: Programme | None, view: View) -> dict[str, Any]:
    """One order for the list and the map, so that both show the same rows, with the stars and the lit session."""
    data = {"etoiles": stars(view), "seances": "au-programme.json" if programme else None}
    return _command(catalogue, programme, view) | data | {"seance": lit_session(programme, view)}


def lit_session(programme: Programme | None, view: View) -> dict[str, str] | None:
    """The id and the title of the session that is lit, None without one."""
    session = programme.sessions_by_id.get(view.session or "") if programme else None
    return {"id": session.id, "titre": quoted(session.title)} if session else None


def stars(view: View) -> dict[str, list[str]]:
    """The ids of the sessions and of the poles that are starred."""
    return {"s": list(view.parcours.sessions), "p": list(view.parcours.poles)}


def side_panel(files: BrowserFiles, programme: Programme | None, view: View, *, at: datetime | None) -> dict[str, Any]:
    """Which sheet is open, which session is lit, what is on `at` that moment (None: not the day of the meeting)."""
    return {
        "fiche": f"{files.sheets}{view.pole}.json" if view.pole else None,
        "etoiles": stars(view),
        "programme": "programme.json" if programme else None,
        "seance": view.session,
        "maintenant": now_lines(programme, at) if programme and at else None,
    }


def sheet_panel(files: BrowserFiles, view: View, *, map_address: str) -> dict[str, Any]:
    """Which sheet is open beside something else than the map, and the address of the map with it (None: no sheet)."""
    params = selection_link.to_params(view.selection) | ({"pole": [view.pole]} if view.pole else {})
    return {
        "fiche": f"{files.sheets}{view.pole}.json" if view.pole else None,
        "etoiles": stars(view),
        "carte": f"{map_address}?{urlencode(params, doseq=True)}",
    }
