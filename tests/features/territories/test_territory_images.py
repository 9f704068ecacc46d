"""The images of the territories: valid outlines, drawn at addresses that exist for today's territories only."""

import pytest
import shapely
from defusedxml.ElementTree import fromstring

from dashboard.core.geography.load import load_outlines
from dashboard.core.geography.territory_key import LEVELS
from dashboard.features.territories.gaps import CoverageGaps
from dashboard.features.territories.images import Drawing, image_of, row_labels
from dashboard.features.territories.map import Town
from tests.helpers.paths import REFERENCE
from tests.helpers.territories import key_of, shipped_index

DRAWING = Drawing(
    shipped_index(), CoverageGaps(shipped_index()), load_outlines(REFERENCE), [Town("Valence", 4.89, 44.93)]
)


@pytest.mark.parametrize("key", ["commune:26281", "epci:200068781", "departement:974", "region:84", "departement:75"])
@pytest.mark.parametrize("kind", ["carte", "place"])
def test_a_territory_has_a_map_and_a_place_in_france(kind: str, key: str):
    svg = image_of(DRAWING, kind, key)
    assert svg is not None
    image = fromstring(svg)
    assert image.tag == "{http://www.w3.org/2000/svg}svg"
    assert len(image.findall(".//{http://www.w3.org/2000/svg}path")) > 2
    assert "script" not in svg


def test_the_map_bears_the_marks_of_the_lists():
    sheet = shipped_index().sheet(key_of("commune:26281"))
    labels = row_labels(sheet)
    assert sorted(labels.values()) == ["1", "A", "B", "C", "D", "E"]
    texts = [node.text for node in fromstring(image_of(DRAWING, "carte", "commune:26281") or "").iter() if node.text]
    assert {"1", "A"} <= set(texts)


def test_more_holes_fill_more_of_the_map():
    few, many = (image_of(DRAWING, "trous", name) for name in ("epci-100", "epci-50"))
    assert few is not None
    assert many is not None
    assert len(many) > len(few)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        *[("carte", "commune:01003"), ("carte", "commune:99999"), ("carte", "../secret"), ("place", "")],
        *[
            ("trous", "canton-50"),
            ("trous", "epci-1"),
            ("trous", "epci-050"),
            ("trous", "epci"),
            ("photo", "region:84"),
        ],
    ],
)
def test_there_is_no_other_image(kind: str, name: str):
    assert image_of(DRAWING, kind, name) is None


def test_a_collectivity_without_outline_has_no_map():
    assert image_of(DRAWING, "carte", "commune:98735") is None


def test_every_territory_of_today_that_has_a_frame_has_a_valid_outline():
    wrong = []
    for level in LEVELS:
        shapes = [
            (key, DRAWING.outlines.outline(level, key.code))
            for key in shipped_index().hierarchy.keys(level)
            if shipped_index().hierarchy.territory(key).bounds is not None
        ]
        wrong += [str(key) for key, shape in shapes if shape is None or not shapely.is_valid(shape) or shape.is_empty]
    assert wrong == []
