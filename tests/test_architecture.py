"""Who may import whom, read in the source: a room imports itself and the floors below it, two features never meet."""

import ast
from pathlib import Path

import pytest

from tests.helpers.paths import ROOT

PACKAGE = ROOT / "dashboard"
MODULES = sorted(PACKAGE.rglob("*.py"))

CORE = {"fields", "files", "geography", "geocoding", "catalogue", "intake", "address"}
FEATURES = {"explore", "crosstabs", "territories", "meeting", "exports"}

FLOORS: tuple[set[str], ...] = (
    {"errors", "config"},
    {"fields"},
    {"files", "web"},
    {"geography"},
    {"catalogue", "geocoding"},
    {"intake"},
    {"address", "frontend"},
    {"wording"},
    {"exports"},
    {"meeting"},
    {"explore", "crosstabs", "territories"},
    {"bundle", "library"},
    {"site"},
    {"pages", "routes", "cli"},
    {"app", "__init__", "__main__"},
)
"""From the ground up. A room knows itself and the floors below; two rooms of one floor do not know each other."""

APART = {"reference"}
"""The scripts that make data/reference/: they use the ground floors, and nothing imports them."""

LIBRARIES = {
    "streamlit": {"pages", "app"},
    "streamlit_folium": {"pages", "app"},
    "starlette": {"web", "routes", "app"},
    "argparse": {"cli", "reference"},
    "requests": {"geocoding/online"},
    "sqlite3": {"geocoding/online", "files/read_gpkg"},
}
"""What a library is allowed in: screens, HTTP, the command line, the network, the cache of answers.

A GeoPackage is a SQLite base, which is read in memory; by GDAL, its views would run.
"""

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
    "pathlib",
    "os",
}
"""What a rule does without: screens, maps, network, disk, clock."""

RULES = (
    "core/fields",
    "core/catalogue",
    "core/address",
    "features/explore/table",
    "features/explore/go_to/destination",
    "features/explore/go_to/finder",
    "features/crosstabs/index",
    "features/exports/rows",
    "features/exports/dictionary",
    "features/exports/datapackage",
    *(
        f"features/meeting/{name}"
        for name in (
            "programme",
            "build",
            "times",
            "clock",
            "ids",
            "directory",
            "overlaps",
            "requests",
            "plan",
            "packing",
        )
    ),
    *(f"features/territories/{name}" for name in ("rows", "sheet", "indicators", "gaps", "similar", "finder")),
)
"""Rooms and modules that are rules: they know no screen, no words, no disk."""

MAY_TOUCH_THE_DISK = {"load", "store", "store_file", "table_files"}
"""In the rooms from the file to the catalogue, the only modules that read or write a file."""


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


def name_of(path: Path) -> str:
    """`core/fields/cells`."""
    return path.relative_to(PACKAGE).with_suffix("").as_posix()


def room_of(parts: tuple[str, ...]) -> str:
    """The room of a module or of an imported name, from its parts below `dashboard`; "" for `dashboard` itself."""
    if parts and parts[0] in {"core", "features"}:
        return parts[1] if len(parts) > 1 else ""
    return parts[0] if parts else ""


def rooms_imported(path: Path) -> set[str]:
    names = (tuple(name.split(".")[1:]) for name in imports_of(path) if name.startswith("dashboard."))
    return {room_of(name) for name in names}


def libraries_of(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imports_of(path)}


def modules_of(*names: str) -> list[Path]:
    """The modules that are one of these names, or lie in one of these folders."""
    return [path for path in MODULES if any(f"{name_of(path)}/".startswith(f"{name}/") for name in names)]


def test_every_room_has_its_floor_and_every_floor_its_rooms():
    rooms = {room_of(path.relative_to(PACKAGE).with_suffix("").parts) for path in MODULES} - {"__init__", ""}
    assert rooms | {"__init__"} == set().union(*FLOORS, APART)
    assert {path.name for path in (PACKAGE / "core").iterdir() if path.is_dir() and any(path.glob("*.py"))} == CORE
    assert {
        path.name for path in (PACKAGE / "features").iterdir() if path.is_dir() and any(path.glob("*.py"))
    } == FEATURES


@pytest.mark.parametrize("floor", range(len(FLOORS)), ids=lambda floor: "-".join(sorted(FLOORS[floor])))
def test_no_arrow_turns_back(floor: int):
    below = set().union(*FLOORS[:floor])
    wrong = {}
    for path in MODULES:
        room = room_of(path.relative_to(PACKAGE).with_suffix("").parts)
        if room in FLOORS[floor] and rooms_imported(path) - below - {room}:
            wrong[name_of(path)] = rooms_imported(path) - below - {room}
    assert wrong == {}


def test_the_reference_scripts_use_the_ground_floors_and_nothing_uses_them():
    below = set().union(*FLOORS[:5], APART)
    inside = [path for path in MODULES if name_of(path).startswith("reference/")]
    assert {name_of(path): rooms_imported(path) - below for path in inside if rooms_imported(path) - below} == {}
    assert [name_of(path) for path in MODULES if path not in inside and "reference" in rooms_imported(path)] == []


def test_a_feature_does_not_know_another_one():
    known = {
        "explore": {"meeting", "exports"},
        "meeting": {"exports"},
        "crosstabs": {"exports"},
        "territories": {"exports"},
    }
    for feature in sorted(FEATURES):
        used = set().union(*map(rooms_imported, modules_of(f"features/{feature}"))) & FEATURES - {feature}
        assert used <= known.get(feature, set()), feature


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_is_used_in_its_rooms_only(library: str):
    allowed = LIBRARIES[library]
    users = {name_of(path) for path in MODULES if library in libraries_of(path)}
    assert users, "the library is gone: take it out of this law"
    assert {
        name
        for name in users
        if not any(room in f"/{name}/".replace("/core/", "/") for room in map("/{}/".format, allowed))
    } == set()


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_knows_no_screen_words_network_disk_or_clock(rule: str):
    modules = modules_of(rule)
    assert modules, "the rule has moved"
    outside = {name_of(path): libraries_of(path) & OUTSIDE_WORLD for path in modules}
    words = {name_of(path): rooms_imported(path) & {"wording", "frontend", "web"} for path in modules}
    assert {name: found for name, found in (*outside.items(), *words.items()) if found} == {}


@pytest.mark.parametrize("room", ["geography", "geocoding", "intake"])
def test_from_file_to_catalogue_only_the_doors_touch_the_disk(room: str):
    wrong = {
        name_of(path): libraries_of(path) & OUTSIDE_WORLD
        for path in modules_of(f"core/{room}")
        if path.stem not in MAY_TOUCH_THE_DISK
        and not name_of(path).startswith("core/geocoding/online/")
        and libraries_of(path) & OUTSIDE_WORLD
    }
    assert wrong == {}


def test_only_the_page_list_imports_pages():
    pages = [path for path in sorted(PACKAGE.glob("pages/*.py")) if path.name != "main.py"]
    helpers = {f"dashboard.pages.{name}" for name in ("state", "components", "text_html", "quality_html", "asks")}
    wrong = {
        path.name: {name for name in imports_of(path) if name.startswith("dashboard.pages.")} - helpers
        for path in pages
        if path.stem not in {"state", "components", "text_html"}
    }
    assert {name: found for name, found in wrong.items() if found} == {}


@pytest.mark.parametrize("path", [path for path in MODULES if path.name == "__init__.py"], ids=name_of)
def test_a_room_says_its_purpose_in_one_sentence_and_holds_no_code(path: Path):
    body = ast.parse(path.read_text("utf-8")).body
    has_a_face = name_of(path) in {"__init__", "core/geocoding/__init__"}
    assert isinstance(body[0], ast.Expr)
    assert has_a_face or len(body) == 1


def test_at_most_eight_modules_stand_at_the_root():
    assert len(list(PACKAGE.glob("*.py"))) <= 8


def test_no_module_grows_past_250_lines():
    long = {path.relative_to(ROOT).as_posix() for path in MODULES if len(path.read_text("utf-8").splitlines()) > 250}
    assert long == set()


def test_no_room_holds_more_than_a_sixth_of_the_code():
    lines: dict[str, int] = {}
    for path in MODULES:
        room = room_of(path.relative_to(PACKAGE).with_suffix("").parts)
        lines[room] = lines.get(room, 0) + len(path.read_text("utf-8").splitlines())
    assert {room for room, count in lines.items() if count > 0.16 * sum(lines.values())} == set()


def test_leaflet_is_located_and_never_imported():
    assert [path.name for path in MODULES if any("js_lib_leaflet" in name for name in imports_of(path))] == []


def test_streamlit_sees_no_pages_folder_beside_its_script():
    assert not (PACKAGE / "pages" / "pages").exists()
    assert not (PACKAGE / "main.py").exists()
