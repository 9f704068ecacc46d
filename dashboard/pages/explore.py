"""The map's page: filters, map, list, programme and sheet, all drawn from one selection."""

import streamlit as st

from dashboard import components, state
from dashboard.presentation import explorer_view


def page() -> None:
    """Draw the page; a click inside runs the fragment only."""
    state.current_view()
    refresh = "60s" if explorer_view.is_today(state.site().programme) else None
    st.fragment(_explorer, run_every=refresh)()


def _explorer() -> None:
    site, view = state.site(), state.current_view()
    shown = explorer_view.shown(site.catalogue, view.selection)
    command = explorer_view.map_command(site, view, shown)
    with st.container(key="explorateur"):
        with st.container(key="z_resume"):
            components.summary(explorer_view.summary(site, view, shown), on_remove=state.remove)
        with st.container(key="z_carte"):
            components.pole_map(site.frame, command, on_open=state.open_pole)
        with st.container(key="z_filtres"):
            components.filters(explorer_view.filters(site, view, shown), on_choice=state.choose)
        with st.container(key="z_liste"):
            components.result_list(explorer_view.result_list(site, command), on_open=state.open_pole)
        with st.container(key="z_panneau"):
            components.side_panel(
                explorer_view.side_panel(site, view, heure=state.rehearsal_hour()), on_request=state.answer_panel
            )
