"""The schemas of our files: up to date, and their examples say what they claim."""

import json

import pytest

from dashboard.core.fields.findings import Severity
from dashboard.core.fields.tables import INTERVENANT_FIELDS, POLE_FIELDS, PROGRAMME_FIELDS
from dashboard.core.files.table import read_content
from dashboard.core.intake.checking import check_table
from dashboard.features.exports.__main__ import DATA
from dashboard.features.exports.schemas import schema_files

KINDS = {"poles": POLE_FIELDS, "programme": PROGRAMME_FIELDS, "intervenants": INTERVENANT_FIELDS}


def test_the_shipped_schemas_are_those_of_the_fields():
    shipped = {path: (DATA / "schemas" / path).read_bytes() for path in schema_files()}
    assert shipped == schema_files(), "run `python -m dashboard.features.exports`"


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_says_its_name_its_version_and_every_column(kind: str):
    schema = json.loads(schema_files()[f"{kind}/schema.json"])
    assert (schema["name"], schema["version"].count(".")) == (f"ptce-{kind}", 2)
    assert [field["name"] for field in schema["fields"]] == [field.key for field in KINDS[kind]]


@pytest.mark.parametrize("kind", KINDS)
def test_the_valid_example_has_no_fault_and_the_other_one_has_one_in_each_strict_column(kind: str):
    valid, invalid = (
        check_table(read_content(schema_files()[f"{kind}/{name}.csv"], fields=KINDS[kind]), KINDS[kind])
        for name in ("exemple-valide", "exemple-invalide")
    )
    assert [found for found in valid.findings if found.severity is not Severity.INFO] == []
    strict = {field.key for field in KINDS[kind] if field.required or field.invalid}
    assert strict <= {found.field for found in invalid.findings}
