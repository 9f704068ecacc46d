"""The commands: check a file, build the catalogue, geocode, export. They call the same functions as the pages."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from dashboard.adapters.catalogue_store import open_catalogue
from dashboard.adapters.ground import load_ground
from dashboard.check_command import add_check
from dashboard.documents_command import add_documents
from dashboard.domain.catalogue import Accounting
from dashboard.errors import DashboardError
from dashboard.export_command import add_export
from dashboard.geocode_command import add_geocode
from dashboard.presentation.check_strings import Check
from dashboard.presentation.finding_sentences import error_sentence, typeset
from dashboard.presentation.strings import Summary, plural
from dashboard.territory_command import add_territory

DATA = Path(__file__).resolve().parent.parent / "data"
DATA_FILES = ("poles.csv", "projets.csv")
REFERENCE = DATA / "reference"
STORE = Path(__file__).resolve().parent.parent / ".cache"


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
        load_ground=lambda: load_ground(options.reference),
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
