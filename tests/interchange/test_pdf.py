"""A territory's PDF, as another reader sees it: poppler's tools, which the tests install."""

import random
import subprocess
from datetime import date
from pathlib import Path

import pytest

from dashboard.cli.main import main
from dashboard.features.territories.paper.document import Paper
from tests.helpers.territories import key_of, territories_of

PAPER = Paper("https://carte.example/territoires?territoire=commune:26281", date(2026, 11, 25))
NOTHING, MANY, OVERSEAS, LONG, COLLECTIVITY = (
    "commune:23001", "region:84", "departement:974", "epci:244400610", "commune:98735",
)  # fmt: skip
HOSTILE = [
    '#read("/etc/passwd")',
    "*gras* et _italique_",
    "= titre",
    "$x^2$ \\u{41} @ref <label>",
    "#sys.inputs // fin",
]


def read(tool: str, *arguments: str) -> str:
    """What one of poppler's tools prints; it must have nothing to complain of."""
    done = subprocess.run([tool, *arguments], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def pdf_of(folder: Path, key: str, *rows: dict[str, str]) -> str:
    """Path of the PDF of a territory, of the shipped catalogue or of these rows."""
    papers = territories_of(*rows)
    path = folder / "fiche.pdf"
    path.write_bytes(papers.pdf(key_of(key), PAPER))
    return str(path)


def facts(path: str) -> dict[str, str]:
    lines = (line.partition(":") for line in read("pdfinfo", path).splitlines())
    return {name: value.strip() for name, _, value in lines}


@pytest.mark.parametrize("key", [NOTHING, MANY, OVERSEAS, LONG, COLLECTIVITY])
def test_two_tagged_pages_with_their_fonts_and_no_warning(key: str, tmp_path: Path):
    path = pdf_of(tmp_path, key)
    said = facts(path)
    assert (said["Pages"], said["Tagged"], said["Page size"]) == ("2", "yes", "595.276 x 841.89 pts (A4)")
    assert said["Title"].endswith("– Pôles territoriaux de coopération économique")
    fonts = [line.split() for line in read("pdffonts", path).splitlines()[2:]]
    assert fonts
    assert {(font[-5], font[-3]) for font in fonts} == {("yes", "yes")}  # embedded, and mapped to Unicode
    read("pdftoppm", "-r", "40", path, str(tmp_path / "page"))
    assert len(list(tmp_path.glob("page*.ppm"))) == 2
    assert read("pdfimages", "-list", path).splitlines()[2:] == []  # the maps are drawn, not painted


def test_any_territory_has_two_pages(tmp_path: Path):
    papers = territories_of()
    keys = [key for level in ("commune", "epci", "departement", "region") for key in papers.index.hierarchy.keys(level)]
    path = tmp_path / "fiche.pdf"
    for key in random.Random(7).sample(keys, 25):
        path.write_bytes(papers.pdf(key, PAPER))
        assert facts(str(path))["Pages"] == "2", key


def test_the_text_can_be_selected_and_is_french(tmp_path: Path):
    path = pdf_of(tmp_path, MANY)
    text = " ".join(read("pdftotext", "-raw", path, "-").split())
    assert "On y recense 11 pôles et 6 projets." in text
    assert "Pôle Sud Archer Romans-sur-Isère (Drôme)" in text
    assert b"/Lang(fr-FR)" in Path(path).read_bytes()


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_cell_is_printed_as_it_is_written(text: str, tmp_path: Path):
    path = pdf_of(tmp_path, "commune:26281", {"code_insee": "26281", "nom": text, "commune": text})
    assert text in " ".join(read("pdftotext", path, "-").split())


def test_a_list_too_long_for_paper_says_what_is_left_out(tmp_path: Path):
    name = "Pôle territorial de coopération économique des circuits courts et des métiers d’art du territoire"
    rows = [{"code_insee": "69123", "nom": f"{name} {rank}", "secteurs": "Numérique"} for rank in range(300)]
    path = pdf_of(tmp_path, "departement:69", *rows)
    assert facts(path)["Pages"] == "2"
    text = read("pdftotext", path, "-")
    printed = text.count("Pôle territorial de")
    assert f"{300 - printed} autres sont dans la fiche en ligne." in text


def test_the_same_day_gives_the_same_bytes_and_another_day_says_so(tmp_path: Path):
    papers = territories_of()
    fresh = territories_of()
    assert papers.pdf(key_of(MANY), PAPER) == fresh.pdf(key_of(MANY), PAPER)
    path = tmp_path / "fiche.pdf"
    path.write_bytes(papers.pdf(key_of(MANY), Paper("", date(2027, 1, 1))))
    text = read("pdftotext", str(path), "-")
    assert "Fiche établie le 1er janvier 2027" in text
    assert "carte.example" not in text


def test_the_command_writes_both_kinds_of_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    options = ["--date", "2026-11-25", "--adresse", "https://carte.example/"]
    for name in ("fiche.pdf", "fiche.html"):
        assert main(["territoire", "commune:26281", "-o", str(tmp_path / name), *options]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "Romans-sur-Isère\u202f: fiche.pdf est écrit."
    assert (tmp_path / "fiche.pdf").read_bytes() == territories_of().pdf(key_of("commune:26281"), PAPER)
    assert "https://carte.example/territoires?territoire=commune:26281" in (tmp_path / "fiche.html").read_text("utf-8")


def test_the_command_refuses_what_it_does_not_know(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["territoire", "commune:99999", "-o", str(tmp_path / "fiche.pdf")]) == 2
    assert main(["territoire", "commune:26281", "-o", str(tmp_path / "fiche.doc")]) == 2
    assert capsys.readouterr().err.splitlines() == [
        "Aucun territoire ne s’écrit «\u00a0commune:99999\u00a0». Par exemple\u202f: commune:26281, departement:26.",
        "Le fichier à écrire doit finir par .pdf ou .html.",
    ]
