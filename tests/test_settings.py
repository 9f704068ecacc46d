"""Settings: their defaults, what the environment says, values that make no sense."""

from dataclasses import fields
from pathlib import Path

import pytest

from dashboard.config import PREFIX, ROOT, SETTINGS, Settings, WrongSetting, read_settings


def test_without_environment_the_defaults_hold():
    settings = read_settings({})
    assert settings.poles == (ROOT / "data/poles.csv", ROOT / "data/projets.csv")
    assert settings.programme == ROOT / "data/programme.csv"
    assert settings.intervenants == ROOT / "data/intervenants.csv"
    assert settings.reference == ROOT / "data/reference"
    assert settings.cache == ROOT / ".cache"
    assert settings.ign is True
    assert settings.integration == "'self'"
    assert (settings.editeur, settings.hebergeur, settings.contact) == ("", "", "")


def test_every_setting_is_an_attribute_and_has_one_line_of_help():
    assert [setting.key for setting in SETTINGS] == [field.name for field in fields(Settings)]
    assert [setting.name for setting in SETTINGS if "\n" in setting.help or not setting.help] == []
    assert {setting.name[: len(PREFIX)] for setting in SETTINGS} == {"PTCE_"}


def test_the_files_that_are_named_by_default_exist():
    settings = read_settings({})
    named = [*settings.poles, settings.programme, settings.intervenants, settings.reference]
    assert [path for path in named if not path.exists()] == []


def test_the_environment_chooses():
    settings = read_settings(
        {
            "PTCE_POLES": "/srv/a.xlsx; b.csv ;",
            "PTCE_PROGRAMME": "",
            "PTCE_IGN": "Non",
            "PTCE_INTEGRATION": "'self' https://exemple.fr",
            "PTCE_EDITEUR": " Le réseau ",
            "OTHER": "ignored",
        }
    )
    assert settings.poles == (Path("/srv/a.xlsx"), ROOT / "b.csv")
    assert settings.programme is None
    assert settings.ign is False
    assert settings.integration == "'self' https://exemple.fr"
    assert settings.editeur == "Le réseau"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PTCE_IGN", "peut-être"),
        ("PTCE_IGN", ""),
        ("PTCE_INTEGRATION", "https://a.fr; script-src *"),
        ("PTCE_INTEGRATION", "https://a.fr\r\nX: 1"),
        ("PTCE_INTEGRATION", ""),
    ],
)
def test_a_value_that_makes_no_sense_is_refused_by_name(name: str, value: str):
    with pytest.raises(WrongSetting, match=name):
        read_settings({name: value})


def test_the_site_address_has_no_final_slash_and_must_be_a_web_address():
    assert read_settings({"PTCE_ADRESSE": "https://exemple.fr/poles/"}).adresse == "https://exemple.fr/poles"
    with pytest.raises(WrongSetting, match="PTCE_ADRESSE"):
        read_settings({"PTCE_ADRESSE": "exemple.fr"})
