"""Who may frame the site, said in words; what the page is told."""

import pytest

from dashboard.core.address.selection_link import parse
from dashboard.core.address.view import View
from dashboard.features.explore.embed import Embed, builder, permission
from dashboard.web.streamlit_html import with_scripts
from tests.helpers.territories import shipped_index

SITES = "https://mairie.example https://agglo.example"


@pytest.mark.parametrize("ancestors", ["'self'", "'none'"])
def test_nobody_else_may_frame_it_by_default(ancestors: str):
    assert permission(ancestors) == Embed.NOBODY


def test_the_sites_allowed_are_named():
    assert permission(f"'self' {SITES}") == Embed.allowed("https://mairie.example, https://agglo.example")
    assert permission("*") == Embed.EVERYONE


def test_the_view_is_said_in_words_with_what_it_shows():
    selection, _ = parse({"secteur": ["numerique"]})
    told = builder(
        shipped_index().catalogue, View(selection), pages=[("", "Carte")], address="https://a.example", ancestors="*"
    )
    assert told["filtres"] == "Numérique\u00a0(6 pôles et projets sur 116)"
    assert told["pages"] == [{"chemin": "", "titre": "Carte"}]
    assert builder(shipped_index().catalogue, View(), pages=[("", "")], address="", ancestors="*")["filtres"] == ""


def test_a_page_loads_our_module_before_streamlit_s():
    html = with_scripts("<head><title>x</title><script src=a></script></head>", ["/app/static/3f/integre.js?<>"])
    assert html.index('<script type="module" src="/app/static/3f/integre.js?&lt;&gt;">') < html.index("<title>")
    assert with_scripts("<title>x</title>", []) == "<title>x</title>"
