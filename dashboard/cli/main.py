"""The command line: runs one command, and says in a sentence what stops it. Commands call what the pages call."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from dashboard.cli.build import add_build
from dashboard.cli.check import add_check
from dashboard.cli.export import add_export
from dashboard.cli.geocode import add_geocode
from dashboard.cli.options import in_todays_spelling
from dashboard.cli.papers import add_papers
from dashboard.cli.territory import add_territory
from dashboard.config import WrongSetting
from dashboard.core.files.write_whole import check_writable
from dashboard.errors import DashboardError
from dashboard.wording.findings import error_sentence, typeset


def main(arguments: Sequence[str]) -> int:
    """Run one command: 0 if all is well, 1 for errors, a file or a setting that will not do, 2 for a wrong line."""
    options = _parser().parse_args([in_todays_spelling(argument) for argument in arguments])
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        if getattr(options, "output", None):
            check_writable(options.output)
        code = command(options)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # Whoever reads has seen enough (`… | head`): nothing to say, and nothing left to flush at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except DashboardError as error:
        print(error_sentence(error), file=sys.stderr)
    except WrongSetting as error:
        told = f"Le réglage {error.name} ne peut pas valoir « {error.value} ». Il dit : {error.help}."
        print(typeset(told), file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard", description="Tableau de bord des PTCE.")
    commands = parser.add_subparsers(required=True, metavar="commande")
    for add in (add_check, add_build, add_papers, add_geocode, add_export, add_territory):
        add(commands)
    return parser
