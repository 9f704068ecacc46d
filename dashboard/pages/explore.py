"""The map's page: filters, map, list, programme and sheet, all drawn from one selection."""

import streamlit as st

from dashboard.features.explore import filters
from dashboard.features.explore import view as explorer_view
from dashboard.pages import components, state


def page() -> None:
    """Draw the page; a click on a filter runs the second fragment only, the clock the third only."""
    state.enter("carte")
    refresh = "60s" if state.meeting_time() else None
    with st.container(key="explorateur"):
        st.fragment(_map)()
        st.fragment(_exploration, key=state.EXPLORATION)()
        st.fragment(_panel, key=state.PANEL, run_every=refresh)()


def _map() -> None:
    components.draw_map(state.site().frame)


def _exploration() -> None:
    site, view = state.site(), state.current_view()
    catalogue = site.catalogue
    shown = catalogue.facets.select(view.selection)
    summary = explorer_view.summary(catalogue, view, shown, programme=site.meeting.programme)
    rows = explorer_view.result_list(catalogue, site.meeting.programme, view)
    components.together(
        site.files.base,
        components.draw_summary(summary, on_remove=state.remove),
        components.draw_filters(filters.filters(catalogue, view, shown), on_choice=state.choose),
        components.draw_result_list(rows, on_request=state.answer_panel),
    )


def _panel() -> None:
    site, view = state.site(), state.current_view()
    panel = explorer_view.side_panel(site.files, site.meeting.programme, view, at=state.meeting_time())
    components.draw_side_panel(site.files.base, panel, on_request=state.answer_panel)
