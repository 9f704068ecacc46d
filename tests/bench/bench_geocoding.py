"""What the geocoder is worth, beside addok's, on the same queries in the same run.

    python -m tests.bench.bench_geocoding [SET.csv ...] [--no-addok] [--wrong]

Prints, for each set, the share of right answers by kind, the precision of what was accepted, the false accepts, rows
per second of CPU, start-up and memory, and the table of confidence by method. addok is asked as its users do: a sound
postcode as a filter, else in the text; its index holds communes and no street: address lines are not its ground here.
"""

import argparse
import gc
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pyarrow.parquet as pq
import requests

from dashboard.core.geocoding import Geocoder, Row, Verdict
from dashboard.core.geocoding.load import load_geocoder
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
from tests.helpers.paths import REFERENCE

ADDOK_ACCEPTS_FROM = 0.5
_REPEATS = 40
_START = """
import sys, time
from pathlib import Path
import psutil
from dashboard.core.geocoding.load import load_geocoder
wall, cpu = time.perf_counter(), time.process_time()
load_geocoder(Path(sys.argv[1]))
print(time.perf_counter() - wall, time.process_time() - cpu, psutil.Process().memory_info().rss / 1e6)
"""


def main(arguments: list[str]) -> None:
    """Run the bench."""
    parser = argparse.ArgumentParser(description="Bench of the geocoder.")
    parser.add_argument("sets", nargs="*", type=Path, default=[DEVELOPMENT_SET])
    parser.add_argument("--reference", type=Path, default=REFERENCE)
    parser.add_argument("--no-addok", action="store_true")
    parser.add_argument("--wrong", action="store_true", help="print each wrong answer")
    options = parser.parse_args(arguments)
    wall_s, cpu_s, alone_mb = min(_start_apart(options.reference) for _ in range(3))
    print(f"ready in {wall_s:.2f} s ({cpu_s:.2f} s of CPU), {alone_mb:.0f} MB, in a process of its own (best of 3)")
    geocoder = load_geocoder(options.reference)
    sets = {path.name: read_cases(path) for path in options.sets}
    ours = {name: ask(geocoder, cases) for name, cases in sets.items()}
    speeds = [_speeds(geocoder, cases) for cases in sets.values()]
    for unique, repeated in speeds:
        print(f"unique rows: {unique:,.0f} a second of CPU; repeated rows: {repeated:,.0f}")
    print(f"this process: {_rss_mb():.0f} MB after the run")
    _tell("ready (s of CPU)", cpu_s, at_most=1)
    _tell("memory (MB)", max(alone_mb, _rss_mb()), at_most=250)
    _tell("unique rows a second", min(unique for unique, _ in speeds), at_least=15_000)
    _tell("repeated rows a second", min(repeated for _, repeated in speeds), at_least=200_000)
    theirs = {} if options.no_addok else _ask_addok(options.reference, sets)
    for name, cases in sets.items():
        print(f"\n{name}")
        _print_marks(mark(cases, ours[name]), mark(cases, theirs[name]) if name in theirs else None, options.wrong)


def ask(geocoder: Geocoder, cases: list[Case]) -> list[Answer]:
    """The embedded geocoder's answers."""
    rows = [Row(case.query, case.postcode, case.departement) for case in cases]
    return [_answer(verdict) for verdict in geocoder.locate_many(rows)]


def _answer(verdict: Verdict) -> Answer:
    return Answer(verdict.status.value, frozenset({verdict.code, verdict.commune_code} - {""}), verdict.method)


def _start_apart(reference: Path) -> tuple[float, float, float]:
    """Seconds and seconds of CPU to have the geocoder ready, megabytes, in a process that does nothing else."""
    ended = subprocess.run([sys.executable, "-c", _START, str(reference)], check=True, capture_output=True, text=True)
    wall_s, cpu_s, mb = map(float, ended.stdout.split())
    return wall_s, cpu_s, mb


def _speeds(geocoder: Geocoder, cases: list[Case]) -> tuple[float, float]:
    """Rows per second of CPU, one core: each once, then each forty times; the best of three."""
    rows = [Row(case.query, case.postcode) for case in cases]
    found = []
    for batch in (list(dict.fromkeys(rows)), rows * _REPEATS):
        best = 0.0
        for _ in range(3):
            gc.collect()
            started_at = time.process_time()
            geocoder.locate_many(batch)
            best = max(best, len(batch) / (time.process_time() - started_at))
        found.append(best)
    return found[0], found[1]


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
    _tell_marks(ours, theirs)
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


def _tell_marks(ours: Marks, theirs: Marks | None) -> None:
    """The marks of issue 3 beside what they must reach."""
    print()
    _tell("decidable rows right (%)", ours.decidable.right_pct, at_least=99)
    _tell("right in the worst kind (%)", min(tally.right_pct for tally in ours.kinds.values()), at_least=95)
    _tell("precision of accepted (%)", ours.whole.precision_pct, at_least=99.8)
    _tell("accepted, ambiguous (%)", ours.accepted_pct(["homonym_nohint"]), at_most=0)
    _tell("accepted, conflict (%)", ours.accepted_pct(["conflict_postcode"]), at_most=0)
    _tell("accepted, junk, areas and foreign (%)", ours.accepted_pct(JUNK_KINDS), at_most=0.5)
    _tell("accepted, foreign small towns (%)", ours.accepted_pct([SMALL_TOWNS]), at_most=2)
    if theirs is not None:
        behind = [kind for kind, tally in ours.kinds.items() if tally.right_pct < theirs.kinds[kind].right_pct]
        _tell("kinds where addok is more right", len(behind), at_most=0)


def _tell(what: str, value: float, *, at_least: float | None = None, at_most: float | None = None) -> None:
    bound, sign = (at_least, ">=") if at_least is not None else (at_most, "<=")
    is_reached = bound is not None and (value >= bound if sign == ">=" else value <= bound)
    print(f"{what:40}{value:12,.2f}   {sign} {bound:,}   {'reached' if is_reached else 'MISSED'}")


def confidence(tally: Tally) -> float:
    """Share of right answers, held back when few were seen (rule of succession of Laplace)."""
    return float((tally.rightly_accepted + 1) / (tally.accepted + 2))


def _rss_mb() -> float:
    return float(psutil.Process().memory_info().rss) / 1e6


if __name__ == "__main__":
    main(sys.argv[1:])
