"""What the geocoder is worth, beside addok's, on the same queries in the same run.

    python -m tests.bench.bench_geocoding [SET.csv ...] [--no-addok] [--wrong]

Prints, for each set, the share of right answers by kind, the precision of what was accepted, the false accepts, rows
per second of CPU, start-up and memory, and the table of confidence by method. addok is asked as its users do: a sound
postcode as a filter, else in the text; its index holds communes and no street: address lines are not its ground here.
"""

import argparse
import gc
import sys
import time
from pathlib import Path

import psutil
import pyarrow.parquet as pq
import requests

from dashboard.adapters.geocoder_store import load_geocoder
from dashboard.domain.geocoding import Geocoder, Row, Verdict
from tests.addok.engine import addok_server, commune_documents
from tests.bench.geocoding_marks import (
    DEVELOPMENT_SET,
    JUNK_KINDS,
    SMALL_TOWNS,
    Answer,
    Case,
    Marks,
    Tally,
    mark,
    read_cases,
)

REFERENCE = Path(__file__).parents[2] / "data" / "reference"
ADDOK_ACCEPTS_FROM = 0.5
_REPEATS = 40


def main(arguments: list[str]) -> None:
    """Run the bench."""
    parser = argparse.ArgumentParser(description="Bench of the geocoder.")
    parser.add_argument("sets", nargs="*", type=Path, default=[DEVELOPMENT_SET])
    parser.add_argument("--reference", type=Path, default=REFERENCE)
    parser.add_argument("--no-addok", action="store_true")
    parser.add_argument("--wrong", action="store_true", help="print each wrong answer")
    options = parser.parse_args(arguments)
    before = psutil.Process().memory_info().rss
    started_at = time.perf_counter()
    geocoder = load_geocoder(options.reference)
    ready_s = time.perf_counter() - started_at
    sets = {path.name: read_cases(path) for path in options.sets}
    print(f"ready in {ready_s:.2f} s; process {_rss_mb():.0f} MB, of which {_rss_mb() - before / 1e6:.0f} MB ours")
    ours = {name: ask(geocoder, cases) for name, cases in sets.items()}
    for cases in sets.values():
        _print_speed(geocoder, cases)
    print(f"process {_rss_mb():.0f} MB after the run")
    theirs = {} if options.no_addok else _ask_addok(options.reference, sets)
    for name, cases in sets.items():
        print(f"\n{name}")
        _print_marks(mark(cases, ours[name]), mark(cases, theirs[name]) if name in theirs else None, options.wrong)


def ask(geocoder: Geocoder, cases: list[Case]) -> list[Answer]:
    """The embedded geocoder's answers."""
    return [_answer(verdict) for verdict in geocoder.locate_many([Row(case.query, case.postcode) for case in cases])]


def _answer(verdict: Verdict) -> Answer:
    return Answer(verdict.status.value, frozenset({verdict.code, verdict.commune_code} - {""}), verdict.method)


def _print_speed(geocoder: Geocoder, cases: list[Case]) -> None:
    rows = [Row(case.query, case.postcode) for case in cases]
    for label, batch in (("unique", list(dict.fromkeys(rows))), ("repeated", rows * _REPEATS)):
        best = 0.0
        for _ in range(3):
            gc.collect()
            started_at = time.process_time()
            geocoder.locate_many(batch)
            best = max(best, len(batch) / (time.process_time() - started_at))
        print(f"{label:>9} rows: {best:,.0f} a second of CPU")


def _ask_addok(reference: Path, sets: dict[str, list[Case]]) -> dict[str, list[Answer]]:
    communes = pq.read_table(reference / "communes.parquet").to_pydict()
    departements = pq.read_table(reference / "departements.parquet").to_pydict()
    names = dict(zip(departements["code"], departements["name"], strict=True))
    answers: dict[str, list[Answer]] = {}
    with addok_server(commune_documents(communes, names)) as address, requests.Session() as session:
        for name, cases in sets.items():
            started_at = time.perf_counter()
            answers[name] = [_asked(session, address, case) for case in cases]
            print(f"addok, {name}: {len(cases) / (time.perf_counter() - started_at):,.0f} rows a second")
    return answers


def _asked(session: requests.Session, address: str, case: Case) -> Answer:
    postcode = case.postcode.strip()
    hint = {"postcode": postcode} if len(postcode) == 5 else {}
    found = _features(session, address, {"q": case.query, **hint})
    if not found and postcode:
        found = _features(session, address, {"q": f"{case.query} {postcode}"})
    if not found or float(found[0]["properties"]["score"]) < ADDOK_ACCEPTS_FROM:
        return Answer("none", frozenset())
    said = found[0]["properties"]
    return Answer("ok", frozenset({said["citycode"], said["id"]}), "addok")


def _features(session: requests.Session, address: str, params: dict[str, str]) -> list[dict[str, dict[str, str]]]:
    response = session.get(f"{address}/search", params={**params, "autocomplete": "0", "limit": "1"}, timeout=30)
    return list(response.json()["features"]) if response.ok else []


def _print_marks(ours: Marks, theirs: Marks | None, print_wrong: bool) -> None:
    print(f"{'kind':26}{'rows':>6}{'right %':>9}{'accepted %':>12}{'addok right %':>15}")
    for kind, tally in sorted(ours.kinds.items()):
        other = f"{theirs.kinds[kind].right_pct:15.1f}" if theirs else ""
        print(f"{kind:26}{tally.rows:6}{tally.right_pct:9.1f}{tally.accepted_pct:12.1f}{other}")
    for label, marks in (("ours", ours), ("addok", theirs)):
        if marks is not None:
            _print_summary(label, marks)
    print(f"\n{'method':28}{'accepted':>9}{'right':>8}{'confidence':>12}")
    for method, tally in sorted(ours.methods.items()):
        print(f"{method:28}{tally.accepted:9}{tally.rightly_accepted:8}{confidence(tally):12.3f}")
    if print_wrong:
        for case, answer in ours.wrong:
            codes = "|".join(sorted(answer.codes))
            print(f"{case.kind}: {case.query!r} {case.postcode} is {case.expected}, said {answer.status} {codes}")


def _print_summary(label: str, marks: Marks) -> None:
    print(
        f"{label}: decidable rows right {marks.decidable.right_pct:.2f} %, "
        f"precision of accepted {marks.whole.precision_pct:.2f} %\n"
        f"  accepted: ambiguous {marks.accepted_pct(['homonym_nohint']):.1f} %, "
        f"conflict {marks.accepted_pct(['conflict_postcode']):.1f} %, "
        f"junk, areas and foreign {marks.accepted_pct(JUNK_KINDS):.2f} %, "
        f"foreign small towns {marks.accepted_pct([SMALL_TOWNS]):.1f} %"
    )


def confidence(tally: Tally) -> float:
    """Share of right answers, held back when few were seen (rule of succession of Laplace)."""
    return float((tally.rightly_accepted + 1) / (tally.accepted + 2))


def _rss_mb() -> float:
    return float(psutil.Process().memory_info().rss) / 1e6


if __name__ == "__main__":
    main(sys.argv[1:])
