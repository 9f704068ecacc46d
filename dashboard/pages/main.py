"""The script that Streamlit runs for each visitor: the page list, nothing else.

It stays in this folder: beside it, Streamlit would take `pages/` for its old way of making pages, and run it twice.
"""

import streamlit as st

from dashboard.pages import about, accessibility, explore, legal
from dashboard.presentation.strings import Site

st.set_page_config(page_title=Site.TITLE, layout="wide", initial_sidebar_state="collapsed")
st.navigation(
    [
        st.Page(explore.page, title=Site.MAP_PAGE, url_path="carte", default=True),
        st.Page(about.page, title=Site.ABOUT_PAGE, url_path="a-propos"),
        st.Page(accessibility.page, title=Site.ACCESSIBILITY_PAGE, url_path="accessibilite"),
        st.Page(legal.page, title=Site.LEGAL_PAGE, url_path="mentions-legales"),
    ],
    position="top",
).run()
