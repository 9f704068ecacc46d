"""« Reproduire » keeps its word: the lines shown, run as they are on an exported file, give the figures of the page."""

import csv
from itertools import combinations_with_replacement
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from dashboard.composition import compose
from dashboard.config import settings
from dashboard.domain.bits import Mask
from dashboard.domain.catalogue import Catalogue
from dashboard.domain.crossing import MEASURES, MESHES, Crossing
from dashboard.domain.dimensions import DIMENSIONS
from dashboard.domain.fields import POLE_FIELDS
from dashboard.domain.permalink import parse
from dashboard.presentation.crosstab_strings import Reproduce
from dashboard.presentation.crosstab_view import bars, reproduction, table_view

SELECTIONS = ({}, {"region": ["84", "76"]}, {"q": ["insertion"], "statut": ["actif", "non-renseigne"]})
PAIRS = list(combinations_with_replacement(DIMENSIONS, 2))


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return compose(settings()).catalogue


def export(catalogue: Catalogue, shown: Mask, folder: Path) -> None:
    """The CSV export as it is declared: byte order mark, `;`, the keys of the fields, several values joined by `|`."""
    keys = [field.key for field in POLE_FIELDS]
    rows = catalogue.rows.loc[shown.to_bool()].reset_index()[keys]
    with (folder / Reproduce.FILE).open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow(keys)
        writer.writerows([written(cell) for cell in row] for row in rows.itertuples(index=False))


def written(cell: Any) -> str:
    if isinstance(cell, tuple):
        return "|".join(cell)
    return "" if pd.isna(cell) else str(cell)


def run(catalogue: Catalogue, part: str, params: dict[str, list[str]], folder: Path) -> dict[str, Any]:
    """What the lines of an address leave behind, run beside the export of the same address."""
    export(catalogue, catalogue.facets.select(parse(params)[0]), folder)
    lines = reproduction(catalogue, part, params)
    assert lines is not None
    left: dict[str, Any] = {}
    exec(compile(lines, "croisement.py", "exec"), left)
    return left


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("asked", SELECTIONS, ids=str)
@pytest.mark.parametrize("measure", MEASURES)
def test_the_lines_rebuild_every_table_to_the_last_decimal(catalogue, folder, measure: str, asked: dict):
    for rows, columns in PAIRS[MEASURES.index(measure) :: 3]:
        params = {**asked, "lignes": [rows], "colonnes": [columns], "mesure": [measure]}
        shown = catalogue.facets.select(parse(params)[0])
        table = catalogue.crosstabs.cross(shown, rows, columns)
        kept = table.to_frame(measure).loc[table.row_totals > 0, table.column_totals > 0]
        rebuilt = run(catalogue, "tableau", params, folder)["table"]
        assert rebuilt.index.tolist() == [table.rows.labels[code] for code in kept.index]
        assert rebuilt.columns.tolist() == [table.columns.labels[code] for code in kept.columns]
        assert np.array_equal(rebuilt.to_numpy(dtype=float), kept.to_numpy(dtype=float), equal_nan=True)


@pytest.mark.parametrize("asked", SELECTIONS, ids=str)
def test_the_lines_rebuild_the_bars_in_their_order(catalogue, folder, asked: dict):
    params = {**asked, "lignes": ["financement"], "colonnes": ["annee"]}
    table = catalogue.crosstabs.cross(catalogue.facets.select(parse(params)[0]), "financement", "annee")
    rebuilt = run(catalogue, "barres", params, folder)["nombres"]
    assert [(list(counts.index), counts.tolist()) for counts in rebuilt] == [
        (columns["libelle"], columns["nombre"]) for _, columns in bars(table)
    ]


@pytest.mark.parametrize("mesh", MESHES)
def test_the_lines_rebuild_the_counts_of_the_territories(catalogue, folder, mesh: str):
    index = catalogue.crosstabs
    expected = index.count(catalogue.facets.select(catalogue.facets.everything), mesh)
    (rebuilt,) = run(catalogue, "carte", {"maille": [mesh]}, folder)["nombres"]
    labels = index.dimensions[mesh].labels.values()
    assert rebuilt.to_dict() == {label: n for label, n in zip(labels, expected.tolist(), strict=True) if n}


def test_what_a_visitor_typed_stays_in_a_comment(catalogue):
    lines = reproduction(catalogue, "tableau", {"q": ['a\n__import__(\'os\')\u2028"""']})
    assert "__import__" in lines
    assert [line for line in lines.splitlines() if "__import__" in line and not line.startswith("# ")] == []


def test_there_are_no_lines_for_what_the_page_does_not_show(catalogue):
    assert reproduction(catalogue, "camembert", {}) is None


def test_the_page_shows_the_figures_of_the_table_rounded_and_their_tints(catalogue):
    shown = catalogue.facets.select(catalogue.facets.everything)
    table = catalogue.crosstabs.cross(shown, "statut", "region")
    view = table_view(table, Crossing(lignes="statut", colonnes="region", mesure="part-ligne"))
    shares = table.shares("part-ligne")
    for line, row in zip(view["chiffres"], view["lignes"], strict=True):
        kept = shares[row, view["colonnes"]].tolist()
        assert line == [None if np.isnan(share) else round(share) for share in kept]
    assert {tint for line in view["teintes"] for tint in line} <= set(range(6))
    assert sum(view["totauxLignes"]) == table.poles == 116
