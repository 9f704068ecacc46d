"""The map's page: filters, map, list, programme and sheet, all drawn from one selection."""

import streamlit as st

from dashboard import components, state
from dashboard.presentation import explorer_view


def page() -> None:
    """Draw the page; a click inside runs the fragment only."""
    state.current_view()
    refresh = "60s" if state.meeting_time() else None
    st.fragment(_explorer, run_every=refresh)()


def _explorer() -> None:
    site, view = state.site(), state.current_view()
    shown = site.catalogue.facets.select(view.selection)
    command = explorer_view.map_command(site.catalogue, site.programme, view, shown)
    panel = explorer_view.side_panel(site.files, site.programme, view, at=state.meeting_time())
    with st.container(key="explorateur"):
        with st.container(key="z_resume"):
            summary = explorer_view.summary(site.catalogue, site.files, view, shown)
            components.summary(summary, on_remove=state.remove)
        with st.container(key="z_carte"):
            components.pole_map(site.frame, command, on_open=state.open_pole)
        with st.container(key="z_filtres"):
            filters = explorer_view.filters(site.catalogue, site.files, view, shown)
            components.filters(filters, on_choice=state.choose)
        with st.container(key="z_liste"):
            components.result_list(explorer_view.result_list(site.files, command), on_open=state.open_pole)
        with st.container(key="z_panneau"):
            components.side_panel(panel, on_request=state.answer_panel)
