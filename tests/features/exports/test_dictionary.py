"""The dictionary: every column, its closed list, how full it is, an example, as a page and as files."""

import csv
import io
import json
import re

from dashboard.core.catalogue.selection import Selection
from dashboard.core.fields.computed import COMPUTED_FIELDS
from dashboard.core.fields.tables import FIRST_POLE_FIELDS
from dashboard.features.exports.dictionary import describe
from dashboard.features.exports.dictionary_page import Dictionary, dictionary
from dashboard.features.exports.formats import Exporting
from dashboard.features.exports.rows import frame_to_table
from tests.helpers.catalogues import catalogue_of, table_of

ROWS = [
    {"id": "a", "nom": "<img src=x>", "secteurs": "numerique|energie-citoyenne", "Enveloppe": "=1+1"},
    {"id": "b", "nom": "B", "secteurs": "numerique"},
    {"id": "c", "nom": "C"},
]
CATALOGUE = catalogue_of(table_of(ROWS, ["id", "nom", "secteurs", "Enveloppe"]))
ENTRIES = {entry.key: entry for entry in describe(frame_to_table(CATALOGUE.rows))}


def test_every_declared_other_and_computed_column_is_described():
    assert list(ENTRIES) == [*(f.key for f in FIRST_POLE_FIELDS), "Enveloppe", *(f.key for f in COMPUTED_FIELDS)]
    undescribed = [key for key, entry in ENTRIES.items() if not entry.description]
    assert undescribed == ["Enveloppe"]


def test_a_column_says_how_full_it_is_and_an_example():
    sectors = ENTRIES["secteurs"]
    assert (sectors.filled, sectors.total, sectors.share_pct) == (2, 3, 66.7)
    assert sectors.example == "numerique|energie-citoyenne"
    assert (ENTRIES["emplois"].filled, ENTRIES["emplois"].example) == (0, "")


def test_a_closed_list_says_each_value_its_label_its_source_and_its_rows():
    values = {value.code: value for value in ENTRIES["secteurs"].values}
    assert (values["numerique"].label, values["numerique"].count) == ("Numérique", 2)
    assert values["energie-citoyenne"].count == 1
    assert values["tourisme-sport-loisirs"].count == 0
    assert [value.code for entry in ENTRIES.values() for value in entry.values if not value.source] == []


def test_the_files_say_the_same_as_each_other_and_run_nothing():
    exporting = Exporting(CATALOGUE, Selection())
    records = json.loads(exporting.content("dictionnaire-json"))
    text = exporting.content("dictionnaire-csv").decode("utf-8-sig")
    flat = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    columns = [row for row in flat if not row["valeur"]]
    assert [row["colonne"] for row in columns] == [record["colonne"] for record in records] == list(ENTRIES)
    assert len(flat) - len(columns) == sum(len(record["valeurs"]) for record in records)
    assert next(row["exemple"] for row in columns if row["colonne"] == "Enveloppe") == "'=1+1"


def test_the_page_names_every_column_and_shows_hostile_text_as_text():
    page = dictionary(CATALOGUE, downloads="/app/export/v/")
    assert re.findall(r'id="colonne-([^"]+)"', page) == list(ENTRIES)
    assert "<img" not in page
    assert "&lt;img src=x&gt;" in page
    assert 'href="/app/export/v/dictionnaire-csv"' in page


def test_a_share_is_not_rounded_to_nothing():
    assert Dictionary.filled(1, 200000, 0.0005).startswith("remplie à moins de 1")
    assert Dictionary.filled(0, 0, None) == "aucune ligne"
