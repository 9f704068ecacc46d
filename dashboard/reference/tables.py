"""Writing a Parquet file whose bytes depend on its content only."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq


def write_rows(path: Path, rows: Iterable[Any], types: dict[str, pa.DataType]) -> None:
    """Write rows (tuples with the columns' names as attributes) under these types."""
    listed = list(rows)
    columns = {name: pa.array([getattr(row, name) for row in listed], kind) for name, kind in types.items()}
    write_columns(path, pa.table(columns, schema=pa.schema(list(types.items()))))


def write_columns(path: Path, table: pa.Table) -> None:
    """Write a table and its metadata, if any: one row group, zstd, no statistics, nothing of the day or the machine."""
    pq.write_table(
        table,
        path,
        row_group_size=max(table.num_rows, 1),
        version="2.6",
        compression="zstd",
        compression_level=19,
        store_schema=table.schema.metadata is not None,
        write_statistics=False,
    )
