"""`check` on the two files of a meeting: recognised by their columns, each with its sibling."""

from pathlib import Path

import pytest

from dashboard.cli.check_content import Asked, read_content_of
from dashboard.cli.main import main
from dashboard.config import ROOT, settings

DATA = ROOT / "data"

SESSIONS = "id,type,date,debut,fin,titre,parent\n"
PEOPLE = "id,seance,nom,prenom,organisation,pole\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "poles.csv").write_text("id,nom,commune\narcher,Archer,Romans-sur-Isère\n", encoding="utf-8")
    return tmp_path


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def check(*arguments: object, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    code = main(["check", *map(str, arguments)])
    text = capsys.readouterr().out
    return code, text.replace("\u202f", " ").replace("\u00a0", " ").splitlines()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("poles.csv", "poles"),
        ("projets.csv", "poles"),
        ("programme.csv", "programme"),
        ("intervenants.csv", "intervenants"),
        ("../tests/golden/schedule.xml", "programme"),
    ],
)
def test_a_file_is_recognised_by_what_it_holds(name: str, kind: str):
    assert read_content_of(DATA / name, Asked(settings())).kind == kind


@pytest.mark.parametrize("name", ["programme.csv", "intervenants.csv"])
def test_our_meeting_is_without_fault_whichever_file_is_named(name: str, capsys: pytest.CaptureFixture[str]):
    assert check(DATA / name, capsys=capsys) == (
        0,
        [
            "programme.csv : 11 lignes lues",
            "intervenants.csv : 32 lignes lues",
            "0 erreur, 0 point à vérifier, 0 remarque",
        ],
    )


def test_every_defect_of_the_hours_is_told(folder: Path, capsys: pytest.CaptureFixture[str]):
    path = write(
        folder,
        "programme.csv",
        SESSIONS
        + "jour,evenement,2027-03-28,,,La rencontre,\n"
        + "a,table-ronde,,9h,10h,A,\n"
        + "b,table-ronde,,9h30-11h,,B,\n"
        + "c,table-ronde,,23:00,24:00,C,\n"
        + "d,table-ronde,,24:00,,D,\n"
        + "e,table-ronde,,11:00,10:00,E,\n"
        + "f,table-ronde,,02:30,03:30,F,\n"
        + "g,table-ronde,2027-10-31,02:15,04:00,G,\n",
    )
    code, lines = check(path, capsys=capsys)
    expected = [
        ("Ligne 2, colonne « Date »", "l’heure change ce jour-là"),
        ("Ligne 3, colonne « Début »", "n’est pas écrite « 09:30 »"),
        ("Ligne 3, colonne « Fin »", "Valeur : « 10h »"),
        ("Ligne 4, colonne « Début »", "Valeur : « 9h30-11h »"),
        ("Ligne 5, colonne « Fin »", "le minuit qui termine la journée"),
        ("Ligne 6, colonne « Début »", "ce n’est pas une heure"),
        ("Ligne 6, colonne « Début »", "pas d’heure de début"),
        ("Ligne 7, colonne « Fin »", "la fin précède le début"),
        ("Ligne 8, colonne « Début »", "cette heure n’existe pas"),
        ("Ligne 9, colonne « Date »", "l’heure change ce jour-là"),
        ("Ligne 9, colonne « Début »", "cette heure existe deux fois"),
    ]
    told = lines[1:-2]
    for where, what in expected:
        assert [line for line in told if where in line and what in line], (where, what)
    assert (code, len(told)) == (0, len(expected))
    assert lines[-2].startswith("Aucun fichier d’intervenants n’a été trouvé")


def test_people_are_checked_with_the_programme_beside_them(folder: Path, capsys: pytest.CaptureFixture[str]):
    write(
        folder,
        "programme-2027.csv",
        SESSIONS
        + "jour,evenement,2027-06-25,,,La rencontre,\n"
        + "a,table-ronde,,09:00,10:00,A,\nb,atelier,,09:30,11:00,B,\nc,repas,,09:00,11:00,C,\n"
        + "d,sous-theme,,,,D,a\n",
    )
    path = write(
        folder,
        "intervenants-2027.csv",
        PEOPLE
        + "1,a,Ba,Ali,O,archer\n2,b,BA,Ali,O,archer\n3,c,Ba,Ali,O,\n4,d,Ba,Ali,O,\n"
        + "5,a,Durand,Zoé,,\n6,b,Roy,Luc,O,nulle-part\n7,z,Roy,Léa,O,\n8,a,,,RTES,\n9,b,,,RTES,\n",
    )
    code, lines = check(path, capsys=capsys)
    assert (code, lines[0], lines[1]) == (
        1,
        "programme-2027.csv : 5 lignes lues",
        "intervenants-2027.csv : 9 lignes lues",
    )
    told = [line.split(" : ")[0] + line[line.rindex(" Valeur") :] for line in lines[2:-1]]
    assert told == [
        "[à vérifier] Ligne 3, colonne « Séance » Valeur : « Ali Ba, a / b, 09:30-10:00 ».",
        "[à vérifier] Ligne 5, colonne « Séance » Valeur : « Ali Ba, d / b, 09:30-10:00 ».",
        "[à vérifier] Ligne 6, colonne « Organisation » Valeur : « Durand ».",
        "[à vérifier] Ligne 7, colonne « Pôle » Valeur : « nulle-part ».",
        "[erreur] Ligne 8, colonne « Séance » Valeur : « z ».",
    ]
    assert lines[-1] == "1 erreur, 4 points à vérifier, 0 remarque"


def test_siblings_and_poles_may_be_named(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    elsewhere = tmp_path / "ailleurs"
    elsewhere.mkdir()
    sessions = write(elsewhere, "s.csv", SESSIONS + "jour,evenement,2027-06-25,,,R,\na,atelier,,09:00,10:00,A,\n")
    people = write(folder, "p.csv", PEOPLE + "1,a,Ba,Ali,O,archer\n")
    code, lines = check(people, "--programme", sessions, "--poles", folder / "poles.csv", capsys=capsys)
    assert (code, lines[-1]) == (0, "0 erreur, 0 point à vérifier, 0 remarque")
    code, lines = check(people, capsys=capsys)
    assert lines[-2] == "Aucun programme n’a été trouvé : les séances ne sont pas vérifiées."
