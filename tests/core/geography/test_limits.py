"""In which commune a point is, and how far it is from another."""

import numpy as np
import pytest

from tests.helpers.gazetteers import GAZETTEER


@pytest.mark.parametrize(
    ("lon", "lat", "code"),
    [
        (2.3446, 48.8975, "75056"),  # the edge of Paris, nearer to the town hall of Saint-Ouen
        (4.8357, 45.7640, "69123"),
        (5.3698, 43.2965, "13055"),
        (-3.4500, 48.8130, "22168"),
        (55.4500, -20.8900, "97411"),
        (-2.5120, 47.2700, "44049"),  # off the shore of Le Croisic
        (-4.0, 44.0, ""),  # the high sea
        (6.63, 46.52, ""),  # Lausanne
    ],
)
def test_a_point_is_in_the_commune_that_holds_it(lon: float, lat: float, code: str):
    assert GAZETTEER.limits.holding(lon=np.array([lon]), lat=np.array([lat])) == [code]


def test_the_answers_are_in_the_order_of_the_points():
    lon, lat = np.array([-4.0, 2.3446, -4.0, 5.3698]), np.array([44.0, 48.8975, 44.0, 43.2965])
    assert GAZETTEER.limits.holding(lon=lon, lat=lat) == ["", "75056", "", "13055"]
    assert GAZETTEER.limits.holding(lon=lon[:0], lat=lat[:0]) == []


def test_every_reference_point_inside_a_commune_is_held_by_it():
    inside = [c for c in GAZETTEER.communes() if c.kind == "commune" and c.point_source == "interieur"]
    lon, lat = (np.array([getattr(commune, name) for commune in inside]) for name in ("lon", "lat"))
    assert GAZETTEER.limits.holding(lon=lon, lat=lat) == [commune.insee_code for commune in inside]


def test_how_far_a_point_is_from_a_commune():
    limits = GAZETTEER.limits
    assert limits.km_from("75056", lon=2.35, lat=48.85) == 0
    assert limits.km_from("22113", lon=-3.45, lat=48.813) == pytest.approx(4.0, abs=1.5)
    assert limits.km_from("98818", lon=166.4, lat=-22.3) is None
