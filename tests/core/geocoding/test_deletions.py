"""The index of slips finds what a scan of all the names finds."""

from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from dashboard.core.geocoding.slip_index import SHORTEST_FOR_TWO, DeletionIndex

NAMES = sorted(
    {a + b + c for a in ("saint", "ville", "mont") for b in ("mar", "ram", "jean") for c in ("tin", "court", "")}
)
INDEX = DeletionIndex(NAMES)


@settings(max_examples=300)
@given(st.sampled_from(NAMES), st.lists(st.tuples(st.integers(0, 14), st.sampled_from("aeinrstz-"))), st.booleans())
def test_every_name_within_two_slips_is_found(name: str, changes: list[tuple[int, str]], is_inserted: bool) -> None:
    text = name
    for position, letter in changes[:2]:
        text = text[:position] + letter + text[position + (not is_inserted) :]
    by_scan = {(i, OSA.distance(text, other)) for i, other in enumerate(NAMES) if OSA.distance(text, other) <= 2}
    assert len(text) >= SHORTEST_FOR_TWO
    assert set(INDEX.neighbours([text])[text]) == by_scan


def test_a_swap_is_one_slip() -> None:
    assert INDEX.neighbours(["mnotramtin"])["mnotramtin"][0] == (NAMES.index("montramtin"), 1)


def test_each_text_is_answered_even_without_a_neighbour() -> None:
    assert INDEX.neighbours(["xyzxyzxyz", "", "a"]) == {"xyzxyzxyz": (), "": (), "a": ()}
