"""« Territoires »: the sheet of any territory of France, others beside it, the holes of the map."""

import streamlit as st

from dashboard.core.address.territory import to_params
from dashboard.pages import components, state


def page() -> None:
    """Draw the page; what is asked of it runs its only part again."""
    state.enter("territoires")
    with st.container(key="territoires-page"):
        st.fragment(_territories, key=state.TERRITORIES)()


def _territories() -> None:
    site, view = state.site(), state.current_view()
    for part in site.territories.parts(view.territories):
        st.html(part)
    told = {"adresse": to_params(view.territories)}
    components.draw_territory_links(site.files.base, told, on_request=state.answer_territories)
