"""From checked files to the catalogue: nothing is lost on the way, every row ends in one account."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import geopandas as gpd
import numpy as np
import pandas as pd

from dashboard.core.catalogue.catalogue import Accounting, Catalogue, Source
from dashboard.core.catalogue.text_columns import compact, is_text
from dashboard.core.fields.findings import Finding, Severity
from dashboard.core.fields.reads import LIST_KINDS
from dashboard.core.fields.regions import REGIONS
from dashboard.core.fields.tables import DERIVED_COLUMNS, POLE_FIELDS
from dashboard.core.fields.text import fold
from dashboard.core.geography.gazetteer import Gazetteer
from dashboard.core.geography.overseas import COLLECTIVITIES
from dashboard.core.intake.checking import Checked
from dashboard.core.intake.locating import locate
from dashboard.core.intake.locator import Locator

_PROJECT_TYPES = frozenset({"projet", "ami-emergent-2021"})
_OWN = frozenset({field.key for field in POLE_FIELDS} | {*DERIVED_COLUMNS, "geometry", "lon", "lat"})


@dataclass(frozen=True, eq=False)
class CheckedFile:
    """A table that was read and checked, with its provenance; `sheet`: that of its workbook, "" if alone there."""

    name: str
    sha256: str
    licence: str
    checked: Checked
    sheet: str = ""


def build_catalogue(
    files: Sequence[CheckedFile], gazetteer: Gazetteer, locator: Locator, *, content_hash: str
) -> Catalogue:
    """The catalogue of these files, rows in alphabetical order; an id that an earlier file has is refused."""
    frames: list[pd.DataFrame] = []
    sources: list[Source] = []
    taken: set[str] = set()
    for file in files:
        rows, findings = _without_taken(file.checked, taken)
        taken.update(rows["id"])
        places, located = locate(rows, gazetteer, locator)
        findings = sorted((*findings, *located), key=lambda finding: finding.row or 0)
        day = max((value.isoformat() for value in rows["date_maj"] if isinstance(value, date)), default="")
        told = tuple(findings)
        source = Source(
            file.name, file.sha256, file.checked.rows_in, day, file.licence, told, file.sheet, file.checked.columns
        )
        frames.append(_to_columns(rows, places, file.checked.extra_columns, source.label, gazetteer))
        sources.append(source)
    rows = _as_geographic(frames)
    rows_in = sum(source.rows for source in sources)
    on_map = int(rows.geometry.notna().sum())
    accounting = Accounting(rows_in, on_map, len(rows) - on_map, rows_in - len(rows))
    return Catalogue(rows, tuple(sources), accounting, content_hash)


def _without_taken(checked: Checked, taken: set[str]) -> tuple[pd.DataFrame, list[Finding]]:
    findings = list(checked.findings)
    is_taken = checked.rows["id"].isin(taken)
    for number, pole_id in checked.rows.loc[is_taken, "id"].items():
        findings.append(Finding(int(str(number)), "id", "id_in_another_file", Severity.ERROR, str(pole_id)))
    return checked.rows.loc[~is_taken], findings


def _to_columns(
    rows: pd.DataFrame, places: pd.DataFrame, others: Sequence[str], source: str, gazetteer: Gazetteer
) -> pd.DataFrame:
    """The columns of a catalogue, index `id`, and `lon`, `lat`; what the row left out of its place is completed."""
    data = {field.key: _column(rows[field.key], field.kind) for field in POLE_FIELDS if field.key != "id"}
    frame = pd.DataFrame(data, index=rows.index)
    for key in ("code_departement", "code_region"):
        frame[key] = places[key].where(places[key] != "", frame[key]).astype("str")
    numbered = {said: _named_departement(said, gazetteer) for said in set(frame["departement"])}
    frame["departement"] = _completed(
        frame["departement"].map(numbered), frame["code_departement"], _departement_names(gazetteer)
    )
    frame["region"] = _completed(frame["region"], frame["code_region"], {t.code: t.label for t in REGIONS.terms})
    frame["commune"] = frame["commune"].where(frame["commune"] != "", places["commune_label"]).astype("str")
    frame["code_insee"] = frame["code_insee"].where(frame["code_insee"] != "", places["commune_insee"]).astype("str")
    frame["nature"] = _natures(rows["types"])
    for key in ("precision", "origine_position", "position_methode", "commune_insee", "commune_label", "epci_code"):
        frame[key] = places[key].astype("str")
    frame["position_presumee"] = places["position_presumee"].astype(bool)
    frame["position_confiance"] = places["position_confiance"].astype(float)
    frame["epci_label"] = _epci_labels(places["epci_code"], gazetteer)
    frame["fichier"] = pd.Series(source, index=frame.index, dtype="str")
    frame["ligne"] = frame.index.to_numpy(dtype=np.int64)
    for name in others:
        free = name if name not in _OWN else f"{name} (fichier)"
        frame[free] = rows[name].astype("str")
    frame["lon"], frame["lat"] = places["lon"], places["lat"]
    frame.index = pd.Index(rows["id"].to_numpy(dtype=object), dtype="str", name="id")
    return frame


def _column(values: pd.Series, kind: str) -> pd.Series:
    """Typed cells as a column without None: "" or () for a blank, NaN or NA for a number."""
    if kind in LIST_KINDS:
        cells = np.empty(len(values), dtype=object)
        cells[:] = [value or () for value in values.to_numpy(dtype=object)]
        return pd.Series(cells, index=values.index, dtype=object)
    if kind == "number":
        return pd.Series(values.to_numpy(dtype=float, na_value=np.nan), index=values.index)
    if kind == "integer":
        return values.astype("Int64")
    if kind == "date":
        values = values.map(lambda value: value.isoformat() if isinstance(value, date) else "")
    return values.map(lambda value: "" if value is None else value).astype("str")


def _completed(texts: pd.Series, codes: pd.Series, names: dict[str, str]) -> pd.Series:
    """The texts, those that are blank being replaced by the name of the code beside."""
    return texts.where(texts != "", codes.map(lambda code: names.get(code, ""))).astype("str")


def _departement_names(gazetteer: Gazetteer) -> dict[str, str]:
    names = {departement.code: departement.name for departement in gazetteer.departements()}
    return names | {code: collectivity.name for code, collectivity in COLLECTIVITIES.items()}


def _named_departement(said: str, gazetteer: Gazetteer) -> str:
    """« 23 » and « Lozère (48) » as the names that they stand for; another text as it is."""
    found = gazetteer.departement_named(said) if any(letter.isdigit() for letter in said) else None
    return found.name if found else said


def _epci_labels(codes: pd.Series, gazetteer: Gazetteer) -> pd.Series:
    names = {code: epci.name for code in set(codes) if code and (epci := gazetteer.epci(code))}
    return codes.map(lambda code: names.get(code, "")).astype("str")


def _natures(types: pd.Series) -> pd.Series:
    """« projet » for what is said to be a project or an emerging pole, else « pole »."""
    natures = ["projet" if _PROJECT_TYPES & set(codes or ()) else "pole" for codes in types]
    return pd.Series(natures, index=types.index, dtype="str")


def _as_geographic(frames: Sequence[pd.DataFrame]) -> gpd.GeoDataFrame:
    """All the rows with their points; a column that a file does not have is blank for its rows."""
    rows = pd.concat(frames) if frames else pd.DataFrame(columns=["lon", "lat"], dtype=float)
    extra = [name for name in rows.columns if name not in _OWN]
    rows[extra] = rows[extra].fillna("")
    if frames:
        rows = rows.sort_values("nom", key=lambda names: names.map(fold), kind="stable")
    for name in rows.columns:
        if is_text(rows[name]):
            rows[name] = compact(rows[name])
    lon, lat = rows.pop("lon").to_numpy(dtype=float), rows.pop("lat").to_numpy(dtype=float)
    points = gpd.points_from_xy(lon, lat, crs="EPSG:4326")
    points[np.isnan(lon) | np.isnan(lat)] = None
    return gpd.GeoDataFrame(rows, geometry=points)
