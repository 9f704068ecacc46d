"""All the poles and projects that may be shown, frozen: rows, findings, provenance, facets."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from threading import RLock
from typing import Any, TypeVar, cast

import geopandas as gpd

from dashboard.core.catalogue.bits import ValueIndex
from dashboard.core.catalogue.facet_index import FacetIndex
from dashboard.core.catalogue.likeness import LikenessIndex
from dashboard.core.fields.findings import ColumnMatch, Finding, Severity

ORIGINS = ("fichier", "code_insee", "nom_commune", "territoire", "departement", "region", "aucune")
"""What gave a position: coordinates of the file, code or name of the commune, code of the EPCI, département, région."""

NATURES = ("pole", "projet")

Index = TypeVar("Index")


@dataclass(frozen=True, slots=True)
class Accounting:
    """Where the rows of the files went: each is on the map, listed without a point, or refused."""

    rows_in: int
    located: int
    without_point: int
    refused: int

    def __post_init__(self) -> None:
        if self.rows_in != self.located + self.without_point + self.refused:
            raise ValueError(f"rows are not accounted for: {self}")


@dataclass(frozen=True, slots=True)
class Source:
    """One table: its file, SHA-256 of that, number of rows, last update (ISO day, "" if unsaid), licence, findings.

    `sheet`: the sheet of the workbook where it stands, "" where the file has one table only; `columns`: which of its
    columns is which field.
    """

    name: str
    sha256: str
    rows: int
    date: str
    licence: str
    findings: tuple[Finding, ...] = ()
    sheet: str = ""
    columns: tuple[ColumnMatch, ...] = ()

    @property
    def label(self) -> str:
        """Its name among the sources, which its rows bear in `fichier`: `poles.csv`, `réseau.xlsx › Projets`."""
        return f"{self.name} › {self.sheet}" if self.sheet else self.name


@dataclass(frozen=True, eq=False)
class Catalogue:
    """One row per pole or project, never modified once made.

    `rows`: in the alphabetical order of their names, index `id`, one column per declared field (blank text is "",
    several values are a tuple of text, blank ones (); `annee_creation` is Int64; `latitude` and `longitude` are
    those of the file, NaN if blank; days are ISO text), then nature (NATURES), precision (PRECISIONS),
    origine_position (ORIGINS), position_methode and position_confiance (see `Position`; "fichier" and NaN for a point
    of the file), position_presumee (bool: the source infers the place), commune_insee, commune_label, epci_code,
    epci_label, fichier and ligne (where the row comes from), then the columns that no field declares, as text. Text is
    categorical where cells repeat, so that each is held once, else `str`.
    Geometry: EPSG:4326 point, None without a place.
    """

    rows: gpd.GeoDataFrame
    sources: tuple[Source, ...]
    accounting: Accounting
    content_hash: str
    _made: dict[Callable[..., Any], Any] = field(default_factory=dict, init=False, repr=False)
    _lock: RLock = field(default_factory=RLock, init=False, repr=False)

    def without(self, columns: Sequence[str]) -> "Catalogue":
        """The same catalogue with these columns of text blank, and a hash of its own if any of them held something."""
        held = [column for column in columns if column in self.rows and (self.rows[column] != "").any()]
        if not held:
            return self
        digest = sha256(" ".join([self.content_hash, *held]).encode()).hexdigest()
        return replace(self, rows=self.rows.assign(**dict.fromkeys(held, "")), content_hash=digest)

    @cached_property
    def values(self) -> ValueIndex:
        """Which of these rows have which values."""
        return ValueIndex(self.rows)

    @cached_property
    def facets(self) -> FacetIndex:
        """The selection of these rows by facets and words."""
        return FacetIndex(self.values)

    @cached_property
    def likeness(self) -> LikenessIndex:
        """These rows compared with one another."""
        return LikenessIndex(self.values)

    def once(self, make: Callable[[gpd.GeoDataFrame], Index]) -> Index:
        """`make(rows)`, made at the first call and kept: the index that a feature asks for its own use."""
        with self._lock:
            if make not in self._made:
                self._made[make] = make(self.rows)
        return cast(Index, self._made[make])

    @property
    def findings(self) -> tuple[tuple[str, Finding], ...]:
        """Every finding with the label of its source."""
        return tuple((source.label, finding) for source in self.sources for finding in source.findings)

    def findings_of(self, pole_id: str) -> Iterator[Finding]:
        """What was found in the row of this pole; KeyError if there is none such."""
        file, number = self.rows.at[pole_id, "fichier"], self.rows.at[pole_id, "ligne"]
        return (finding for name, finding in self.findings if name == file and finding.row == number)

    @property
    def has_errors(self) -> bool:
        """Whether a row was refused or a finding is an ERROR."""
        return any(finding.severity is Severity.ERROR for _, finding in self.findings)

    def row_number(self, pole_id: str) -> int:
        """The position of a pole in `rows`, from 0; KeyError if there is none such."""
        return int(self.rows.index.get_loc(pole_id))
