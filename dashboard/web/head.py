"""What the head of a document says to search engines, messengers and phones, and the page of an unknown address."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

ICON = "icone.svg"
MANIFEST = "manifest.webmanifest"
_TITLE = re.compile(r"<title>[^<]*</title>")


@dataclass(frozen=True)
class Head:
    """A page's title, complete, and its description in one sentence."""

    title: str
    description: str


@dataclass(frozen=True)
class Unknown:
    """What is said at an address that leads nowhere: a title, a sentence, and where one may go (path, name)."""

    title: str
    sentence: str
    ways_out: Sequence[tuple[str, str]]

    def to_html(self, site: str, style: str, base_path: str) -> str:
        """A whole document, without any script."""
        links = "".join(
            f'<li><a href="{escape(f"{base_path}/{path}")}">{escape(name)}</a></li>' for path, name in self.ways_out
        )
        return (
            f'<!doctype html><html lang="fr" data-nom="{escape(site)}"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f'<meta name="robots" content="noindex"><title>{escape(self.title)}</title>'
            f'<link rel="icon" href="{base_path}/{ICON}"><link rel="stylesheet" href="{escape(style)}"></head>'
            f'<body class="introuvable"><main class="texte"><h1>{escape(self.title)}</h1>'
            f"<p>{escape(self.sentence)}</p><ul>{links}</ul></main></body></html>"
        )


def described(html: str, head: Head, *, address: str, base_path: str) -> str:
    """Streamlit's document with what others show of the page; `address`: the page's public one."""
    said = {
        "og:type": "website",
        "og:locale": "fr_FR",
        "og:title": head.title,
        "og:description": head.description,
        "og:url": address,
    }
    metas = "".join(f'<meta property="{name}" content="{escape(text)}">' for name, text in said.items())
    html = html.replace('<link rel="shortcut icon" href="./favicon.png" />', "", 1)
    return _TITLE.sub(
        lambda _: (
            f"<title>{escape(head.title)}</title>"
            f'<meta name="description" content="{escape(head.description)}">{metas}'
            f'<link rel="canonical" href="{escape(address)}"><link rel="icon" href="{base_path}/{ICON}">'
            f'<link rel="manifest" href="{base_path}/{MANIFEST}">'
        ),
        html,
        count=1,
    )


def robots(site: str) -> str:
    """`/robots.txt`: everything may be read, but the addresses that only scripts ask; `site`: its public address."""
    return f"User-agent: *\nDisallow: /_stcore/\nDisallow: /component/\nAllow: /\n\nSitemap: {site}/sitemap.xml\n"


def sitemap(site: str, paths: Sequence[str]) -> str:
    """`/sitemap.xml`: the pages."""
    urls = "".join(f"<url><loc>{escape(f'{site}/{path}')}</loc></url>" for path in paths)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>\n'


def manifest(head: Head, name: str, base_path: str) -> Mapping[str, object]:
    """What a phone needs to put the site among its applications."""
    return {
        "name": head.title,
        "short_name": name,
        "description": head.description,
        "lang": "fr",
        "start_url": f"{base_path}/",
        "scope": f"{base_path}/",
        "display": "minimal-ui",
        "theme_color": "#0f4c5c",
        "background_color": "#ffffff",
        "icons": [{"src": f"{base_path}/{ICON}", "sizes": "any", "type": "image/svg+xml", "purpose": "any maskable"}],
    }
