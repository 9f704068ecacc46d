"""The command `build`: the catalogue built and kept, with the account of its rows."""

import argparse

from dashboard.cli.check import Check
from dashboard.cli.options import Commands, add_files, add_settings, settings_of
from dashboard.core.intake.store import open_site_catalogue
from dashboard.wording.findings import typeset
from dashboard.wording.words import Summary, plural


def add_build(commands: Commands) -> None:
    """Add the sub-command to the command line."""
    parser = commands.add_parser("build", help="construire le catalogue et le ranger")
    add_files(parser)
    add_settings(parser, "--reference", "--depot")
    parser.set_defaults(command=run_build)


def run_build(options: argparse.Namespace) -> int:
    """1 if a file holds an ERROR, else 0."""
    catalogue = open_site_catalogue(settings_of(options))
    for source in catalogue.sources:
        print(typeset(f"{source.name} : ") + plural(source.rows, "ligne", "lignes"))
    print(Summary.accounting(catalogue.accounting))
    print(Check.tally([finding for _, finding in catalogue.findings]))
    return int(catalogue.has_errors)
