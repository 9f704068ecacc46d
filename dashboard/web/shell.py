"""The middleware around Streamlit, outermost first."""

from collections.abc import Callable, Iterable
from pathlib import Path

from starlette.middleware import Middleware

from dashboard.web.body import Body
from dashboard.web.documents import Documents, Policy, Wording
from dashboard.web.headers import FILE_POLICY, SECURITY_HEADERS, Hidden, SecurityHeaders
from dashboard.web.packaged import PackagedFiles, first_page_files, package_folder, streamlit_files

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
    base_path: str = "",
) -> list[Middleware]:
    """What `st.App(middleware=…)` takes.

    `words`: what Streamlit's script says, and what to say instead. `style`, `script`: addresses of the page's style
    sheet and module. `base_path`: "" or "/folder", where the server is told to live.
    `published` finds our own files by their address, at once.
    """
    files = streamlit_files()
    return [
        Middleware(
            PackagedFiles,
            files=files,
            warm=_warm(files),
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
            base_path=base_path,
        ),
    ]


def _warm(files: dict[str, Path]) -> list[str]:
    """What every visitor loads: the files that the page names, and the map component's."""
    index = (package_folder("streamlit") / "static" / "index.html").read_text(encoding="utf-8")
    return [*first_page_files(index, files), *(name for name in files if name.startswith("component/"))]
