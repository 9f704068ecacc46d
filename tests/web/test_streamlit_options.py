"""Streamlit's options that our figures and promises stand on: still there, and set as we say."""

import tomllib
from typing import Any

import pytest
from streamlit import config

from tests.helpers.paths import ROOT

FILE = ROOT / "dashboard" / ".streamlit" / "config.toml"
OPTIONS = tomllib.loads(FILE.read_text(encoding="utf-8"))
FLAT = {f"{section}.{name}": value for section, options in OPTIONS.items() for name, value in options.items()}


@pytest.mark.parametrize("name", FLAT)
def test_the_option_exists_in_this_version(name: str):
    assert name in config._config_options_template


@pytest.mark.parametrize(
    ("name", "ours", "theirs"),
    [
        ("runner.postScriptGC", False, True),
        ("browser.gatherUsageStats", False, True),
        ("client.showErrorDetails", "none", "full"),
        ("server.maxUploadSize", 10, 200),
    ],
)
def test_what_we_change_is_not_already_so(name: str, ours: Any, theirs: Any):
    assert FLAT[name] == ours
    assert config._config_options_template[name].default_val == theirs
