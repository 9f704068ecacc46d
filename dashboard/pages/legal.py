"""« Mentions légales »: who publishes and hosts, from the host's settings."""

import streamlit as st

from dashboard import state
from dashboard.config import settings
from dashboard.presentation import text_pages


def page() -> None:
    """Draw the page."""
    state.leave_map()
    host = settings()
    st.html(text_pages.legal(publisher=host.editeur, host=host.hebergeur, contact=host.contact))
