"""The limits of the communes, not simplified: what decides in which commune a point is, for the server only."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pyarrow as pa
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.core.geography.limits import STEPS_PER_DEGREE
from dashboard.reference.tables import write_columns


def write_commune_limits(contours: Mapping[str, BaseGeometry], path: Path) -> None:
    """One row per ring, in the order of the codes: insee_code, and its corners as steps from one to the next.

    The first step of a ring starts from (0, 0), and its last corner is its first. A hole is a ring like another: a
    point is inside when a line from it crosses the rings of the commune an odd number of times.
    """
    codes = sorted(contours)
    parts, commune_of_part = shapely.get_parts([contours[code] for code in codes], return_index=True)
    rings, part_of_ring = shapely.get_rings(parts, return_index=True)
    corners, ring_of_corner = shapely.get_coordinates(rings, return_index=True)
    places = np.rint(corners * STEPS_PER_DEGREE).astype(np.int32)
    steps = np.diff(places, axis=0, prepend=np.zeros((1, 2), dtype=np.int32))
    starts = np.flatnonzero(np.diff(ring_of_corner, prepend=-1))
    steps[starts] = places[starts]
    ends = pa.array(np.append(starts, len(steps)).astype(np.int32))
    columns = {
        "insee_code": pa.array([codes[rank] for rank in commune_of_part[part_of_ring].tolist()]),
        "x": pa.ListArray.from_arrays(ends, pa.array(steps[:, 0])),
        "y": pa.ListArray.from_arrays(ends, pa.array(steps[:, 1])),
    }
    write_columns(path, pa.table(columns))
