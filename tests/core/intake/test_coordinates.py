"""Coordinates as people write them, and what is said of them."""

import pytest

from dashboard.core.files.table import read_content
from dashboard.core.intake.checking import Checked
from dashboard.core.intake.checking_poles import check_poles
from dashboard.core.intake.point_cells import Axis, Pair, read_axis, read_pair
from tests.helpers.gazetteers import GAZETTEER


def check(text: str) -> Checked:
    return check_poles(read_content(text.encode()), gazetteer=GAZETTEER)


def points(checked: Checked) -> list[tuple[float | None, float | None]]:
    return list(zip(checked.rows["latitude"], checked.rows["longitude"], strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("45.0442", Axis(45.0442)),
        ("45,0442", Axis(45.0442)),
        ("–3,1570", Axis(-3.157)),
        ("−61.05", Axis(-61.05)),
        ("1.49 O", Axis(-1.49, "lon")),
        ("E 2.1651", Axis(2.1651, "lon")),
        ("48.7742 N", Axis(48.7742, "lat")),
        ("21,1 Sud", Axis(-21.1, "lat")),
        ("45°30'00\"N", Axis(45.5, "lat")),
        ("3° 09\u2032 36″ Ouest", Axis(-3.16, "lon")),
        ("N 45 30 36", Axis(45.51, "lat")),
        ("47°39,3' N", Axis(47.655, "lat")),
        ("652 000,5", Axis(652000.5)),
        ("6 867 000", Axis(6867000.0)),
        ("45°75'", None),
        ("45,5 30", None),
        ("nord", None),
        ("", None),
        ("48.85, 2.35", None),
        ("1.2.3", None),
        ("N 45 E", None),
    ],
)
def test_a_cell_gives_its_coordinate(text: str, expected: Axis | None):
    assert read_axis(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("48.46, -2.03", Pair(48.46, -2.03)),
        ("45,8903 ; 2,1651", Pair(45.8903, 2.1651)),
        ("48.46 -2.03", Pair(48.46, -2.03)),
        ("48.46,-2.03", Pair(48.46, -2.03)),
        ("48,46,-2,03", Pair(48.46, -2.03)),
        ("[48.46, -2.03]", Pair(48.46, -2.03)),
        ("2.03 O, 48.46 N", Pair(-2.03, 48.46, "lon_lat")),
        ("POINT (1.6122 42.9581)", Pair(1.6122, 42.9581, "lon_lat")),
        ("SRID=4326;POINT Z (1.6122 42.9581 12)", Pair(1.6122, 42.9581, "lon_lat")),
        ('{"type": "Point", "coordinates": [2.1651, 45.8903]}', Pair(2.1651, 45.8903, "lon_lat")),
        ('{"type": "Polygon", "coordinates": [[2.1651, 45.8903]]}', None),
        ("{48.46}", None),
        ("48,46", None),
        ("12 rue de la Paix", None),
        ("2019, 2020, 2021", None),
        ("", None),
    ],
)
def test_one_cell_gives_both_coordinates(text: str, expected: Pair | None):
    assert read_pair(text) == expected


@pytest.mark.parametrize(
    ("x", "y", "commune", "name"),
    [
        ("649000", "6863000", "Paris", "Lambert-93"),
        ("6863000", "649000", "Paris", "Lambert-93"),
        ("597000", "2430000", "Paris", "Lambert II étendu"),
        ("1648500", "8190000", "Paris", "Lambert-93 CC49"),
        ("261600", "6250500", "Paris", "Web Mercator"),
        ("338000", "7691000", "Saint-Denis (974)", "UTM 40 Sud"),
        ("524000", "8586000", "Mamoudzou", "UTM 38 Sud"),
    ],
)
def test_metres_are_read_in_the_projection_that_suits_the_place(x: str, y: str, commune: str, name: str):
    town, _, departement = commune.rstrip(")").partition(" (")
    checked = check(f"nom;commune;code departement;x;y\nA;{town};{departement};{x};{y}\n")
    (finding,) = [found for found in checked.findings if found.field == "latitude"]
    assert (finding.code, finding.row, finding.severity) == ("coordinates_projected", 2, "info")
    assert finding.value.endswith(f"({name})")
    assert None not in points(checked)[0]


def test_a_column_in_metres_is_told_once():
    rows = "".join(f"Pôle {n};Paris;{649000 + n};6863000\n" for n in range(11))
    checked = check(f"nom;commune;x;y\n{rows}")
    (finding,) = [found for found in checked.findings if found.field == "latitude"]
    assert (finding.row, finding.value) == (None, "11 lignes, Lambert-93")


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ("0;0", "coordinates_zero"),
        ("48.8;", "coordinates_incomplete"),
        ("ici;là", "malformed_coordinate"),
        ("12.5;12.5", "coordinates_outside_france"),
        ("99000000.5;3", "coordinates_unknown_projection"),
        ("488566;23522", "decimal_point_lost"),
    ],
)
def test_what_is_no_point_is_told_and_left_out(cells: str, code: str):
    checked = check(f"nom;latitude;longitude\nA;{cells}\n")
    assert [found.code for found in checked.findings if found.field == "latitude"] == [code]
    assert points(checked) == [(None, None)]


def test_a_lost_decimal_point_is_put_back_where_the_commune_tells_its_place():
    checked = check("nom;commune;latitude;longitude\nA;Paris;488566;23522\n")
    assert points(checked) == [(48.8566, 2.3522)]
    assert [found.code for found in checked.findings if found.field == "latitude"] == ["decimal_point_restored"]


def test_swapped_coordinates_are_put_in_order_and_told():
    checked = check("nom;latitude;longitude\nA;2.35;48.85\n")
    assert points(checked) == [(48.85, 2.35)]
    assert [found.code for found in checked.findings if found.field == "latitude"] == ["coordinates_swapped"]


@pytest.mark.parametrize("heading", ["geo_point_2d", "Coordonnées GPS", "wkt", "Où c’est"])
def test_a_column_of_points_gives_both_coordinates_and_stays(heading: str):
    checked = check(f'nom;{heading}\nA;"48.85, 2.35"\nB;\n')
    assert points(checked) == [(48.85, 2.35), (None, None)]
    assert checked.extra_columns == (heading,)


def test_a_column_named_like_a_geometry_that_holds_words_is_an_ordinary_one():
    checked = check("nom;geom\nA;texte\n")
    assert points(checked) == [(None, None)]
    assert checked.extra_columns == ("geom",)
