"""« Dictionnaire des données »: what each column means, what it may hold, how full it is."""

import streamlit as st

from dashboard import state
from dashboard.presentation import dictionary_page


def page() -> None:
    """Draw the page."""
    state.leave_map()
    site = state.site()
    st.html(dictionary_page.dictionary(site.catalogue, downloads=site.downloads))
