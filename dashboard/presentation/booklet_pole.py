"""One pole of the carnet: its name and place, then what it does, folded away until it is asked for."""

from typing import Any
from urllib.parse import quote

import pandas as pd
from markupsafe import Markup

from dashboard.domain.programme import Programme
from dashboard.domain.vocabularies import RESEAUX, SECTEURS, STATUTS
from dashboard.presentation.booklet_programme import star
from dashboard.presentation.booklet_strings import Booklet
from dashboard.presentation.formatting import joined
from dashboard.presentation.strings import NOT_GIVEN, PRECISIONS

_ITEM = Markup(
    '<li class="fiche {nature}" id="p.{id}"><details><summary><span class="nom">{name}</span> '
    '<span class="lieu">{place}</span></summary>{body}</details>{star}</li>'
)


def pole_place(row: "pd.Series[Any]") -> str:
    """« Romans-sur-Isère, Drôme, Auvergne-Rhône-Alpes », with its doubt where it is not exact."""
    names = dict.fromkeys((row["commune"] or row["territoire"], row["departement"], row["region"]))
    doubt = "" if row["precision"] in ("adresse", "commune") else PRECISIONS[row["precision"]]
    return joined((joined((name for name in names if name), ", ") or NOT_GIVEN, doubt), ", ")


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
