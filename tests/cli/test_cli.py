"""The commands, as a person runs them."""

from pathlib import Path

import pytest

from dashboard.cli.main import main
from dashboard.config import ROOT

DATA = ROOT / "data"


def run(*arguments: object, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    code = main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return code, (captured.out + captured.err).replace("\u202f", " ").replace("\u00a0", " ").splitlines()


@pytest.mark.parametrize(("name", "rows"), [("poles.csv", 98), ("projets.csv", 18)])
def test_our_own_files_are_without_fault(name: str, rows: int, capsys: pytest.CaptureFixture[str]):
    code, lines = run("check", DATA / name, capsys=capsys)
    assert (code, lines) == (
        0,
        [
            f"{rows} lignes lues = {rows} sur la carte + 0 sans localisation + 0 refusée",
            "0 erreur, 0 point à vérifier, 0 remarque",
        ],
    )


def test_proposed_views_are_checked_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "vues.csv"
    path.write_text("nom,description,parametres\nA,,secteur=numerique\nB,,pole=archer\n", encoding="utf-8")
    code, lines = run("check", path, capsys=capsys)
    assert (code, lines[0]) == (1, "vues.csv : 2 lignes lues")
    assert lines[1].startswith("[erreur] Ligne 3, colonne « Paramètres » : le lien ne demande aucun filtre connu.")
    assert lines[2:] == ["1 erreur, 0 point à vérifier, 0 remarque"]


def test_an_error_is_said_and_ends_with_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "poles.txt"
    path.write_text("id;nom;code postal\na;A;26100\nb;#REF!;1004\n", encoding="utf-8")
    code, lines = run("check", path, capsys=capsys)
    assert code == 1
    assert any(line.startswith("[erreur] Ligne 3, colonne « Nom » : le tableur a écrit une erreur") for line in lines)
    assert lines[-2] == "2 lignes lues = 1 sur la carte + 0 sans localisation + 1 refusée"


def test_a_file_that_is_no_table_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "poles.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    assert run("check", path, capsys=capsys) == (
        1,
        [
            "C’est un document ou une image, pas un tableau. Copiez le tableau dans un tableur et enregistrez-le en "
            "CSV ou en .xlsx. Précision : « image PNG »."
        ],
    )


def test_the_files_of_the_meeting_are_checked_too(capsys: pytest.CaptureFixture[str]):
    code, lines = run("check", DATA / "programme.csv", "--contenu", "programme", capsys=capsys)
    assert (code, lines[-1]) == (0, "0 erreur, 0 point à vérifier, 0 remarque")


def test_the_catalogue_is_built_and_accounted_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    code, lines = run("build", "--store", tmp_path, capsys=capsys)
    assert (code, lines) == (
        0,
        [
            "poles.csv : 98 lignes",
            "projets.csv : 18 lignes",
            "116 lignes lues = 116 sur la carte + 0 sans localisation + 0 refusée",
            "0 erreur, 0 point à vérifier, 0 remarque",
        ],
    )
