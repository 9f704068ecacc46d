"""One rule for what is shown and what is counted."""

import pytest

from dashboard.core.catalogue.bits import ValueIndex
from dashboard.core.catalogue.dimensions import FACETS_BY_KEY
from dashboard.core.catalogue.facet_index import FacetIndex, Removal
from dashboard.core.catalogue.selection import Selection
from tests.helpers.poles import make_pole, make_rows

POLES = [
    make_pole(
        "archer",
        nom="Pôle Sud Archer",
        commune="Romans-sur-Isère",
        region="Auvergne-Rhône-Alpes",
        code_region="84",
        secteurs=("emploi-insertion-formation", "industrie-textile-savoir-faire"),
        reseaux_membre=("coorace",),
        statut="actif",
        types=("pole-temoin",),
        annee_creation=2007,
        description="Des chaussures et de l’emploi",
    ),
    make_pole(
        "redon",
        nom="Énergies citoyennes",
        commune="Redon",
        code_region="53",
        secteurs=("energie-citoyenne",),
        reseaux_cite=("coorace", "rtes"),
        statut="actif",
        annee_creation=2014,
    ),
    make_pole("vide", nom="S.M.A.C. de l’Île", code_region="53"),
    make_pole("ferme", nom="Agriculture", secteurs=("alimentation-agriculture",), statut="ferme", code_region="11"),
]
INDEX = FacetIndex(ValueIndex(make_rows(POLES)))


def shown(**asked) -> list[str]:
    return list(INDEX.select(Selection.of(**asked)).ids)


def test_nothing_asked_shows_everything():
    mask = INDEX.select(Selection())
    assert (mask.count, mask.to_bool().tolist()) == (4, [True] * 4)


def test_values_of_a_facet_add_and_facets_narrow():
    assert shown(secteur=["energie-citoyenne", "emploi-insertion-formation"]) == ["archer", "redon"]
    assert shown(secteur=["energie-citoyenne", "emploi-insertion-formation"], region=["53"]) == ["redon"]


def test_not_given_is_a_value():
    assert shown(secteur=["non-renseigne"]) == ["vide"]
    assert shown(secteur=["non-renseigne", "energie-citoyenne"]) == ["redon", "vide"]


def test_a_network_gathers_members_and_mentions():
    assert shown(reseau=["coorace"]) == ["archer", "redon"]


def test_counts_of_a_facet_ignore_its_own_choice():
    counts = INDEX.counts(Selection.of(region=["53"], statut=["actif"]))
    assert {code: n for code, n in counts["region"].items() if n} == {"84": 1, "53": 1}
    assert {code: n for code, n in counts["statut"].items() if n} == {"actif": 1, "non-renseigne": 1}
    assert {code: n for code, n in counts["secteur"].items() if n} == {"energie-citoyenne": 1}


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("ENERGIE", ["redon"]),
        ("romans sur isere", ["archer"]),
        ("l'emploi", ["archer"]),
        ("smac", ["vide"]),
        ("s.m.a.c", ["vide"]),
        ("culture", ["ferme"]),
        ("griculture", ["ferme"]),
        ("insertion chaussures", ["archer"]),
        ("insertion redon", []),
        ("réseau des collectivités", ["redon"]),
        ("  ", ["archer", "redon", "vide", "ferme"]),
        ("!!!", ["archer", "redon", "vide", "ferme"]),
    ],
)
def test_words_are_found_in_any_dress(query: str, ids: list[str]):
    assert shown(query=query) == ids


def test_all_the_chosen_values_may_be_asked_together():
    asked = {"reseau": ["coorace", "rtes"], "every": ["reseau"]}
    assert shown(**asked) == ["redon"]
    assert shown(**asked, secteur=["emploi-insertion-formation"]) == []
    assert shown(reseau=["coorace", "non-renseigne"], every=["reseau"]) == []


def test_where_all_are_asked_a_count_is_the_size_after_adding_the_value():
    counts = INDEX.counts(Selection.of(reseau=["coorace"], every=["reseau"]))["reseau"]
    assert {code: n for code, n in counts.items() if n} == {"coorace": 2, "rtes": 1}
    counts = INDEX.counts(Selection.of(reseau=["coorace"]))["reseau"]
    assert {code: n for code, n in counts.items() if n} == {"coorace": 2, "rtes": 1, "non-renseigne": 2}


@pytest.mark.parametrize(
    ("spans", "ids"),
    [
        (["2007"], ["archer"]),
        (["2007-2014"], ["archer", "redon"]),
        (["2008-"], ["redon"]),
        (["-2008", "non-renseigne"], ["archer", "vide", "ferme"]),
        (["2008-2013"], []),
        (["-2000", "2014"], ["redon"]),
    ],
)
def test_years_are_asked_by_spans_ends_included(spans: list[str], ids: list[str]):
    assert shown(annee=spans) == ids


def test_years_are_counted_one_by_one():
    assert INDEX.counts(Selection.of(annee=["2007"]))["annee"] == {"2007": 1, "2014": 1, "non-renseigne": 2}
    assert INDEX.values["annee"].codes == ("2007", "2014", "non-renseigne")


def test_a_cell_gathers_the_rows_with_the_same_codes_in_any_order():
    index = FacetIndex(
        ValueIndex(
            make_rows(
                [
                    make_pole("a", secteurs=("numerique", "energie-citoyenne")),
                    make_pole("b"),
                    make_pole("c", secteurs=("energie-citoyenne", "numerique"), nom="autre"),
                    make_pole("d", reseaux_membre=("rtes",), reseaux_cite=("cress",)),
                    make_pole("e", reseaux_membre=("cress",), reseaux_cite=("rtes", "cress")),
                ]
            )
        )
    )
    first, second, third = index.values["secteur"].numbers[:3]
    assert first == third != second
    assert len(set(index.values["reseau"].numbers[3:])) == 1
    allowed = index.select_cells(Selection.of(secteur=["numerique"]))
    assert allowed.keys() == {"secteur"}
    assert allowed["secteur"][index.values["secteur"].numbers].tolist() == [True, False, True, False, False]


def test_an_empty_result_says_which_filter_to_lift():
    selection = Selection.of(query="agriculture", region=["53"], statut=["ferme"])
    assert INDEX.select(selection).count == 0
    assert INDEX.removable(selection) == (Removal((("region", "53"),), 1),)


def test_values_that_add_up_are_lifted_together_those_asked_together_one_by_one():
    adding = Selection.of(secteur=["energie-citoyenne", "numerique"], statut=["ferme"])
    assert INDEX.removable(adding) == (Removal((("secteur", ""),), 1), Removal((("statut", "ferme"),), 1))
    together = Selection.of(reseau=["rtes", "cress"], every=["reseau"])
    assert INDEX.removable(together) == (Removal((("reseau", "cress"),), 1),)


def test_when_no_filter_alone_is_in_the_way_several_are_lifted():
    three = Selection.of(annee=["1990"], type=["laureat-2014"], region=["53"])
    assert INDEX.removable(three) == (Removal((("type", "laureat-2014"), ("annee", "1990")), 2),)
    four = Selection.of(annee=["1990"], type=["laureat-2014"], region=["01"], query="zzz")
    lifted = (("type", "laureat-2014"), ("region", "01"), ("annee", "1990"), ("q", ""))
    assert INDEX.removable(four) == (Removal(lifted, 4),)


def test_an_empty_catalogue_can_be_asked():
    index = FacetIndex(ValueIndex(make_rows([])))
    assert index.select(Selection.of(query="a", statut=["actif"])).count == 0
    assert sum(sum(counts.values()) for counts in index.counts(Selection()).values()) == 0
    assert index.select_cells(Selection.of(annee=["2010"]))["annee"].tolist() == []
    assert index.removable(Selection.of(annee=["2010"], query="a")) == ()


def test_labels_are_those_of_the_lists():
    assert FACETS_BY_KEY["region"].label("53") == "Bretagne"
    assert FACETS_BY_KEY["secteur"].label("non-renseigne") == "Non renseigné"
    spans = ["2012", "2010-2015", "2010-", "-2015", "non-renseigne"]
    assert [FACETS_BY_KEY["annee"].label(span) for span in spans] == [
        *("2012", "De 2010 à 2015", "Depuis 2010", "Jusqu’en 2015", "Non renseigné"),
    ]
    with pytest.raises(KeyError):
        FACETS_BY_KEY["annee"].label("12")
