"""The command `territoire`: a territory's two pages as a PDF, or as one HTML file."""

import argparse
import sys
from datetime import UTC, date, datetime

from dashboard.cli.options import Commands, add_output, add_settings, settings_of
from dashboard.core.address.territory import territory_link
from dashboard.core.files.write_whole import write_whole
from dashboard.core.geography.load import load_gazetteer
from dashboard.core.intake.store import open_site_catalogue
from dashboard.features.territories.paper.document import Paper
from dashboard.features.territories.paper.words import Command
from dashboard.features.territories.service import TerritoryService

_SUFFIXES = (".pdf", ".html")


def add_territory(commands: Commands) -> None:
    """Add the sub-command to the command line."""
    parser = commands.add_parser("territoire", help=Command.HELP)
    parser.add_argument("territory", metavar="TERRITOIRE", help=Command.TERRITORY)
    add_output(parser, Command.OUTPUT)
    parser.add_argument("--date", type=date.fromisoformat, metavar="AAAA-MM-JJ", help=Command.DATE)
    add_settings(parser, "--fichiers", "--adresse", "--reference", "--depot")
    parser.set_defaults(command=run_territory)


def run_territory(options: argparse.Namespace) -> int:
    """0 once the file is written, 2 for an unknown territory or kind of file. Raises UnreadableFile for a bad table."""
    suffix = options.output.suffix.lower()
    if suffix not in _SUFFIXES:
        print(Command.WRONG_OUTPUT, file=sys.stderr)
        return 2
    chosen = settings_of(options)
    reference = chosen.reference
    territories = TerritoryService(open_site_catalogue(chosen), load_gazetteer(reference), reference)
    key = territories.key(options.territory)
    if key is None:
        print(Command.unknown(options.territory), file=sys.stderr)
        return 2
    paper = Paper(territory_link(chosen.adresse, str(key)), options.date or datetime.now(UTC).date())
    write_whole(options.output, territories.pdf(key, paper) if suffix == ".pdf" else territories.html(key, paper))
    print(Command.done(territories.index.hierarchy.territory(key).name, options.output.name))
    return 0
