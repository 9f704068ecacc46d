"""The HTTP middleware around Streamlit, outermost first: packaged files, headers, refusals, documents."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from starlette.middleware import Middleware

from dashboard.web.ahead import component_files
from dashboard.web.body import Body
from dashboard.web.edge import Edge
from dashboard.web.head import Head, Unknown
from dashboard.web.headers import FILE_POLICY, SECURITY_HEADERS, SecurityHeaders
from dashboard.web.packaged import PackagedFiles, first_page_files, map_frame, package_folder, streamlit_files
from dashboard.web.policy import Policy
from dashboard.web.streamlit_html import Documents, Wording


def shell_middleware(
    *,
    page: Wording,
    component: Wording,
    policy: Policy,
    words: Iterable[tuple[str, str]] = (),
    style: str = "",
    scripts: Sequence[str] = (),
    published: Callable[[str], Body | None] = lambda _: None,
    ahead: Callable[[str], Sequence[str]] = lambda _: (),
    heads: Mapping[str, Head] = MappingProxyType({}),
    unknown: Unknown | None = None,
    address: str = "",
    base_path: str = "",
) -> list[Middleware]:
    """What `st.App(middleware=…)` takes.

    `words`: what Streamlit's script says, and what to say instead. `style`, `scripts`: addresses of the page's style
    sheet and modules. `heads`, `unknown`: see `Documents`. `address`: the site's public address. `base_path`: "" or
    "/folder", where the server lives.
    `published` finds our own files by their address, at once. `ahead`: the addresses of our own files that the page at
    a path will ask for, none where it shows no map.
    """
    files = streamlit_files()
    index = (package_folder("streamlit") / "static" / "index.html").read_text(encoding="utf-8")
    components = component_files(files, index)
    frame = [f"{base_path}/{address}" for address in components]
    return [
        Middleware(
            PackagedFiles,
            files=files,
            warm=[*first_page_files(index, files), *components],
            words=words,
            published=published,
            headers={**SECURITY_HEADERS, "Content-Security-Policy": FILE_POLICY},
            base_path=base_path,
        ),
        Middleware(SecurityHeaders),
        Middleware(Edge, address=address, base_path=base_path),
        Middleware(
            Documents,
            page=page,
            component=component,
            policy=policy,
            style=style,
            scripts=scripts,
            heads=heads,
            frame=map_frame(),
            unknown=unknown,
            address=address,
            ahead=lambda path: [*frame, *own] if (own := ahead(path)) else [],
            base_path=base_path,
        ),
    ]
