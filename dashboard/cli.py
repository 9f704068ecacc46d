"""The commands: check a file, build the catalogue. They call the same functions as the pages."""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from dashboard.adapters.catalogue_store import open_catalogue
from dashboard.adapters.ground import load_ground
from dashboard.adapters.tabular import read_file
from dashboard.domain.building import CheckedFile, build_catalogue
from dashboard.domain.catalogue import Accounting
from dashboard.domain.checking import check_table
from dashboard.domain.checking_poles import check_poles
from dashboard.domain.fields import INTERVENANT_FIELDS, PROGRAMME_FIELDS
from dashboard.domain.findings import Finding, Severity
from dashboard.errors import DashboardError
from dashboard.geocode_command import add_geocode
from dashboard.presentation.finding_sentences import SEVERITIES, error_sentence, sentence_of, typeset
from dashboard.presentation.strings import Summary, plural

DATA = Path(__file__).resolve().parent.parent / "data"
DATA_FILES = ("poles.csv", "projets.csv")
REFERENCE = DATA / "reference"
STORE = Path(__file__).resolve().parent.parent / ".cache"

_MEETING_FIELDS = {"programme": PROGRAMME_FIELDS, "intervenants": INTERVENANT_FIELDS}


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
    _add_check(commands)
    _add_build(commands)
    add_geocode(commands, reference=REFERENCE, store=STORE)
    return parser


def _add_check(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    check = commands.add_parser("check", help="vérifier un fichier (CSV, XLSX ou GeoJSON)")
    check.add_argument("file", type=Path, metavar="FICHIER")
    check.add_argument(
        "--contenu",
        choices=("poles", *_MEETING_FIELDS),
        default="poles",
        help="ce que le fichier décrit (défaut : poles)",
    )
    check.add_argument("--reference", type=Path, default=REFERENCE, metavar="DOSSIER", help="géographie de référence")
    check.set_defaults(command=_check)


def _add_build(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    build = commands.add_parser("build", help="construire le catalogue et le ranger")
    build.add_argument(
        "files", type=Path, nargs="*", metavar="FICHIER", default=[DATA / name for name in DATA_FILES],
        help="fichiers de pôles et de projets",
    )  # fmt: skip
    build.add_argument("--reference", type=Path, default=REFERENCE, metavar="DOSSIER", help="géographie de référence")
    build.add_argument("--store", type=Path, default=STORE, metavar="DOSSIER", help="dossier du catalogue construit")
    build.set_defaults(command=_build)


def _check(options: argparse.Namespace) -> int:
    if options.contenu == "poles":
        table = read_file(options.file)
        file = CheckedFile(table.name, table.sha256, "", check_poles(table))
        catalogue = build_catalogue([file], *load_ground(options.reference), content_hash=table.sha256)
        findings, account = catalogue.sources[0].findings, _accounting(catalogue.accounting)
    else:
        fields = _MEETING_FIELDS[options.contenu]
        checked = check_table(read_file(options.file, fields=fields), fields)
        findings, account = checked.findings, plural(checked.rows_in, "ligne lue", "lignes lues")
    for finding in findings:
        print(f"[{SEVERITIES[finding.severity]}] {sentence_of(finding)}")
    print(account)
    print(_tally(findings))
    return int(any(finding.severity is Severity.ERROR for finding in findings))


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
    print(_tally([finding for _, finding in catalogue.findings]))
    return int(catalogue.has_errors)


def _accounting(accounting: Accounting) -> str:
    return Summary.accounting(
        rows_in=accounting.rows_in,
        located=accounting.located,
        without_point=accounting.without_point,
        refused=accounting.refused,
    )


def _tally(findings: Sequence[Finding]) -> str:
    """« 1 erreur, 2 points à vérifier, 3 remarques »."""
    counts = Counter(finding.severity for finding in findings)
    return ", ".join(
        (
            plural(counts[Severity.ERROR], "erreur", "erreurs"),
            plural(counts[Severity.WARNING], "point à vérifier", "points à vérifier"),
            plural(counts[Severity.INFO], "remarque", "remarques"),
        )
    )
