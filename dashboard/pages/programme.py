"""« Programme »: the day, who comes, and the visitor's own parcours, all of it in the address."""

import streamlit as st

from dashboard.features.meeting import page as programme_page
from dashboard.pages import components, state
from dashboard.wording.qr import qr_code


def page() -> None:
    """Draw the page, again each minute on the day of the meeting."""
    state.enter("programme")
    refresh = "60s" if state.meeting_time() else None
    with st.container(key="jour"):
        st.fragment(_day, key=state.DAY, run_every=refresh)()


def _day() -> None:
    site, view = state.site(), state.current_view()
    data = programme_page.day_view(site.files, site.catalogue, site.meeting.directory, view, at=state.meeting_time())
    if link := state.asked_link():
        data["qr"] = {"lien": link, "code": qr_code(link)}
    components.draw_day(site.files.base, data, on_request=state.answer_programme)
