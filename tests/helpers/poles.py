"""Small builders of what the tests need: poles as the catalogue holds them."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from dashboard.core.catalogue.dimensions import DIMENSIONS

BLANK_POLE: dict[str, Any] = {
    **dict.fromkeys(("nom", "structure_porteuse", "commune", "departement", "region", "description"), ""),
    **{column: () if one.is_multiple else "" for one in DIMENSIONS for column in one.columns},
    "secteurs_labo2017": (),
    "annee_creation": None,
}


def make_pole(pole_id: str, **said: Any) -> dict[str, Any]:
    """A pole blank everywhere but where said."""
    return {"id": pole_id, **BLANK_POLE, **said}


def make_rows(poles: Iterable[dict[str, Any]]) -> pd.DataFrame:
    """The rows as a catalogue's, without geometry."""
    return pd.DataFrame(list(poles), columns=["id", *BLANK_POLE], dtype=object).set_index("id")
