"""The settings: name, default, one-line help; read once from the environment."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

PREFIX = "PTCE_"
ROOT = Path(__file__).resolve().parent.parent


class WrongSetting(ValueError):
    """The environment holds a value that a setting cannot have; `name`, `value`, and `help`, what it may be."""

    def __init__(self, name: str, value: str, help: str) -> None:
        super().__init__(f"{name}={value!r}: {help}")
        self.name, self.value, self.help = name, value, help


@dataclass(frozen=True)
class Setting:
    """One setting: attribute of `Settings`, default as one would write it in the environment, help in French."""

    key: str
    default: str
    help: str
    parse: Callable[[str], Any]

    @property
    def name(self) -> str:
        """Name of the environment variable."""
        return PREFIX + self.key.upper()


def _path(text: str) -> Path:
    return ROOT / text


def _paths(text: str) -> tuple[Path, ...]:
    return tuple(ROOT / part.strip() for part in text.split(";") if part.strip())


def _optional_path(text: str) -> Path | None:
    return ROOT / text if text else None


def _timezone(text: str) -> str:
    try:
        return ZoneInfo(text).key
    except OSError as error:
        raise ValueError(text) from error


def _switch(text: str) -> bool:
    return {"oui": True, "non": False}[text.lower()]


def _site_address(text: str) -> str:
    if text and not (text.startswith(("https://", "http://")) and text.isascii() and " " not in text):
        raise ValueError(text)
    return text.rstrip("/")


def _frame_ancestors(text: str) -> str:
    if not text or any(character in text for character in ";,\r\n") or not text.isascii():
        raise ValueError(text)
    return text


SETTINGS = (
    Setting(
        "poles",
        "data/poles.csv;data/projets.csv",
        "Fichiers de pôles et de projets (CSV, XLSX ou GeoJSON), séparés par « ; »",
        _paths,
    ),
    Setting("programme", "data/programme.csv", "Programme de la rencontre ; vide s’il n’y en a pas", _optional_path),
    Setting("intervenants", "data/intervenants.csv", "Personnes et organisations du programme", _optional_path),
    Setting("fuseau", "Europe/Paris", "Fuseau horaire d’une rencontre dont le programme n’en nomme pas", _timezone),
    Setting("vues", "data/vues.csv", "Vues proposées sur la carte ; vide s’il n’y en a pas", _optional_path),
    Setting(
        "colonnes",
        "",
        "Ce que sont les colonnes d’une source, quand l’outil ne le reconnaît pas (CSV : source, colonne, champ)",
        _optional_path,
    ),
    Setting("reference", "data/reference", "Dossier de la géographie de référence", _path),
    Setting("cache", ".cache", "Dossier où le catalogue construit est gardé d’un démarrage à l’autre", _path),
    Setting(
        "adresse",
        "",
        "Adresse publique du site (https://…), mise devant les liens des exports et des citations",
        _site_address,
    ),
    Setting(
        "contacts",
        "non",
        "« oui » pour montrer téléphones et courriels des fichiers ; prévenez-en les personnes (CNIL)",
        _switch,
    ),
    Setting("ign", "oui", "« oui » pour proposer le fond Plan IGN (data.geopf.fr), « non » sinon", _switch),
    Setting(
        "integration",
        "'self'",
        "Sites qui peuvent afficher le tableau de bord dans un cadre (valeur de frame-ancestors)",
        _frame_ancestors,
    ),
    Setting("editeur", "", "Mentions légales : qui publie ce site", str),
    Setting("hebergeur", "", "Mentions légales : qui l’héberge", str),
    Setting("contact", "", "Adresse à qui signaler une erreur ou un défaut d’accessibilité", str),
)


@dataclass(frozen=True)
class Settings:
    """The values in force; relative paths are taken from the project's folder."""

    poles: tuple[Path, ...]
    programme: Path | None
    intervenants: Path | None
    fuseau: str
    vues: Path | None
    colonnes: Path | None
    reference: Path
    cache: Path
    adresse: str
    contacts: bool
    ign: bool
    integration: str
    editeur: str
    hebergeur: str
    contact: str


def read_settings(environment: Mapping[str, str]) -> Settings:
    """The settings that this environment gives; WrongSetting for a value that makes no sense."""
    values = {}
    for setting in SETTINGS:
        text = environment.get(setting.name, setting.default).strip()
        try:
            values[setting.key] = setting.parse(text)
        except (KeyError, ValueError) as error:
            raise WrongSetting(setting.name, text, setting.help) from error
    return Settings(**values)


@cache
def settings() -> Settings:
    """The settings of this process."""
    return read_settings(os.environ)
