"""The gazetteer, read from the tables of data/reference/."""

from array import array
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.domain.territory import Commune, Departement, Epci, Gazetteer, Region


def load_gazetteer(folder: Path) -> Gazetteer:
    """The gazetteer over the five tables of the folder; FileNotFoundError when one is missing."""
    return Gazetteer.build(
        communes=_columns(folder / "communes.parquet", Commune._fields),
        former_names=_columns(folder / "anciens_noms.parquet", ("old_code", "insee_code", "until_date")),
        epcis=_columns(folder / "epci.parquet", Epci._fields),
        departements=_columns(folder / "departements.parquet", Departement._fields),
        regions=_columns(folder / "regions.parquet", Region._fields),
    )


def _columns(path: Path, names: Sequence[str]) -> dict[str, Sequence[Any]]:
    table = pq.ParquetFile(path, memory_map=True).read(columns=list(names), use_threads=False)
    return {name: _values(table.column(name).combine_chunks()) for name in names}


def _values(column: pa.Array) -> Sequence[Any]:
    """Plain values: tuples for lists, NaN for a number that is missing; equal texts are one object."""
    if pa.types.is_list(column.type):
        texts = _values(column.values)
        ends = column.offsets.to_pylist()
        return [tuple(texts[start:end]) for start, end in pairwise(ends)]
    if pa.types.is_floating(column.type):
        return array("d", column.to_numpy(zero_copy_only=False).tobytes())
    if pa.types.is_string(column.type):
        coded = column.dictionary_encode()
        texts = coded.dictionary.to_pylist()
        return [texts[code] for code in coded.indices.to_numpy().tolist()]
    return column.to_pylist()
