"""The script that Streamlit runs for each visitor: the page list, nothing else.

It stays in this folder: beside it, Streamlit would take `pages/` for its old way of making pages, and run it twice.
"""

import streamlit as st

from dashboard.pages import state
from dashboard.pages.addresses import PAGES
from dashboard.wording.words import Site

st.set_page_config(page_title=Site.TITLE, layout="wide", initial_sidebar_state="collapsed")
pages = {
    page.address: st.Page(
        page.draw,
        title=page.title,
        url_path=page.address,
        default=page is PAGES[0],
        visibility="visible" if page.is_listed else "hidden",
    )
    for page in PAGES
}
shown = st.navigation(list(pages.values()), position="top")
if destination := pages.get(state.destination()):
    st.switch_page(destination)
shown.run()
