"""For the express visits: a sheet per pole with three figures, and a sign per stand, as one document to print."""

import re
from collections.abc import Sequence
from itertools import starmap
from typing import Any, NamedTuple

import pandas as pd
from markupsafe import Markup

from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.fields.vocabularies import SECTEURS
from dashboard.features.meeting.papers.people import pole_address, pole_place
from dashboard.features.meeting.papers.words import Visit
from dashboard.features.meeting.programme import Person, Programme, Session
from dashboard.features.meeting.view import session_when
from dashboard.wording.numbers import day_fr, hours_fr, joined
from dashboard.wording.qr import qr_image
from dashboard.wording.words import number

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
MOST = 300
"""So many poles make 600 pages: more is not asked for on purpose."""

_PAGE = Markup(
    '<!doctype html><html lang="fr"><head><meta charset="utf-8">'
    '<meta http-equiv="Content-Security-Policy" content="{policy}">'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">'
    '<title>{title}</title><style>{style}</style></head><body><header class="ecran"><h1>{title}</h1>'
    "<p>{help}</p></header><main>{body}</main></body></html>"
)
_SHEET = Markup(
    '<article class="fiche"><p class="bandeau"><span>{kind}</span><span>{meeting}</span></p>'
    '<h2>{name}</h2><p class="lieu">{place}</p><p class="quoi">{description}</p>'
    '<dl class="chiffres">{figures}</dl><h3>{who}</h3>{people}{activities}'
    '<h3>{notes}</h3><div class="lignes" aria-hidden="true"></div>{scan}</article>'
)
_SIGN = Markup(
    '<article class="panneau">{stand}<h2>{name}</h2><p class="lieu">{place}</p><p class="quoi">{description}</p>{scan}'
    "</article>"
)


def visited_poles(programme: Programme) -> tuple[str, ...]:
    """The poles that someone represents at the meeting: those with a stand first, in its order, then by the day."""
    stands = {person.pole: person.stand for person in programme.people if person.pole and person.stand}
    by_stand = sorted(stands, key=lambda pole: (len(stands[pole] or ""), stands[pole] or ""))
    return tuple(dict.fromkeys((*by_stand, *(person.pole for person in programme.people if person.pole))))


def make_visits(
    catalogue: Catalogue, programme: Programme | None, pole_ids: Sequence[str], *, style: str, site: str
) -> bytes:
    """The document for these poles, those that exist, at most 300; without the site's address there is no QR code."""
    rows = catalogue.rows
    known = [pole_id for pole_id in dict.fromkeys(pole_ids) if pole_id in rows.index][:MOST]
    body = Markup("").join(_both(pole_id, rows, programme, site) for pole_id in known)
    return _PAGE.format(
        policy=POLICY,
        title=Visit.TITLE,
        style=Markup(style),
        help=Visit.HELP if known else Visit.NONE,
        body=body,
    ).encode()


def _both(pole_id: str, rows: pd.DataFrame, programme: Programme | None, site: str) -> Markup:
    row = rows.loc[pole_id]
    people = programme.sessions_of_pole(pole_id) if programme else ()
    stands = dict.fromkeys(person.stand for _, members in people for person in members if person.stand)
    sheet = _SHEET.format(
        kind=Visit.SHEET,
        meeting=_meeting(programme),
        name=row["nom"],
        place=pole_place(row),
        description=row["description"],
        figures=Markup("").join(
            Markup("<div><dt>{}</dt><dd><strong>{}</strong> <span>{}</span></dd></div>").format(
                figure.label, figure.value, figure.note
            )
            for figure in three_figures(row, rows)
        ),
        who=Visit.WHO,
        people=_people(programme, people),
        activities=_activities(row),
        notes=Visit.NOTES,
        scan=_scan(site, pole_id, Visit.SCAN),
    )
    signs = Markup("").join(_sign(pole_id, row, stand, site) for stand in (stands or (None,)))
    return sheet + signs


def _sign(pole_id: str, row: "pd.Series[Any]", stand: str | None, site: str) -> Markup:
    return _SIGN.format(
        stand=Markup('<p class="stand">{}</p>').format(Visit.stand(stand)) if stand else "",
        name=row["nom"],
        place=joined((row["commune"] or row["territoire"], row["departement"]), ", "),
        description=row["description"],
        scan=_scan(site, pole_id, Visit.SIGN_SCAN),
    )


def _people(programme: Programme | None, found: Sequence[tuple[Session, Sequence[Person]]]) -> Markup:
    lines = [
        Markup('<li><strong>{}</strong> <span>{}</span> <span class="seance">{}</span></li>').format(
            person.name,
            person.affiliation,
            joined((session_when(programme, session), session.title, _met(person)), ", "),
        )
        for session, people in found
        for person in people
        if programme
    ]
    if not lines:
        return Markup("<p>{}</p>").format(Visit.NOBODY)
    return Markup('<ul class="gens">{}</ul>').format(Markup("").join(lines))


def _met(person: Person) -> str:
    """The stand and the slots where someone is met, « Stand 4, 12 h 45 – 13 h »."""
    slots = starmap(hours_fr, person.slots)
    return joined((Visit.stand(person.stand) if person.stand else "", *slots), ", ")


def _activities(row: "pd.Series[Any]") -> Markup:
    if not row["secteurs"]:
        return Markup("")
    return Markup("<h3>{}</h3><p>{}</p>").format(
        Visit.ACTIVITIES, ", ".join(SECTEURS.label(code) for code in row["secteurs"])
    )


def _scan(site: str, pole_id: str, words: str) -> Markup:
    address = pole_address(site, pole_id)
    code = qr_image(address) if address else None
    if code is None:
        return Markup("")
    return Markup(
        '<div class="scan"><div class="qr" role="img" aria-label="{}">{}</div><p>{}<br><span>{}</span></p></div>'
    ).format(words, Markup(code), words, address.split("://", 1)[-1])


def _meeting(programme: Programme | None) -> str:
    event = programme.event if programme else None
    if event is None:
        return ""
    return joined((event.title, day_fr(event.date) if event.date else ""), ", ")


_COUNT = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+"
_COUNTED = re.compile(
    rf"(?:(?:environ|plus de|près de|quelque|au moins|collectif de plus de)\s+)?((?:{_COUNT})(?:\s+à\s+(?:{_COUNT}))?)"
    r"(?=\s*(?:\(|$)|\s+[^\W\d_])(?!\s*(?:%|M€|k€|€))",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:18|19|20)\d{2}")


class Figure(NamedTuple):
    """A number as it is printed, what it is, and the words of the row that it comes from."""

    value: str
    label: str
    note: str


def three_figures(row: "pd.Series[Any]", rows: pd.DataFrame) -> tuple[Figure, ...]:
    """Three figures of a row of the catalogue `rows`: jobs, members, year of creation, then how many are alike.

    A number comes with the whole cell that it is taken from: « 40 », « 40 salariés permanents et 340 intermittents ».
    """
    found = [_counted(row["emplois"], Visit.JOBS), _counted(row["structures_membres"], Visit.MEMBERS)]
    if not pd.isna(row["annee_creation"]):
        found.append(Figure(str(int(row["annee_creation"])), Visit.CREATED, ""))
    sector = row["secteurs"][0] if row["secteurs"] else ""
    alike = (
        (row["region"], rows["region"] == row["region"], Visit.IN_REGION, Visit.counted_in(row["region"])),
        (
            sector,
            [sector in sectors for sectors in rows["secteurs"]],
            Visit.IN_SECTOR,
            Visit.counted_in_sector(SECTEURS.label(sector) if sector else ""),
        ),
        (
            row["departement"],
            rows["departement"] == row["departement"],
            Visit.IN_DEPARTEMENT,
            Visit.counted_in(row["departement"]),
        ),
        (True, rows["nature"] == row["nature"], Visit.IN_ALL, Visit.NATURES[row["nature"]]),
        (True, [True] * len(rows), Visit.IN_ALL, Visit.COUNTED_IN_ALL),
    )
    found += [Figure(number(int(sum(same))), label, note) for said, same, label, note in alike if said]
    return tuple(figure for figure in found if figure is not None)[:3]


def _counted(text: str, label: str) -> Figure | None:
    """The number that a cell counts something with, the latest where it dates several; not one inside a name."""
    counts = []
    for part in re.split(r"\s*;\s*", text):
        if counted := _COUNTED.match(part):
            counts.append((max(_YEAR.findall(part[counted.end() :]), default=""), counted[1]))
    if not counts:
        return None
    value = max(counts, key=lambda count: count[0])[1] if counts[0][0] else counts[0][1]
    return Figure(value, label, text)
