"""The command `check`: what is wrong in a file of poles, in the two files of a meeting, or in proposed views."""

import argparse
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dashboard.cli.options import Commands, add_settings, settings_of
from dashboard.core.address.named_views import NAMED_VIEW_FIELDS
from dashboard.core.fields.field import Field
from dashboard.core.fields.findings import Finding, Severity
from dashboard.core.fields.tables import INTERVENANT_FIELDS, POLE_FIELDS, PROGRAMME_FIELDS
from dashboard.core.files.table import read_file
from dashboard.core.geocoding.load import load_places
from dashboard.core.intake.building import CheckedFile, build_catalogue
from dashboard.core.intake.checking import Checked, check_table
from dashboard.core.intake.checking_poles import check_poles
from dashboard.core.intake.columns import match_columns
from dashboard.errors import UnknownColumnLayout
from dashboard.features.meeting.build import build_programme
from dashboard.features.meeting.load import holds_schedule, read_meeting
from dashboard.wording.findings import SEVERITIES, sentence_of, typeset
from dashboard.wording.words import Summary, plural

_FIELDS: Mapping[str, tuple[Field, ...]] = {
    "poles": POLE_FIELDS,
    "programme": PROGRAMME_FIELDS,
    "intervenants": INTERVENANT_FIELDS,
    "vues": NAMED_VIEW_FIELDS,
}
_SIBLING = {"programme": "intervenants", "intervenants": "programme"}
_POLE_FILES = ("poles.csv", "projets.csv")
_BIGGEST_MEETING = 5_000_000


@dataclass(frozen=True)
class _File:
    """A file that was read, and all that was found in it."""

    name: str
    rows: int
    findings: tuple[Finding, ...]


def add_check(commands: Commands) -> None:
    """Add the sub-command to the command line."""
    check = commands.add_parser("check", help=Check.HELP)
    check.add_argument("file", type=Path, metavar="FICHIER")
    check.add_argument("--contenu", choices=tuple(_FIELDS), help=Check.CONTENT)
    check.add_argument("--programme", type=Path, metavar="FICHIER", help=Check.SESSIONS)
    check.add_argument("--intervenants", type=Path, metavar="FICHIER", help=Check.PEOPLE)
    check.add_argument("--poles", type=Path, nargs="+", metavar="FICHIER", help=Check.POLES)
    add_settings(check, "--reference")
    check.set_defaults(command=run_check)


def run_check(options: argparse.Namespace) -> int:
    """1 if an ERROR was found, else 0; UnreadableFile or UnknownColumnLayout for a file that is no such table."""
    kind = options.contenu or recognise(options.file)
    if kind == "poles":
        findings, account = _check_poles(options)
        lines = [*map(Check.line, findings), account]
    elif kind == "vues":
        views = check_table(read_file(options.file, fields=NAMED_VIEW_FIELDS), NAMED_VIEW_FIELDS)
        findings = views.findings
        lines = [Check.read(options.file.name, views.rows_in), *map(Check.line, findings)]
    else:
        files = _check_meeting(options, kind)
        findings = tuple(finding for file in files for finding in file.findings)
        lines = []
        for file in files:
            lines += [Check.read(file.name, file.rows), *map(Check.line, file.findings)]
        if len(files) == 1:
            lines.append(Check.ALONE[kind])
    print("\n".join((*lines, Check.tally(findings))))
    return int(any(finding.severity is Severity.ERROR for finding in findings))


def recognise(path: Path) -> str:
    """What the file describes, by the columns that it has: « poles », « programme », « intervenants » or « vues ».

    UnreadableFile if it is no file that we read; a layout that nothing fits counts as poles, for the check to tell.
    """
    if holds_schedule(path):
        return "programme"
    if path.stat().st_size > _BIGGEST_MEETING:
        return "poles"
    return max(_FIELDS, key=lambda kind: _count_known(path, _FIELDS[kind]))


def _count_known(path: Path, fields: tuple[Field, ...]) -> int:
    try:
        return len(match_columns(read_file(path, fields=fields), fields).fields)
    except UnknownColumnLayout:
        return 0


def _check_poles(options: argparse.Namespace) -> tuple[Sequence[Finding], str]:
    table = read_file(options.file)
    file = CheckedFile(table.name, table.sha256, "", check_poles(table))
    places = load_places(settings_of(options).reference)
    catalogue = build_catalogue([file], *places, content_hash=table.sha256)
    return catalogue.sources[0].findings, Summary.accounting(catalogue.accounting)


def _check_meeting(options: argparse.Namespace, kind: str) -> list[_File]:
    """The file asked for and, where there is one, its sibling: what each says itself, then what both say together."""
    paths = {kind: options.file, _SIBLING[kind]: getattr(options, _SIBLING[kind]) or _sibling(options.file, kind)}
    if paths["programme"] is None:
        people = check_table(read_file(options.file, fields=INTERVENANT_FIELDS), INTERVENANT_FIELDS)
        return [_File(options.file.name, people.rows_in, people.findings)]
    tables = read_meeting(paths["programme"], paths["intervenants"])
    sessions = check_table(tables[0], PROGRAMME_FIELDS)
    present = check_table(tables[1], INTERVENANT_FIELDS) if tables[1] else None
    poles = _pole_ids(options)
    _, of_sessions = build_programme(sessions.to_typed_rows(), (), pole_ids=poles)
    files = [_File(paths["programme"].name, sessions.rows_in, _by_row(sessions, of_sessions))]
    if present is not None:
        _, of_both = build_programme(sessions.to_typed_rows(), present.to_typed_rows(), pole_ids=poles)
        name = (paths["intervenants"] if not holds_schedule(paths["programme"]) else paths["programme"]).name
        files.append(_File(name, present.rows_in, _by_row(present, of_both[len(of_sessions) :])))
    return files


def _by_row(checked: Checked, built: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted((*checked.findings, *built), key=lambda finding: finding.row or 0))


def _sibling(path: Path, kind: str) -> Path | None:
    """The other file of the meeting: named like this one, else as ours are, in the same folder."""
    other = _SIBLING[kind]
    names = dict.fromkeys((path.name.replace(kind, other), f"{other}{path.suffix}", f"{other}.csv"))
    found = (path.with_name(name) for name in names)
    return next((one for one in found if one != path and one.is_file()), None)


def _pole_ids(options: argparse.Namespace) -> frozenset[str]:
    """The ids of the poles that exist, as their files give them: those named, those beside the file, ours."""
    here = [path for name in _POLE_FILES if (path := options.file.with_name(name)).is_file()]
    files = options.poles or here or settings_of(options).poles
    return frozenset(pole_id for path in files for pole_id in check_poles(read_file(path)).rows["id"])


class Check:
    """Help and answers of the command."""

    HELP = "vérifier un fichier de pôles, de programme, d’intervenants ou de vues (CSV, XLSX, GeoJSON, schedule.xml)"
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
