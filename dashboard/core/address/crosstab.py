"""Which two dimensions a visitor crosses, by which measure, and the territories of the map; as an address says it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from dashboard.core.catalogue.dimensions import CROSSED

Measure = Literal["nombre", "part-ligne", "part-colonne"]
MEASURES: tuple[Measure, ...] = get_args(Measure)
MESHES = ("region", "departement")
"""The dimensions that a map may show."""

_ALLOWED: Mapping[str, tuple[str, ...]] = {
    "lignes": CROSSED,
    "colonnes": CROSSED,
    "mesure": MEASURES,
    "maille": MESHES,
}


@dataclass(frozen=True, slots=True)
class Crossing:
    """Keys of dimensions (`lignes`, `colonnes`), one of MEASURES, one of MESHES: the names that links use."""

    lignes: str = "secteur"
    colonnes: str = "reseau"
    mesure: Measure = "nombre"
    maille: str = "region"

    def to_params(self) -> dict[str, list[str]]:
        """The parameters of the address that differ from the first table shown."""
        first = Crossing()
        return {name: [getattr(self, name)] for name in _ALLOWED if getattr(self, name) != getattr(first, name)}


def parse_crossing(params: Mapping[str, Sequence[str]]) -> tuple[Crossing, tuple[str, ...]]:
    """What the parameters ask for, the last of repeated values; and the values that do not exist, in their order."""
    asked = {name: params[name][-1] for name in _ALLOWED if params.get(name)}
    known = {name: value for name, value in asked.items() if value in _ALLOWED[name]}
    return Crossing(**known), tuple(value for name, value in asked.items() if name not in known)  # type: ignore[arg-type]
