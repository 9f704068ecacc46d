"""The files we ship: nothing lost, nothing malformed, nothing that a reader should not see."""

import csv
import re
from collections import Counter

import pytest

from dashboard.core.fields.tables import FIRST_POLE_FIELDS, INTERVENANT_FIELDS, PROGRAMME_FIELDS, Field
from tests.helpers.paths import DATA

FILES = {
    "poles": FIRST_POLE_FIELDS,
    "projets": FIRST_POLE_FIELDS,
    "programme": PROGRAMME_FIELDS,
    "intervenants": INTERVENANT_FIELDS,
}


def rows_of(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


POLES, PROJECTS = rows_of("poles"), rows_of("projets")
EVERY_ROW = POLES + PROJECTS


def split(cell: str) -> list[str]:
    return cell.split("|") if cell else []


@pytest.mark.parametrize(("name", "fields"), FILES.items())
def test_the_header_is_the_declared_one(name: str, fields: tuple[Field, ...]):
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file)) == [field.key for field in fields]


@pytest.mark.parametrize(("name", "fields"), FILES.items())
def test_every_cell_is_read_without_repair_and_written_as_we_write(name: str, fields: tuple[Field, ...]):
    for row in rows_of(name):
        for field in fields:
            parsed = field.parse(row[field.key])
            value = "|".join(parsed.value) if isinstance(parsed.value, tuple) else parsed.value
            written = "" if value is None else str(value)
            assert (parsed.code, written) == (None, row[field.key]), (row["id"], field.key)


def test_the_98_poles_and_the_18_projects_are_there_with_distinct_ids():
    assert (len(POLES), len(PROJECTS), len({row["id"] for row in EVERY_ROW})) == (98, 18, 116)


def test_projects_are_those_whose_types_say_so():
    project_types = {"projet", "ami-emergent-2021"}
    assert [bool(project_types & set(split(row["types"]))) for row in EVERY_ROW] == [False] * 98 + [True] * 18


def test_no_source_and_no_note_of_the_census_is_lost():
    addresses = [address for row in EVERY_ROW for address in split(row["sources"])]
    assert (len(addresses), len(set(addresses)), sum(bool(row["notes"]) for row in EVERY_ROW)) == (354, 238, 66)


def test_every_row_says_its_sources_its_confidence_its_region_and_its_date():
    needed = ("nom", "types", "statut", "statut_detail", "region", "code_region", "sources", "confiance", "date_maj")
    assert [(row["id"], key) for row in EVERY_ROW for key in needed if not row[key]] == []


def test_kinds_statuses_and_confidence_are_those_of_the_census():
    assert Counter(code for row in EVERY_ROW for code in split(row["types"])) == {
        "ptce-autre": 32,
        "laureat-2014": 21,
        "laureat-ami-2021": 15,
        "pole-temoin": 14,
        "laureat-ami-2023": 14,
        "projet": 11,
        "laureat-2016": 8,
        "ami-emergent-2021": 7,
        "laureat-ami-2024": 1,
    }
    assert Counter(row["statut"] for row in EVERY_ROW) == {"actif": 76, "inconnu": 23, "en-projet": 16, "ferme": 1}
    assert Counter(row["confiance"] for row in EVERY_ROW) == {"haute": 95, "moyenne": 20, "basse": 1}


def test_members_of_a_network_are_not_mixed_with_those_it_mentions():
    members = Counter(code for row in EVERY_ROW for code in split(row["reseaux_membre"]))
    mentions = Counter(code for row in EVERY_ROW for code in split(row["reseaux_cite"]))
    assert members == {"labo-ess": 14, "cress": 9, "coorace": 1, "rtes": 1, "reseau-cocagne": 1}
    assert (mentions["cress"], mentions["labo-ess"], mentions["avise"], mentions["rtes"]) == (48, 43, 19, 10)


def test_a_year_of_creation_stands_in_the_text_it_comes_from():
    assert [r["id"] for r in EVERY_ROW if r["annee_creation"] not in r["annee_creation_detail"]] == []
    assert sum(bool(row["annee_creation"]) for row in EVERY_ROW) == 41


@pytest.mark.parametrize("row", EVERY_ROW, ids=lambda row: row["id"])
def test_the_date_of_the_sources_is_the_last_year_that_the_row_cites(row: dict[str, str]):
    years = re.findall(r"(?<!\d)(?:19|20)\d{2}(?!\d)", f"{row['statut_detail']} {row['notes']}")
    assert row["date_source"] == max(years, default="")


def test_a_place_has_its_code_its_postcode_and_its_departement_or_none_of_them():
    whole = [all(r[k] for k in ("commune", "code_insee", "code_postal", "code_departement")) for r in EVERY_ROW]
    none = [not any(row[key] for key in ("commune", "code_insee", "code_postal")) for row in EVERY_ROW]
    assert (sum(whole), sum(none), sum(map(bool, whole)) + sum(none)) == (89, 27, 116)


def test_a_commune_lies_in_the_departement_of_its_row():
    placed = [row for row in EVERY_ROW if row["code_insee"]]
    assert [r["id"] for r in placed if not r["code_insee"].startswith(r["code_departement"])] == []


def test_a_region_has_one_code_and_a_code_one_region():
    pairs = {(row["region"], row["code_region"]) for row in EVERY_ROW}
    assert len(pairs) == len({name for name, _ in pairs}) == len({code for _, code in pairs}) == 17


@pytest.mark.parametrize("name", FILES)
def test_no_working_word_is_left_for_a_visitor_to_read(name: str):
    assert (
        re.findall(
            r"(?i)mémoire|seed|\bbrief\b|find_string|todo|à compléter", (DATA / f"{name}.csv").read_text("utf-8")
        )
        == []
    )


@pytest.mark.parametrize("name", FILES)
def test_texts_have_french_typography(name: str):
    official = {"commune", "departement", "region", "sources", "site_web"}
    texts = [(r["id"], k, t) for r in rows_of(name) for k, t in r.items() if k not in official]
    assert [text for text in texts if re.search(r"'| [;:!?»]|« ", text[2])] == []


@pytest.mark.parametrize("name", FILES)
def test_no_cell_would_run_as_a_formula_in_a_spreadsheet(name: str):
    assert [cell for row in rows_of(name) for cell in row.values() if cell[:1] in tuple("=+-@\t")] == []
