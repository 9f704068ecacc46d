"""How to reach people is in the catalogue of a site only where its host says so."""

from dataclasses import replace
from pathlib import Path

from dashboard import load_catalogue
from dashboard.config import read_settings
from dashboard.core.intake.store import open_site_catalogue

TABLE = """nom;commune;téléphone;courriel;horaires
Garage solidaire;Bergerac;02 00 00 00 01;contact@exemple.fr;mardi
Ressourcerie;Sarlat-la-Canéda;;;
"""


def test_telephones_and_addresses_are_shown_on_the_host_s_word_only(tmp_path: Path):
    path = tmp_path / "poles.csv"
    path.write_text(TABLE, encoding="utf-8")
    chosen = read_settings({"PTCE_POLES": str(path), "PTCE_CACHE": str(tmp_path / "cache")})
    hidden, shown = open_site_catalogue(chosen), open_site_catalogue(replace(chosen, contacts=True))
    assert set(hidden.rows["telephone"]) == set(hidden.rows["courriel"]) == {""}
    assert set(hidden.rows["horaires"]) == {"mardi", ""}
    assert set(shown.rows["courriel"]) == {"contact@exemple.fr", ""}
    assert hidden.content_hash != shown.content_hash  # files at addresses that are kept for ever never say both
    assert set(load_catalogue([path]).rows["courriel"]) == {"contact@exemple.fr", ""}


def test_without_contacts_the_catalogue_is_the_same(tmp_path: Path):
    path = tmp_path / "poles.csv"
    path.write_text("nom;commune\nGarage;Bergerac\n", encoding="utf-8")
    chosen = read_settings({"PTCE_POLES": str(path), "PTCE_CACHE": str(tmp_path / "cache")})
    assert open_site_catalogue(chosen).content_hash == open_site_catalogue(replace(chosen, contacts=True)).content_hash
