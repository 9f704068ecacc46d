"""The README says what the code does: settings, commands, files."""

import re

import pytest

from dashboard.config import SETTINGS, Setting
from tests.helpers.paths import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_the_readme_says_each_setting_with_its_default_and_help(setting: Setting):
    default = f"`{setting.default}`" if setting.default else "vide"
    assert f"| `{setting.name}` | {default} | {setting.help} |" in README


def test_the_readme_names_no_setting_that_does_not_exist():
    assert set(re.findall(r"PTCE_[A-Z_]+", README)) == {setting.name for setting in SETTINGS}


def test_the_readme_says_each_word_of_make():
    words = set(re.findall(r"^## (\w+):", MAKEFILE, re.MULTILINE))
    assert words == set(re.search(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE).group(1).split())
    assert words == set(re.findall(r"\bmake (\w+)", README))


def test_the_plain_commands_of_the_readme_are_those_of_make():
    for command in ("pip install --require-hashes -r requirements.txt", "streamlit run dashboard/app.py"):
        assert command in README
    for command in ("bash tests/set_up.sh", "python -m pytest"):
        assert command in README
        assert command in MAKEFILE


def test_every_link_of_the_readme_to_a_file_leads_somewhere():
    links = [link for link in re.findall(r"\]\(([^)]+)\)", README) if "://" not in link]
    assert [link for link in links if not (ROOT / link.split("#")[0]).exists()] == []


def test_locked_versions_are_hashed_and_name_no_host():
    for name in ("requirements.txt", "requirements-dev.txt"):
        lock = (ROOT / name).read_text(encoding="utf-8")
        packages = re.split(r"\n(?=[a-zA-Z])", lock)[1:]
        assert [package.splitlines()[0] for package in packages if "--hash=sha256:" not in package] == []
        assert re.findall(r"https?://|--index-url|--find-links", lock) == []


def test_all_that_the_lock_was_asked_for_is_in_it():
    lock = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8").lower()
    asked = re.findall(r"^([\w.-]+)(?:\[\w+\])?(==[\w.]+)", (ROOT / "requirements.in").read_text("utf-8"), re.MULTILINE)
    assert [name for name, version in asked if f"\n{name}{version} " not in lock] == []


def test_no_committed_text_names_a_folder_of_a_machine():
    texts = [README, MAKEFILE, (ROOT / ".ci" / "run").read_text("utf-8"), (ROOT / "CHANGELOG.md").read_text("utf-8")]
    assert [text for text in texts if re.search(r"/(?:home|root|tmp|work|Users)/", text)] == []
