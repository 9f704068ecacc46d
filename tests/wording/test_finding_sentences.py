"""Every defect has its French sentence, and a value from a file is only ever quoted."""

import re

import pytest

from dashboard.core.fields import cells
from dashboard.core.fields.findings import Finding, Severity
from dashboard.core.files import grid
from dashboard.core.intake import checking, checking_poles, columns, coordinates, locating, stated_place
from dashboard.errors import (
    CatalogueMissing,
    DashboardError,
    GeocodingUnavailable,
    UnknownColumnLayout,
    UnreadableFile,
    UnwritableFile,
)
from dashboard.features.meeting import build, overlaps, read_frab, times
from dashboard.wording.findings import ERROR_SENTENCES, SENTENCES, error_sentence, sentence_of, shortened

DECLARED = (
    cells.REPAIR_CODES
    | cells.DOUBT_CODES
    | cells.FAILURE_CODES
    | build.CODES
    | read_frab.SCHEDULE_CODES
    | times.TIME_CODES
    | {overlaps.DOUBLE_BOOKING}
    | grid.READING_CODES
    | columns.COLUMN_CODES
    | checking.SCHEMA_CODES
    | coordinates.COORDINATE_CODES
    | checking_poles.POLE_CODES
    | stated_place.PLACE_CODES
    | locating.LOCATING_CODES
    | {"id_in_another_file"}
)
ERRORS = (UnreadableFile, UnwritableFile, UnknownColumnLayout, GeocodingUnavailable, CatalogueMissing)


def test_every_finding_has_its_sentence_and_every_sentence_its_finding():
    assert SENTENCES.keys() == DECLARED


def test_every_error_has_its_sentence():
    assert ERROR_SENTENCES.keys() == frozenset().union(*(error.CODES for error in ERRORS))


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_is_typeset(code: str):
    sentence = sentence_of(Finding(7, "nom", code, Severity.WARNING, ""))
    assert sentence.startswith("Ligne 7, colonne «\u00a0Nom\u00a0»\u202f: ")
    assert re.findall(r" [;:!?»]|« |'|\.\.\.", sentence) == []


def test_a_finding_says_where_what_and_with_which_value():
    finding = Finding(7, "code_postal", "leading_zero_restored", Severity.INFO, "1004")
    assert sentence_of(finding) == (
        "Ligne 7, colonne «\u00a0Code postal\u00a0»\u202f: un zéro manquait en tête\u202f; il a été rétabli. "
        "Mettez la colonne au format texte. Valeur\u202f: «\u00a01004\u00a0»."
    )


def test_a_finding_of_the_whole_file_names_no_row():
    assert sentence_of(Finding(None, None, "rows_above_header", Severity.INFO, "Liste")).startswith("Fichier\u202f: ")


def test_a_hostile_value_is_quoted_as_it_is_on_one_short_line():
    assert shortened("{{ 7*7 }}\x1b[31m\n%s {nom} `a`") == "{{ 7*7 }} [31m %s {nom} `a`"
    assert len(shortened("a" * 500)) == 120


def test_an_error_says_what_it_is_about():
    assert error_sentence(DashboardError("too_many_rows", "10")) == (
        "Ce fichier a trop de lignes. Découpez-le. Précision\u202f: «\u00a010\u00a0»."
    )
