"""What an export holds: the selected rows, the declared columns, the file's others, then what the tool computed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from dashboard.core.catalogue.bits import Mask
from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.catalogue.text_columns import extra_columns, factorize
from dashboard.core.fields.computed import COMPUTED_FIELDS, PROVENANCE_FIELD
from dashboard.core.fields.field import Field
from dashboard.core.fields.reads import Kind
from dashboard.core.fields.tables import LATER_KEYS, POLE_FIELDS

_SOURCES = {
    "carte_nature": "nature",
    "carte_precision": "precision",
    "carte_origine_position": "origine_position",
    "carte_code_insee": "commune_insee",
    "carte_commune": "commune_label",
    "carte_code_epci": "epci_code",
    "carte_epci": "epci_label",
    "carte_fichier": "fichier",
    "carte_ligne": "ligne",
}
_DECLARED = {field.key: field for field in (*POLE_FIELDS, *COMPUTED_FIELDS)}


@dataclass(frozen=True, eq=False)
class ExportColumn:
    """One column: for each row the number of its cell, and the distinct cells.

    Cells are text, tuples of text (`LIST_KINDS`), int or float as `kind` says; a blank is None, whatever the kind. A
    column that no field declares has the kind "text" and its blanks are None too.
    """

    key: str
    kind: Kind
    numbers: NDArray[np.int32]
    distinct: Any
    """The distinct cells: Arrow's texts, "" for a blank, or a tuple of cells."""

    @cached_property
    def cells(self) -> tuple[Any, ...]:
        """The distinct cells."""
        if isinstance(self.distinct, tuple):
            return self.distinct
        return tuple(text or None for text in self.distinct.to_numpy(zero_copy_only=False).tolist())

    @cached_property
    def texts(self) -> pa.Array:
        """The distinct cells of a column of text as Arrow's large strings, "" for a blank."""
        if isinstance(self.distinct, tuple):
            return pa.array([cell or "" for cell in self.distinct], pa.large_string())
        return self.distinct

    @cached_property
    def values(self) -> NDArray[np.object_]:
        """The cell of each row."""
        distinct = np.empty(len(self.cells), dtype=object)
        distinct[:] = self.cells
        return distinct[self.numbers] if len(self.cells) else np.empty(len(self.numbers), dtype=object)


@dataclass(frozen=True, eq=False)
class ExportTable:
    """Columns of the same length, and for each row its point in EPSG:4326 degrees, NaN without a place."""

    columns: tuple[ExportColumn, ...]
    lon: NDArray[np.float64]
    lat: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.lon)

    @property
    def keys(self) -> tuple[str, ...]:
        """The headings, in order."""
        return tuple(column.key for column in self.columns)

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """The rows one by one, a cell for each column."""
        return zip(*(column.values for column in self.columns), strict=True)


def to_export_table(catalogue: Catalogue, shown: Mask) -> ExportTable:
    """The rows of the mask, in the order of the catalogue, as an export holds them."""
    rows = catalogue.rows if shown.count == len(catalogue.rows) else catalogue.rows.loc[shown.to_bool()]
    return frame_to_table(rows)


def frame_to_table(rows: gpd.GeoDataFrame) -> ExportTable:
    """These rows of a catalogue, in their order, as an export holds them."""
    lon, lat = _points(rows)
    columns = [_column("id", "text", rows.index.to_series())]
    columns += [_column(field.key, field.kind, rows[field.key]) for field in exported_fields(rows)[1:]]
    columns += [_column(str(name), "text", rows[name]) for name in extra_columns(rows)]
    made: Mapping[str, pd.Series] = {
        "carte_longitude": pd.Series(lon, index=rows.index),
        "carte_latitude": pd.Series(lat, index=rows.index),
        "carte_position_presumee": rows["position_presumee"].map({True: "oui", False: "non"}),
    }
    for field in COMPUTED_FIELDS:
        source = made[field.key] if field.key in made else rows[_SOURCES[field.key]]
        columns.append(_column(field.key, field.kind, source))
    return ExportTable(tuple(columns), lon, lat)


def exported_fields(rows: pd.DataFrame) -> tuple[Field, ...]:
    """The declared columns of an export, `id` first: those that files have always had, and those that a row fills."""
    return tuple(field for field in POLE_FIELDS if field.key not in LATER_KEYS or _is_filled(rows, field))


def _is_filled(rows: pd.DataFrame, field: Field) -> bool:
    return field.key in rows and bool((rows[field.key].notna() & (rows[field.key] != "")).any())


def export_fields(table: ExportTable) -> tuple[Field, ...]:
    """The declaration of each column of the CSV export, its last one too; text for what no field declares."""
    described = "Colonne du fichier d’origine, que la déclaration des champs ne connaît pas."
    fields = [field_of(key) or Field(key, key, described) for key in table.keys]
    return (*fields, PROVENANCE_FIELD)


def field_of(key: str) -> Field | None:
    """The declaration of an exported column; None for one that no field declares."""
    return _DECLARED.get(key)


def _points(rows: gpd.GeoDataFrame) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    points = rows.geometry
    return points.x.to_numpy(dtype=float), points.y.to_numpy(dtype=float)


def _column(key: str, kind: Kind, values: pd.Series) -> ExportColumn:
    if kind in ("number", "integer"):
        numbers, distinct = pd.factorize(values.to_numpy(dtype=float, na_value=np.nan), use_na_sentinel=False)
        kept = float if kind == "number" else int
        cells = tuple(None if np.isnan(cell) else kept(cell) for cell in distinct)
        return ExportColumn(key, kind, numbers.astype(np.int32), cells)
    if isinstance(values.dtype, pd.CategoricalDtype):
        ranks, texts = values.cat.codes.to_numpy(dtype=np.int32), _large_strings(values.cat.categories)
        if len(texts) > len(ranks):
            used, places = np.unique(ranks, return_inverse=True)
            return ExportColumn(key, kind, places.astype(np.int32), texts.take(pa.array(used)))
        return ExportColumn(key, kind, ranks, texts)
    if isinstance(values.dtype, pd.StringDtype):
        return ExportColumn(key, kind, np.arange(len(values), dtype=np.int32), _large_strings(values))
    rank_of_each, found = factorize(values)
    return ExportColumn(key, kind, rank_of_each, tuple(cell or None for cell in found))


def _large_strings(texts: pd.Series | pd.Index) -> pa.Array:
    return pa.array(texts.array, pa.large_string())
