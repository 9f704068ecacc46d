"""The parts of our pages as Streamlit elements: each is told a few bytes, and says what the visitor asked for.

Their modules, styles and data are static files of the bundle, in the folder `base`; Python passes commands only. Each
part calls back with a plain value (`on_…`), which `state` turns into the next view. Parts that change at the same click
share one element (`together`): what Streamlit does for an element, it does once.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import streamlit as st
from streamlit_folium import st_folium

from dashboard.features.explore.map_frame import PoleMap
from dashboard.pages import asks, state

Answer = Callable[[Any], None]


@dataclass(frozen=True)
class Part:
    """A part of a page: its module's name, what it is told, and who hears what the visitor asks of it."""

    name: str
    data: Mapping[str, Any]
    answer: Answer


def together(base: str, *parts: Part) -> None:
    """These parts under one element, in this order."""
    answers = {part.name: part.answer for part in parts}

    def answer(asked: Mapping[str, Any]) -> None:
        if asked["partie"] in answers:
            answers[asked["partie"]](asked["valeur"])

    _mount("parties", "demande", base, {part.name: part.data for part in parts}, answer)


@cache
def _renderer(name: str, bundle: str) -> Callable[..., Any]:
    """The mount of one module of the bundle; the code sent at each run is two lines (one would pass for a path)."""
    return st.components.v2.component(
        f"ptce_{name}",
        js=f'const at=(it)=>import(new URL(`{bundle}${{it}}.js`,location.origin)),it=[at("{name}"),at("demandes")];\n'
        f'export default (part)=>{{Promise.all(it).then(([own,asks])=>own.default(asks.certain("{name}",part)))}};',
        isolate_styles=False,
    )


def _mount(name: str, event: str, base: str, data: Mapping[str, Any], answer: Answer) -> None:
    def called_back() -> None:
        state.hold_view()
        for value in asks.not_done(name, st.session_state[name].get(event)):
            answer(value)

    _renderer(name, base)(key=name, data={**data, **asks.done(name)}, **{f"on_{event}_change": called_back})


def draw_summary(data: Mapping[str, Any], *, on_remove: Answer) -> Part:
    """The count, the active filters as pills and the notices; `on_remove` gets {filtres: [[facet, code], …]}, or {}."""
    return Part("resume", data, on_remove)


def draw_filters(data: Mapping[str, Any], *, on_choice: Answer) -> Part:
    """The facets and the search field; `on_choice` gets {serie, chosen, tous, q}."""
    return Part("filtres", data, on_choice)


def draw_result_list(data: Mapping[str, Any], *, on_request: Answer) -> Part:
    """The list of what the map shows; `on_request` gets {pole}, {etoile} or {aller}."""
    return Part("liste", data, on_request)


def draw_table(data: Mapping[str, Any], *, on_request: Answer) -> Part:
    """A page of the table; `on_request` gets {colonnes}, {tri}, {page} or {id}."""
    return Part("tableau", data, on_request)


def draw_side_panel(base: str, data: Mapping[str, Any], *, on_request: Answer) -> None:
    """The programme and the sheet; `on_request` gets {seance}, {pole} or {fermer}."""
    _mount("panneau", "demande", base, data, on_request)


def draw_day(base: str, data: Mapping[str, Any], *, on_request: Answer) -> None:
    """The « Programme » page; `on_request` gets a key of `features.meeting.requests.apply`, {qr} or {aller}."""
    _mount("journee", "demande", base, data, on_request)


def draw_crosstab(data: Mapping[str, Any], *, on_choice: Answer) -> Part:
    """The crosstab and its choices; `on_choice` gets {lignes, colonnes, mesure, maille}."""
    return Part("croisements", data, on_choice)


def draw_tinted_map(base: str, data: Mapping[str, Any], *, on_choice: Answer) -> None:
    """The territories tinted by their counts; `on_choice` gets {lignes, colonnes, mesure, maille}."""
    _mount("choroplethe", "choix", base, data, on_choice)


def draw_bars(charts: Iterable[tuple[str, Mapping[str, Any]]], specification: Mapping[str, Any]) -> None:
    """Bars side by side: for each chart, what a screen reader says of it and the columns of its data."""
    charts = list(charts)
    for place, (spoken, columns) in zip(st.columns(len(charts)), charts, strict=True):
        place.vega_lite_chart(dict(columns), dict(specification), theme=None, alt=spoken)


def draw_reproduction(base: str, address: str) -> None:
    """The lines of pandas at an address, read when they are asked for."""
    _mount("reproduire", "rien", base, {"reproduire": address}, lambda value: None)


def draw_embed_builder(base: str, data: Mapping[str, Any]) -> None:
    """The lines that show the site in another one, with a preview."""
    _mount("integrer", "rien", base, data, lambda value: None)


def draw_territory_links(base: str, data: Mapping[str, Any], *, on_request: Answer) -> None:
    """What makes the page « Territoires » answer without loading again; `on_request` gets {demande, …}."""
    _mount("territoires", "demande", base, data, on_request)


def draw_map(frame: PoleMap) -> None:
    """The map, always the same: the page itself tells it what to show, and asks for what is clicked in it."""
    st_folium(frame, key="carte", height=480, use_container_width=True, returned_objects=[], render=False)
