"""The command `geocode`: a table in, the same table out with the place of each row."""

import argparse
import hashlib
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from tqdm import tqdm

from dashboard.cli.options import Commands, add_output, add_settings, settings_of
from dashboard.core.fields.headings import fold_header
from dashboard.core.geocoding import Candidate, Row, Status, Verdict
from dashboard.core.geocoding.load import load_geocoder
from dashboard.core.geocoding.online.cache import GeocodeCache, key
from dashboard.core.geocoding.online.service import BASE_URL, Geoplateforme
from dashboard.core.geocoding.online.street import StreetAnswer, refined
from dashboard.core.geocoding.table import guess_columns, result_cells, result_headers
from dashboard.core.geocoding.table_files import read_table, write_table
from dashboard.core.geocoding.words import Geocode

_Item = TypeVar("_Item")
_ROWS_AT_ONCE = 5_000
_STREETS_AT_ONCE = 200


def add_geocode(commands: Commands) -> None:
    """Add the sub-command to the command line."""
    parser = commands.add_parser("geocode", help=Geocode.HELP)
    parser.add_argument("file", type=Path, metavar="FICHIER", help=Geocode.FILE)
    add_output(parser, Geocode.OUTPUT)
    for option, column, words in (
        ("--colonne-lieu", "query", Geocode.QUERY_COLUMN),
        ("--colonne-code-postal", "postcode", Geocode.POSTCODE_COLUMN),
        ("--colonne-adresse", "address", Geocode.ADDRESS_COLUMN),
    ):
        parser.add_argument(option, dest=column, metavar="COLONNE", help=words)
    parser.add_argument("--en-ligne", dest="online", action="store_true", help=Geocode.ONLINE)
    parser.add_argument("--service", default=BASE_URL, metavar="URL", help=Geocode.SERVICE)
    parser.add_argument("--cache", dest="answers", type=Path, metavar="FICHIER", help=Geocode.CACHE)
    add_settings(parser, "--reference")
    parser.set_defaults(command=_until_stopped)


def _until_stopped(options: argparse.Namespace) -> int:
    """The command's result, 130 when somebody stopped it: OUT is then as it was."""
    try:
        return run_geocode(options)
    except KeyboardInterrupt:
        print(Geocode.STOPPED, file=sys.stderr)
        return 130


def run_geocode(options: argparse.Namespace) -> int:
    """0 once OUT is written, 2 when a column is not in the table. Raises UnreadableFile or UnwritableFile."""
    table = read_table(options.file, named=_named(options))
    headers, rows = table.headers, table.rows
    try:
        columns = guess_columns(headers, query=options.query, postcode=options.postcode, address=options.address)
    except KeyError as error:
        print(Geocode.no_column(str(error.args[0]), headers), file=sys.stderr)
        return 2
    if columns.query is None and columns.postcode is None and columns.address is None:
        print(Geocode.nothing_to_find(headers), file=sys.stderr)
        return 2
    geocoder = load_geocoder(settings_of(options).reference)
    questions = [columns.row(cells) for cells in rows]
    answers: dict[Row, Verdict] = {}
    for part in _parts(list(dict.fromkeys(questions)), _ROWS_AT_ONCE, Geocode.PROGRESS):
        answers.update(zip(part, geocoder.locate_many(part), strict=True))
    verdicts = [answers[question] for question in questions]
    asked: dict[int, tuple[str, Candidate]] = {}
    if options.online:
        asked = {
            i: (columns.street(cells), verdict.place)
            for i, (cells, verdict) in enumerate(zip(rows, verdicts, strict=True))
            if verdict.place is not None and columns.street(cells).strip()
        }
        for i, answer in _ask_online(asked, options).items():
            verdicts[i] = refined(verdicts[i], answer)
    written = (
        [*cells, *result_cells(verdict, asked_online=i in asked)]
        for i, (cells, verdict) in enumerate(zip(rows, verdicts, strict=True))
    )
    write_table(options.output, [*headers, *result_headers(headers)], written)
    counts = Counter(verdict.status for verdict in verdicts)
    print(Geocode.done(len(rows), {status.value: counts[status] for status in Status if counts[status]}))
    if table.above:
        print(Geocode.above(table.above))
    if table.left_aside:
        print(Geocode.left_aside(table.left_aside))
    return 0


def _ask_online(asked: dict[int, tuple[str, Candidate]], options: argparse.Namespace) -> dict[int, StreetAnswer]:
    """Answers by row, kept as they come, so that an interrupted run goes on where it stopped."""
    chosen = settings_of(options)
    cache = GeocodeCache(options.answers or chosen.cache / "geocode.sqlite", version=_version(chosen.reference))
    service = Geoplateforme(options.service)
    known = cache.find_many(list(asked.values()))
    missing = {key(*one): one for one in asked.values() if key(*one) not in known}
    for part in _parts(list(missing.items()), _STREETS_AT_ONCE, Geocode.PROGRESS_ONLINE):
        answers = service.search_many([one for _, one in part])
        fresh = dict(zip((name for name, _ in part), answers, strict=True))
        cache.keep_many(fresh)
        known |= fresh
    return {i: known[key(*one)] for i, one in asked.items()}


def _parts(items: Sequence[_Item], size: int, label: str) -> Iterator[Sequence[_Item]]:
    """Slices of the items, with a progress bar on a terminal when there is more than one."""
    with tqdm(total=len(items), desc=label, unit="", disable=len(items) <= size or not sys.stderr.isatty()) as bar:
        for start in range(0, len(items), size):
            part = items[start : start + size]
            yield part
            bar.update(len(part))


def _named(options: argparse.Namespace) -> tuple[str, ...]:
    named = (options.query, options.postcode, options.address)
    return tuple(fold_header(name) for name in named if name)


def _version(reference: Path) -> str:
    """What identifies the reference geography, of which the communes' codes are the part that an answer depends on."""
    return hashlib.sha256((reference / "communes.parquet").read_bytes()).hexdigest()[:16]
