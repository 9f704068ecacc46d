"""The holes of the map: who has no pole nearby, measured one by one."""

import numpy as np
import pytest
from pyproj import Geod

from dashboard.features.territories.gaps import CoverageGaps
from tests.helpers.territories import index_of, shipped_index

GEOD = Geod(ellps="WGS84")


@pytest.mark.parametrize("level", ["epci", "departement"])
def test_the_nearest_of_each_territory_is_the_one_that_pyproj_finds(level: str):
    index = shipped_index()
    rows = index.catalogue.rows
    fine = np.flatnonzero(rows["precision"].isin(["adresse", "commune", "epci"]).to_numpy())
    lons, lats = rows.geometry.x.to_numpy()[fine], rows.geometry.y.to_numpy()[fine]
    for gap in CoverageGaps(index).gaps(level, km=60):
        here = gap.territory
        km = GEOD.inv(np.full(len(fine), here.lon), np.full(len(fine), here.lat), lons, lats)[2] / 1000
        assert gap.km == pytest.approx(km.min(), abs=1e-9)
        assert gap.km > 60


def test_a_hole_has_nothing_counted_in_it_and_the_farthest_comes_first():
    index = shipped_index()
    gaps = CoverageGaps(index).gaps("departement", km=50)
    assert all(not len(index.members.inside(gap.territory.key)) for gap in gaps)
    assert [gap.km for gap in gaps] == sorted((gap.km for gap in gaps), reverse=True)


def test_every_territory_is_a_hole_or_has_something_near():
    index = index_of({"code_insee": "26281", "commune": "Romans-sur-Isère"}, {"code_departement": "07"})
    holes = {gap.territory.key.code for gap in CoverageGaps(index).gaps("departement", km=30)}
    assert {"26", "07", "38"} & holes == {"38"}
    assert len(holes) == 99


def test_wider_distances_leave_fewer_holes():
    counts = [len(CoverageGaps(shipped_index()).gaps("epci", km=km)) for km in (10, 50, 100, 500)]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1] == 0


def test_without_any_placed_row_every_empty_territory_is_a_hole_without_nearest():
    gaps = CoverageGaps(index_of({"description": "quelque part"})).gaps("departement", km=50)
    assert len(gaps) == 101
    assert all(gap.nearest is None and np.isnan(gap.km) for gap in gaps)
