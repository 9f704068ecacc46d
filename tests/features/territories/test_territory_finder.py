"""The territory that someone types, in their own spelling or by a code."""

import pytest

from dashboard.core.fields.codes import is_luhn_valid, keys_of_siren
from dashboard.features.territories.finder import Answers, TerritoryFinder
from tests.helpers.gazetteers import GEOCODER
from tests.helpers.territories import shipped_index

FINDER = TerritoryFinder(shipped_index().hierarchy)


def find(text: str) -> Answers:
    return FINDER.find(text, spell=GEOCODER.locate)


def keys(text: str) -> list[str]:
    return [str(match.territory.key) for match in find(text).matches]


@pytest.mark.parametrize(
    ("text", "key", "by"),
    [
        ("26281", "commune:26281", "code_insee"),
        ("2a 004", "commune:2A004", "code_insee"),
        ("01003", "commune:01165", "ancien_code"),
        ("75112", "commune:75056", "ancien_code"),
        ("200 068 781", "epci:200068781", "siren"),
        ("216901231", "commune:69123", "siren"),
        ("217500016", "commune:75056", "siren"),
        ("219740115", "commune:97411", "siren"),
        ("212000046", "commune:2A004", "siren"),
        ("222600017", "departement:26", "siren"),
        ("26", "departement:26", "code"),
        ("region:84", "region:84", "cle"),
        ("ROMANS SUR ISERE", "commune:26281", "nom"),
        ("Romnas-sur-Isere", "commune:26281", "orthographe"),
        ("Saint-Denis (974)", "commune:97411", "orthographe"),
        ("métropole de lyon", "epci:200046977", "nom"),
        ("auvergne rhone alpes", "region:84", "nom"),
        ("Y", "commune:80829", "nom"),
    ],
)
def test_what_names_one_territory_only_finds_it(text: str, key: str, by: str):
    found = find(text)
    assert [(str(match.territory.key), match.by) for match in found.matches][:1] == [(key, by)]
    assert found.sure is not None
    assert str(found.sure.key) == key


def test_homonyms_are_all_shown_the_most_populous_first_and_none_is_chosen():
    found = find("Valence")
    assert found.sure is None
    whole = [match for match in found.matches if match.by == "nom"]
    assert [(m.territory.departement_codes, m.territory.population > 0) for m in whole] == [
        (("26",), True),
        (("82",), True),
        (("16",), True),
    ]
    assert whole == sorted(whole, key=lambda match: -match.territory.population)


def test_a_name_of_several_levels_shows_each_of_them():
    assert {"commune:75056", "departement:75"} <= set(keys("Paris"))
    assert keys("la réunion")[:3] == ["departement:974", "region:04", "commune:47222"]
    assert keys("Reunion")[:3] == keys("la réunion")[:3]


def test_five_figures_may_be_a_code_and_a_postcode_and_both_are_shown():
    assert keys("26100") == ["commune:26100", "commune:26281"]
    assert find("26100").sure is None


def test_a_postcode_shows_all_that_it_serves_the_most_populous_first():
    found = find("26750")
    assert {match.by for match in found.matches} == {"code_postal"}
    assert len(found.matches) > 1
    populations = [match.territory.population for match in found.matches]
    assert populations == sorted(populations, reverse=True)


def test_two_figures_may_be_a_departement_and_a_region():
    assert keys("84") == ["departement:84", "region:84"]


def test_the_beginning_of_a_name_suggests_the_rest():
    assert "epci:200040715" in keys("grenoble alpes")
    assert "commune:78361" in keys("Mantes")
    assert find("Mantes").sure is None


def test_like_is_compared_with_like():
    bretagne = find("Bretagne")
    assert bretagne.sure is None
    assert [str(one.key) for level in ("region", "departement", "commune") if (one := bretagne.beside(level))] == [
        "region:53"
    ]
    assert find("zzzzqqq").beside("region") is None


def test_a_delegated_commune_leads_to_its_commune_and_says_so():
    match = next(match for match in find("Saint-Offenge-Dessous").matches if match.said)
    assert (match.territory.name, match.said) == ("Saint-Offenge", "Saint-Offenge-Dessous")


@pytest.mark.parametrize("text", ["", "   ", "zzzzqqq", "99999", "999999999", "🦉", "a" * 3000, "commune:00000"])
def test_what_names_nothing_finds_nothing(text: str):
    assert find(text) == Answers((), None)


def test_the_siren_of_a_commune_of_the_seine_of_before_1968_is_not_that_of_another():
    assert list(keys_of_siren("217500016")) == ["commune:75056"]
    assert is_luhn_valid("217500016")
    assert list(keys_of_siren("217500017")) == []
    assert list(keys_of_siren("552100554")) == []
