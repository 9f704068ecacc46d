"""Names looked up while they are typed."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.core.geocoding.spelled_names import SpelledNames, spelled, spellings

ENTRIES = [("saint etienne", 0), ("etienne", 1), ("val saint eloi", 2), ("saint", 3)]
NAMES = SpelledNames(ENTRIES)


def test_a_spelling_has_neither_accents_nor_abbreviations():
    assert spelled("ST-ÉTIENNE s/Usore") == "saint etienne sur usore"


def test_the_last_word_may_be_only_begun():
    assert spellings("St") == ("saint", "st")
    assert spellings("Villers s") == ("villers s",)
    assert spellings("") == ("",)


def test_names_are_found_whole_begun_inside_and_mixed_in_the_order_given():
    assert list(NAMES.exact("saint")) == [3]
    assert list(NAMES.starting("saint")) == [0, 3]
    assert list(NAMES.holding("saint e")) == [0, 2]
    assert list(NAMES.mixing("eti sai")) == [0]
    assert NAMES.names()[0] == [name for name, _ in ENTRIES]


def test_an_empty_list_of_names_has_none():
    nobody = SpelledNames([])
    assert (list(nobody.starting("a")), list(nobody.mixing("a")), nobody.names()[0]) == ([], [], [])


words = st.lists(st.text("abc", min_size=1, max_size=3), min_size=1, max_size=3).map(" ".join)


@given(st.lists(words, max_size=12, unique=True), words)
def test_the_search_finds_what_a_plain_scan_finds(names: list[str], asked: str):
    table = SpelledNames((name, rank) for rank, name in enumerate(names))
    every = list(enumerate(names))
    assert list(table.exact(asked)) == [rank for rank, name in every if name == asked]
    assert list(table.starting(asked)) == [rank for rank, name in every if name.startswith(asked)]
    assert list(table.holding(asked)) == [rank for rank, name in every if f" {asked}" in f" {name}"]
    wanted = asked.split()
    mixed = [rank for rank, name in every if all(any(w.startswith(a) for w in name.split()) for a in wanted)]
    assert list(table.mixing(asked)) == mixed
