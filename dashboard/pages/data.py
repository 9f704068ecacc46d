"""« Données »: the selection of the map as a table, its filters beside it, the sheet of a row over it."""

import streamlit as st

from dashboard.features.explore import filters, table_view
from dashboard.features.explore import view as explorer_view
from dashboard.pages import components, state


def page() -> None:
    """Draw the page; a click on a filter, a heading or a page runs the first fragment only."""
    state.enter("donnees")
    with st.container(key="donnees"):
        st.fragment(_table, key=state.EXPLORATION)()
        st.fragment(_sheet, key=state.PANEL)()


def _table() -> None:
    site, view = state.site(), state.current_view()
    catalogue = site.catalogue
    shown = catalogue.facets.select(view.selection)
    told = explorer_view.summary(catalogue, view, shown)
    components.together(
        site.files.base,
        components.draw_summary(table_view.summary(told), on_remove=state.remove),
        components.draw_table(table_view.table(catalogue, view, shown), on_request=state.arrange),
        components.draw_filters(filters.filters(catalogue, view, shown), on_choice=state.choose),
    )


def _sheet() -> None:
    site, view = state.site(), state.current_view()
    panel = explorer_view.sheet_panel(site.files, view, map_address=f"{state.base_path()}/")
    components.draw_side_panel(site.files.base, panel, on_request=state.answer_panel)
