"""The « carnet »: the meeting, its people, the poles and their map in one file that asks nothing of anyone."""

import json
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any

import pandas as pd
from markupsafe import Markup

from dashboard.core.address.parcours import Parcours, to_text
from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.fields.text import fold
from dashboard.core.geography.outlines import Outlines
from dashboard.features.meeting.directory import Directory
from dashboard.features.meeting.ids import meeting_id
from dashboard.features.meeting.papers.map import Spot, booklet_map
from dashboard.features.meeting.papers.people import booklet_people, booklet_pole
from dashboard.features.meeting.papers.programme import booklet_programme
from dashboard.features.meeting.papers.words import Booklet
from dashboard.features.meeting.programme import Programme
from dashboard.features.meeting.view import event_hours, with_city
from dashboard.frontend.browser import read_constant, read_source
from dashboard.wording.numbers import day_fr, joined

MOST_POLES = 350
"""So many poles keep the file under 500 kB; of a larger catalogue, those of the meeting come first."""

_PAGE = Markup(
    '<!doctype html><html lang="fr"><head><meta charset="utf-8">'
    '<meta http-equiv="Content-Security-Policy" content="{policy}">'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">'
    '<link rel="icon" href="data:,"><title>{title}</title><style>{style}</style></head>'
    '<body data-cle="{key}" data-parcours="{parcours}" data-site="{site}" data-phrases="{phrases}">'
    '<a class="saut" href="#contenu">{skip}</a><header class="tete"><p class="marque">{mark}</p><h1>{title}</h1>'
    "{head}</header>"
    '<div class="barre">{search}<nav aria-label="{parts}"><ul>{nav}</ul></nav></div><main id="contenu" tabindex="-1">'
    '<p id="sans-script">{no_script}</p>{body}</main>'
    "<footer>{footer}</footer><script>{script}</script></body></html>"
)
_SECTION = Markup(
    '<section id="{id}" aria-labelledby="titre-{id}"><h2 id="titre-{id}" tabindex="-1">{title}</h2>{body}</section>'
)


@dataclass(frozen=True)
class Code:
    """Our own style sheet and script, written into the file."""

    style: str
    script: str

    @property
    def policy(self) -> str:
        """What the file may do: show itself, run this very script, and nothing else."""
        return (
            f"default-src 'none'; script-src '{_hash(self.script)}'; style-src '{_hash(self.style)}'; img-src data:; "
            "base-uri 'none'; form-action 'none'"
        )


@cache
def booklet_code() -> Code:
    """The style and the script of the carnet."""
    return Code(read_source("carnet.css"), read_constant("donnees.js", "fold") + read_source("carnet.js"))


def make_booklet(
    catalogue: Catalogue,
    programme: Programme | None,
    outlines: Outlines,
    code: Code,
    *,
    parcours: Parcours,
    site: str,
) -> bytes:
    """The file, the same bytes for the same content; `parcours` is what is starred when it is first opened.

    `site`: the address of the site for the links to it, "" for none.
    """
    rows = _kept(catalogue.rows, programme, parcours)
    names = {str(pole_id): str(name) for pole_id, name in rows["nom"].items()}
    title = programme.event.title if programme and programme.event else Booklet.WITHOUT_MEETING
    sections = [
        (
            "programme",
            Booklet.PROGRAMME,
            booklet_programme(programme, names) if programme else _paragraph(Booklet.NO_PROGRAMME),
        ),
        ("parcours", Booklet.PARCOURS, _own(site)),
        ("carte", Booklet.MAP, _map(rows, outlines)),
        ("poles", Booklet.POLES, _poles(rows, programme, site, len(catalogue.rows) - len(rows))),
        ("personnes", Booklet.PEOPLE, booklet_people(Directory(programme), names) if programme else Markup("")),
    ]
    links = [Markup('<li><a href="#{}">{}</a></li>').format(name, label) for name, label, _ in sections]
    page = _PAGE.format(
        policy=code.policy,
        title=title,
        style=Markup(code.style),
        script=Markup(code.script),
        key=f"carnet/{meeting_id(programme) if programme else ''}/{to_text(parcours)}",
        parcours=to_text(parcours),
        site=site,
        phrases=json.dumps(Booklet.PHRASES, ensure_ascii=False),
        skip=Booklet.SKIP,
        mark=Booklet.TITLE,
        head=_head(programme),
        parts=Booklet.PARTS,
        nav=Markup("").join(links),
        search=_search(),
        no_script=Booklet.NO_SCRIPT,
        body=Markup("").join(_SECTION.format(id=name, title=label, body=body) for name, label, body in sections),
        footer=_footer(catalogue, programme),
    )
    return page.encode()


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _kept(rows: pd.DataFrame, programme: Programme | None, parcours: Parcours) -> pd.DataFrame:
    """The rows that the file lists, by name: all of them where they are few enough."""
    by_name = sorted(rows.index, key=lambda pole_id: (fold(str(rows.at[pole_id, "nom"])), pole_id))
    if len(by_name) > MOST_POLES:
        spoken = [person.pole for person in programme.people if person.pole] if programme else []
        first = [pole for pole in dict.fromkeys((*parcours.poles, *spoken)) if pole in rows.index][:MOST_POLES]
        rest = [pole_id for pole_id in by_name if pole_id not in set(first)]
        kept = {*first, *rest[: MOST_POLES - len(first)]}
        by_name = [pole_id for pole_id in by_name if pole_id in kept]
    return rows.loc[by_name]


def _head(programme: Programme | None) -> Markup:
    event = programme.event if programme else None
    if programme is None or event is None:
        return Markup("")
    texts = (event_hours(programme), with_city(event.place, event.city))
    return Markup("").join(_paragraph(text) for text in texts if text)


def _search() -> Markup:
    return Markup(
        '<div class="recherche" role="search"><label for="q">{}</label><div><input id="q" type="search" '
        'autocomplete="off" spellcheck="false"><button type="button" id="effacer" hidden>{}</button></div>'
        '<p id="trouve" role="status"></p></div>'
    ).format(Booklet.SEARCH, Booklet.CLEAR)


def _own(site: str) -> Markup:
    """The visitor's own choice, which the script fills."""
    online = Markup('<p><a id="en-ligne" href="{}/programme">{}</a></p>').format(site, Booklet.ONLINE) if site else ""
    return Markup(
        '<p id="sans-etoile">{}</p><div id="avis" role="status"></div>'
        '<div id="choix-s" hidden><h3>{}</h3><ol></ol></div><div id="choix-p" hidden><h3>{}</h3><ol></ol></div>{}'
        '<p><button type="button" id="imprimer">{}</button></p>'
    ).format(Booklet.NO_STAR, Booklet.TO_ATTEND, Booklet.TO_MEET, online, Booklet.PRINT)


def _map(rows: pd.DataFrame, outlines: Outlines) -> Markup:
    points = rows.geometry
    spots = [
        Spot(str(pole_id), row["nom"], row["nature"], points[pole_id].x, points[pole_id].y)
        for pole_id, row in rows.iterrows()
        if points[pole_id] is not None
    ]
    legend = Markup("").join(
        Markup('<li><span class="cle {}" aria-hidden="true">{}</span> {}</li>').format(kind, sign, label)
        for kind, sign, label in (
            ("pole", "●", Booklet.LEGEND_POLE),
            ("projet", "◆", Booklet.LEGEND_PROJECT),
            ("choisi", "★", Booklet.LEGEND_CHOSEN),
        )
    )
    return Markup(
        '<p class="aide">{}</p><div id="france">{}</div><p id="ici" role="status"></p><ul class="legende">{}</ul>'
    ).format(Booklet.MAP_HELP, booklet_map(outlines, spots), legend)


def _poles(rows: pd.DataFrame, programme: Programme | None, site: str, left_out: int) -> Markup:
    items = Markup("").join(booklet_pole(str(pole_id), row, programme, site) for pole_id, row in rows.iterrows())
    count = _paragraph(Booklet.count(len(rows)))
    more = _paragraph(Booklet.left_out(left_out)) if left_out else ""
    return Markup('{}{}<ul class="poles">{}</ul>').format(count, more, items)


def _footer(catalogue: Catalogue, programme: Programme | None) -> Markup:
    names = ", ".join(joined((source.name, source.date), " ") for source in catalogue.sources)
    licences = ", ".join(dict.fromkeys(source.licence for source in catalogue.sources if source.licence))
    revised = programme.event.updated if programme and programme.event else None
    lines: Iterable[Any] = (
        Booklet.CLOSED,
        joined((f"{Booklet.MADE_OF} {names}", licences), ". "),
        f"{Booklet.LAST_REVISED} {day_fr(revised).split(' ', 1)[1]}" if revised else "",
    )
    return Markup("").join(_paragraph(line) for line in lines if line)


def _paragraph(text: str) -> Markup:
    return Markup("<p>{}</p>").format(text)
