"""The closed lists: stable codes, official wordings, one place for « non renseigné »."""

import re

import pytest

from dashboard.core.fields import meeting_vocabularies, vocabularies
from dashboard.core.fields.text import fold
from dashboard.core.fields.vocabularies import (
    NOT_GIVEN,
    RESEAUX,
    SECTEURS,
    SECTEURS_LABO2017,
    STATUTS,
    TYPES,
    Vocabulary,
)

ALL = [
    value
    for module in (vocabularies, meeting_vocabularies)
    for value in vars(module).values()
    if isinstance(value, Vocabulary)
]
EVERY_LIST = [pytest.param(vocabulary, id=vocabulary.key) for vocabulary in ALL]


@pytest.mark.parametrize("vocabulary", EVERY_LIST)
def test_codes_are_lower_case_slugs_and_none_is_the_reserved_one(vocabulary: Vocabulary):
    assert [c for c in vocabulary.codes if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", c) or c == NOT_GIVEN] == []


@pytest.mark.parametrize("vocabulary", EVERY_LIST)
def test_no_wording_designates_two_terms(vocabulary: Vocabulary):
    wordings = [w for t in vocabulary.terms for w in {fold(x) for x in (t.code, t.label, *t.aliases)}]
    assert sorted(wordings) == sorted(set(wordings))


@pytest.mark.parametrize("vocabulary", EVERY_LIST)
def test_every_term_is_found_by_its_code_and_by_its_label_in_capitals(vocabulary: Vocabulary):
    assert [(vocabulary.find(t.code), vocabulary.find(t.label.upper())) for t in vocabulary.terms] == [
        (t.code, t.code) for t in vocabulary.terms
    ]


@pytest.mark.parametrize("vocabulary", EVERY_LIST)
def test_labels_have_french_typography_and_terms_have_a_source(vocabulary: Vocabulary):
    assert [t for t in vocabulary.terms if not t.source or re.search(r"'| [;:!?»]|« ", t.label)] == []


def test_the_lists_have_the_sizes_of_the_survey_and_of_the_field():
    assert (len(SECTEURS.terms), len(SECTEURS_LABO2017.terms), len(TYPES.terms), len(STATUTS.terms)) == (16, 8, 9, 4)


def test_the_six_sectors_of_the_2017_survey_keep_its_wording():
    assert [t.label for t in SECTEURS_LABO2017.terms[:6]] == [
        "Éco-activités",
        "Emploi et sécurisation des parcours professionnels",
        "Alimentation et agriculture durable",
        "Culture et industries créatives",
        "Services aux entreprises",
        "Services à la personne",
    ]


def test_the_five_networks_that_carried_the_meeting_come_first_or_as_their_own_terms():
    assert {"labo-ess", "rtes", "cncres", "coorace", "mes"} - set(RESEAUX.codes) == set()


def test_a_remark_in_parentheses_does_not_hide_the_term():
    assert (STATUTS.find("actif (2025)"), STATUTS.find("dormant (2025)")) == ("actif", None)


def test_an_unknown_code_has_no_label():
    with pytest.raises(KeyError):
        STATUTS.label("dormant")


def test_a_list_that_looks_like_one_term_is_read_as_a_list():
    said = SECTEURS.read("Alimentation, Culture")
    assert (said.codes, said.unknown, said.respelled) == (
        ("alimentation-agriculture", "culture-industries-creatives"),
        (),
        (),
    )
