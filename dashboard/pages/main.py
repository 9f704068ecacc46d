"""The script that Streamlit runs for each visitor: the page list, nothing else.

It stays in this folder: beside it, Streamlit would take `pages/` for its old way of making pages, and run it twice.
"""

import streamlit as st

from dashboard.features.crosstabs.words import Crosstabs
from dashboard.features.explore.embed import Embed
from dashboard.features.exports.dictionary_page import Dictionary
from dashboard.features.meeting.words import Day
from dashboard.pages import (
    crosstabs,
    data,
    embed,
    explore,
    programme,
    state,
    territories,
    texts,
)
from dashboard.wording.words import Site

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
        st.Page(texts.about, title=Site.ABOUT_PAGE, url_path="a-propos"),
        st.Page(texts.accessibility, title=Site.ACCESSIBILITY_PAGE, url_path="accessibilite"),
        st.Page(texts.dictionary, title=Dictionary.TITLE, url_path="dictionnaire", visibility="hidden"),
        st.Page(texts.legal, title=Site.LEGAL_PAGE, url_path="mentions-legales"),
    ]
}
shown = st.navigation(list(pages.values()), position="top")
if destination := pages.get(state.destination()):
    st.switch_page(destination)
shown.run()
