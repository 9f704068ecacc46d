"""A catalogue as one GeoParquet file, any reader of which can open the rows, and back."""

import io
import json
from dataclasses import asdict
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from dashboard.core.catalogue.catalogue import Accounting, Catalogue, Source
from dashboard.core.catalogue.text_columns import is_repetitive, is_text
from dashboard.core.fields.findings import ColumnMatch, Finding, Severity
from dashboard.core.fields.tables import POLE_FIELDS

_METADATA = b"ptce"
_LIST_COLUMNS = tuple(f.key for f in POLE_FIELDS if f.kind in ("list", "vocabulary-list", "url-list"))


def to_bytes(catalogue: Catalogue) -> bytes:
    """GeoParquet of the rows, several values joined by `|`; the rest of the catalogue in the file's metadata."""
    rows = catalogue.rows.copy()
    for key in rows.columns:
        if key in _LIST_COLUMNS:
            rows[key] = pd.Series(["|".join(cell) for cell in rows[key]], index=rows.index, dtype="str")
        elif is_text(rows[key]):
            rows[key] = rows[key].astype("str")
    buffer = io.BytesIO()
    rows.to_parquet(buffer)
    table = pq.read_table(buffer)
    account = {
        "content_hash": catalogue.content_hash,
        "accounting": asdict(catalogue.accounting),
        "sources": [asdict(source) for source in catalogue.sources],
    }
    metadata = {**(table.schema.metadata or {}), _METADATA: json.dumps(account, ensure_ascii=False).encode()}
    out = io.BytesIO()
    pq.write_table(table.replace_schema_metadata(metadata), out, compression="zstd")
    return out.getvalue()


def from_bytes(content: bytes) -> Catalogue:
    """The catalogue that `to_bytes` wrote."""
    reader = pq.ParquetFile(io.BytesIO(content))
    schema = reader.schema_arrow
    texts = [field.name for field in schema if pa.types.is_string(field.type) or pa.types.is_large_string(field.type)]
    table = pq.read_table(io.BytesIO(content), read_dictionary=texts, use_threads=False)
    columns: dict[str, Any] = {}
    for key in table.column_names:
        column = table.column(key)
        if key == "id":
            columns[key] = pd.Index(column.cast(pa.large_string()).to_pandas(), dtype="str", name="id")
        elif key == "geometry":
            columns[key] = gpd.array.from_shapely(shapely.from_wkb(column.to_numpy()), crs="EPSG:4326")
        elif key in _LIST_COLUMNS:
            columns[key] = _tuples(column)
        elif key in texts:
            columns[key] = _texts(column)
        elif pa.types.is_integer(column.type) and key == "annee_creation":
            columns[key] = column.to_pandas(types_mapper={pa.int64(): pd.Int64Dtype()}.get)
        else:
            columns[key] = column.to_pandas()
    index = columns.pop("id")
    rows = gpd.GeoDataFrame({key: getattr(values, "array", values) for key, values in columns.items()}, index=index)
    account = json.loads(schema.metadata[_METADATA])
    sources = tuple(
        Source(
            **{
                **source,
                "findings": tuple(_finding(finding) for finding in source["findings"]),
                "columns": tuple(ColumnMatch(**column) for column in source["columns"]),
            }
        )
        for source in account["sources"]
    )
    return Catalogue(rows, sources, Accounting(**account["accounting"]), account["content_hash"])


def _finding(values: dict[str, Any]) -> Finding:
    return Finding(**{**values, "severity": Severity(values["severity"])})


def _encoded(column: pa.ChunkedArray) -> pa.DictionaryArray:
    encoded = column.unify_dictionaries().combine_chunks()
    if isinstance(encoded, pa.ChunkedArray):
        encoded = encoded.chunk(0) if encoded.num_chunks else pa.array([], type=column.type)
    return encoded


def _numbered(encoded: pa.DictionaryArray) -> tuple[np.ndarray[Any, Any], list[str]]:
    """The number of each row's text, and the texts."""
    return encoded.indices.to_numpy(zero_copy_only=False), encoded.dictionary.to_pylist()


def _texts(column: pa.ChunkedArray) -> pd.Categorical | pd.Series:
    """The texts as the catalogue holds them (`compact`)."""
    encoded = _encoded(column)
    if not is_repetitive(len(encoded.dictionary), len(encoded)):
        return column.cast(pa.large_string()).to_pandas().astype("str")
    numbers, texts = _numbered(encoded)
    order = sorted(range(len(texts)), key=texts.__getitem__)
    ranks = np.empty(len(texts), dtype=np.int32)
    ranks[order] = np.arange(len(texts), dtype=np.int32)
    return pd.Categorical.from_codes(ranks[numbers], pd.Index([texts[rank] for rank in order], dtype="str"))


def _tuples(column: pa.ChunkedArray) -> np.ndarray[Any, Any]:
    """The cells joined by `|` as tuples, each distinct cell being split once."""
    numbers, texts = _numbered(_encoded(column))
    tuples = np.empty(len(texts), dtype=object)
    tuples[:] = [tuple(cell.split("|")) if cell else () for cell in texts]
    cells: np.ndarray[Any, Any] = tuples[numbers]
    return cells
