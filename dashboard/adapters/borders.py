"""The land borders of communes, read from communes_voisines.parquet of data/reference/."""

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from dashboard.domain.borders import Borders


def load_borders(folder: Path) -> Borders:
    """The pairs of communes of today that share a border; FileNotFoundError when the table is missing."""
    file = pq.ParquetFile(folder / "communes_voisines.parquet", memory_map=True)
    table = file.read(use_threads=False).combine_chunks()
    sides = [table.column(name).combine_chunks() for name in ("insee_code", "neighbour_code")]
    codes = pc.unique(pa.concat_arrays(sides)).sort()
    pairs = np.stack([pc.index_in(side, codes).to_numpy() for side in sides], axis=1).astype(np.int32)
    return Borders(codes.to_pylist(), pairs)
