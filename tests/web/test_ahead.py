"""What a browser is told to fetch before the page's scripts ask for it."""

from dashboard.bundle import map_page_files
from dashboard.web.ahead import component_files, fetched_ahead, with_imports
from dashboard.web.packaged import MAP_COMPONENT, first_page_files, package_folder, streamlit_files

MODULES = {
    "a.js": b'import { b } from "./b.js";\nimport "./c.js";\n',
    "b.js": b'export { c } from "./c.js";',
    "c.js": b'import("./d.js"); import x from"./a.js"',
    "d.js": b"",
}


def test_the_imports_of_a_module_are_followed_and_named_once():
    assert with_imports(["a.js"], MODULES.__getitem__) == ["a.js", "b.js", "c.js"]
    assert with_imports(["d.js", "b.js", "d.js"], MODULES.__getitem__) == ["d.js", "b.js", "c.js", "a.js"]


def test_what_shows_a_component_is_known_beyond_what_the_page_names():
    files = streamlit_files()
    index = (package_folder("streamlit") / "static" / "index.html").read_text(encoding="utf-8")
    found = component_files(files, index)
    assert set(found) <= set(files)
    assert not set(found) & set(first_page_files(index, files))
    assert {address.rsplit("/", 1)[1].split(".")[0] for address in found} >= {"ComponentInstance", "BidiComponent"}
    assert any(address.startswith(MAP_COMPONENT) for address in found)


def test_a_site_without_programme_names_none_of_its_files():
    modules = ("carte.js", "demandes.js", "parties.js", "resume.js", "filtres.js", "liste.js", "panneau.js")
    files = dict.fromkeys((*modules, "points.json"), b"")
    assert map_page_files(files) == [*modules, "points.json"]


def test_the_order_to_fetch_is_text_in_the_head():
    html = fetched_ahead("<head></head><body></head></body>", ['/a"><script>.js'])
    assert html == ('<head><link rel="prefetch" href="/a&quot;&gt;&lt;script&gt;.js"></head><body></head></body>')
    assert fetched_ahead("<head></head>", []) == "<head></head>"
