"""The command `geocode` as a whole: every row comes out, in order, whatever the network does."""

import csv
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from dashboard.cli.main import main
from tests.faults.fault_proxy import FaultProxy, cut, html, refused, reordered, truncated
from tests.helpers.paths import REFERENCE

ROWS = [
    ["Nom", "Ville", "CP", "Adresse"],
    ["A", "Romans (26)", "", "12 rue Jacquemart"],
    ["", "", "", ""],
    ["B", "ROMANS SUR ISERE", "26100", "5 avenue Gambetta"],
    ["C", "Valence", "26000", "8 rue Victor Hugo"],
    ["D", "La Rochelle", "", "1 rue du Port"],
    ["=1+1", "zzz", "01000", ""],
]


def geocode(tmp_path: Path, *arguments: str) -> int:
    own = ("--reference", str(REFERENCE), "--cache", str(tmp_path / "store" / "geocode.sqlite"))
    return main(["geocode", str(tmp_path / "in.csv"), *own, *arguments])


@pytest.fixture
def table(tmp_path: Path) -> Path:
    with (tmp_path / "in.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(ROWS)
    return tmp_path


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def told(path: Path, column: str) -> list[str]:
    return [row[column] for row in read(path)]


def test_every_row_comes_out_with_its_place(table: Path) -> None:
    assert geocode(table, "-o", str(table / "out.csv")) == 0
    rows = read(table / "out.csv")
    assert [[row[name] for name in ROWS[0]] for row in rows[:-1]] == ROWS[1:-1]
    assert [rows[-1][name] for name in ROWS[0]] == ["'=1+1", "zzz", "01000", ""]
    assert told(table / "out.csv", "result_status") == ["ok", "none", "ok", "ok", "ambiguous", "ambiguous"]
    assert told(table / "out.csv", "result_citycode") == ["26281", "", "26281", "26362", "", ""]
    assert told(table / "out.csv", "result_candidates")[4] == "17300 La Rochelle (17)|70450 La Rochelle (70)"


def test_nothing_is_sent_without_being_asked(table: Path, proxy: FaultProxy) -> None:
    geocode(table, "-o", str(table / "out.csv"), "--service", proxy.address)
    assert proxy.requests == []


def test_streets_are_asked_for_when_it_is_chosen(table: Path, proxy: FaultProxy) -> None:
    geocode(table, "-o", str(table / "out.csv"), "--online", "--service", proxy.address)
    assert told(table / "out.csv", "result_type") == ["address", "none", "address", "address", "none", "none"]
    assert told(table / "out.csv", "latitude")[0] == "45.045200"


def test_a_second_run_asks_only_for_what_the_first_one_did_not_get(table: Path, proxy: FaultProxy) -> None:
    arguments = ("-o", str(table / "out.csv"), "--online", "--service", proxy.address)
    proxy.will(truncated)
    geocode(table, *arguments)
    assert [method.split("+")[-1] for method in told(table / "out.csv", "result_method")][::2] == [
        "online:ok",
        "online:missing_answer",
        "name",
    ]
    geocode(table, *arguments)
    geocode(table, *arguments)
    assert told(table / "out.csv", "result_type")[:4] == ["address", "none", "address", "address"]
    assert proxy.requests == ["POST /search/csv"] * 2


@pytest.mark.parametrize("fault", [html, refused(400), refused(500)])
def test_a_service_that_fails_leaves_the_point_of_the_commune(table: Path, proxy: FaultProxy, fault: object) -> None:
    proxy.will(*[fault] * 4)  # type: ignore[list-item]
    assert geocode(table, "-o", str(table / "out.csv"), "--online", "--service", proxy.address) == 0
    assert told(table / "out.csv", "result_status") == ["ok", "none", "ok", "ok", "ambiguous", "ambiguous"]
    assert told(table / "out.csv", "result_type") == ["commune", "none", "commune", "commune", "none", "none"]


@pytest.mark.parametrize(
    "fault", [cut, html, truncated, reordered, refused(429, retry_after="0"), refused(429), refused(500), refused(503)]
)
def test_no_fault_of_the_service_loses_or_moves_a_row(table: Path, proxy: FaultProxy, fault: object) -> None:
    proxy.will(fault)  # type: ignore[arg-type]
    assert geocode(table, "-o", str(table / "out.csv"), "--online", "--service", proxy.address) == 0
    assert told(table / "out.csv", "Nom") == ["A", "", "B", "C", "D", "'=1+1"]
    assert told(table / "out.csv", "result_status") == ["ok", "none", "ok", "ok", "ambiguous", "ambiguous"]
    assert told(table / "out.csv", "result_citycode") == ["26281", "", "26281", "26362", "", ""]


def test_a_workbook_goes_in_and_comes_out(table: Path) -> None:
    workbook = Workbook()
    for row in ROWS:
        workbook.active.append(row)
    workbook.save(table / "in.csv")
    assert geocode(table, "-o", str(table / "out.xlsx")) == 0
    sheet = load_workbook(table / "out.xlsx").active
    assert (sheet["F2"].value, sheet.max_row, sheet.max_column) == ("26281", len(ROWS), 13)


def test_a_formula_stays_text_in_a_workbook(table: Path) -> None:
    geocode(table, "-o", str(table / "out.xlsx"))
    cell = load_workbook(table / "out.xlsx").active["A7"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_a_column_that_is_not_there_is_told(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert geocode(table, "-o", str(table / "out.csv"), "--query-column", "Pays") == 2
    assert "«\u00a0Pays\u00a0»" in capsys.readouterr().err
    assert not (table / "out.csv").exists()


def test_a_folder_that_is_not_there_is_told_before_the_work(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert geocode(tmp_path, "-o", str(tmp_path / "nowhere" / "out.csv")) == 1
    assert "le dossier de ce fichier n’existe pas" in capsys.readouterr().err


def test_a_longitude_stays_a_number_and_a_formula_does_not_run(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("Ville;x;y\nTarnos;-1,5;=1+1\nTarnos;+33 5 59;-\nTarnos;-2+3;@a\n", "utf-8")
    geocode(tmp_path, "-o", str(tmp_path / "out.csv"))
    assert told(tmp_path / "out.csv", "x") == ["-1,5", "+33 5 59", "'-2+3"]
    assert told(tmp_path / "out.csv", "y") == ["'=1+1", "-", "'@a"]
    assert float(told(tmp_path / "out.csv", "longitude")[0]) < -1


def test_headings_are_recognised_by_their_words_below_a_title(tmp_path: Path) -> None:
    lines = ["Liste par commune;;;", "Nom ;VILLE du siège;C.P.;Adresse postale", "A;Romans;26100.0;8 rue X", "B;;1000;"]
    (tmp_path / "in.csv").write_bytes("\r\n".join(lines).encode("cp1252"))
    assert geocode(tmp_path, "-o", str(tmp_path / "out.csv")) == 0
    assert told(tmp_path / "out.csv", "result_status") == ["ok", "ambiguous"]
    assert told(tmp_path / "out.csv", "result_citycode") == ["26281", ""]


def test_a_run_that_stops_leaves_the_former_output(
    table: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (table / "out.csv").write_text("former")

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", stop)
    assert geocode(table, "-o", str(table / "out.csv")) == 130
    assert "Relancez" in capsys.readouterr().err
    assert (table / "out.csv").read_text() == "former"
    assert sorted(path.name for path in table.iterdir()) == ["in.csv", "out.csv"]
