"""The script that Streamlit runs for each visitor: the page list, nothing else.

It stays in this folder: beside it, Streamlit would take `pages/` for its old way of making pages, and run it twice.
"""

import streamlit as st

from dashboard import state
from dashboard.pages import (
    about,
    accessibility,
    crosstabs,
    data,
    dictionary,
    embed,
    explore,
    legal,
    programme,
    territories,
)
from dashboard.presentation.crosstab_strings import Crosstabs
from dashboard.presentation.dictionary_strings import Dictionary
from dashboard.presentation.embed_strings import Embed
from dashboard.presentation.programme_strings import Day
from dashboard.presentation.strings import Site

st.set_page_config(page_title=Site.TITLE, layout="wide", initial_sidebar_state="collapsed")
pages = {
    page.url_path or "carte": page
    for page in [
        st.Page(explore.page, title=Site.MAP_PAGE, url_path="carte", default=True),
        st.Page(data.page, title=Site.DATA_PAGE, url_path="donnees"),
        st.Page(crosstabs.page, title=Crosstabs.PAGE, url_path="croisements"),
        st.Page(territories.page, title=Site.TERRITORIES_PAGE, url_path="territoires"),
        st.Page(programme.page, title=Day.PAGE, url_path="programme"),
        st.Page(embed.page, title=Embed.PAGE, url_path="integrer", visibility="hidden"),
        st.Page(about.page, title=Site.ABOUT_PAGE, url_path="a-propos"),
        st.Page(accessibility.page, title=Site.ACCESSIBILITY_PAGE, url_path="accessibilite"),
        st.Page(dictionary.page, title=Dictionary.TITLE, url_path="dictionnaire", visibility="hidden"),
        st.Page(legal.page, title=Site.LEGAL_PAGE, url_path="mentions-legales"),
    ]
}
shown = st.navigation(list(pages.values()), position="top")
if destination := pages.get(state.destination()):
    st.switch_page(destination)
shown.run()
