"""The command `check`: what is wrong in files of poles, in the two files of a meeting, or in proposed views."""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from dashboard.cli import check_json
from dashboard.cli.check_content import KINDS, Asked, Content, read_content_of
from dashboard.cli.options import Commands, add_settings, settings_of
from dashboard.core.fields.findings import Finding, Severity
from dashboard.errors import DashboardError
from dashboard.wording.findings import SEVERITIES, error_sentence, sentence_of, typeset
from dashboard.wording.words import Summary, plural

_TOLD_AT_MOST = 10
"""Findings of one kind in one column; the others are counted, unless all are asked."""


def add_check(commands: Commands) -> None:
    """Add the sub-command to the command line."""
    check = commands.add_parser("check", help=Check.HELP)
    check.add_argument("files", type=Path, nargs="+", metavar="FICHIER", help=Check.FILES)
    check.add_argument("--contenu", choices=tuple(KINDS), help=Check.CONTENT)
    check.add_argument("--programme", type=Path, metavar="FICHIER", help=Check.SESSIONS)
    check.add_argument("--intervenants", type=Path, metavar="FICHIER", help=Check.PEOPLE)
    check.add_argument("--poles", type=Path, nargs="+", metavar="FICHIER", help=Check.POLES)
    check.add_argument("--tout", action="store_true", help=Check.ALL)
    check.add_argument("--json", action="store_true", help=Check.JSON)
    add_settings(check, "--reference")
    check.set_defaults(command=run_check)


def run_check(options: argparse.Namespace) -> int:
    """1 if an ERROR was found or a file is no such table, else 0; whatever is wrong in one, the others are checked."""
    asked = Asked(
        settings_of(options), options.contenu or "", options.programme, options.intervenants, tuple(options.poles or ())
    )
    return max(_check(path, asked, options) for path in options.files)


def _check(path: Path, asked: Asked, options: argparse.Namespace) -> int:
    try:
        content = read_content_of(path, asked)
    except DashboardError as error:
        if not options.json and len(options.files) == 1:
            raise
        print(check_json.refused(path.name, error) if options.json else Check.refused(path.name, error))
        return 1
    print(check_json.read(path.name, content) if options.json else "\n".join(_lines(content, is_whole=options.tout)))
    return int(any(finding.severity is Severity.ERROR for finding in content.findings))


def _lines(content: Content, *, is_whole: bool) -> Iterator[str]:
    for part in content.parts:
        if content.kind != "poles" or len(content.parts) > 1:
            yield Check.read(part.label, part.checked.rows_in)
        yield from _told(part.findings, is_whole=is_whole)
    if content.kind == "poles":
        yield Summary.accounting(content.accounting)
    elif content.kind in Check.ALONE and len(content.parts) == 1:
        yield Check.ALONE[content.kind]
    yield Check.tally(content.findings)


def _told(findings: Sequence[Finding], *, is_whole: bool) -> Iterator[str]:
    """A line a finding, in their order; after the tenth of a kind in a column, how many more there are."""
    seen: Counter[tuple[str, str | None]] = Counter()
    for finding in findings:
        kind = (finding.code, finding.field)
        seen[kind] += 1
        if is_whole or seen[kind] <= _TOLD_AT_MOST:
            yield Check.line(finding)
    if not is_whole:
        last = {(finding.code, finding.field): finding for finding in findings}
        yield from (
            Check.more(last[kind], count - _TOLD_AT_MOST) for kind, count in seen.items() if count > _TOLD_AT_MOST
        )


class Check:
    """Help and answers of the command."""

    HELP = "vérifier un fichier de pôles, de programme, d’intervenants ou de vues (CSV, XLSX, GeoJSON, schedule.xml)"
    FILES = "fichiers à vérifier, chacun pour lui-même"
    ALL = "dire chaque remarque (par défaut, après la dixième d’une sorte, les autres sont comptées)"
    JSON = "écrire pour une machine : un objet JSON par fichier, un par ligne"
    CONTENT = "ce que le fichier décrit (par défaut, il est reconnu à ses colonnes)"
    SESSIONS = "programme auquel ces intervenants se rapportent (par défaut, celui du même dossier)"
    PEOPLE = "intervenants de ce programme (par défaut, ceux du même dossier)"
    POLES = "pôles qui existent (par défaut, ceux du même dossier, sinon ceux de PTCE_POLES)"
    ALONE = {  # noqa: RUF012
        "programme": typeset("Aucun fichier d’intervenants n’a été trouvé : les personnes ne sont pas vérifiées."),
        "intervenants": typeset("Aucun programme n’a été trouvé : les séances ne sont pas vérifiées."),
    }

    @staticmethod
    def line(finding: Finding) -> str:
        """« [erreur] Ligne 3, colonne « Identifiant » : … »."""
        return f"[{SEVERITIES[finding.severity]}] {sentence_of(finding)}"

    @staticmethod
    def more(finding: Finding, count: int) -> str:
        """« [erreur] … et 12 autres lignes : la valeur manque… »."""
        lines = plural(count, "autre ligne", "autres lignes")
        return f"[{SEVERITIES[finding.severity]}] … et {lines} : {sentence_of(replace(finding, row=None, value=''))}"

    @staticmethod
    def refused(name: str, error: DashboardError) -> str:
        """« liste.pdf : ce fichier n’est pas un tableau… »."""
        return f"{typeset(f'{name} : ')}{error_sentence(error)}"

    @staticmethod
    def read(name: str, rows: int) -> str:
        """« programme.csv : 12 lignes lues »."""
        return typeset(f"{name} : ") + plural(rows, "ligne lue", "lignes lues")

    @staticmethod
    def tally(findings: Sequence[Finding]) -> str:
        """« 1 erreur, 2 points à vérifier, 3 remarques »."""
        counts = {severity: sum(finding.severity is severity for finding in findings) for severity in Severity}
        return ", ".join(
            (
                plural(counts[Severity.ERROR], "erreur", "erreurs"),
                plural(counts[Severity.WARNING], "point à vérifier", "points à vérifier"),
                plural(counts[Severity.INFO], "remarque", "remarques"),
            )
        )
