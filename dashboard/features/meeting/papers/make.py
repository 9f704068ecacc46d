"""The documents that one takes away of the meeting: the carnet, the sheets and signs of the visits."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from dashboard.core.address.parcours import Parcours
from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.geography.load import load_outlines
from dashboard.features.meeting.papers.booklet import Code, make_booklet
from dashboard.features.meeting.papers.visits import make_visits, visited_poles
from dashboard.features.meeting.programme import Programme
from dashboard.frontend.browser import read_constant, read_source


@cache
def booklet_code() -> Code:
    """The style and the script of the carnet."""
    return Code(read_source("carnet.css"), read_constant("donnees.js", "fold") + read_source("carnet.js"))


def booklet(
    catalogue: Catalogue, programme: Programme | None, parcours: Parcours, *, reference: Path, address: str
) -> bytes:
    """The carnet of a site; `address`: where the site is, "" where it is nowhere."""
    return make_booklet(
        catalogue,
        programme,
        load_outlines(reference),
        booklet_code(),
        parcours=parcours,
        site=address,
    )


def visits(catalogue: Catalogue, programme: Programme | None, poles: Sequence[str], *, address: str) -> bytes:
    """Sheets and signs of these poles; without any, of those that the programme names."""
    chosen = poles or (visited_poles(programme) if programme else ())
    style = read_source("visites.css")
    return make_visits(catalogue, programme, chosen, style=style, site=address)
