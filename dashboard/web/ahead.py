"""The files that the map's page will ask for, told to the browser at once: fetched while Streamlit's scripts start."""

import re
from collections.abc import Callable, Iterable, Mapping
from html import escape
from pathlib import Path

from dashboard.web.packaged import MAP_COMPONENT, first_page_files

_IMPORTED = re.compile(rb'(?:from|import)\s*"\./([\w.-]+\.js)"')
_SHOWING_COMPONENTS = ("ComponentInstance", "BidiComponent")
"""The modules of Streamlit's bundle that show the two kinds of components."""


def with_imports(modules: Iterable[str], read: Callable[[str], bytes]) -> list[str]:
    """These modules and all that they import from beside them, each once; `read` gives a module by its name."""
    found = list(dict.fromkeys(modules))
    for name in found:
        found += [other for other in map(bytes.decode, _IMPORTED.findall(read(name))) if other not in found]
    return found


def component_files(files: Mapping[str, Path], index_html: str) -> list[str]:
    """Of the packaged files, by their address: what shows the map and our parts, without what the page names itself."""
    scripts = {address.rsplit("/", 1)[1]: address for address in files if address.startswith("static/js/")}
    roots = [name for name in scripts if name.split(".")[0] in _SHOWING_COMPONENTS]
    named = set(first_page_files(index_html, files))
    modules = [scripts[name] for name in with_imports(roots, lambda name: files[scripts[name]].read_bytes())]
    frame = [address for address in files if address.startswith(MAP_COMPONENT) and address.endswith(".js")]
    return [*(address for address in modules if address not in named), *frame]


def fetched_ahead(html: str, addresses: Iterable[str]) -> str:
    """The document with the order to fetch these when nothing else is to be fetched."""
    links = "".join(f'<link rel="prefetch" href="{escape(address)}">' for address in addresses)
    return html.replace("</head>", f"{links}</head>", 1)
