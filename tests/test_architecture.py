"""Who may import whom, read in the source: arrows never turn back."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "dashboard"
MODULES = sorted(PACKAGE.rglob("*.py"))

ROOMS = ("domain", "adapters", "presentation", "pages", "web", "reference")
MAY_IMPORT = {
    "domain": {"domain", "errors"},
    "adapters": {"adapters", "domain", "errors"},
    "presentation": {"presentation", "domain", "errors"},
    "web": {"web"},
    "reference": {"reference", "domain", "errors"},
    "pages": {"pages", "presentation", "domain", "errors", "state", "components", "config"},
}
STREAMLIT_MODULES = {"app", "state", "components", "pages"}
OUTSIDE_WORLD = {
    "streamlit",
    "folium",
    "branca",
    "requests",
    "urllib3",
    "socket",
    "subprocess",
    "sqlite3",
    "tempfile",
    "shutil",
    "time",
}
"""What the domain does without: screens, maps, network, disk, clock."""


def imports_of(path: Path) -> set[str]:
    """Every module that the file imports, by its full name; relative imports do not exist here."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"relative import in {path.name}"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def rooms_imported(path: Path) -> set[str]:
    return {name.split(".")[1] for name in imports_of(path) if name.startswith("dashboard.")}


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_no_arrow_turns_back(room: str):
    wrong = {
        path.relative_to(PACKAGE).as_posix(): rooms_imported(path) - MAY_IMPORT[room]
        for path in MODULES
        if room_of(path) == room and not rooms_imported(path) <= MAY_IMPORT[room]
    }
    assert wrong == {}


def test_only_the_thin_skin_imports_streamlit():
    importers = {
        room_of(path)
        for path in MODULES
        if any(name.split(".")[0] in {"streamlit", "streamlit_folium"} for name in imports_of(path))
    }
    assert importers <= STREAMLIT_MODULES


def test_the_domain_knows_no_screen_network_disk_or_clock():
    wrong = {
        path.name: {name.split(".")[0] for name in imports_of(path)} & OUTSIDE_WORLD
        for path in MODULES
        if room_of(path) == "domain" and {name.split(".")[0] for name in imports_of(path)} & OUTSIDE_WORLD
    }
    assert wrong == {}


def test_only_the_page_list_imports_pages():
    pages = [path for path in sorted(PACKAGE.glob("pages/*.py")) if path.name != "main.py"]
    assert [path.name for path in pages if any(name.startswith("dashboard.pages") for name in imports_of(path))] == []


def test_every_module_of_the_package_is_in_a_known_room_or_at_the_door():
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir() and any(path.glob("*.py"))}
    assert folders == set(ROOMS)


def test_no_module_grows_past_250_lines():
    long = {path.relative_to(ROOT).as_posix() for path in MODULES if len(path.read_text("utf-8").splitlines()) > 250}
    assert long == set()


def test_leaflet_is_located_and_never_imported():
    assert [path.name for path in MODULES if any("js_lib_leaflet" in name for name in imports_of(path))] == []


def test_streamlit_sees_no_pages_folder_beside_its_script():
    assert not (PACKAGE / "pages" / "pages").exists()
    assert not (PACKAGE / "main.py").exists()
