"""Writing a Parquet file whose bytes depend on its content only."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq


def write_table(path: Path, rows: Iterable[Any], types: dict[str, pa.DataType]) -> None:
    """Write rows (tuples with the columns' names as attributes) under these types: one row group, zstd, no metadata."""
    listed = list(rows)
    columns = {name: pa.array([getattr(row, name) for row in listed], kind) for name, kind in types.items()}
    table = pa.table(columns, schema=pa.schema(list(types.items())))
    pq.write_table(
        table,
        path,
        row_group_size=max(len(listed), 1),
        version="2.6",
        compression="zstd",
        compression_level=19,
        store_schema=False,
        write_statistics=False,
    )
