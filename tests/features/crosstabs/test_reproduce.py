"""« Reproduire » keeps its word: the lines shown, run as they are on an exported file, give the figures of the page."""

from itertools import combinations_with_replacement
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dashboard.config import settings
from dashboard.core.address.crosstab import MEASURES, MESHES, Crossing
from dashboard.core.address.selection_link import parse
from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.catalogue.dimensions import CROSSED
from dashboard.features.crosstabs.index import count_values, cross
from dashboard.features.crosstabs.view import bars, reproduction, table_view
from dashboard.features.exports.formats import Exporting
from dashboard.site import compose

KINDS = ("csv", "parquet")
SELECTIONS = ({}, {"region": ["84", "76"]}, {"q": ["insertion"], "statut": ["actif", "non-renseigne"]})
PAIRS = list(combinations_with_replacement(CROSSED, 2))


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return compose(settings()).catalogue


def run(catalogue: Catalogue, part: str, params: dict[str, list[str]], folder: Path) -> dict[str, Any]:
    """What the lines of an address leave behind, run as they are beside the export of the same address."""
    exporting = Exporting(catalogue, parse(params)[0])
    for kind in KINDS:
        file = folder / exporting.file_name(kind)
        if not file.exists():
            file.write_bytes(exporting.content(kind))
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
@pytest.mark.parametrize("kind", KINDS)
def test_the_lines_rebuild_every_table_to_the_last_decimal(catalogue, folder, kind: str, measure: str, asked: dict):
    for rows, columns in PAIRS[MEASURES.index(measure) :: 3]:
        params = {**asked, "lignes": [rows], "colonnes": [columns], "mesure": [measure], "fichier": [kind]}
        shown = catalogue.facets.select(parse(params)[0])
        table = cross(catalogue.values, shown, rows, columns)
        kept = table.to_frame(measure).loc[table.row_totals > 0, table.column_totals > 0]
        rebuilt = run(catalogue, "tableau", params, folder)["table"]
        assert rebuilt.index.tolist() == [table.rows.labels[code] for code in kept.index]
        assert rebuilt.columns.tolist() == [table.columns.labels[code] for code in kept.columns]
        assert np.array_equal(rebuilt.to_numpy(dtype=float), kept.to_numpy(dtype=float), equal_nan=True)


@pytest.mark.parametrize("asked", SELECTIONS, ids=str)
def test_the_lines_rebuild_the_bars_in_their_order(catalogue, folder, asked: dict):
    params = {**asked, "lignes": ["financement"], "colonnes": ["annee"]}
    table = cross(catalogue.values, catalogue.facets.select(parse(params)[0]), "financement", "annee")
    rebuilt = run(catalogue, "barres", params, folder)["nombres"]
    assert [(list(counts.index), counts.tolist()) for counts in rebuilt] == [
        (columns["libelle"], columns["nombre"]) for _, columns in bars(table)
    ]


@pytest.mark.parametrize("mesh", MESHES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_lines_rebuild_the_counts_of_the_territories(catalogue, folder, kind: str, mesh: str):
    values = catalogue.values[mesh]
    expected = count_values(values, catalogue.facets.select(catalogue.facets.everything))
    (rebuilt,) = run(catalogue, "carte", {"maille": [mesh], "fichier": [kind]}, folder)["nombres"]
    assert rebuilt.to_dict() == {
        label: n for label, n in zip(values.labels.values(), expected.tolist(), strict=True) if n
    }


def test_what_a_visitor_typed_stays_in_a_comment(catalogue):
    lines = reproduction(catalogue, "tableau", {"q": ['a\n__import__(\'os\')\u2028"""']})
    assert "__import__" in lines
    assert [line for line in lines.splitlines() if "__import__" in line and not line.startswith("# ")] == []


def test_there_are_no_lines_for_what_the_page_does_not_show(catalogue):
    assert reproduction(catalogue, "camembert", {}) is None


def test_the_page_shows_the_figures_of_the_table_rounded_and_their_tints(catalogue):
    shown = catalogue.facets.select(catalogue.facets.everything)
    table = cross(catalogue.values, shown, "statut", "region")
    view = table_view(table, Crossing(lignes="statut", colonnes="region", mesure="part-ligne"))
    shares = table.shares("part-ligne")
    for line, row in zip(view["chiffres"], view["lignes"], strict=True):
        kept = shares[row, view["colonnes"]].tolist()
        assert line == [None if np.isnan(share) else round(share) for share in kept]
    assert {tint for line in view["teintes"] for tint in line} <= set(range(6))
    assert sum(view["totauxLignes"]) == table.poles == 116
