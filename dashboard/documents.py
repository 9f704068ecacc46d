"""The documents that one takes away of the meeting: the carnet, the sheets and signs of the visits."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from dashboard.adapters.outlines import load_outlines
from dashboard.composition import Site
from dashboard.domain.parcours import Parcours
from dashboard.presentation.booklet import Code, make_booklet
from dashboard.presentation.visit_sheets import make_visits, visited_poles

_FRONTEND = Path(__file__).resolve().parent / "frontend"


@cache
def booklet_code() -> Code:
    """The style and the script of the carnet."""
    return Code(*((_FRONTEND / f"carnet.{kind}").read_text(encoding="utf-8") for kind in ("css", "js")))


def booklet(site: Site, parcours: Parcours, *, reference: Path, address: str) -> bytes:
    """The carnet of a site; `address`: where the site is, "" where it is nowhere."""
    return make_booklet(
        site.catalogue,
        site.programme,
        load_outlines(reference),
        booklet_code(),
        parcours=parcours,
        site=address,
    )


def visits(site: Site, poles: Sequence[str], *, address: str) -> bytes:
    """Sheets and signs of these poles; without any, of those that the programme names."""
    chosen = poles or (visited_poles(site.programme) if site.programme else ())
    style = (_FRONTEND / "visites.css").read_text(encoding="utf-8")
    return make_visits(site.catalogue, site.programme, chosen, style=style, site=address)
