"""Which communes touch which, from their simplified contours, where neighbours share their vertices."""

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from dashboard.reference.tables import write_columns

_PER_DEGREE = 10_000


def write_commune_borders(contours: Path, path: Path) -> None:
    """From communes_contours.parquet, write one row per pair of communes that share a side, in the order of the codes.

    Columns `insee_code` and `neighbour_code`, the first before the second. Two communes that only meet at a corner are
    not neighbours.
    """
    table = pq.read_table(contours)
    codes = table["insee_code"].to_pylist()
    shapes = shapely.from_wkb(table["geometry"].to_numpy(zero_copy_only=False))
    parts, commune_of_part = shapely.get_parts(shapes, return_index=True)
    rings, part_of_ring = shapely.get_rings(parts, return_index=True)
    points, ring_of_point = shapely.get_coordinates(rings, return_index=True)
    steps = np.rint(points * _PER_DEGREE).astype(np.int64)
    vertices = (steps[:, 0] + 180 * _PER_DEGREE) * (360 * _PER_DEGREE) + steps[:, 1] + 90 * _PER_DEGREE
    is_side = ring_of_point[1:] == ring_of_point[:-1]
    ends = np.sort(np.stack([vertices[:-1][is_side], vertices[1:][is_side]]), axis=0)
    owner = commune_of_part[part_of_ring[ring_of_point[:-1][is_side]]]
    order = np.lexsort(ends)
    ends, owner = ends[:, order], owner[order]
    is_shared = (ends[:, 1:] == ends[:, :-1]).all(axis=0)
    pairs = np.sort(np.stack([owner[:-1][is_shared], owner[1:][is_shared]], axis=1), axis=1)
    pairs = np.unique(pairs[pairs[:, 0] != pairs[:, 1]], axis=0)
    first, second = (pa.array([codes[rank] for rank in side]) for side in pairs.T.tolist())
    write_columns(path, pa.table({"insee_code": first, "neighbour_code": second}))
