"""What crosstabs and near poles cost, beside pandas and DuckDB, and what a click on « Croisements » costs a visitor.

    python -m tests.bench.bench_crosstabs [--rows 116 200000]

The three ways count the same table, which is checked: ours packs who has which value once, then counts bits; pandas
explodes and crosses, from columns that are lists already; DuckDB unnests the same lists.
"""

import argparse
import statistics
import subprocess
import time
from collections.abc import Callable
from typing import Any

import duckdb
import numpy as np
import pandas as pd
from playwright.sync_api import Browser, Page

from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.fields.vocabulary import NOT_GIVEN
from dashboard.features.crosstabs.index import count_values, cross
from dashboard.features.explore.similar import alike_poles
from dashboard.wording.words import number
from tests.bench.browsing import chromium, cold_context, measure_clicks, seconds_to, spent_ms
from tests.bench.many_rows import SEED, STORE, many_poles
from tests.browser.server import running_script, wait_until_ready

SECTOR = "culture-industries-creatives"
TABLES = (("secteur", "reseau"), ("secteur", "financement"), ("region", "departement"), ("secteur", "annee"))

_BOX = f'input[name="secteur"][value="{SECTOR}"]'
_PAINTED = (
    "document.querySelector('.defile tfoot td:last-child').textContent.replaceAll('\u202f', '') == {n}"
    " && [...document.querySelectorAll('.st-key-barres .marks text')].some((one) => one.textContent === '{figure}')"
    " && document.querySelector('.st-key-choroplethe [data-painted]').dataset.painted"
    " === document.querySelector('.partie-croisements[data-painted]').dataset.painted"
)
_SQL = """
with lignes as (select p, unnest(a) as ligne from poles), colonnes as (select p, unnest(b) as colonne from poles)
select ligne, colonne, count(*) as n from lignes join colonnes using (p) group by all
"""


def median_ms(run: Callable[[], Any], *, times: int = 9) -> float:
    """Median of several runs, the first left out."""
    run()
    spent = []
    for _ in range(times):
        begun = time.perf_counter()
        run()
        spent.append(1000 * (time.perf_counter() - begun))
    return statistics.median(spent)


def bench_tables(catalogue: Catalogue) -> None:
    """One crosstab by each way, the figures compared."""
    shown = catalogue.facets.select(catalogue.facets.everything)
    for rows, columns in TABLES:
        lists = pd.DataFrame({"a": _lists(catalogue, rows), "b": _lists(catalogue, columns)})

        def with_pandas(lists: pd.DataFrame = lists) -> pd.DataFrame:
            exploded = lists["a"].explode().to_frame().join(lists["b"].explode())
            return exploded.value_counts().unstack(fill_value=0)

        connection = duckdb.connect()
        connection.register("frame", lists.reset_index(names="p"))
        connection.execute("create table poles as select * from frame")

        def with_duckdb(connection: duckdb.DuckDBPyConnection = connection) -> list[tuple[str, str, int]]:
            return connection.execute(_SQL).fetchall()

        table = cross(catalogue.values, shown, rows, columns).to_frame()
        counted = with_pandas().reindex(index=table.index, columns=table.columns, fill_value=0)
        assert np.array_equal(table.to_numpy(), counted.to_numpy()), "pandas counts otherwise"
        assert sum(n for *_, n in with_duckdb()) == table.to_numpy().sum(), "DuckDB counts otherwise"
        ours = median_ms(lambda rows=rows, columns=columns: cross(catalogue.values, shown, rows, columns))
        few = 3 if len(lists) > 1000 else 9
        pandas, sql = median_ms(with_pandas, times=few), median_ms(with_duckdb, times=few)
        print(
            f"{len(lists):,} rows, {rows} × {columns}: ours {ours:.2f} ms, pandas {pandas:.1f} (× {pandas / ours:.0f}),"
            f" DuckDB {sql:.1f} (× {sql / ours:.0f})",
            flush=True,
        )
        connection.close()


def bench_near_poles(catalogue: Catalogue) -> None:
    """The near poles of sheets drawn at random, as a sheet asks for them."""
    begun = time.perf_counter()
    alike_poles(catalogue, str(catalogue.rows.index[0]))
    first = 1000 * (time.perf_counter() - begun)
    drawn = np.random.default_rng(7).choice(catalogue.rows.index.to_numpy(), 60)
    spent = []
    for pole_id in drawn:
        begun = time.perf_counter()
        alike_poles(catalogue, str(pole_id))
        spent.append(1000 * (time.perf_counter() - begun))
    print(
        f"{len(catalogue.rows):,} rows, near poles of a sheet: median {statistics.median(spent):.1f} ms,"
        f" worst {max(spent):.1f}, first of all {first:.0f}",
        flush=True,
    )


def bench_page(browser: Browser, catalogue: Catalogue) -> None:
    """A filter's click on the page: CPU, bytes, and the time until table, bars and territories are painted."""
    rows = len(catalogue.rows)
    path = STORE / f"poles-{rows}-{SEED}.csv"  # the file that `many_poles` wrote, its catalogue built already
    environment = {"PTCE_POLES": str(path), "PTCE_PROGRAMME": "", "PTCE_CACHE": str(STORE)}
    chosen = int(sum(SECTOR in codes for codes in catalogue.rows["secteurs"]))
    with running_script("dashboard/app.py", environment) as (url, process):
        wait_until_ready(f"{url}/pret", process)
        context = cold_context(browser)
        page = context.new_page()
        opened = seconds_to(page, f"{url}/croisements", _painted(rows, rows, catalogue))
        page.locator(_BOX).wait_for(state="attached")
        _settle(page, process)
        clicks = measure_clicks(
            page, process, [(_BOX, _painted(chosen, rows, catalogue)), (_BOX, _painted(rows, rows, catalogue))]
        )
        context.close()
    cpu, received, painted = clicks.medians
    print(
        f"{rows:,} rows, a click on « Croisements »: painted {painted:.0f} ms, CPU {cpu:.1f} ms, {received:,.0f} bytes;"
        f" the page opened in {opened:.2f} s",
        flush=True,
    )


def _settle(page: Page, process: subprocess.Popen[bytes]) -> None:
    """Wait until the server, which still shrinks its files for the network, has nothing more to do."""
    before = -1.0
    while (now := spent_ms(process)) - before > 50:
        before = now
        page.wait_for_timeout(2000)


def _painted(n: int, total: int, catalogue: Catalogue) -> str:
    """The table's total is n, and the bars have the figure that goes with it."""
    facets = catalogue.facets
    selection = facets.everything if n == total else facets.everything.with_code("secteur", SECTOR)
    figure = max(count_values(catalogue.values["secteur"], facets.select(selection)).tolist())
    return _PAINTED.format(n=n, figure=number(figure))


def _lists(catalogue: Catalogue, key: str) -> list[list[str]]:
    """The values of each row, as a researcher would have them in lists."""
    values = catalogue.values.crossed[key]
    if values.period:
        codes = [[NOT_GIVEN] for _ in range(len(catalogue.rows))]
        years = catalogue.rows["annee_creation"]
        for row in np.flatnonzero(years.notna().to_numpy()).tolist():
            first = int(years.iloc[row]) // values.period * values.period
            codes[row] = [f"{first}-{first + values.period - 1}" if values.period > 1 else str(first)]
        return codes
    known, found = set(values.codes), []
    for cells in zip(*(catalogue.rows[column] for column in values.dimension.columns), strict=True):
        codes_of = {code for cell in cells for code in ((cell,) if isinstance(cell, str) else cell)}
        found.append(sorted(codes_of & known) or [NOT_GIVEN])
    return found


def main(arguments: list[str]) -> None:
    """Run the bench."""
    parser = argparse.ArgumentParser(description="Bench of the crosstabs and of the near poles.")
    parser.add_argument("--rows", type=int, nargs="*", default=[116, 200_000])
    options = parser.parse_args(arguments)
    with chromium() as browser:
        for rows in options.rows:
            catalogue = many_poles(rows)
            bench_tables(catalogue)
            bench_near_poles(catalogue)
            bench_page(browser, catalogue)


if __name__ == "__main__":
    import sys

    main(sys.argv[1:])
