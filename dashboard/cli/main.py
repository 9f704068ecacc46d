"""The commands: check a file, build the catalogue, geocode, export. They call the same functions as the pages."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from dashboard.cli.check import Check, add_check
from dashboard.cli.export import add_export
from dashboard.cli.geocode import add_geocode
from dashboard.cli.papers import add_documents
from dashboard.cli.territory import add_territory
from dashboard.core.catalogue.catalogue import Accounting
from dashboard.core.geocoding.load import load_places
from dashboard.core.intake.store import open_catalogue
from dashboard.errors import DashboardError
from dashboard.wording.findings import error_sentence, typeset
from dashboard.wording.words import Summary, plural

DATA = Path(__file__).resolve().parents[2] / "data"
DATA_FILES = ("poles.csv", "projets.csv")
REFERENCE = DATA / "reference"
STORE = Path(__file__).resolve().parents[2] / ".cache"


def main(arguments: Sequence[str]) -> int:
    """Run one command: 0 if all is well, 1 for errors or an unreadable file, 2 for a wrong command line."""
    options = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except DashboardError as error:
        print(error_sentence(error), file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard", description="Tableau de bord des PTCE.")
    commands = parser.add_subparsers(required=True, metavar="commande")
    add_check(commands, data=DATA, reference=REFERENCE)
    _add_build(commands)
    add_documents(commands)
    add_geocode(commands, reference=REFERENCE, store=STORE)
    add_export(commands)
    add_territory(commands, files=[DATA / name for name in DATA_FILES], reference=REFERENCE, store=STORE)
    return parser


def _add_build(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    build = commands.add_parser("build", help="construire le catalogue et le ranger")
    build.add_argument(
        "files", type=Path, nargs="*", metavar="FICHIER", default=[DATA / name for name in DATA_FILES],
        help="fichiers de pôles et de projets",
    )  # fmt: skip
    build.add_argument("--reference", type=Path, default=REFERENCE, metavar="DOSSIER", help="géographie de référence")
    build.add_argument("--store", type=Path, default=STORE, metavar="DOSSIER", help="dossier du catalogue construit")
    build.set_defaults(command=_build)


def _build(options: argparse.Namespace) -> int:
    catalogue = open_catalogue(
        options.files,
        reference=options.reference,
        store=options.store,
        load_places=lambda: load_places(options.reference),
    )
    for source in catalogue.sources:
        print(typeset(f"{source.name} : ") + plural(source.rows, "ligne", "lignes"))
    print(_accounting(catalogue.accounting))
    print(Check.tally([finding for _, finding in catalogue.findings]))
    return int(catalogue.has_errors)


def _accounting(accounting: Accounting) -> str:
    return Summary.accounting(
        rows_in=accounting.rows_in,
        located=accounting.located,
        without_point=accounting.without_point,
        refused=accounting.refused,
    )
