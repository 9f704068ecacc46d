"""The commands `carnet` and `visites`: what one takes away of the meeting, written to a file."""

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from dashboard.config import settings
from dashboard.core.address import parcours
from dashboard.core.files.write_whole import write_whole
from dashboard.features.meeting.papers.make import booklet, visits
from dashboard.site import compose
from dashboard.wording.words import NBSP, NNBSP, number


def add_documents(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the two sub-commands to the command line."""
    carnet = _add(commands, "carnet", Documents.BOOKLET, run_booklet)
    carnet.add_argument("--parcours", default="", metavar="PARCOURS", help=Documents.PARCOURS)
    sheets = _add(commands, "visites", Documents.VISITS, run_visits)
    sheets.add_argument("--pole", nargs="+", default=(), metavar="IDENTIFIANT", help=Documents.POLES)


def run_booklet(options: argparse.Namespace) -> int:
    """0 once the file is written, 1 when it cannot be."""
    stars = parcours.parse(options.parcours)
    site = compose(settings())
    content = booklet(site.catalogue, site.programme, stars, reference=settings().reference, address=_site(options))
    return _written(options.output, content)


def run_visits(options: argparse.Namespace) -> int:
    """0 once the file is written, 1 when it cannot be, 2 when one of the poles named does not exist."""
    site = compose(settings())
    unknown = [pole for pole in options.pole if pole not in site.catalogue.rows.index]
    if unknown:
        print(Documents.unknown(unknown), file=sys.stderr)
        return 2
    address = _site(options)
    if not address:
        print(Documents.NO_ADDRESS)
    return _written(options.output, visits(site.catalogue, site.programme, options.pole, address=address))


def _add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    words: str,
    run: Callable[[argparse.Namespace], int],
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=words)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="SORTIE", help=Documents.OUTPUT)
    parser.add_argument("--adresse", metavar="URL", help=Documents.SITE)
    parser.set_defaults(command=run)
    return parser


def _site(options: argparse.Namespace) -> str:
    return (options.adresse if options.adresse is not None else settings().adresse).rstrip("/")


def _written(path: Path, content: bytes) -> int:
    try:
        write_whole(path, content)
    except OSError:
        print(Documents.unwritable(str(path)), file=sys.stderr)
        return 1
    print(Documents.written(path.name, len(content)))
    return 0


class Documents:
    """Help and answers."""

    BOOKLET = "écrire le carnet de la rencontre, en un fichier HTML qui se passe de réseau"
    VISITS = "écrire les fiches de visite et les panneaux des stands, à imprimer"
    OUTPUT = "fichier HTML à écrire"
    SITE = "adresse publique du site, pour les liens et les codes QR (par défaut, PTCE_ADRESSE)"
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

    @staticmethod
    def unwritable(path: str) -> str:
        """Where nothing could be written."""
        return f"Ce fichier n’a pas pu être écrit{NNBSP}: {path}"
