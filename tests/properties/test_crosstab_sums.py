"""What holds of any crosstab: where its figures come from, and what they add up to."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dashboard.core.catalogue.bits import MOST_PERIODS, Mask, ValueIndex, pack, period_code, years_by_period
from dashboard.core.catalogue.dimensions import CROSSED, LEAST_BASE
from dashboard.features.crosstabs.index import (
    MOST_CLASSES,
    class_of_count,
    class_of_share,
    count_classes,
    count_values,
    cross,
)
from tests.helpers.poles import make_pole, make_rows

KEYS = st.sampled_from(CROSSED)


def codes(*values: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=3, unique=True).map(tuple)


POLES = st.fixed_dictionaries(
    {
        "secteurs": codes("numerique", "energie-citoyenne", "services-personne"),
        "reseaux_membre": codes("rtes", "cress"),
        "reseaux_cite": codes("rtes", "avise"),
        "financements": codes("emprunt", "mecenat"),
        "types": codes("projet", "pole-temoin"),
        "forme_juridique": codes("scic", "association"),
        "statut": st.sampled_from(["", "actif", "ferme"]),
        "code_region": st.sampled_from(["", "53", "11"]),
        "code_departement": st.sampled_from(["", "35", "971", "2A"]),
        "annee_creation": st.sampled_from([None, 1988, 2001, 2007, 2024]),
    }
)


@st.composite
def asked(draw) -> tuple[ValueIndex, Mask, list[dict]]:
    """A catalogue's dimensions, some of its rows, and these rows as plain records."""
    poles = [make_pole(f"p{rank}", **pole) for rank, pole in enumerate(draw(st.lists(POLES, max_size=40)))]
    rows = make_rows(poles)
    kept = np.array([draw(st.booleans()) for _ in poles], dtype=bool)
    shown = [pole for pole, is_kept in zip(poles, kept, strict=True) if is_kept]
    return ValueIndex(rows), Mask(pack(kept), rows.index), shown


def values_of(pole: dict, values: ValueIndex, key: str) -> set[str]:
    """The plain way to say which values of a dimension a pole has."""
    crossed, found = values.crossed[key], set()
    for column in crossed.dimension.columns:
        cell = pole[column]
        if crossed.period and cell is not None:
            found.add(period_code(cell, crossed.period))
        elif cell:
            found |= {cell} if isinstance(cell, str) else set(cell)
    return found or {"non-renseigne"}


@given(asked(), KEYS, KEYS)
def test_each_cell_counts_the_poles_that_have_both_values(asked_for, row_key: str, column_key: str):
    values, shown, poles = asked_for
    table = cross(values, shown, row_key, column_key)
    pairs = [(values_of(pole, values, row_key), values_of(pole, values, column_key)) for pole in poles]
    expected = [
        [sum(row in rows and column in columns for rows, columns in pairs) for column in table.columns.codes]
        for row in table.rows.codes
    ]
    assert table.counts.tolist() == expected
    assert table.occurrences == sum(len(rows) * len(columns) for rows, columns in pairs)
    assert table.poles == len(poles)


@given(asked(), KEYS, KEYS)
def test_a_line_adds_up_to_its_poles_unless_a_pole_may_be_in_it_twice(asked_for, row_key: str, column_key: str):
    values, shown, _ = asked_for
    table = cross(values, shown, row_key, column_key)
    sums = table.counts.sum(axis=1)
    assert (sums >= table.row_totals).all()
    if not table.columns.dimension.is_multiple:
        assert sums.tolist() == table.row_totals.tolist()
    if not table.rows.dimension.is_multiple:
        assert table.row_totals.sum() == table.poles
    assert table.row_totals.tolist() == count_values(values.crossed[row_key], shown).tolist()


@given(asked(), KEYS, KEYS)
def test_a_table_turned_over_is_the_table_of_the_same_dimensions_turned_over(asked_for, row_key: str, column_key: str):
    values, shown, _ = asked_for
    table, turned = cross(values, shown, row_key, column_key), cross(values, shown, column_key, row_key)
    assert table.counts.tolist() == turned.counts.T.tolist()
    assert (table.row_totals.tolist(), table.poles) == (turned.column_totals.tolist(), turned.poles)
    assert np.array_equal(table.shares("part-ligne"), turned.shares("part-colonne").T, equal_nan=True)


@given(asked(), KEYS)
def test_a_dimension_crossed_with_itself_has_its_totals_on_the_diagonal(asked_for, key: str):
    values, shown, _ = asked_for
    table = cross(values, shown, key, key)
    assert np.diag(table.counts).tolist() == table.row_totals.tolist()


@given(asked(), KEYS, KEYS)
def test_a_percentage_is_of_five_poles_at_least_and_adds_up(asked_for, row_key: str, column_key: str):
    values, shown, _ = asked_for
    table = cross(values, shown, row_key, column_key)
    shares = table.shares("part-ligne")
    enough = table.row_totals >= LEAST_BASE
    assert np.isnan(shares).all(axis=1).tolist() == (~enough).tolist()
    assert ((shares[enough] >= 0) & (shares[enough] <= 100)).all()
    if not table.columns.dimension.is_multiple:
        assert np.allclose(shares[enough].sum(axis=1), 100)


@given(st.lists(st.integers(1, 9999), max_size=60))
def test_years_make_few_periods_and_each_year_is_in_one_of_them(years: list[int]):
    rows = make_rows(make_pole(f"p{rank}", annee_creation=year) for rank, year in enumerate(years))
    crossed = ValueIndex(rows).crossed["annee"]
    assert len(crossed.codes) <= MOST_PERIODS + 1
    assert {period_code(year, years_by_period(years)) for year in years} <= set(crossed.codes)


@given(st.lists(st.integers(0, 400), max_size=200))
def test_classes_are_five_at_most_in_order_and_hold_every_count_but_zero(counts: list[int]):
    classes = count_classes(counts)
    assert len(classes) <= MOST_CLASSES
    for count in counts:
        number = class_of_count(count, classes)
        assert (number == 0) == (count == 0)
        if number:
            low, high = classes[number - 1]
            assert low <= count <= high
    bounds = [bound for pair in classes for bound in pair]
    assert bounds == sorted(bounds)


@given(st.floats(0, 100))
def test_a_share_that_is_not_zero_has_a_class(share: float):
    assert (class_of_share(share) == 0) == (share == 0)
