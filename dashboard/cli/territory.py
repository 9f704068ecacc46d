"""The command `territoire`: a territory's two pages as a PDF, or as one HTML file."""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from dashboard.core.address.territory import territory_link
from dashboard.core.geocoding.load import load_places
from dashboard.core.geography.load import load_borders
from dashboard.core.intake.store import open_catalogue
from dashboard.features.territories.paper.document import Paper
from dashboard.features.territories.paper.words import Command
from dashboard.features.territories.service import TerritoryPapers
from dashboard.features.territories.sheet import TerritoryIndex

_SUFFIXES = (".pdf", ".html")


def add_territory(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    *,
    files: Sequence[Path],
    reference: Path,
    store: Path,
) -> None:
    """Add the sub-command to the command line."""
    parser = commands.add_parser("territoire", help=Command.HELP)
    parser.add_argument("territory", metavar="TERRITOIRE", help=Command.TERRITORY)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="SORTIE", help=Command.OUTPUT)
    parser.add_argument("--fichiers", type=Path, nargs="+", default=list(files), metavar="FICHIER", help=Command.FILES)
    parser.add_argument("--adresse", default="", metavar="URL", help=Command.SITE)
    parser.add_argument("--date", type=date.fromisoformat, metavar="AAAA-MM-JJ", help=Command.DATE)
    parser.add_argument("--reference", type=Path, default=reference, metavar="DOSSIER", help=Command.REFERENCE)
    parser.add_argument("--store", type=Path, default=store, metavar="DOSSIER", help=Command.STORE)
    parser.set_defaults(command=run_territory)


def run_territory(options: argparse.Namespace) -> int:
    """0 once the file is written, 2 for an unknown territory or kind of file. Raises UnreadableFile for a bad table."""
    if options.output.suffix.lower() not in _SUFFIXES:
        print(Command.WRONG_OUTPUT, file=sys.stderr)
        return 2
    places = load_places(options.reference)
    catalogue = open_catalogue(
        options.fichiers, reference=options.reference, store=options.store, load_places=lambda: places
    )
    index = TerritoryIndex(catalogue, places[0], load_borders(options.reference))
    papers = TerritoryPapers(index, options.reference)
    key = papers.key(options.territory)
    if key is None:
        print(Command.unknown(options.territory), file=sys.stderr)
        return 2
    paper = Paper(territory_link(options.adresse.rstrip("/"), str(key)), options.date or datetime.now(UTC).date())
    make = papers.pdf if options.output.suffix.lower() == ".pdf" else papers.html
    options.output.write_bytes(make(key, paper))
    print(Command.done(index.hierarchy.territory(key).name, options.output.name))
    return 0
