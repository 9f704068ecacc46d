"""The carnet’s people, organisations and poles, each with the sessions where they are met."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

import pandas as pd
from markupsafe import Markup

from dashboard.core.fields.text import fold
from dashboard.core.fields.vocabularies import RESEAUX, SECTEURS, STATUTS
from dashboard.features.meeting.directory import Directory
from dashboard.features.meeting.papers.programme import Names, pole_link, star
from dashboard.features.meeting.papers.words import Booklet
from dashboard.features.meeting.programme import Person, Programme
from dashboard.features.meeting.view import session_when
from dashboard.wording.numbers import joined
from dashboard.wording.places import whole_place_of
from dashboard.wording.positions import point_words


def booklet_people(directory: Directory, names: Names) -> Markup:
    """People by last name, then organisations, as markup; `names`: the poles that the carnet lists."""
    speakers = sorted(directory.speakers.values(), key=lambda one: fold(one.parts[0].last_name or one.name))
    people = Markup("").join(_item(directory.programme, one.name, one.parts, names, is_person=True) for one in speakers)
    organisations = Markup("").join(
        _item(directory.programme, one.name, one.parts, names, is_person=False)
        for one in directory.organisations.values()
        if one.parts
    )
    if not people and not organisations:
        return Markup("<p>{}</p>").format(Booklet.NO_PEOPLE)
    return Markup('<ul class="gens">{}</ul><h3>{}</h3><ul class="gens">{}</ul>').format(
        people, Booklet.ORGANISATIONS, organisations
    )


def _item(programme: Programme, name: str, parts: Iterable[Person], names: Names, *, is_person: bool) -> Markup:
    """Name, functions, then each session: « 10 h – 11 h 30, Enjeux…, intervention »."""
    people = list(parts)
    said = dict.fromkeys(person.affiliation for person in people) if is_person else {}
    lines = []
    for person in people:
        session = programme.sessions_by_id[person.session]
        who = (
            person.role_label
            if is_person
            else joined((person.name if person.is_named else "", person.role_label), ", ")
        )
        line = Markup('<li>{} <a href="#s.{}">{}</a>{}</li>')
        lines.append(
            line.format(
                session_when(programme, session),
                session.id,
                session.title,
                f", {who.lower() if is_person else who}" if who else "",
            )
        )
    poles = dict.fromkeys(person.pole for person in people if person.pole)
    links = Markup("").join(pole_link(pole, names) for pole in poles)
    return Markup('<li class="personne"><strong>{}</strong> <span class="qui">{}</span>{}<ul>{}</ul></li>').format(
        name, joined((text for text in said if text), " ; "), links, Markup("").join(lines)
    )


_ITEM = Markup(
    '<li class="fiche {nature}" id="p.{id}"><details><summary><span class="nom">{name}</span> '
    '<span class="lieu">{place}</span></summary>{body}</details>{star}</li>'
)


def pole_place(row: "pd.Series[Any]") -> str:
    """« Romans-sur-Isère, Drôme, Auvergne-Rhône-Alpes », with its doubt where it is not exact."""
    doubt = "" if row["precision"] in ("adresse", "commune") else point_words(row["precision"])
    return joined((whole_place_of(row), doubt), ", ")


def pole_address(site: str, pole_id: str) -> str:
    """Where the site shows a pole; "" where the site's own address is not known."""
    return f"{site}/?pole={quote(pole_id)}" if site else ""


def booklet_pole(pole_id: str, row: "pd.Series[Any]", programme: Programme | None, site: str) -> Markup:
    """The item of the list, as markup."""
    networks = dict.fromkeys((*row["reseaux_membre"], *row["reseaux_cite"]))
    lines = [
        row["description"],
        _labelled(Booklet.BORNE_BY, [row["structure_porteuse"]] if row["structure_porteuse"] != row["nom"] else []),
        _labelled(Booklet.SECTORS, (SECTEURS.label(code) for code in row["secteurs"])),
        _labelled(Booklet.NETWORKS, (RESEAUX.label(code) for code in networks)),
        _labelled(Booklet.STATUS, [STATUTS.label(row["statut"])] if row["statut"] else []),
    ]
    body = [Markup("<p>{}</p>").format(line) for line in lines if line]
    if programme:
        spoken = [
            Markup('<a href="#s.{}">{}</a> ({})').format(
                session.id, session.title, ", ".join(person.name for person in people)
            )
            for session, people in programme.sessions_of_pole(pole_id)
        ]
        body += [Markup("<p>{}{}</p>").format(Booklet.SPEAKS, Markup(", ").join(spoken))] if spoken else []
    links = [
        Markup('<a href="{}">{}</a>').format(address, label)
        for address, label in ((row["site_web"], Booklet.WEBSITE), (pole_address(site, pole_id), Booklet.SHEET))
        if address
    ]
    if row["geometry"] is not None:
        links.append(
            Markup('<a class="vers-carte" href="#carte" data-montre="{}">{}</a>').format(pole_id, Booklet.SHOW_ON_MAP)
        )
    body.append(Markup('<p class="liens">{}</p>').format(Markup(" ").join(links)))
    return _ITEM.format(
        id=pole_id,
        nature="projet" if row["nature"] == "projet" else "pole",
        name=row["nom"],
        place=pole_place(row),
        body=Markup("").join(body),
        star=star("p", pole_id, row["nom"]),
    )


def _labelled(label: str, values: "Any") -> str:
    text = ", ".join(values)
    return f"{label}{text}" if text else ""
