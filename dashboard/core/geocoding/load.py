"""The reference geography as what places rows: the gazetteer, and the geocoder that finds communes by their names."""

import gc
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.core.geocoding import Geocoder
from dashboard.core.geography.gazetteer import Gazetteer
from dashboard.core.geography.load import load_gazetteer
from dashboard.errors import CatalogueMissing

_COMMUNES = ("insee_code", "parent_code", "name", "departement_code", "kind", "population", "postcodes", "lon", "lat")


def load_geocoder(folder: Path) -> Geocoder:
    """The geocoder over `data/reference`; about 0.7 s, to be done once and shared. CatalogueMissing without a table."""
    collecting = gc.isenabled()
    gc.disable()  # half a million objects that all stay: looking for garbage among them costs a fifth of the time
    try:
        return _built(folder)
    except FileNotFoundError as error:
        raise CatalogueMissing("missing_reference", Path(error.filename or folder).name) from error
    finally:
        pa.default_memory_pool().release_unused()
        if collecting:
            gc.enable()


def _built(folder: Path) -> Geocoder:
    towns = _columns(folder / "villes_etrangeres.parquet", ("key", "population"))
    return Geocoder.build(
        communes=_columns(folder / "communes.parquet", _COMMUNES),
        former_names=_columns(folder / "anciens_noms.parquet", ("old_code", "old_name", "insee_code")),
        departements=_columns(folder / "departements.parquet", ("code", "name", "region_code")),
        regions=_columns(folder / "regions.parquet", ("code", "name")),
        epcis=_columns(folder / "epci.parquet", ("name",)),
        usual_names=_columns(folder / "noms_usuels.parquet", ("name", "insee_code", "postcode", "kind")),
        foreign_towns=dict(zip(towns["key"], towns["population"], strict=True)),
    )


def _columns(path: Path, names: Sequence[str]) -> dict[str, list[Any]]:
    table = pq.ParquetFile(path, memory_map=True).read(columns=list(names), use_threads=False)
    return {name: table.column(name).to_pylist() for name in names}


def load_places(reference: Path) -> tuple[Gazetteer, Geocoder]:
    """Both, from the folder of the reference geography; CatalogueMissing if one of its tables is not there."""
    try:
        return load_gazetteer(reference), load_geocoder(reference)
    except FileNotFoundError as error:
        raise CatalogueMissing("missing_reference", Path(error.filename or reference).name) from error
