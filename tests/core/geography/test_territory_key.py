"""What a link calls a territory."""

import pytest

from dashboard.core.geography.territory_key import Key, parse_key
from tests.helpers.gazetteers import GAZETTEER


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("commune:26281", Key("commune", "26281")),
        (" commune: 2a004 ", Key("commune", "2A004")),
        ("commune:75112", Key("commune", "75056")),  # an arrondissement
        ("commune:01003", Key("commune", "01165")),  # merged in 1974
        ("epci:200068781", Key("epci", "200068781")),
        ("departement:26", Key("departement", "26")),
        ("departement:2b", Key("departement", "2B")),
        ("region:84", Key("region", "84")),
    ],
)
def test_a_key_leads_to_a_territory_of_today(text: str, expected: Key):
    assert parse_key(text, GAZETTEER) == expected


@pytest.mark.parametrize("text", ["", "26281", "commune:", "commune:99999", "canton:2601", "region:987", "epci:26281"])
def test_what_names_no_territory_is_none(text: str):
    assert parse_key(text, GAZETTEER) is None


def test_a_key_is_written_as_it_is_read():
    assert str(Key("departement", "2A")) == "departement:2A"
