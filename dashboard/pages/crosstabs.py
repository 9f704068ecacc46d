"""« Croisements »: two dimensions crossed, their bars and the territories, drawn from the selection of the map."""

import streamlit as st

from dashboard.features.crosstabs import view as crosstab_view
from dashboard.features.crosstabs.bars import bar_specification
from dashboard.features.crosstabs.index import cross
from dashboard.features.crosstabs.words import Crosstabs
from dashboard.features.explore import filters
from dashboard.features.explore import view as explorer_view
from dashboard.pages import components, state


def page() -> None:
    """Draw the page; any click runs its one fragment."""
    state.enter("croisements")
    with st.container(key="croisement"):
        st.fragment(_crosstabs)()


def _crosstabs() -> None:
    site, view = state.site(), state.current_view()
    catalogue, base, crossing = site.catalogue, site.files.base, view.crossing
    shown = catalogue.facets.select(view.selection)
    table = cross(catalogue.values, shown, crossing.lignes, crossing.colonnes)
    page = crosstab_view.PageView(view, base_path=state.base_path())
    components.together(
        base,
        components.draw_summary(page.summary(explorer_view.summary(catalogue, view, shown)), on_remove=state.remove),
        components.draw_filters(filters.filters(catalogue, view, shown), on_choice=state.choose),
        components.draw_crosstab(page.table(table), on_choice=state.cross),
    )
    if table.poles:
        with st.container(key="barres"):
            st.html(Crosstabs.BARS_HEADING)
            components.draw_bars(crosstab_view.bars(table), bar_specification())
            components.draw_reproduction(base, page.address("barres"))
    components.draw_tinted_map(base, page.map(catalogue, shown), on_choice=state.cross)
