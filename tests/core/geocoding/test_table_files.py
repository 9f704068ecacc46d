"""Tables to geocode are read whole: as many rows as the file has, in order, under its own headings."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from dashboard.core.geocoding.table_files import read_table, write_table

HEADINGS = ["Type", "Structure", "Adresse", "Téléphone"]
ROWS = [
    ["Association", "Les Paniers de l’île", "2 quai des Épreuves 29200 Brest", "01"],
    ["Collectivité", "Ville de Laval, service de la rue", "8 rue des Épreuves 53000 Laval", "02"],
    ["Commune", "Rue neuve, code postal compris", "1 place des Épreuves 48000 Mende", "03"],
    ["Association", "Atelier", "4 avenue des Épreuves 26100 Romans-sur-Isère", "04"],
]


def _delimited(delimiter: str, encoding: str) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = folder / "table.csv"
        path.write_text("\n".join(delimiter.join(row) for row in (HEADINGS, *ROWS)), encoding=encoding)
        return path

    return write


def _ours(ending: str) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        write_table(folder / f"table{ending}", HEADINGS, ROWS)
        return folder / f"table{ending}"

    return write


READERS = {
    "semicolon": _delimited(";", "utf-8"),
    "tab": _delimited("\t", "utf-8-sig"),
    "windows": _delimited(";", "cp1252"),
    "utf-16": _delimited(";", "utf-16"),
    "our csv": _ours(".csv"),
    "our xlsx": _ours(".xlsx"),
}


@pytest.mark.parametrize("written", READERS.values(), ids=READERS)
def test_every_reader_gives_every_row_under_the_own_headings(tmp_path: Path, written: Callable[[Path], Path]) -> None:
    table = read_table(written(tmp_path))
    assert (table.headers, table.rows, table.above, table.left_aside) == (HEADINGS, ROWS, 0, ())


def test_a_blank_row_keeps_its_place_and_a_title_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("Liste des villes\n;\nNom;Commune\nA;Brest\n;\nB;Laval\n", encoding="utf-8")
    table = read_table(path)
    assert (table.headers, table.rows) == (["Nom", "Commune"], [["A", "Brest"], ["", ""], ["B", "Laval"]])
    assert table.above == 1


def test_sheets_under_the_same_headings_are_one_table_and_the_others_are_told(tmp_path: Path) -> None:
    workbook = Workbook()
    for title, rows in (
        ("53", [["Nom", "Commune"], ["A", "Laval"]]),
        ("48", [["Nom", "Commune"], ["B", "Mende"]]),
        ("Notes", [["Qui", "Quoi"], ["moi", "tout"]]),
    ):
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(row)
    del workbook["Sheet"]
    workbook.save(tmp_path / "table.xlsx")
    table = read_table(tmp_path / "table.xlsx")
    assert (table.rows, table.left_aside) == ([["A", "Laval"], ["B", "Mende"]], ("Notes",))
