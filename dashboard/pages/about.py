"""« À propos »: what this is, sources, licences, counts, freshness."""

import streamlit as st

from dashboard import state
from dashboard.presentation import text_pages


def page() -> None:
    """Draw the page."""
    state.leave_map()
    st.html(text_pages.about(state.site().catalogue))
