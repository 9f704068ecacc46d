"""« Accessibilité »: the honest statement."""

import streamlit as st

from dashboard import state
from dashboard.config import settings
from dashboard.presentation import text_pages


def page() -> None:
    """Draw the page."""
    state.leave_map()
    st.html(text_pages.accessibility(contact=settings().contact))
