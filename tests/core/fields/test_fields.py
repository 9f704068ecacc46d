"""The declaration of the columns, and each parser against the cells it must read, repair or refuse."""

from datetime import date

import pytest

from dashboard.core.address.named_views import NAMED_VIEW_FIELDS
from dashboard.core.fields import cells, codes, dates, times
from dashboard.core.fields.cells import FAILURE_CODES, REPAIR_CODES, Malformed, Parsed
from dashboard.core.fields.tables import (
    INTERVENANT_FIELDS,
    POLE_FIELDS,
    PROGRAMME_FIELDS,
    Field,
    fold_header,
    index_headers,
)

ALL = (POLE_FIELDS, PROGRAMME_FIELDS, INTERVENANT_FIELDS, NAMED_VIEW_FIELDS)
EVERY_FIELD = [pytest.param(field, id=f"{n}-{field.key}") for n, fields in enumerate(ALL) for field in fields]

POLE_COLUMNS = (
    "id nom structure_porteuse types statut statut_detail commune code_insee code_postal departement code_departement "
    "region code_region latitude longitude precision_source territoire code_territoire secteurs secteurs_labo2017 "
    "reseaux_membre reseaux_cite forme_juridique forme_juridique_detail financements financements_detail "
    "financement_repartition financement_precisions annee_creation annee_creation_detail emplois structures_membres "
    "site_web description sources confiance notes date_source date_maj "
    "adresse siret siren rna telephone courriel horaires budget effectif"
)
RESEARCH_HEADERS = {
    "name": "nom",
    "lead_organisation": "structure_porteuse",
    "kind": "types",
    "status": "statut_detail",
    "status_short": "statut",
    "sectors": "secteurs",
    "networks_member": "reseaux_membre",
    "networks_listed_by": "reseaux_cite",
    "funding_type": "financements",
    "year_created": "annee_creation_detail",
    "source_urls": "sources",
    "confidence": "confiance",
    "Code Postal": "code_postal",
    "CP": "code_postal",
    "Nom du pôle": "nom",
    "CODE_INSEE :": "code_insee",
    "Forme  juridique": "forme_juridique",
}


def test_the_columns_of_poles_are_the_agreed_ones_in_their_order():
    assert " ".join(field.key for field in POLE_FIELDS) == POLE_COLUMNS


@pytest.mark.parametrize("field", EVERY_FIELD)
def test_a_field_reads_its_valid_examples_without_any_loss(field: Field):
    for text in field.valid:
        parsed = field.parse(text)
        assert parsed.value is not None, text
        assert parsed.code in {None, *REPAIR_CODES} - {"unknown_term_ignored", "malformed_url_ignored"}, text


@pytest.mark.parametrize("field", EVERY_FIELD)
def test_a_field_refuses_its_invalid_examples_with_a_known_code(field: Field):
    for text in field.invalid:
        with pytest.raises(Malformed) as refusal:
            field.parse(text)
        assert refusal.value.code in FAILURE_CODES


@pytest.mark.parametrize("field", EVERY_FIELD)
def test_an_empty_cell_is_blank_in_every_field(field: Field):
    assert [field.parse(text).value for text in ("", "  ", "\u00a0", "-", "–")] == [None] * 5


@pytest.mark.parametrize("field", EVERY_FIELD)
def test_only_a_proper_name_keeps_a_cell_that_says_nothing(field: Field):
    is_name = field.parse is cells.parse_name
    kept = [text for text in ("NC", "n/a", "Néant", "null", "Non renseigné") if field.parse(text).value is not None]
    assert kept == (["NC", "n/a", "Néant", "null", "Non renseigné"] if is_name else [])


@pytest.mark.parametrize("field", EVERY_FIELD)
def test_a_field_has_a_vocabulary_exactly_when_its_kind_says_so(field: Field):
    assert (field.vocabulary is not None) == field.kind.startswith("vocabulary")


@pytest.mark.parametrize("fields", ALL)
def test_no_heading_designates_two_columns(fields):
    headings = [
        heading
        for field in fields
        for heading in {fold_header(name) for name in (field.key, field.title, *field.headers)}
    ]
    assert sorted(headings) == sorted(set(headings))


@pytest.mark.parametrize(("heading", "key"), RESEARCH_HEADERS.items())
def test_the_headings_that_files_really_have_are_recognised(heading: str, key: str):
    assert index_headers(POLE_FIELDS)[fold_header(heading)].key == key


def test_a_commune_called_y_and_a_pole_called_null_stay():
    by_key = {field.key: field for field in POLE_FIELDS}
    assert (by_key["commune"].parse("Y").value, by_key["nom"].parse("Null").value) == ("Y", "Null")


@pytest.mark.parametrize(
    ("parse", "text", "expected"),
    [
        (codes.parse_insee_code, "1004", Parsed("01004", "leading_zero_restored", "1004")),
        (codes.parse_insee_code, " 2a004 ", Parsed("2A004")),
        (codes.parse_insee_code, "1004.0", Parsed("01004", "leading_zero_restored", "1004.0")),
        (codes.parse_postcode, "26100.0", Parsed("26100", "decimal_removed", "26100.0")),
        (codes.parse_postcode, "26\u00a0100", Parsed("26100")),
        (codes.parse_postcode, "'01000", Parsed("01000")),
        (codes.parse_postcode, "2.61E+04", Parsed("26100", "scientific_notation_expanded", "2.61E+04")),
        (codes.parse_departement_code, "1", Parsed("01", "leading_zero_restored", "1")),
        (codes.parse_region_code, "4", Parsed("04", "leading_zero_restored", "4")),
        (
            codes.parse_territory_code,
            "2,00067767E8",
            Parsed("200067767", "scientific_notation_expanded", "2,00067767E8"),
        ),
        (codes.parse_latitude, "−21,115", Parsed(-21.115)),
        (dates.parse_year, "2007.0", Parsed(2007, "decimal_removed", "2007.0")),
        (dates.parse_year, "01/05/2007", Parsed(2007, "year_of_date_kept", "01/05/2007")),
        (dates.parse_date, "2012-06-25 00:00:00", Parsed(date(2012, 6, 25))),
        (dates.parse_date, "Lundi 25 juin 2012", Parsed(date(2012, 6, 25))),
        (dates.parse_date, "1er août 2014", Parsed(date(2014, 8, 1))),
        (dates.parse_partial_date, "27/11/2025", Parsed("2025-11-27")),
        (dates.parse_partial_date, "2025.0", Parsed("2025", "decimal_removed", "2025.0")),
        (times.parse_times, "9h", Parsed("09:00", "time_rewritten", "9h")),
        (times.parse_times, "09:30-11:00", Parsed("09:30-11:00")),
        (times.parse_time, "24:00", Parsed("24:00", "midnight_as_24", "24:00")),
        (times.parse_times, "9 h 30", Parsed("09:30", "time_rewritten", "9 h 30")),
        (times.parse_times, "9h30-11h", Parsed("09:30-11:00", "time_rewritten", "9h30-11h")),
        (
            times.parse_times,
            "9\u00a0h\u00a030 – 11\u00a0h",
            Parsed("09:30-11:00", "time_rewritten", "9\u00a0h\u00a030 – 11\u00a0h"),
        ),
        (times.parse_time, "09:30:00", Parsed("09:30", "time_rewritten", "09:30:00")),
        (cells.parse_text, "a\x00b", Parsed("ab", "control_characters_removed")),
        (cells.parse_text, "cafe\u0301", Parsed("café")),
        (cells.parse_list, "a | b;c|a", Parsed(("a", "b;c"))),
        (cells.parse_list, "a; b", Parsed(("a", "b"))),
        (cells.parse_list, "a; b\nc", Parsed(("a; b", "c"))),
        (
            cells.parse_url,
            "www.archer.fr/x",
            Parsed("https://www.archer.fr/x", "url_scheme_added", "www.archer.fr/x"),
        ),
        (
            cells.parse_url_list,
            "https://a.fr voir aussi",
            Parsed(("https://a.fr",), "malformed_url_ignored", "voir | aussi"),
        ),
        (cells.parse_url_list, "http://a.fr/x;y ; https://b.fr", Parsed(("http://a.fr/x;y", "https://b.fr"))),
    ],
)
def test_a_cell_gives_its_value_and_says_what_was_repaired(parse, text: str, expected: Parsed):
    assert parse(text) == expected


def test_an_unknown_term_among_known_ones_is_kept_beside_and_reported():
    sectors = next(field for field in POLE_FIELDS if field.key == "secteurs")
    assert sectors.parse("Numérique|astronautique|mobilite-logistique") == Parsed(
        ("numerique", "mobilite-logistique"), "unknown_term_ignored", "astronautique", ("astronautique",)
    )


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", 'https://a.fr/"x', "//a.fr"]
)
def test_an_address_that_a_browser_could_run_is_refused(text: str):
    with pytest.raises(Malformed, match="malformed_url"):
        cells.parse_url(text)
