"""The dashboard as a library, for notebooks and scripts: the same catalogue, selections and exports as the site.

import dashboard
catalogue = dashboard.load_catalogue()
poles = dashboard.select(catalogue, "?secteur=numerique&region=53")
dashboard.crosstab(catalogue, "secteur", "financement")
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal
from urllib.parse import parse_qs, urlsplit

import geopandas as gpd
import pandas as pd

from dashboard.config import settings
from dashboard.core.address import selection_link
from dashboard.core.catalogue.bits import Mask
from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.catalogue.selection import Selection
from dashboard.core.fields.tables import INTERVENANT_FIELDS, PROGRAMME_FIELDS
from dashboard.core.intake.checking import check_table
from dashboard.core.intake.store import open_site_catalogue
from dashboard.features.crosstabs.index import cross
from dashboard.features.explore.notebook_map import NotebookMap
from dashboard.features.exports.dictionary import describe, to_records
from dashboard.features.exports.formats import Exporting
from dashboard.features.exports.provenance import Citation
from dashboard.features.exports.rows import frame_to_table
from dashboard.features.meeting.build import build_programme
from dashboard.features.meeting.load import read_meeting
from dashboard.features.meeting.programme import Programme
from dashboard.wording.selection import selection_words

Measure = Literal["nombre", "part-ligne", "part-colonne"]


def load_catalogue(poles: Sequence[str | Path] | None = None) -> Catalogue:
    """The catalogue of these files of poles, of any format that `check` reads; those of the settings by default.

    Files that are named come with their contact details, those of the settings as the site shows them.

    `rows` is a GeoDataFrame in EPSG:4326, index `id`; `findings` say what is wrong in the files. CatalogueMissing or
    UnreadableFile if a file is not there or is no table.
    """
    chosen = settings()
    if poles is not None:
        chosen = replace(chosen, poles=tuple(map(Path, poles)), contacts=True)
    return open_site_catalogue(chosen)


def load_programme(path: str | Path, people: str | Path | None = None) -> Programme:
    """The meeting of a file of sessions (CSV, workbook, `schedule.xml` or `.json`) and of a file of people, if any.

    Times are aware. Links to poles are kept as they are written. UnreadableFile if a file is not there or is no table.
    """
    zone = settings().fuseau
    sessions, present = read_meeting(Path(path), Path(people) if people else None, timezone=zone)
    checked = check_table(present, INTERVENANT_FIELDS).to_typed_rows() if present else ()
    rows = check_table(sessions, PROGRAMME_FIELDS).to_typed_rows()
    return build_programme(rows, checked, pole_ids=None, timezone=zone)[0]


def select(catalogue: Catalogue, link: str = "") -> gpd.GeoDataFrame:
    """The rows that a link of the site shows, in its order; all of them for "". A whole address, or from its `?`.

    Columns as `Catalogue.rows`: several values are a tuple, a blank is "" or (). ValueError for a value that does not
    exist: a notebook must not count something else than it says.
    """
    return catalogue.rows.loc[_shown(catalogue, link).to_bool()]


def describe_link(link: str) -> str:
    """The selection of a link in French words."""
    return selection_words(_selection(link))


def crosstab(
    catalogue: Catalogue, rows: str, columns: str, *, link: str = "", measure: Measure = "nombre"
) -> pd.DataFrame:
    """Counts (or percentages, NaN under 5 poles) of two dimensions, by their labels; those where all is 0 left out.

    Dimensions: secteur, reseau, financement, type, statut, forme, region, departement, annee… A pole that has several
    values counts once for each: the sum of the cells may exceed the number of poles. KeyError for another dimension.
    """
    crossed = cross(catalogue.values, _shown(catalogue, link), rows, columns)
    frame = crossed.to_frame(measure)
    kept = frame.loc[crossed.row_totals > 0, crossed.column_totals > 0]
    return kept.rename(index=dict(crossed.rows.labels), columns=dict(crossed.columns.labels))


def to_map(poles: gpd.GeoDataFrame) -> NotebookMap:
    """A folium map of these rows over the régions; it needs no network, and no text of theirs goes through folium."""
    return NotebookMap(poles, reference=settings().reference)


def export(catalogue: Catalogue, link: str, format_key: str) -> bytes:
    """The very bytes that the site gives for a link, in csv, xlsx, geojson, gpkg, parquet or zip; KeyError else."""
    return _exporting(catalogue, link).content(format_key)


def cite(catalogue: Catalogue, link: str = "") -> Citation:
    """How to cite what a link shows: `text`, `bibtex`, `csl`."""
    return _exporting(catalogue, link).citation


def dictionary(catalogue: Catalogue) -> pd.DataFrame:
    """One row per column of an export, index `colonne`: meaning, type, rows filled, share, example, allowed values."""
    return pd.DataFrame(to_records(describe(frame_to_table(catalogue.rows)))).set_index("colonne")


def _shown(catalogue: Catalogue, link: str) -> Mask:
    return catalogue.facets.select(_selection(link))


def _selection(link: str) -> Selection:
    selection, unknown = selection_link.parse(parse_qs(urlsplit(link).query or link.lstrip("?")))
    if unknown:
        raise ValueError("; ".join(f"no {value.parameter}={value.value!r}" for value in unknown))
    return selection


def _exporting(catalogue: Catalogue, link: str) -> Exporting:
    chosen = settings()
    return Exporting(catalogue, _selection(link), site=chosen.adresse, author=chosen.editeur)
