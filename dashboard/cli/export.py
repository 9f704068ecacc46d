"""The command `export`: the selection that a link shows, in a file, the same bytes as the page gives."""

import argparse
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from dashboard.cli.options import Commands, add_output, add_settings, settings_of
from dashboard.core.address import selection_link
from dashboard.core.files.write_whole import write_whole
from dashboard.core.intake.store import open_site_catalogue
from dashboard.features.exports.formats import DATA_FORMATS, FORMATS, Exporting
from dashboard.features.exports.words import Command


def add_export(commands: Commands) -> None:
    """Add the sub-command to the command line."""
    parser = commands.add_parser("export", help=Command.HELP)
    parser.add_argument("--lien", dest="link", default="", metavar="LIEN", help=Command.LINK)
    parser.add_argument("-f", "--format", choices=tuple(FORMATS), help=Command.FORMAT)
    add_output(parser, Command.OUTPUT, required=False)
    add_settings(parser, "--fichiers", "--adresse", "--reference", "--depot")
    parser.set_defaults(command=run_export)


def run_export(options: argparse.Namespace) -> int:
    """0 once the file is written, 2 when the format is not said, 1 when the link asks for what does not exist."""
    format_key = options.format or _format_of(options.output)
    if format_key is None:
        print(Command.NO_FORMAT, file=sys.stderr)
        return 2
    selection, unknown = selection_link.parse(parse_qs(urlsplit(options.link).query or options.link.lstrip("?")))
    for value in unknown:
        print(Command.unknown(value.parameter, value.value), file=sys.stderr)
    if unknown:
        return 1
    chosen = settings_of(options)
    exporting = Exporting(open_site_catalogue(chosen), selection, site=chosen.adresse, author=chosen.editeur)
    output = options.output or Path(exporting.file_name(format_key))
    write_whole(output, exporting.content(format_key))
    print(Command.done(output.name, exporting.provenance.words, exporting.provenance.count))
    return 0


def _format_of(output: Path | None) -> str | None:
    """The format that the ending of the file names."""
    suffix = output.suffix.lower() if output else ""
    return next((key for key in DATA_FORMATS if FORMATS[key].ending == suffix), None)
