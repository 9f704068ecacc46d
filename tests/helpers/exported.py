"""What an export says when it is read again."""

import io
import tempfile
from pathlib import Path

import geopandas as gpd
import pandas as pd

from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.fields.tables import POLE_FIELDS
from dashboard.core.files.table import read_content
from dashboard.features.exports.rows import extra_columns
from tests.helpers.catalogues import catalogue_of, table_of

READ_BY_US = ("csv", "xlsx", "geojson")
READ_BY_OTHERS = ("gpkg", "parquet")


def content_rows(catalogue: Catalogue) -> pd.DataFrame:
    """What a file says of the rows: index `id`, the declared columns and the file's others, categories as text."""
    keys = [field.key for field in POLE_FIELDS if field.key != "id"] + list(extra_columns(catalogue.rows))
    rows = pd.DataFrame(catalogue.rows[keys])
    texts = [key for key in keys if isinstance(rows[key].dtype, pd.CategoricalDtype)]
    return rows.astype(dict.fromkeys(texts, "str"))


def read_again(content: bytes, format_key: str) -> Catalogue:
    """The catalogue of an exported file: through our own reader, or geopandas for what only others read."""
    if format_key in READ_BY_US:
        return catalogue_of(read_content(content))
    rows = gpd.read_parquet(io.BytesIO(content)) if format_key == "parquet" else read_geopackage(content)
    keys = [str(key) for key in rows.columns if key != "geometry"]
    return catalogue_of(table_of(({key: _text(row[key]) for key in keys} for _, row in rows.iterrows()), keys))


def read_geopackage(content: bytes) -> gpd.GeoDataFrame:
    """The rows of a GeoPackage, which GDAL wants to see end in .gpkg."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.gpkg"
        path.write_bytes(content)
        return gpd.read_file(path)


def _text(value: object) -> str:
    if isinstance(value, list | tuple) or hasattr(value, "tolist"):
        value = value.tolist() if hasattr(value, "tolist") else value
        return "|".join(value) if isinstance(value, list | tuple) else _text(value)
    if value is None or value is pd.NaT or value is pd.NA or value != value:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.date().isoformat() if isinstance(value, pd.Timestamp) else str(value)
