"""The contours for the web: neighbours share their borders before and after simplification (EPSG:4326 degrees)."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import Point

from dashboard.reference.commune_contours import write_commune_contours
from dashboard.reference.files import GeographyFiles
from dashboard.reference.islands import keep_islands
from dashboard.reference.mapshaper_tool import run

LEAST_DETAIL_M = {"departements": 420, "epci": 500, "communes": 350}
"""Detail below so many metres is dropped; the first is chosen to keep the first page's base map under 160 kB."""

_CODE_OF = {"departements": "departement", "regions": "region", "epci": "epci"}


def draw_contours(geography: GeographyFiles, program: Path, work: Path, out: Path) -> None:
    """Write france, departements, regions and epci.topo.json and communes_contours.parquet in `out`.

    france.topo.json is the base map: its layers `departements` and `regions` share arcs.
    """
    (work / "communes.json").write_text("".join(_feature_collection(geography)), encoding="utf-8")
    dissolve = "-i communes.json snap -dissolve departement copy-fields=region + name=departements"
    dissolve += " -dissolve epci target=communes + name=epci -filter target=epci epci!==''"
    run(program, work, [*dissolve.split(), "-o", "target=departements,epci", "format=geojson", "extension=json"])
    points = [Point(row.lon, row.lat) for row in geography.communes]
    for layer in ("departements", "epci"):
        keep_islands(work / f"{layer}.json", points)
    base = f"{_simplified('departements')} -dissolve departement copy-fields=region"
    base += " -dissolve region target=departements + name=regions"
    for name, layers in (("france", "departements,regions"), ("departements", "departements"), ("regions", "regions")):
        _topology(program, work, base, layers, out / f"{name}.topo.json", geography.names)
    _topology(program, work, f"{_simplified('epci')} -dissolve epci", "epci", out / "epci.topo.json", geography.names)
    communes = f"{_simplified('communes')} -o contours.json format=geojson precision=0.0001"
    run(program, work, communes.split())
    write_commune_contours(work / "contours.json", out / "communes_contours.parquet")


def _simplified(layer: str) -> str:
    return f"-i {layer}.json snap -simplify weighted interval={LEAST_DETAIL_M[layer]}m keep-shapes -clean"


def _feature_collection(geography: GeographyFiles) -> Iterator[str]:
    separator = '{"type":"FeatureCollection","features":['
    for row in geography.communes:
        properties = {
            "code": row.insee_code,
            "epci": row.epci_code,
            "departement": row.departement_code,
            "region": row.region_code,
        }
        geometry = shapely.to_geojson(geography.contours[row.insee_code])
        yield f'{separator}{{"type":"Feature","properties":{json.dumps(properties)},"geometry":{geometry}}}'
        separator = ","
    yield "]}"


def _topology(
    program: Path, work: Path, commands: str, layers: str, path: Path, names: Mapping[str, Mapping[str, str]]
) -> None:
    """Run the commands and write their layers as TopoJSON, shapes in the order of their codes, with code and name."""
    output = f"-o topology.json target={layers} format=topojson quantization=100000"
    run(program, work, [*commands.split(), *output.split()])
    topology: dict[str, Any] = json.loads((work / "topology.json").read_bytes())
    for layer, shapes in topology["objects"].items():
        for shape in shapes["geometries"]:
            code = shape["properties"][_CODE_OF[layer]]
            shape["properties"] = {"code": code, "nom": names[layer][code]}
        shapes["geometries"].sort(key=lambda shape: shape["properties"]["code"])
    path.write_text(json.dumps(topology, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
