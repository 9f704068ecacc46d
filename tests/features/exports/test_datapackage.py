"""datapackage.json and the checksums of SOURCES.md follow the fields and the files; they are rewritten by a command."""

import csv
import json
import re
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from dashboard.core.fields.tables import POLE_FIELDS
from dashboard.features.exports.__main__ import DATA, describe, main, read_files
from dashboard.features.exports.datapackage import (
    END,
    RESOURCES,
    START,
    Stamp,
    read_stamps,
    stamp,
    to_table_schema,
    write_stamps,
)

SOURCES = (DATA / "SOURCES.md").read_text("utf-8")
PACKAGE = json.loads((DATA / "datapackage.json").read_text("utf-8"))
REWRITE = "run: python -m dashboard.features.exports"


def test_the_committed_descriptor_and_checksums_are_those_of_the_fields_and_of_the_files():
    descriptor, sources = describe(read_files(DATA), SOURCES, today=date(2100, 1, 1))
    assert json.loads(descriptor) == PACKAGE, REWRITE
    assert sources == SOURCES, REWRITE


def test_the_table_of_sources_gives_the_checksum_of_every_data_file():
    stamps = read_stamps(SOURCES)
    digests = {path: sha256(content).hexdigest() for path, content in read_files(DATA).items()}
    assert {path: s.sha256 for path, s in stamps.items()} == digests, REWRITE


def test_the_sources_say_the_licence_and_name_each_shipped_file():
    assert [name for name in ("Licence Ouverte 2.0", *(r.path for r in RESOURCES)) if name not in SOURCES] == []


@pytest.mark.parametrize("resource", PACKAGE["resources"], ids=lambda resource: resource["name"])
def test_every_cell_obeys_the_table_schema(resource):
    lines = read_files(DATA)[resource["path"]].decode("utf-8")
    columns = {column["name"]: column for column in resource["schema"]["fields"]}
    patterns = {"integer": r"-?\d+", "number": r"-?\d+(\.\d+)?", "date": r"\d{4}-\d\d-\d\d", "time": r"\d\d:\d\d"}
    broken = []
    for row in csv.DictReader(lines.splitlines(keepends=True)):
        for name, cell in row.items():
            rules = columns[name].get("constraints", {})
            if cell == "":
                is_right = not rules.get("required")
            else:
                pattern = rules.get("pattern", patterns.get(columns[name]["type"], ".*"))
                is_right = cell in rules.get("enum", [cell]) and bool(re.fullmatch(pattern, cell, flags=re.DOTALL))
            if not is_right:
                broken.append((row["id"], name, cell))
    assert broken == []


def test_a_closed_list_is_described_with_its_codes_its_labels_and_their_sources():
    schema = to_table_schema(POLE_FIELDS)
    column = next(column for column in schema["fields"] if column["name"] == "confiance")
    assert column["constraints"] == {"enum": ["haute", "moyenne", "basse"]}
    assert [(c["value"], c["label"], bool(c["source"])) for c in column["categories"]] == [
        ("haute", "Haute", True),
        ("moyenne", "Moyenne", True),
        ("basse", "Basse", True),
    ]


def test_several_values_of_a_closed_list_obey_its_pattern():
    schema = to_table_schema(POLE_FIELDS)
    pattern = next(c for c in schema["fields"] if c["name"] == "types")["constraints"]["pattern"]
    cells = ("pole-temoin", "pole-temoin|laureat-2014", "pole-temoin|", "temoin", "pole-temoin;laureat-2014")
    assert [bool(re.fullmatch(pattern, cell)) for cell in cells] == [True, True, False, False, False]


def test_the_people_refer_to_the_sessions_and_the_sub_themes_to_their_session():
    keys = {r["name"]: r["schema"].get("foreignKeys", []) for r in PACKAGE["resources"]}
    assert (keys["programme"], keys["intervenants"]) == (
        [{"fields": "parent", "reference": {"resource": "", "fields": "id"}}],
        [{"fields": "seance", "reference": {"resource": "programme", "fields": "id"}}],
    )


def test_a_file_that_has_not_changed_keeps_its_day():
    known = {"a.csv": Stamp(date(2020, 1, 1), 1, sha256(b"a").hexdigest())}
    stamps = stamp({"b.csv": b"b", "a.csv": b"a"}, known, today=date(2021, 1, 1))
    assert [(path, s.day.year) for path, s in stamps.items()] == [("a.csv", 2020), ("b.csv", 2021)]


def test_the_table_of_checksums_is_read_as_it_is_written():
    stamps = stamp({"a.csv": b"a", "x/b.parquet": b""}, {}, today=date(2021, 1, 1))
    text = write_stamps(f"avant\n{START}\nancien\n{END}\naprès\n", stamps)
    assert (read_stamps(text), text.startswith("avant\n"), text.endswith("\naprès\n")) == (stamps, True, True)


def test_a_table_without_its_marks_is_an_error():
    with pytest.raises(ValueError, match="marks"):
        read_stamps("rien")


def read_all(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_command_rewrites_both_files_then_changes_nothing(tmp_path: Path):
    for path, content in read_files(DATA).items():
        if path.endswith(".csv"):
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(content)
    (tmp_path / "SOURCES.md").write_text(f"# Sources\n{START}\n{END}\n", encoding="utf-8")
    main(tmp_path)
    first = read_all(tmp_path)
    main(tmp_path)
    assert read_all(tmp_path) == first
    assert {"datapackage.json", "poles.csv"} <= set(read_stamps(first["SOURCES.md"].decode()))
