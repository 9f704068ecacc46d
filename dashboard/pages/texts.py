"""« À propos », « Accessibilité », « Mentions légales », « Dictionnaire »: the pages of text, one function each."""

import streamlit as st

from dashboard.config import settings
from dashboard.features.exports import dictionary_page
from dashboard.pages import quality_html, state, text_html


def about() -> None:
    """What this is, sources, licences, counts, freshness."""
    state.leave_map()
    st.html(text_html.about(state.site().catalogue))


def quality() -> None:
    """What each file holds, how it was understood, what is wrong in it."""
    state.leave_map()
    st.html(quality_html.quality(state.site().catalogue))


def accessibility() -> None:
    """The honest statement."""
    state.leave_map()
    st.html(text_html.accessibility(contact=settings().contact))


def legal() -> None:
    """Who publishes and hosts, from the host's settings."""
    state.leave_map()
    host = settings()
    st.html(text_html.legal(publisher=host.editeur, host=host.hebergeur, contact=host.contact))


def dictionary() -> None:
    """What each column means, what it may hold, how full it is."""
    state.leave_map()
    site = state.site()
    st.html(dictionary_page.dictionary(site.catalogue, downloads=site.exports.downloads))
