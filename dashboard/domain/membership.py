"""Who has which code: the rows of a catalogue against the codes of some of its columns."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.domain.compact import factorize


def membership(rows: pd.DataFrame, columns: Sequence[str], codes: Sequence[str], blank: str) -> NDArray[np.bool_]:
    """Shape (codes, rows): which row has which code in any of the columns.

    A row that has none of them has `blank`, one of the codes. Cells are text or tuples of text; other codes are
    ignored.
    """
    ranks = {code: rank for rank, code in enumerate(codes)}
    member = np.zeros((len(ranks), len(rows)), dtype=np.bool_)
    for column in columns:
        numbers, cells = factorize(rows[column])
        known = np.zeros((len(ranks), len(cells)), dtype=np.bool_)
        for number, cell in enumerate(cells):
            found = (cell,) if isinstance(cell, str) else cell
            known[[ranks[code] for code in found if code in ranks], number] = True
        member |= known[:, numbers]
    member[ranks[blank]] = ~member.any(axis=0)
    return member
