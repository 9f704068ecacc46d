"""Every command takes its options from the settings, fails with a sentence, and still knows its old spellings."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.cli.main import main
from dashboard.config import settings
from dashboard.core.files import write_whole as writing

POLES = "id;nom;code postal;ville;secteurs\nseul;Le Pôle Seul;26100;Romans-sur-Isère;numerique\n"
WRITING = {
    "export": ("export", "-f", "csv"),
    "territoire": ("territoire", "commune:26281"),
    "carnet": ("carnet",),
    "visites": ("visites",),
    "geocode": ("geocode", "poles.csv"),
}
ENDING = {"territoire": "html", "carnet": "html", "visites": "html"}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A host with one pole of its own, told by the settings."""
    (tmp_path / "poles.csv").write_text(POLES, encoding="utf-8")
    for name, value in {"POLES": tmp_path / "poles.csv", "CACHE": tmp_path / "cache", "PROGRAMME": ""}.items():
        monkeypatch.setenv(f"PTCE_{name}", str(value))
    monkeypatch.setenv("PTCE_ADRESSE", "https://hote.example/")
    monkeypatch.chdir(tmp_path)
    settings.cache_clear()
    yield tmp_path
    settings.cache_clear()


def output_of(name: str, folder: Path) -> Path:
    return folder / f"sortie.{ENDING.get(name, 'csv')}"


def test_build_builds_the_files_of_the_settings_where_they_say(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["build"]) == 0
    assert capsys.readouterr().out.startswith("poles.csv\u202f: 1 ligne\n")
    assert len(list((folder / "cache").glob("catalogue-*.parquet"))) == 1


@pytest.mark.parametrize("name", ["export", "territoire", "carnet", "visites"])
def test_what_is_written_comes_from_the_files_and_the_address_of_the_settings(name: str, folder: Path):
    output = output_of(name, folder)
    own = ("--pole", "seul") if name == "visites" else ()
    assert main([*WRITING[name], "-o", str(output), *own]) == 0
    text = output.read_text("utf-8-sig")
    assert "Le Pôle Seul" in text
    assert "hote.example" in text


@pytest.mark.parametrize("name", ["export", "territoire", "carnet"])
def test_the_command_line_has_the_last_word(name: str, folder: Path):
    (folder / "autres.csv").write_text(POLES.replace("Seul", "Second"), encoding="utf-8")
    output = output_of(name, folder)
    said = ("--fichiers", "autres.csv", "--adresse", "https://ailleurs.example", "--depot", "depot")
    assert main([*WRITING[name], "-o", str(output), *said]) == 0
    text = output.read_text("utf-8-sig")
    assert "Le Pôle Second" in text
    assert "https://ailleurs.example" in text
    assert list((folder / "depot").glob("catalogue-*.parquet"))


@pytest.mark.parametrize("command", [("check", "poles.csv"), ("build",), *WRITING.values()], ids=lambda line: line[0])
def test_the_reference_geography_is_the_one_of_the_settings(
    command: tuple[str, ...], folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("PTCE_REFERENCE", str(folder / "nulle-part"))
    settings.cache_clear()
    writes = ("-o", str(output_of(command[0], folder))) if command[0] in WRITING else ()
    assert main([*command, *writes]) == 1
    assert capsys.readouterr().err.startswith("La géographie de référence manque.")


def test_check_knows_the_poles_of_the_settings(folder: Path, capsys: pytest.CaptureFixture[str]):
    away = folder / "ailleurs"
    away.mkdir()
    people = away / "intervenants.csv"
    (away / "programme.csv").write_text(
        "id,type,date,debut,fin,titre,parent\nr,rencontre,2012-06-25,,,Rencontre,\na,pleniere,2012-06-25,09:00,10:00,A,r\n",
        encoding="utf-8",
    )
    people.write_text("id,seance,nom,prenom,organisation,pole\n1,a,Ba,Ali,X,seul\n2,a,Bo,Léa,X,autre\n", "utf-8")
    main(["check", str(people)])
    told = capsys.readouterr().out
    assert "«\u00a0autre\u00a0»" in told
    assert "«\u00a0seul\u00a0»" not in told


def test_geocode_keeps_the_answers_where_the_settings_say(folder: Path, monkeypatch: pytest.MonkeyPatch):
    (folder / "rues.csv").write_text("Ville;Adresse\nRomans-sur-Isère;rue X\n", encoding="utf-8")
    monkeypatch.setattr("dashboard.cli.geocode.Geoplateforme.search_many", lambda self, asked: [None] * len(asked))
    monkeypatch.setattr("dashboard.cli.geocode.refined", lambda verdict, answer: verdict)
    monkeypatch.setattr("dashboard.cli.geocode.GeocodeCache.keep_many", lambda self, answers: None)
    assert main(["geocode", "rues.csv", "-o", "out.csv", "--en-ligne"]) == 0
    assert (folder / "cache" / "geocode.sqlite").exists()


@pytest.mark.parametrize("name", WRITING)
@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("absent/sortie", "le dossier de ce fichier n’existe pas"),
        ("dossier", "c’est le nom d’un dossier"),
        ("poles.csv/sortie", "le dossier de ce fichier n’existe pas"),
    ],
)
def test_what_cannot_be_written_there_is_said_in_a_sentence(
    name: str, place: str, sentence: str, folder: Path, capsys: pytest.CaptureFixture[str]
):
    path = Path(f"{folder / place}.{ENDING.get(name, 'csv')}")
    if place == "dossier":
        path.mkdir()
    assert main([*WRITING[name], "-o", str(path)]) == 1
    said = capsys.readouterr()
    assert (said.out, sentence in said.err, len(said.err.splitlines())) == ("", True, 1)


@pytest.mark.parametrize("name", WRITING)
@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "il n’y a plus de place sur le disque"),
        (errno.EROFS, "le système ne permet pas d’écrire ici"),
        (errno.EIO, "Ce fichier ne peut pas être écrit."),
    ],
)
def test_a_refusal_while_writing_leaves_the_former_file(
    name: str,
    number: int,
    sentence: str,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    output = output_of(name, folder)
    output.write_text("avant", encoding="utf-8")

    def refuse(path: Path, content: bytes) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(writing, "_replace", refuse)
    assert main([*WRITING[name], "-o", str(output)]) == 1
    assert sentence in capsys.readouterr().err
    assert output.read_text("utf-8") == "avant"


def test_a_full_disk_leaves_no_draft(folder: Path, monkeypatch: pytest.MonkeyPatch):
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("os.fsync", full)
    assert main(["export", "-o", "out.csv"]) == 1
    assert sorted(path.name for path in folder.iterdir() if path.name != "cache") == ["poles.csv"]


def test_a_device_is_written_to_and_stays_a_device(capsys: pytest.CaptureFixture[str]):
    assert main(["export", "-f", "csv", "-o", os.devnull]) == 0
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize(
    ("name", "value"), [("PTCE_IGN", "peut-être"), ("PTCE_ADRESSE", "hote.example"), ("PTCE_INTEGRATION", "a;b")]
)
@pytest.mark.parametrize("command", [("build",), ("check", "poles.csv"), *WRITING.values()], ids=lambda line: line[0])
def test_a_wrong_setting_is_said_in_a_sentence(
    command: tuple[str, ...],
    name: str,
    value: str,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    monkeypatch.setenv(name, value)
    settings.cache_clear()
    writes = ("-o", str(output_of(command[0], folder))) if command[0] in WRITING else ()
    assert main([*command, *writes]) == 1
    assert capsys.readouterr().err.startswith(f"Le réglage {name} ne peut pas valoir «\u00a0{value}\u00a0».")


@pytest.mark.parametrize(
    "line",
    [
        ("build", "--store", "ancien"),
        ("export", "--link", "?secteur=numerique", "--output", "out.csv"),
        ("export", "--link=?secteur=numerique", "--output=out.csv"),
        ("territoire", "commune:26281", "--output", "out.html", "--store", "ancien"),
        ("carnet", "--output", "out.html"),
        ("visites", "--output", "out.html"),
        ("geocode", "poles.csv", "--output", "out.csv", "--query-column", "ville", "--postcode-column", "code postal"),
        ("geocode", "poles.csv", "--output", "out.csv", "--address-column", "nom"),
    ],
    ids=" ".join,
)
def test_an_old_spelling_still_works(line: tuple[str, ...], folder: Path):
    assert main(line) == 0
    assert "--store" not in line or list((folder / "ancien").glob("catalogue-*.parquet"))
    written = [part for part in folder.iterdir() if part.stem == "out"]
    assert written or line[0] == "build"


@pytest.mark.parametrize("command", ["check", "build", *WRITING])
def test_the_help_shows_french_names_only(command: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        main([command, "--help"])
    shown = capsys.readouterr().out
    old = ("--output", "--store", "--link", "--online", "--query", "--postcode", "--address-column", "--files")
    assert [name for name in old if name in shown] == []
