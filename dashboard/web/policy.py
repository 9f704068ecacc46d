"""Who may do what in our documents: their content security policies."""

import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

PLAIN_HOST = re.compile(r"[A-Za-z0-9.\-]+(?::\d+)?|\[[0-9A-Fa-f:]+\](?::\d+)?")
UNKNOWN_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-ancestors 'none'"
"""Of the page of an unknown address, which has no script."""
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


@dataclass(frozen=True)
class Policy:
    """Who may do what: sites that may frame ours, hosts of map tiles that the visitor may switch on."""

    frame_ancestors: str = "'self'"
    tile_hosts: tuple[str, ...] = ()

    def for_page(self, html: str, *, host: str) -> str:
        """Policy of Streamlit's page: no eval; its inline scripts by their hash.

        `blob:` is how Streamlit itself starts a component's module. `host` is named with ws: and wss: because not every
        browser counts them as 'self'.
        """
        hashes = [
            f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
            for script in _INLINE_SCRIPT.findall(html)
        ]
        sockets = [f"ws://{host}", f"wss://{host}"] if PLAIN_HOST.fullmatch(host) else []
        return self._text(
            {
                "script-src": ["'self'", "blob:", *hashes],
                "worker-src": ["'self'", "blob:"],
                "img-src": ["'self'", "data:", "blob:"],
                "connect-src": ["'self'", *sockets],
                "frame-ancestors": [self.frame_ancestors],
            }
        )

    def for_component(self) -> str:
        """Policy of a component's frame: streamlit-folium evaluates its map's script, so eval is allowed there only.

        The frame's ancestors are our page, and whoever frames our page.
        """
        ancestors = [self.frame_ancestors] if "'self'" in self.frame_ancestors else ["'self'", self.frame_ancestors]
        return self._text(
            {
                "script-src": ["'self'", "'unsafe-eval'", "'unsafe-inline'"],
                "img-src": ["'self'", "data:", "blob:", *self.tile_hosts],
                "connect-src": ["'self'"],
                "frame-ancestors": [source for source in ancestors if source != "'none'"],
            }
        )

    def _text(self, directives: Mapping[str, list[str]]) -> str:
        common = {
            "default-src": ["'self'"],
            "style-src": ["'self'", "'unsafe-inline'"],
            "font-src": ["'self'", "data:"],
            "object-src": ["'none'"],
            "base-uri": ["'self'"],
            "form-action": ["'self'"],
        }
        return "; ".join(f"{name} {' '.join(sources)}" for name, sources in {**common, **directives}.items())
