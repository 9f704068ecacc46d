"""Crosstabs on a few poles that can be counted by hand."""

import numpy as np
import pytest

from dashboard.core.catalogue.bits import Mask, ValueIndex, pack, years_by_period
from dashboard.core.catalogue.dimensions import CROSSED
from dashboard.features.crosstabs.index import class_of_count, class_of_share, count_classes, count_values, cross
from tests.helpers.poles import make_pole, make_rows

ROWS = make_rows(
    [
        make_pole("a", secteurs=("numerique", "energie-citoyenne"), statut="actif", annee_creation=2007),
        make_pole("b", secteurs=("numerique",), statut="actif", reseaux_membre=("rtes",), reseaux_cite=("rtes",)),
        make_pole("c", statut="ferme", code_departement="974", departement="La Réunion", annee_creation=2024),
        make_pole("d", secteurs=("numerique",), code_departement="01", departement="Ain", annee_creation=2001),
    ]
)
VALUES = ValueIndex(ROWS)
EVERYTHING = Mask(pack(np.ones(4, dtype=bool)), ROWS.index)


def test_a_pole_with_several_values_is_counted_once_under_each_and_both_totals_are_known():
    table = cross(VALUES, EVERYTHING, "secteur", "statut")
    frame = table.to_frame()
    assert frame.loc["numerique"].to_dict() == {
        "actif": 2,
        "en-projet": 0,
        "ferme": 0,
        "inconnu": 0,
        "non-renseigne": 1,
    }
    assert frame.loc["non-renseigne", "ferme"] == 1
    assert (table.poles, table.occurrences) == (4, 5)


def test_a_network_that_a_pole_has_twice_counts_once():
    assert dict(zip(VALUES["reseau"].codes, count_values(VALUES["reseau"], EVERYTHING), strict=True))["rtes"] == 1


def test_only_the_poles_shown_are_counted():
    shown = Mask(pack(np.array([False, True, True, False])), ROWS.index)
    assert cross(VALUES, shown, "statut", "annee").to_frame().loc["actif"].sum() == 1


def test_no_percentage_is_given_under_five_poles():
    many = make_rows(make_pole(f"p{n}", statut="actif" if n < 5 else "ferme") for n in range(9))
    table = cross(ValueIndex(many), Mask(pack(np.ones(9, dtype=bool)), many.index), "statut", "type")
    shares = table.to_frame("part-ligne")["non-renseigne"]
    assert shares["actif"] == 100
    assert np.isnan(shares["ferme"])


def test_a_count_is_no_share():
    with pytest.raises(ValueError, match="share"):
        cross(VALUES, EVERYTHING, "statut", "type").shares("nombre")


def test_the_dimensions_come_in_the_order_in_which_they_are_offered():
    assert tuple(VALUES.crossed) == CROSSED
    assert list(VALUES.crossed["departement"].labels.values()) == ["Ain", "La Réunion", "Non renseigné"]


@pytest.mark.parametrize(
    ("years", "length"),
    [
        ([], 1),
        ([2007], 1),
        ([2001, 2012], 1),
        ([2001, 2013], 5),
        ([2001, 2024], 5),
        ([1900, 2020], 20),
        ([1, 9999], 1000),
    ],
)
def test_years_are_counted_one_by_one_until_they_are_many(years: list[int], length: int):
    assert years_by_period(years) == length


def test_a_period_without_any_pole_keeps_its_place():
    assert VALUES.crossed["annee"].labels == {
        "2000-2004": "2000–2004",
        "2005-2009": "2005–2009",
        "2010-2014": "2010–2014",
        "2015-2019": "2015–2019",
        "2020-2024": "2020–2024",
        "non-renseigne": "Non renseigné",
    }


def test_an_empty_catalogue_can_be_crossed():
    none = make_rows([])
    table = cross(ValueIndex(none), Mask(pack(np.zeros(0, dtype=bool)), none.index), "secteur", "annee")
    assert (table.poles, table.occurrences, table.columns.codes) == (0, 0, ("non-renseigne",))


def test_few_different_counts_have_a_class_each():
    assert count_classes([0, 3, 1, 1, 9]) == ((1, 1), (3, 3), (9, 9))


def test_many_different_counts_make_five_classes_of_as_many_different_counts():
    classes = count_classes(range(11))
    assert classes == ((1, 2), (3, 4), (5, 6), (7, 8), (9, 10))
    assert [class_of_count(n, classes) for n in (0, 1, 2, 3, 10)] == [0, 1, 1, 2, 5]


def test_many_ones_do_not_hide_the_rest():
    assert count_classes([1] * 50 + [2, 3, 4, 50, 60]) == ((1, 2), (3, 3), (4, 4), (5, 50), (51, 60))


def test_shares_have_fixed_classes():
    assert [class_of_share(share) for share in (0.0, 0.1, 10.0, 10.1, 100.0, float("nan"))] == [0, 1, 1, 2, 5, 0]
