"""The map and the words of a territory's two pages, before they are set; the same paper as HTML."""

import random
import re
from datetime import date
from html.parser import HTMLParser
from math import cos, radians

import pytest

from dashboard.core.geography.frames import Plane
from dashboard.core.geography.load import load_outlines
from dashboard.features.territories.paper.document import Document, Paper, territory_document
from dashboard.features.territories.paper.pole_list import shortened
from dashboard.wording.numbers import decimal
from dashboard.wording.qr import qr_image
from tests.helpers.distances import distance_km
from tests.helpers.gazetteers import GAZETTEER
from tests.helpers.paths import REFERENCE
from tests.helpers.territories import index_of, key_of, shipped_index, territories_of

PAPER = Paper("https://carte.example/territoires?territoire=x", date(2026, 11, 25))
HOSTILE = ['#read("/etc/passwd")', "<script>alert(1)</script>", "*gras* _italique_", "= titre", "$x^2$ \\u{41} @ref"]


def document_of(key: str, *rows: dict[str, str]) -> Document:
    index = index_of(*rows) if rows else shipped_index()
    return territory_document(index.sheet(key_of(key)), index, load_outlines(REFERENCE), [], PAPER)


def texts_of(svg: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


class Page(HTMLParser):
    """The text of a file, and whatever in it would be fetched or run."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.text: list[str] = []
        self.active: list[str] = []
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what is not plain."""
        if tag in {"script", "link", "img", "iframe", "object", "embed", "use", "image", "foreignobject"}:
            self.active.append(tag)
        self.active += [name for name, _ in attrs if name in {"src", "srcset", "xlink:href"} or name.startswith("on")]

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.text.append(data)


def test_the_numbers_on_the_map_are_those_of_the_list():
    document = document_of("departement:26")
    marks = {label for text in texts_of(document["carte"]) for label in text.split(", ")}
    listed = {line["signe"] for line in document["liste"]["lignes"]}
    assert listed
    assert listed <= marks


def test_more_rows_than_a_list_can_number_are_counted_on_the_map():
    rows = [{"code_insee": "69123", "commune": "Lyon"}] * 57
    document = document_of("departement:69", *rows)
    assert texts_of(document["carte"])[-2:] == ["57", "20\u00a0km"]
    assert document["liste"]["reste"][-1] == "17 autres sont dans la fiche en ligne."


def test_where_there_is_nothing_the_nearest_are_lettered_and_framed():
    document = document_of("commune:23001", {"code_insee": "23079", "commune": "Felletin", "nom": "Voisin"})
    assert [(line["signe"], line["nom"]) for line in document["liste"]["proches"]] == [("A", "Voisin")]
    assert "A" in texts_of(document["carte"])
    assert document["chapo"][0].startswith("Aucun pôle ni projet n’y est recensé. Le plus proche, Voisin, est à 2")


def test_a_territory_without_outline_says_so():
    document = document_of("commune:98735")
    assert (document["carte"], document["situation_carte"]) == (None, None)
    assert document["sans_carte"]


def test_the_population_unknown_gives_no_rate():
    rates = [figure["valeur"] for figure in document_of("commune:98412")["chiffres"]]
    assert rates[2] == "–"


def test_rows_that_name_only_the_region_are_told_apart():
    rows = [{"code_region": "84", "region": "Auvergne-Rhône-Alpes"}, {"code_insee": "26281", "commune": "Romans"}]
    assert document_of("region:84", *rows)["chapo"] == [
        "On y recense 2 pôles.",
        "L’un d’eux n’indique que la région, sans la commune.",
    ]
    assert document_of("commune:26281", *rows)["chapo"][1] == (
        "Une structure n’indique que «\u00a0Auvergne-Rhône-Alpes\u00a0»\u202f: elle n’est pas comptée ici."
    )


def test_no_share_is_made_of_fewer_than_five():
    four = [{"code_insee": "26281", "secteurs": "Numérique"}] * 4
    assert document_of("commune:26281", *four)["secteurs"]["lignes"][0][1:] == ["4", "4", "4"]
    five = [*four, {"code_insee": "26281", "secteurs": "Énergie citoyenne"}]
    assert document_of("commune:26281", *five)["secteurs"]["lignes"][0][1:] == ["4 (80\u00a0%)"] * 3


@pytest.mark.parametrize("text", HOSTILE)
def test_the_html_paper_shows_a_hostile_cell_as_it_is_written(text: str):
    territories = territories_of({"code_insee": "26281", "commune": "Romans-sur-Isère", "nom": text})
    page = Page(territories.html(key_of("commune:26281"), PAPER))
    assert text in page.text
    assert page.active == []


def test_the_html_paper_of_any_territory_asks_nothing_of_anyone_and_is_the_same_twice():
    papers = territories_of()
    keys = [key for level in ("commune", "epci", "departement", "region") for key in papers.index.hierarchy.keys(level)]
    for key in random.Random(5).sample(keys, 24):
        content = papers.html(key, PAPER)
        assert Page(content).active == [], key
        assert content == papers.html(key, PAPER), key


@pytest.mark.parametrize("key", ["region:84", "region:93", "departement:974", "departement:973", "commune:26281"])
def test_the_scale_of_the_plane_is_the_ground_s(key: str):
    bounds = shipped_index().hierarchy.territory(key_of(key)).bounds
    assert bounds is not None
    plane = Plane.around(bounds, width=1740, height=880)
    west, south, east, north = plane.bounds
    across = distance_km(lon1=west, lat1=plane.lat, lon2=east, lat2=plane.lat)
    upright = distance_km(lon1=plane.lon, lat1=south, lon2=plane.lon, lat2=north)
    assert across == pytest.approx(1740 * plane.km_per_unit, rel=0.01)
    assert upright == pytest.approx(880 * plane.km_per_unit, rel=0.01)
    assert abs(cos(radians(south)) / cos(radians(plane.lat)) - 1) < 0.06


def test_the_plane_shows_its_bounds_whole():
    bounds = (5.0, 44.0, 6.0, 46.0)
    plane = Plane.around(bounds, width=1000, height=500)
    x1, y1 = plane.at(5.0, 46.0)
    x2, y2 = plane.at(6.0, 44.0)
    assert 0 <= x1 < x2 <= 1000
    assert 0 <= y1 < y2 <= 500


def test_every_territory_that_has_a_frame_has_an_outline():
    outlines = load_outlines(REFERENCE)
    for level, places in (("epci", GAZETTEER.epcis()), ("departement", GAZETTEER.departements())):
        assert [place.code for place in places if outlines.outline(level, place.code) is None] == []
        assert [code for code, shape in outlines.layers[level].shapes.items() if not shape.is_valid] == []


def test_a_name_too_long_is_cut_after_a_word():
    assert shortened("Pôle  de\ncoopération", 40) == "Pôle de coopération"
    assert shortened("Pôle de coopération des Hautes-Vallées", 22) == "Pôle de coopération…"


def test_numbers_keep_two_digits_at_least():
    assert [decimal(value) for value in (0, 0.168, 2.44, 31.3, 250.4)] == ["0", "0,17", "2,4", "31", "250"]


def test_the_code_is_drawn_in_squares_only():
    drawn = qr_image("https://carte.example/?a=<&>")
    assert drawn is not None
    assert drawn.startswith("<svg")
    assert "<script" not in drawn
    assert qr_image("x") == qr_image("x")


def test_a_link_too_long_for_a_code_has_none():
    assert qr_image("https://carte.example/" + "a" * 3000) is None
