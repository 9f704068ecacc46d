"""What holds of any catalogue and any selection."""

from functools import reduce

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain import permalink
from dashboard.domain.bits import count_bits, pack, unpack
from dashboard.domain.facets import FacetIndex
from dashboard.domain.selection import FACETS, FACETS_BY_KEY, Selection
from tests.builders import make_pole, make_rows

KEYS = [facet.key for facet in FACETS]
WORDS = st.sampled_from(["", "pôle", "energie", "l’île", "re", "redon energie", "zzz"])
CHOICES = st.dictionaries(st.sampled_from(KEYS), st.integers(0, 50), max_size=4)


def codes(*values: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


POLES = st.fixed_dictionaries(
    {
        "nom": st.sampled_from(["Pôle", "Énergies de l’Île", "Redon", ""]),
        "description": st.sampled_from(["", "Pôle d’énergie à Redon"]),
        "secteurs": codes("numerique", "energie-citoyenne"),
        "reseaux_membre": codes("rtes", "cress"),
        "reseaux_cite": codes("rtes", "avise"),
        "financements": codes("emprunt"),
        "types": codes("projet", "pole-temoin"),
        "statut": st.sampled_from(["", "actif", "ferme"]),
        "code_region": st.sampled_from(["", "53", "11"]),
    }
)


@st.composite
def catalogues(draw) -> FacetIndex:
    poles = draw(st.lists(POLES, max_size=80))
    return FacetIndex(make_rows(make_pole(f"p{rank}", **pole) for rank, pole in enumerate(poles)))


@st.composite
def selections(draw, words=WORDS) -> Selection:
    choices = draw(CHOICES)
    picked = {key: (FACETS_BY_KEY[key].codes[n % len(FACETS_BY_KEY[key].codes)],) for key, n in choices.items()}
    likely = draw(st.sampled_from([{}, {"statut": ("actif",)}, {"region": ("53", "non-renseigne")}]))
    return Selection(tuple({**picked, **likely}.items()), draw(words))


@given(catalogues(), selections())
def test_a_count_is_what_ticking_that_value_alone_would_show(index: FacetIndex, selection: Selection):
    for key, counts in index.counts(selection).items():
        for code, count in counts.items():
            assert count == index.select(selection.without_facet(key).with_code(key, code)).count


@given(catalogues(), selections())
def test_selecting_is_choosing_among_rows_one_by_one(index: FacetIndex, selection: Selection):
    parts = [index.select(Selection((choice,))).to_bool() for choice in selection.choices]
    found = index.select(Selection(query=selection.query)).to_bool()
    assert index.select(selection).to_bool().tolist() == reduce(np.logical_and, parts, found).tolist()


@given(catalogues(), selections(), selections())
def test_asking_more_facets_never_shows_more(index: FacetIndex, first: Selection, more: Selection):
    untouched = tuple(choice for choice in more.choices if choice[0] not in first.chosen)
    wide = index.select(first).to_bool()
    narrow = index.select(Selection((*first.choices, *untouched), first.query)).to_bool()
    assert not (narrow & ~wide).any()


@given(catalogues(), selections(words=st.just("")))
def test_groups_show_the_same_rows(index: FacetIndex, selection: Selection):
    by_group = index.select_groups(selection)[index.groups] if index.size else np.zeros(0, dtype=bool)
    assert by_group.tolist() == index.select(selection).to_bool().tolist()


@given(catalogues(), selections())
def test_lifting_a_filter_gives_what_was_promised(index: FacetIndex, selection: Selection):
    for removal in index.removable(selection):
        assert index.select(selection.without(removal.facet, removal.code)).count == removal.count
        assert removal.count > index.select(selection).count


@given(selections(words=st.text(max_size=250)))
def test_any_selection_survives_the_trip_through_the_url(selection: Selection):
    assert permalink.parse(permalink.to_params(selection)) == (selection, ())


@given(st.dictionaries(st.sampled_from([*KEYS, "q", "x"]), st.lists(st.text(max_size=20), max_size=3), max_size=4))
def test_any_parameters_give_a_selection(params: dict[str, list[str]]):
    selection, unknown = permalink.parse(params)
    assert permalink.parse(permalink.to_params(selection)) == (selection, ())
    assert {value.parameter for value in unknown} <= params.keys() & set(KEYS)


@given(st.lists(st.booleans(), max_size=200))
def test_packed_bits_are_the_same_set(rows: list[bool]):
    words = pack(np.array(rows, dtype=bool))
    assert (unpack(words, len(rows)).tolist(), int(count_bits(words))) == (rows, sum(rows))
