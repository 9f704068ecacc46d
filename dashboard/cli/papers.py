"""The commands `carnet` and `visites`: the papers of the meeting, each written to a file."""

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from dashboard.cli.options import Commands, add_output, add_settings, settings_of
from dashboard.core.address import parcours
from dashboard.core.files.write_whole import write_whole
from dashboard.core.intake.store import open_site_catalogue
from dashboard.features.meeting.service import open_meeting
from dashboard.wording.words import NBSP, NNBSP, number


def add_papers(commands: Commands) -> None:
    """Add the two sub-commands to the command line."""
    carnet = _add(commands, "carnet", Papers.BOOKLET, run_booklet)
    carnet.add_argument("--parcours", default="", metavar="PARCOURS", help=Papers.PARCOURS)
    sheets = _add(commands, "visites", Papers.VISITS, run_visits)
    sheets.add_argument("--pole", nargs="+", default=(), metavar="IDENTIFIANT", help=Papers.POLES)


def run_booklet(options: argparse.Namespace) -> int:
    """0 once the file is written."""
    chosen = settings_of(options)
    meeting = open_meeting(chosen, open_site_catalogue(chosen))
    return _write(options.output, meeting.booklet(parcours.parse(options.parcours), address=chosen.adresse))


def run_visits(options: argparse.Namespace) -> int:
    """0 once the file is written, 2 when one of the poles named does not exist."""
    chosen = settings_of(options)
    catalogue = open_site_catalogue(chosen)
    unknown = [pole for pole in options.pole if pole not in catalogue.rows.index]
    if unknown:
        print(Papers.unknown(unknown), file=sys.stderr)
        return 2
    if not chosen.adresse:
        print(Papers.NO_ADDRESS)
    return _write(options.output, open_meeting(chosen, catalogue).visits(options.pole, address=chosen.adresse))


def _add(
    commands: Commands, name: str, words: str, run: Callable[[argparse.Namespace], int]
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=words)
    add_output(parser, Papers.OUTPUT)
    add_settings(parser, "--fichiers", "--adresse", "--reference", "--depot")
    parser.set_defaults(command=run)
    return parser


def _write(path: Path, content: bytes) -> int:
    write_whole(path, content)
    print(Papers.written(path.name, len(content)))
    return 0


class Papers:
    """Help and answers."""

    BOOKLET = "écrire le carnet de la rencontre, en un fichier HTML qui se passe de réseau"
    VISITS = "écrire les fiches de visite et les panneaux des stands, à imprimer"
    OUTPUT = "fichier HTML à écrire"
    PARCOURS = "séances et pôles déjà choisis, comme dans l’adresse de la page (s.leviers~p.smac-07)"
    POLES = "pôles et projets concernés (par défaut, ceux que le programme nomme)"
    NO_ADDRESS = (
        f"Sans adresse du site, les fiches n’ont pas de code QR{NNBSP}: réglez PTCE_ADRESSE ou ajoutez --adresse."
    )

    @staticmethod
    def written(name: str, size: int) -> str:
        """« carnet.html : 199 ko »."""
        return f"{name}{NNBSP}: {number(-(-size // 1000))}{NBSP}ko"

    @staticmethod
    def unknown(poles: Iterable[str]) -> str:
        """Which of the poles asked for do not exist."""
        return f"Pôle ou projet inconnu{NNBSP}: {', '.join(poles)}"
