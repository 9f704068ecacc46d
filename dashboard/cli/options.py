"""The options of the commands: each from the command line, else from the settings; old spellings still work."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

from dashboard.config import Settings, settings

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"

_OLD_SPELLINGS = {
    "--output": "--sortie",
    "--store": "--depot",
    "--link": "--lien",
    "--online": "--en-ligne",
    "--query-column": "--colonne-lieu",
    "--postcode-column": "--colonne-code-postal",
    "--address-column": "--colonne-adresse",
}

_FILES: dict[str, Any] = {
    "type": Path,
    "metavar": "FICHIER",
    "help": "fichiers de pôles et de projets (défaut : PTCE_POLES)",
}
_SETTINGS: dict[str, dict[str, Any]] = {
    "--fichiers": {**_FILES, "dest": "poles", "nargs": "+"},
    "--reference": {"type": Path, "metavar": "DOSSIER", "help": "géographie de référence (défaut : PTCE_REFERENCE)"},
    "--depot": {
        "dest": "cache",
        "type": Path,
        "metavar": "DOSSIER",
        "help": "dossier du catalogue construit (défaut : PTCE_CACHE)",
    },
    "--adresse": {
        "type": lambda text: text.rstrip("/"),
        "metavar": "URL",
        "help": "adresse publique du site, pour les liens et les codes QR (défaut : PTCE_ADRESSE)",
    },
}
"""The options that say something else than a setting, to which each goes by its name."""


def in_todays_spelling(argument: str) -> str:
    """The argument with the name of its option as it is shown today."""
    name, equals, value = argument.partition("=")
    return _OLD_SPELLINGS.get(name, name) + equals + value


def add_settings(parser: argparse.ArgumentParser, *options: str) -> None:
    """Let the command line say these (`--fichiers`, `--reference`, `--depot`, `--adresse`) in place of the settings."""
    for option in options:
        parser.add_argument(option, **_SETTINGS[option])


def add_files(parser: argparse.ArgumentParser) -> None:
    """Let the command line name the files of poles without an option."""
    parser.add_argument("poles", nargs="*", **_FILES)


def add_output(parser: argparse.ArgumentParser, words: str, *, required: bool = True) -> None:
    """`-o`, `--sortie`: the file to write, `options.output`."""
    parser.add_argument("-o", "--sortie", dest="output", type=Path, required=required, metavar="SORTIE", help=words)


def settings_of(options: argparse.Namespace) -> Settings:
    """The settings of this process, but for what the command line says; config.WrongSetting for one without sense."""
    said = {key: getattr(options, key, None) for key in ("poles", "reference", "cache", "adresse")}
    given: dict[str, Any] = {key: value for key, value in said.items() if value is not None and value != []}
    if "poles" in given:
        given["poles"] = tuple(given["poles"])
    return replace(settings(), **given)
