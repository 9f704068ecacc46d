"""The territories of France as records: commune, intercommunalité, département, région."""

from dataclasses import dataclass, fields
from typing import NamedTuple

Bounds = tuple[float, float, float, float]
"""West, south, east, north in EPSG:4326 degrees."""


class Commune(NamedTuple):
    """A commune, an arrondissement of Paris, Lyon or Marseille, a delegated or an associated commune.

    `parent_code` is the commune of today that the three others belong to, "" for a commune. `lon`, `lat` and the frame
    are EPSG:4326 degrees; in the overseas collectivities there is no frame (NaN), and the point is rough;
    `point_source` is "mairie", "interieur", "siege" or "" (neither point nor frame).
    `population` is 0 where unknown, `epci_code` "" where there is none.
    """

    insee_code: str
    name: str
    kind: str
    parent_code: str
    departement_code: str
    region_code: str
    epci_code: str
    population: int
    postcodes: tuple[str, ...]
    lon: float
    lat: float
    point_source: str
    west: float
    south: float
    east: float
    north: float

    @property
    def bounds(self) -> Bounds:
        """The frame around the commune, to a thousandth of a degree."""
        return self.west, self.south, self.east, self.north


@dataclass(frozen=True, slots=True)
class Territory:
    """A territory that is drawn: its people, a point inside it and the frame around it (EPSG:4326 degrees)."""

    code: str
    name: str
    population: int
    lon: float
    lat: float
    west: float
    south: float
    east: float
    north: float

    @property
    def bounds(self) -> Bounds:
        """The frame around it."""
        return self.west, self.south, self.east, self.north

    @classmethod
    def columns(cls) -> tuple[str, ...]:
        """The columns of its file, in the order of its values."""
        return tuple(field.name for field in fields(cls))


@dataclass(frozen=True, slots=True)
class Epci(Territory):
    """An intercommunalité with its own taxation; `departement_codes` go by the population that lives in it."""

    nature: str
    departement_codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Departement(Territory):
    """One of the 101 départements."""

    region_code: str


class Region(Territory):
    """One of the 18 régions."""


class Chain(NamedTuple):
    """A commune of today and the territories it is in; None where there is none (four islands, the collectivities)."""

    commune: Commune
    epci: Epci | None
    departement: Departement | None
    region: Region | None
