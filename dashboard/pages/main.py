"""The script that Streamlit runs for each visitor: the page list, nothing else.

It stays in this folder: beside it, Streamlit would take `pages/` for its old way of making pages, and run it twice.
"""

import streamlit as st

from dashboard.pages import crosstabs, data, embed, explore, programme, state, territories, texts
from dashboard.pages.addresses import PAGES
from dashboard.wording.words import Site

DRAWN = {
    "carte": explore.page,
    "donnees": data.page,
    "croisements": crosstabs.page,
    "territoires": territories.page,
    "programme": programme.page,
    "integrer": embed.page,
    "a-propos": texts.about,
    "qualite": texts.quality,
    "accessibilite": texts.accessibility,
    "dictionnaire": texts.dictionary,
    "mentions-legales": texts.legal,
}
pages = {
    page.address: st.Page(
        DRAWN[page.address],
        title=page.title,
        url_path=page.address,
        default=page is PAGES[0],
        visibility="visible" if page.is_listed else "hidden",
    )
    for page in PAGES
}
shown = st.navigation(list(pages.values()), position="top")
st.set_page_config(page_title=Site.page_title(shown.title), layout="wide", initial_sidebar_state="collapsed")
if destination := pages.get(state.destination()):
    st.switch_page(destination)
shown.run()
