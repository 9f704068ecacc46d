"""The map's page: filters, map, list, programme and sheet, all drawn from one selection."""

import streamlit as st

from dashboard import components, state
from dashboard.presentation import explorer_view, facet_panel


def page() -> None:
    """Draw the page; a click on a filter runs the first fragment only, the clock the second only."""
    state.enter("carte")
    refresh = "60s" if state.meeting_time() else None
    with st.container(key="explorateur"):
        st.fragment(_exploration, key=state.EXPLORATION)()
        st.fragment(_panel, key=state.PANEL, run_every=refresh)()


def _exploration() -> None:
    site, view = state.site(), state.current_view()
    catalogue, base = site.catalogue, site.files.base
    shown = catalogue.facets.select(view.selection)
    command = explorer_view.map_command(catalogue, site.programme, view)
    summary = explorer_view.summary(catalogue, view, shown, programme=site.programme)
    components.summary(base, summary, on_remove=state.remove)
    components.pole_map(site.frame, command, on_open=state.open_pole)
    components.filters(base, facet_panel.filters(catalogue, view, shown), on_choice=state.choose)
    rows = explorer_view.result_list(site.programme, view, command)
    components.result_list(base, rows, on_request=state.answer_panel)


def _panel() -> None:
    site, view = state.site(), state.current_view()
    panel = explorer_view.side_panel(site.files, site.programme, view, at=state.meeting_time())
    components.side_panel(site.files.base, panel, on_request=state.answer_panel)
