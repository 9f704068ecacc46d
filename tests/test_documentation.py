"""The documentation says what the code does: settings, commands, fields, rooms; its links and names lead somewhere."""

import argparse
import ast
import re
from pathlib import Path

import pytest

from dashboard.cli.main import _parser as command_line
from dashboard.config import SETTINGS
from tests.helpers.paths import ROOT
from tests.test_architecture import FLOORS
from tests.tools.write_docs import PAGES, PARTS, shown_actions, with_parts

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TEXTS = {page.relative_to(ROOT).as_posix(): page.read_text(encoding="utf-8") for page in PAGES}
ALL = "\n".join(TEXTS.values())
FRENCH = {name: text for name, text in TEXTS.items() if name == "README.md" or name.startswith("docs/")}
OTHERS = ("CHANGELOG.md", "data/SOURCES.md", "data/reference/README.md")

_CODE = re.compile(r"^```.*?^```$|`[^`\n]*`|\]\([^)\n]*\)|<!--.*?-->", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]+)\)")
_NAMED = re.compile(r"`(?:[\w-]+/)*([\w-]+)\.(\w+)`")


def links_of(name: str) -> list[tuple[str, Path, str]]:
    """The text, the target and the anchor of each link of a page to a file of ours."""
    found = []
    for text, link in _LINK.findall(TEXTS[name]):
        if "://" not in link:
            path, _, anchor = link.partition("#")
            found.append((text, (ROOT / name).parent / path if path else ROOT / name, anchor))
    return found


def anchors_of(page: Path) -> set[str]:
    """What a link to a part of a page may say: its headings as GitHub writes them, and the places that it names."""
    text = page.read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    slugs = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    return slugs | set(re.findall(r'<a id="([^"]+)">', text))


def names_in(path: Path) -> set[str]:
    """The classes, functions and constants of one of our modules, in Python or in JavaScript."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".js":
        return set(re.findall(r"(?:function|class|const) (\w+)", text))
    names = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
    return names


@pytest.mark.parametrize("name", TEXTS)
def test_what_the_code_says_itself_is_up_to_date(name: str):
    assert with_parts(TEXTS[name]) == TEXTS[name], f"{name} no longer says what the code does: run `make docs`"


def test_every_part_has_its_place():
    assert sorted(re.findall(r"<!-- make docs : ([\w-]+) -->", ALL)) == sorted(PARTS)


def test_the_documentation_names_no_setting_that_does_not_exist():
    assert set(re.findall(r"PTCE_[A-Z_]+", ALL)) == {setting.name for setting in SETTINGS}


def test_the_documentation_names_no_option_that_help_does_not_show():
    (group,) = (action for action in command_line()._actions if isinstance(action, argparse._SubParsersAction))
    shown = {name for parser in group.choices.values() for one in shown_actions(parser) for name in one.option_strings}
    lines = re.findall(r"^.*python -m dashboard .*$|`--[\w-]+`", "\n".join(FRENCH.values()), re.MULTILINE)
    asked = {option for line in lines for option in re.findall(r"(?<![\w-])--[a-z][\w-]*", line)}
    assert asked - shown == set()


def test_the_documentation_says_each_word_of_make():
    words = set(re.findall(r"^## (\w+):", MAKEFILE, re.MULTILINE))
    assert words == set(re.search(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE).group(1).split())
    assert words == set(re.findall(r"(?:^|`)make (\w+)", TEXTS["CONTRIBUTING.md"], re.MULTILINE))
    assert set(re.findall(r"(?:^|`)make (\w+)", "\n".join(FRENCH.values()), re.MULTILINE)) <= words


def test_the_plain_commands_are_those_of_make():
    for page, commands in {
        "docs/reglages.md": ("pip install --require-hashes -r requirements.txt", "streamlit run dashboard/app.py"),
        "CONTRIBUTING.md": ("bash tests/set_up.sh", "python -m pytest"),
    }.items():
        for command in commands:
            assert command in TEXTS[page]
    for command in ("bash tests/set_up.sh", "python -m pytest", "streamlit run dashboard/app.py"):
        assert command in MAKEFILE


@pytest.mark.parametrize("name", TEXTS)
def test_every_link_to_a_file_leads_somewhere(name: str):
    lost = [link for link in links_of(name) if not link[1].exists()]
    assert lost == []
    assert [link for link in links_of(name) if link[2] and link[2] not in anchors_of(link[1])] == []


@pytest.mark.parametrize("name", ["ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_a_link_to_a_name_leads_to_the_module_that_has_it(name: str):
    wrong = []
    for text, target, _ in links_of(name):
        named = _NAMED.fullmatch(text)
        if named is None or target.suffix.lstrip(".") == named[2]:
            continue
        if named[1] != target.stem or named[2] not in names_in(target):
            wrong.append((text, target.name))
    assert wrong == []


def test_every_module_and_test_named_without_a_link_exists():
    files = {path.name for path in (*ROOT.glob("tests/**/*.py"), *ROOT.glob("dashboard/**/*.py"))}
    named = re.findall(r"`(?:[\w./]+/)?([\w]+\.py)`", TEXTS["ARCHITECTURE.md"] + TEXTS["CONTRIBUTING.md"])
    assert set(named) - files == set()


def test_every_page_of_the_reference_is_in_its_index():
    index = {target.resolve() for _, target, _ in links_of("docs/README.md")}
    pages = set((ROOT / "docs").glob("*.md")) - {ROOT / "docs" / "README.md"}
    assert {page.resolve() for page in pages} - index == set()


def test_the_architecture_names_every_room():
    rooms = set().union(*FLOORS) - {"__init__", "__main__", "app", "site", "bundle", "library", "errors", "config"}
    assert {room for room in rooms if f"`{room}/`" not in TEXTS["ARCHITECTURE.md"]} == set()


@pytest.mark.parametrize("name", FRENCH)
def test_french_is_typeset(name: str):
    prose = _CODE.sub("·", FRENCH[name])
    assert re.findall(r".{9}\S [;:!?»%](?:\s|$).*|« .{9}|.{9}\w'\w.*|\.\.\..*", prose) == []


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
    others = {name: (ROOT / name).read_text(encoding="utf-8") for name in (*OTHERS, "Makefile", ".ci/run")}
    texts = {**TEXTS, **others}
    assert [name for name, text in texts.items() if re.search(r"/(?:home|root|tmp|work|Users)/", text)] == []
