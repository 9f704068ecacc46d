"""Selecting and counting every facet, sorting the table and turning its pages, beside DuckDB and plain pandas.

    python -m tests.bench.bench_facets [SIZE ...]

The three count the same selections of the same rows and must agree, or the run fails. What is timed: the rows to show
and the number beside each value of each facet, each facet's own choice ignored. DuckDB gets its rows as a table in
memory, with a boolean column for each value, made beforehand, as ours are; pandas gets the cells as the file has them.
"""

import gc
import json
import sys
import time
from collections.abc import Callable
from statistics import median
from typing import Any

import duckdb
import numpy as np
import pandas as pd

from dashboard.core.address.table import TableRequest
from dashboard.core.address.view import View
from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.catalogue.dimensions import FACETS, FACETS_BY_KEY, YearFacet
from dashboard.core.catalogue.selection import Selection
from dashboard.core.fields.vocabulary import NOT_GIVEN
from dashboard.features.explore import filters, table_view
from dashboard.features.explore import view as explorer_view
from tests.bench.many_rows import many_poles

SIZES = (116, 10_000, 200_000)
SELECTIONS = {
    "nothing asked": Selection(),
    "3 facets": Selection.of(secteur=["numerique", "energie-citoyenne"], region=["84", "53"], statut=["actif"]),
    "« toutes »": Selection.of(secteur=["emploi-insertion-formation", "numerique"], every=["secteur"]),
    "years": Selection.of(annee=["2005-2015", NOT_GIVEN], financement=["appel-a-projets"]),
}
COLUMNS = {"nom": "name", "commune": "commune", "annee_creation": "year", "secteurs": "sectors", "description": "text"}

Counts = dict[str, dict[str, int]]


def main(arguments: list[str]) -> None:
    """Print a line for each selection at each size, then the table's."""
    for size in map(int, arguments or SIZES):
        catalogue = many_poles(size)
        started = time.perf_counter()
        catalogue.facets.counts(Selection())
        print(f"\n{size:,} rows; our index is ready in {_ms(time.perf_counter() - started)}")
        database, frame = _database(catalogue), _frame(catalogue)
        print(f"{'select and count':18}{'rows':>9}{'ours':>12}{'DuckDB':>12}{'pandas':>12}{'to the browser':>18}")
        for name, selection in SELECTIONS.items():
            answers = [
                _timed(15, _ask_index, catalogue, selection),
                _timed(5, _ask_database, database, catalogue, selection),
                _timed(1 if size > 50_000 else 3, _ask_pandas, frame, catalogue, selection),
            ]
            _check_agreement([answer for _, answer in answers], name)
            times = "".join(f"{_ms(seconds):>12}" for seconds, _ in answers)
            print(f"{name:18}{answers[0][1][0]:9,}{times}{_told(catalogue, selection):>16,} B")
        _print_words(catalogue)
        _print_table(catalogue, frame)


def _print_words(catalogue: Catalogue) -> None:
    for query in ("réemploi", "pole de lyon"):
        started = time.perf_counter()
        found = catalogue.facets.find(query).count
        told = _told(catalogue, Selection(query=query))
        print(f"{query:18}{found:9,}{_ms(time.perf_counter() - started):>12}{'':24}{told:>16,} B   (the first time)")


def _print_table(catalogue: Catalogue, frame: pd.DataFrame) -> None:
    shown = catalogue.facets.select(SELECTIONS["3 facets"])
    mask = shown.to_bool()
    print(f"{'table sorted by':18}{'':9}{'first time':>12}{'then':>12}{'pandas':>12}{'to the browser':>18}")
    for key, name in COLUMNS.items():
        view = View(table=TableRequest(sort=key, page=2))
        first, _ = _timed(1, table_view.table, catalogue, view, shown)
        then, told = _timed(9, table_view.table, catalogue, view, shown)
        plain, _ = _timed(1, _plain_page, frame[mask], key)
        size = len(json.dumps(told, ensure_ascii=False).encode())
        print(f"{name:27}{_ms(first):>12}{_ms(then):>12}{_ms(plain):>12}{size:>16,} B")


def _plain_page(frame: pd.DataFrame, key: str) -> pd.DataFrame:
    return frame.sort_values(key, key=_sortable).iloc[50:100]


def _sortable(column: pd.Series) -> pd.Series:
    return column if column.dtype.kind in "iuf" or str(column.dtype) == "Int64" else column.astype(str).str.lower()


def _told(catalogue: Catalogue, selection: Selection) -> int:
    """The bytes of our own message at a click on the map: summary, filters and list."""
    view = View(selection=selection)
    shown = catalogue.facets.select(selection)
    messages: list[Any] = [
        explorer_view.summary(catalogue, view, shown),
        filters.filters(catalogue, view, shown),
        explorer_view.result_list(catalogue, None, view),
    ]
    return sum(len(json.dumps(message, separators=(",", ":")).encode()) for message in messages)


def _frame(catalogue: Catalogue) -> pd.DataFrame:
    """The cells of the facets and of the table as plain columns: text, lists, numbers."""
    rows = catalogue.rows
    keys = {*(column for facet in FACETS for column in facet.columns), *COLUMNS}
    frame = pd.DataFrame({key: list(rows[key]) for key in sorted(keys)}, index=rows.index)
    return frame.astype({"annee_creation": "Int64"})


def _has(frame: pd.DataFrame, key: str, code: str) -> pd.Series:
    """Which rows have a code of a facet, as one writes it in pandas."""
    facet = FACETS_BY_KEY[key]
    if isinstance(facet, YearFacet):
        year = frame[facet.columns[0]]
        return year.isna() if code == NOT_GIVEN else year.between(*facet.span(code)).fillna(False).astype(bool)
    found = pd.Series(False, index=frame.index)
    blank = pd.Series(True, index=frame.index)
    for column in facet.columns:
        cells = frame[column]
        if facet.is_multiple:
            found |= cells.map(lambda cell: code in cell)
            blank &= cells.map(len) == 0
        else:
            found |= cells == code
            blank &= cells == ""
    return blank if code == NOT_GIVEN else found


def _ask_index(catalogue: Catalogue, selection: Selection) -> tuple[int, Counts]:
    return catalogue.facets.select(selection).count, catalogue.facets.counts(selection)


def _ask_pandas(frame: pd.DataFrame, catalogue: Catalogue, selection: Selection) -> tuple[int, Counts]:
    chosen = {}
    for key, codes in selection.choices:
        parts = [_has(frame, key, code) for code in codes]
        join = np.logical_and if selection.asks_every(key) else np.logical_or
        chosen[key] = pd.Series(join.reduce(parts), index=frame.index)
    counts: Counts = {}
    for facet in FACETS:
        left = pd.Series(True, index=frame.index)
        for other, mask in chosen.items():
            if other != facet.key or selection.asks_every(other):
                left &= mask
        part = frame[left]
        counts[facet.key] = {code: int(_has(part, facet.key, code).sum()) for code in catalogue.values[facet.key].codes}
    shown = pd.Series(True, index=frame.index)
    for mask in chosen.values():
        shown &= mask
    return int(shown.sum()), counts


def _database(catalogue: Catalogue) -> duckdb.DuckDBPyConnection:
    """A table in memory with a boolean column `facet:code` for each value."""
    columns = {
        f"{facet.key}:{code}": catalogue.facets.select(Selection(((facet.key, (code,)),))).to_bool()
        for facet in FACETS
        for code in catalogue.values[facet.key].codes
    }
    database = duckdb.connect()
    database.register("given", pd.DataFrame(columns))
    database.execute("create table rows as select * from given")
    return database


def _ask_database(
    database: duckdb.DuckDBPyConnection, catalogue: Catalogue, selection: Selection
) -> tuple[int, Counts]:
    """One statement: a filtered count for each value."""
    asked = {key: _condition(catalogue, selection, key) for key in selection.chosen}
    names, parts = [], [f"count(*) filter ({' and '.join(asked.values()) or 'true'})"]
    for facet in FACETS:
        others = [text for key, text in asked.items() if key != facet.key or selection.asks_every(key)]
        for code in catalogue.values[facet.key].codes:
            names.append((facet.key, code))
            parts.append(f"count(*) filter ({' and '.join((*others, _column(facet.key, code)))})")
    row = database.execute(f"select {', '.join(parts)} from rows").fetchone() or ()
    counts: Counts = {facet.key: {} for facet in FACETS}
    for (key, code), count in zip(names, row[1:], strict=True):
        counts[key][code] = int(count)
    return int(row[0]), counts


def _condition(catalogue: Catalogue, selection: Selection, key: str) -> str:
    facet, codes = FACETS_BY_KEY[key], selection.chosen[key]
    if isinstance(facet, YearFacet):
        spans = [facet.span(code) for code in codes if code != NOT_GIVEN]
        known = [code for code in catalogue.values[key].codes if code != NOT_GIVEN]
        years = [code for code in known if any(first <= int(code) <= last for first, last in spans)]
        codes = (*years, *(code for code in codes if code == NOT_GIVEN))
    join = " and " if selection.asks_every(key) else " or "
    return f"({join.join(_column(key, code) for code in codes) or 'false'})"


def _column(key: str, code: str) -> str:
    return f'"{key}:{code}"'


def _check_agreement(answers: list[tuple[int, Counts]], name: str) -> None:
    if any(answer != answers[0] for answer in answers[1:]):
        raise SystemExit(f"they do not count the same: {name}")


def _timed(times: int, act: Callable[..., Any], *given: Any) -> tuple[float, Any]:
    """Median seconds of a few runs, and the answer."""
    gc.collect()
    seconds = []
    for _ in range(times):
        started = time.perf_counter()
        answer = act(*given)
        seconds.append(time.perf_counter() - started)
    return median(seconds), answer


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:,.1f} ms"


if __name__ == "__main__":
    main(sys.argv[1:])
