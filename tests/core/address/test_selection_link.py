"""The URL is the selection: repeated or joined values, dead values, other parameters."""

import pytest

from dashboard.core.address.selection_link import Unknown, parse, to_params
from dashboard.core.catalogue.selection import Selection
from dashboard.wording.selection import selection_words


@pytest.mark.parametrize(
    "values", [["11", "53"], ["53|11"], ["53,11"], ["53", "53", "11"], ["Bretagne", "Île-de-France"], "53,11"]
)
def test_several_values_may_be_repeated_or_joined(values):
    assert parse({"region": values}) == (Selection.of(region=["53", "11"]), ())


def test_a_stale_link_is_not_fatal():
    selection, unknown = parse({"secteur": ["numerique", "astronautique"], "statut": ["dormant"]})
    assert selection == Selection.of(secteur=["numerique"])
    assert unknown == (Unknown("secteur", "astronautique"), Unknown("statut", "dormant"))


def test_the_parameters_of_other_parts_of_the_page_are_ignored():
    assert parse({"pole": ["archer"], "utm_source": ["x"], "q": ["a", " deux   mots "]}) == (
        Selection(query="deux mots"),
        (),
    )


def test_the_same_request_is_always_the_same_value():
    one = Selection.of(region=["53", "11"], secteur=["numerique"])
    other = Selection.of(secteur=["numerique"]).with_code("region", "11").with_code("region", "53")
    assert (one, hash(one)) == (other, hash(other))


def test_a_filter_can_be_lifted():
    selection = Selection.of(region=["53", "11"], query="a")
    assert selection.without("region", "11") == Selection.of(region=["53"], query="a")
    assert selection.without("q") == Selection.of(region=["53", "11"])
    assert selection.without("region") == Selection(query="a")
    assert selection.without("statut", "actif") == selection


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2010-2015", "2010-2015"),
        ("2010–2015", "2010-2015"),
        (" 2015 - 2010 ", "2010-2015"),
        ("2012", "2012"),
        ("2012-2012", "2012"),
        ("2010-", "2010-"),
        ("-2015", "-2015"),
        ("non-renseigne", "non-renseigne"),
    ],
)
def test_a_span_of_years_has_one_writing(text: str, span: str):
    assert parse({"annee": [text]}) == (Selection.of(annee=[span]), ())


@pytest.mark.parametrize("text", ["-", "10", "0999", "12010", "2010-2012-2015", "vers 2010", "2010 2015"])
def test_what_is_no_span_of_years_is_said(text: str):
    assert parse({"annee": [text]}) == (Selection(), (Unknown("annee", text),))


def test_the_facets_where_all_is_asked_are_in_the_link():
    selection = Selection.of(secteur=["numerique", "energie-citoyenne"], type=["projet"], every=["type", "secteur"])
    assert to_params(selection)["tous"] == ["secteur", "type"]
    assert parse({**to_params(selection), "tous": ["type,secteur"]}) == (selection, ())
    assert parse({"statut": ["actif"], "tous": ["statut"]}) == (
        Selection.of(statut=["actif"]),
        (Unknown("tous", "statut"),),
    )


def test_to_ask_all_of_nothing_is_to_ask_nothing():
    assert parse({"tous": ["secteur"]}) == (Selection(), ())
    assert Selection.of(secteur=["numerique"], every=["secteur"]).without("secteur", "numerique") == Selection()


@pytest.mark.parametrize("choices", [(("secteurs", ("numerique",)),), (("secteur", ("x",)),), (("annee", ("12",)),)])
def test_what_does_not_exist_cannot_be_selected(choices):
    with pytest.raises(ValueError, match="no "):
        Selection(choices)


def test_all_cannot_be_asked_of_a_facet_of_one_value():
    with pytest.raises(ValueError, match="several"):
        Selection.of(statut=["actif"], every=["statut"])


def test_several_values_repeat_the_parameter():
    assert to_params(Selection.of(query="é", region=["11", "53"])) == {"region": ["53", "11"], "q": ["é"]}


def test_a_selection_is_said_in_french():
    selection = Selection.of(secteur=["energie-citoyenne", "numerique"], region=["53"], query="a;b")
    assert selection_words(selection) == (
        "secteur\u202f: Énergie citoyenne ou Numérique\u202f; région\u202f: Bretagne\u202f; "
        "texte\u202f: «\u00a0a;b\u00a0»"
    )
    together = Selection.of(secteur=["energie-citoyenne", "numerique"], annee=["-2009", "2012"], every=["secteur"])
    assert selection_words(together) == (
        "secteur\u202f: Énergie citoyenne et Numérique\u202f; année de création\u202f: Jusqu’en 2009 ou 2012"
    )
    assert selection_words(Selection()) == "tous les pôles et projets"
