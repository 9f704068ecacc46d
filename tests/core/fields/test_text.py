"""Folding: what a person types matches what a file says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.core.fields.text import fold, slug


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Romans-sur-Isère", "romans sur isere"),
        ("ROMANS  SUR\u00a0ISÈRE ", "romans sur isere"),
        ("L’Haÿ-les-Roses", "l hay les roses"),
        ("L'Haÿ les Roses", "l hay les roses"),
        ("Œuvre", "oeuvre"),
        ("Cœur d’Hérault", "coeur d herault"),
        ("Ægidius", "aegidius"),
        ("Val – d'Oise", "val d oise"),
        ("Île\u202fde\u2011France", "ile de france"),
        ("e\u0301te\u0301", "ete"),
        ("", ""),
        (" -’ ", ""),
        ("Y", "y"),
    ],
)
def test_case_accents_ligatures_and_separators_do_not_count(text: str, folded: str):
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_folded_text_has_no_blank_around_nor_twice(text: str):
    assert fold(text) == " ".join(fold(text).split())


@pytest.mark.parametrize(
    ("text", "expected"), [("Domb’Innov", "domb-innov"), ("  ", ""), ("3.EVA", "3-eva"), ("a" * 99, "a" * 60)]
)
def test_a_slug_is_plain(text: str, expected: str):
    assert slug(text) == expected
