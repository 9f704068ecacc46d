"""What exports cost at 200,000 rows, beside plain pandas and geopandas on the same rows, in the same run.

    python -m tests.bench.bench_exports [--rows 116 200000]

For each format: seconds from the selection to the bytes (median of three), CPU seconds, megabytes, the target.
"""

import argparse
import io
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial

import pandas as pd

from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.catalogue.selection import Selection
from dashboard.features.exports.formats import DATA_FORMATS, Exporting
from dashboard.features.exports.words import MAX_WORKBOOK_ROWS
from tests.bench.many_rows import many_poles

TARGETS_S = {"csv": 2.0, "parquet": 1.5}
_LISTS = ("types", "secteurs", "secteurs_labo2017", "reseaux_membre", "reseaux_cite", "forme_juridique",
          "financements", "financements_detail", "sources")  # fmt: skip
_REPEATS = 3


def main(arguments: list[str]) -> None:
    """Run the bench."""
    parser = argparse.ArgumentParser(description="Bench of the exports.")
    parser.add_argument("--rows", type=int, nargs="+", default=[116, 200_000])
    for size in parser.parse_args(arguments).rows:
        catalogue = many_poles(size)
        print(f"{len(catalogue.rows):,} rows")
        print(f"{'format':12}{'seconds':>9}{'CPU s':>8}{'MB':>8}{'target s':>10}{'plain way s':>13}")
        for format_key in DATA_FORMATS:
            if format_key == "xlsx" and size > MAX_WORKBOOK_ROWS:
                print(f"{format_key:12} the page refuses more than {MAX_WORKBOOK_ROWS:,} rows")
                continue
            seconds, cpu_s, content = measured(partial(_export, catalogue, format_key))
            target = f"{TARGETS_S[format_key]:10.1f}" if format_key in TARGETS_S and size > 1000 else " " * 10
            plain = PLAIN.get(format_key)
            beside = f"{measured(partial(plain, catalogue))[0]:13.2f}" if plain else ""
            print(f"{format_key:12}{seconds:9.2f}{cpu_s:8.2f}{len(content) / 1e6:8.1f}{target}{beside}", flush=True)


def _export(catalogue: Catalogue, format_key: str) -> bytes:
    return Exporting(catalogue, Selection()).content(format_key)


def measured(make: Callable[[], bytes]) -> tuple[float, float, bytes]:
    """Median seconds and CPU seconds of the runs, and what the last one made."""
    walls, cpus, content = [], [], b""
    for _ in range(_REPEATS):
        wall, cpu = time.perf_counter(), time.process_time()
        content = make()
        walls.append(time.perf_counter() - wall)
        cpus.append(time.process_time() - cpu)
    return statistics.median(walls), statistics.median(cpus), content


def _joined(catalogue: Catalogue) -> pd.DataFrame:
    rows = catalogue.rows.copy()
    for key in _LISTS:
        rows[key] = rows[key].map("|".join)
    return rows


def _plain_csv(catalogue: Catalogue) -> bytes:
    """As most would write it: neither formulas nor provenance are thought of."""
    return _joined(catalogue).drop(columns="geometry").to_csv(sep=";").encode("utf-8-sig")


def _plain_parquet(catalogue: Catalogue) -> bytes:
    content = io.BytesIO()
    _joined(catalogue).to_parquet(content)
    return content.getvalue()


PLAIN: dict[str, Callable[[Catalogue], bytes]] = {"csv": _plain_csv, "parquet": _plain_parquet}


if __name__ == "__main__":
    main(sys.argv[1:])
