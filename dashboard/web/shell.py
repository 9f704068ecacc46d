"""The HTTP middleware around Streamlit, outermost first: packaged files, headers, hidden addresses, documents."""

from collections.abc import Callable, Iterable, Sequence

from starlette.middleware import Middleware

from dashboard.web.ahead import component_files
from dashboard.web.body import Body
from dashboard.web.headers import FILE_POLICY, SECURITY_HEADERS, Hidden, SecurityHeaders
from dashboard.web.packaged import PackagedFiles, first_page_files, package_folder, streamlit_files
from dashboard.web.streamlit_html import Documents, Policy, Wording

METRICS = "_stcore/metrics"


def shell_middleware(
    *,
    page: Wording,
    component: Wording,
    policy: Policy,
    words: Iterable[tuple[str, str]] = (),
    style: str = "",
    script: str = "",
    published: Callable[[str], Body | None] = lambda _: None,
    ahead: Callable[[str], Sequence[str]] = lambda _: (),
    base_path: str = "",
) -> list[Middleware]:
    """What `st.App(middleware=…)` takes.

    `words`: what Streamlit's script says, and what to say instead. `style`, `script`: addresses of the page's style
    sheet and module. `base_path`: "" or "/folder", where the server is told to live.
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
        Middleware(Hidden, paths=[f"{base_path}/{METRICS}"]),
        Middleware(
            Documents,
            page=page,
            component=component,
            policy=policy,
            style=style,
            script=script,
            ahead=lambda path: [*frame, *own] if (own := ahead(path)) else [],
            base_path=base_path,
        ),
    ]
