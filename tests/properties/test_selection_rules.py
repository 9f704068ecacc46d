"""What holds of any catalogue and any selection."""

from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dashboard.core.address import selection_link
from dashboard.core.catalogue.bits import ValueIndex, count_bits, pack, unpack
from dashboard.core.catalogue.dimensions import FACETS, FACETS_BY_KEY, Facet, YearFacet
from dashboard.core.catalogue.facet_index import FacetIndex
from dashboard.core.catalogue.selection import Selection
from dashboard.core.fields.vocabulary import NOT_GIVEN
from tests.helpers.poles import make_pole, make_rows

KEYS = [facet.key for facet in FACETS]
MULTIPLE = [facet.key for facet in FACETS if facet.is_multiple]
SPANS = ("1999", "2000-2010", "2011-", "-2012", NOT_GIVEN)
CODES = {facet.key: facet.codes if isinstance(facet, Facet) else SPANS for facet in FACETS}
WORDS = st.sampled_from(["", "pôle", "energie", "l’île", "re", "redon energie", "zzz"])
CHOICES = st.dictionaries(st.sampled_from(KEYS), st.integers(0, 50), max_size=4)


LIKELY = [
    {},
    {"statut": ("actif",)},
    {"region": ("53", NOT_GIVEN)},
    {"secteur": ("numerique", "energie-citoyenne")},
    {"reseau": ("rtes", "cress"), "annee": ("2000-2010", NOT_GIVEN)},
]


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
        "annee_creation": st.sampled_from([None, 1999, 2010, 2014]),
        "forme_juridique": codes("scic", "association"),
        "confiance": st.sampled_from(["", "haute"]),
        "precision": st.sampled_from(["adresse", "commune", "aucune"]),
    }
)


@st.composite
def catalogues(draw) -> FacetIndex:
    poles = draw(st.lists(POLES, max_size=80))
    return FacetIndex(ValueIndex(make_rows(make_pole(f"p{rank}", **pole) for rank, pole in enumerate(poles))))


@st.composite
def selections(draw, words=WORDS) -> Selection:
    choices = draw(CHOICES)
    picked = {key: (CODES[key][n % len(CODES[key])],) for key, n in choices.items()}
    likely = draw(st.sampled_from(LIKELY))
    every = draw(st.lists(st.sampled_from(MULTIPLE), max_size=2))
    return Selection(tuple({**picked, **likely}.items()), draw(words), tuple(every))


@given(catalogues(), selections())
def test_a_count_is_the_size_after_ticking_that_value(index: FacetIndex, selection: Selection):
    for key, counts in index.counts(selection).items():
        kept = selection if selection.asks_every(key) else selection.without(key)
        for code, count in counts.items():
            assert count == index.select(kept.with_code(key, code)).count


@given(st.lists(POLES, max_size=30), selections(words=st.just("")))
def test_rows_are_chosen_as_a_person_would(poles: list[dict[str, Any]], selection: Selection):
    index = FacetIndex(ValueIndex(make_rows(make_pole(f"p{rank}", **pole) for rank, pole in enumerate(poles))))
    expected = [
        all(
            (all if key in selection.every else any)(has(pole, FACETS_BY_KEY[key], code) for code in codes_chosen)
            for key, codes_chosen in selection.choices
        )
        for pole in poles
    ]
    assert index.select(selection).to_bool().tolist() == expected


def has(pole: dict[str, Any], facet: Facet | YearFacet, code: str) -> bool:
    """Whether a pole has a code, the plain way."""
    cells = [pole[column] for column in facet.columns]
    own = {value for cell in cells for value in (cell if isinstance(cell, tuple) else (cell,)) if value}
    if code == NOT_GIVEN or not isinstance(facet, YearFacet):
        return code in own or (code == NOT_GIVEN and not own)
    first, last = facet.span(code)
    return any(first <= year <= last for year in own)


@given(catalogues(), selections(), selections())
def test_asking_more_facets_never_shows_more(index: FacetIndex, first: Selection, more: Selection):
    untouched = tuple(choice for choice in more.choices if choice[0] not in first.chosen)
    wide = index.select(first).to_bool()
    narrow = index.select(Selection((*first.choices, *untouched), first.query, first.every)).to_bool()
    assert not (narrow & ~wide).any()


@given(catalogues(), selections())
def test_asking_all_the_values_never_shows_more_than_asking_one(index: FacetIndex, selection: Selection):
    one = index.select(Selection(selection.choices, selection.query)).to_bool()
    every = index.select(Selection(selection.choices, selection.query, tuple(MULTIPLE))).to_bool()
    assert not (every & ~one).any()


@given(catalogues(), selections())
def test_the_browser_is_told_cells_that_show_the_same_rows(index: FacetIndex, selection: Selection):
    shown = index.find(selection.query).to_bool()
    for key, allowed in index.select_cells(selection).items():
        if len(index.values.rows):
            shown &= allowed[index.values[key].numbers]
    assert shown.tolist() == index.select(selection).to_bool().tolist()


@given(catalogues(), selections())
def test_lifting_filters_gives_what_was_promised_and_an_empty_screen_always_has_a_way_out(
    index: FacetIndex, selection: Selection
):
    now = index.select(selection).count
    removals = index.removable(selection)
    for removal in removals:
        left = selection
        for facet, code in removal.filters:
            left = left.without(facet, code)
        assert index.select(left).count == removal.count > now
    assert removals or now or not len(index.values.rows)


@given(selections(words=st.text(max_size=250)))
def test_any_selection_survives_the_trip_through_the_url(selection: Selection):
    assert selection_link.parse(selection_link.to_params(selection)) == (selection, ())


@given(
    st.dictionaries(st.sampled_from([*KEYS, "tous", "q", "x"]), st.lists(st.text(max_size=20), max_size=3), max_size=4)
)
def test_any_parameters_give_a_selection(params: dict[str, list[str]]):
    selection, unknown = selection_link.parse(params)
    assert selection_link.parse(selection_link.to_params(selection)) == (selection, ())
    assert {value.parameter for value in unknown} <= params.keys() & {*KEYS, "tous"}


@given(st.lists(st.booleans(), max_size=200))
def test_packed_bits_are_the_same_set(rows: list[bool]):
    words = pack(np.array(rows, dtype=bool))
    assert (unpack(words, len(rows)).tolist(), int(count_bits(words))) == (rows, sum(rows))
