"""The texts where words are found: names, places, descriptions, and the wordings of the codes."""

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.domain.compact import factorize
from dashboard.domain.fields import POLE_FIELDS

SEARCHED_COLUMNS = (
    *("nom", "structure_porteuse", "commune", "commune_label", "code_postal", "departement", "region", "territoire"),
    *("epci_label", "description"),
)
_SEARCHED_LABELS = ("secteurs", "secteurs_labo2017", "reseaux_membre", "reseaux_cite", "types", "financements")
_WORDINGS = {
    field.key: {term.code: " ".join((term.label, *term.aliases)) for term in field.vocabulary.terms}
    for field in POLE_FIELDS
    if field.vocabulary
}


def searched_texts(rows: pd.DataFrame) -> Iterator[tuple[NDArray[np.int32], Sequence[str]]]:
    """For each searched column: the number of each row's text, and the distinct texts, labels standing for codes."""
    for key in SEARCHED_COLUMNS:
        if key in rows:
            yield factorize(rows[key])
    for key in _SEARCHED_LABELS:
        if key in rows:
            numbers, cells = factorize(rows[key])
            wordings = _WORDINGS[key]
            yield numbers, [" ".join(wordings.get(code, "") for code in cell) for cell in cells]
