"""Poles and territories in the lists of a sheet: named by a link that works alone, and that our module shortens."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.fields.precision import REMARKS
from dashboard.core.fields.vocabularies import SECTEURS, STATUTS
from dashboard.core.geography.hierarchy import Territory
from dashboard.features.territories.paper.pole_list import typed
from dashboard.features.territories.paper.words import LEVELS, PaperWords
from dashboard.features.territories.rows import Nearby
from dashboard.features.territories.words import Sheet
from dashboard.wording.html import items
from dashboard.wording.numbers import distance, joined
from dashboard.wording.places import PLACE_COLUMNS, place_of
from dashboard.wording.words import PRESUMED_COMMUNE, plural

_CELLS = [
    *("nom", "nature", *PLACE_COLUMNS, "precision", "position_presumee", "secteurs", "statut"),
]
_CLOSED = "ferme"


def row_list(catalogue: Catalogue, rows: Iterable[int], *, labels: Mapping[int, str] | None = None) -> Markup:
    """These rows, each with its mark on the map if `labels` gives it one."""
    return _list(catalogue, [(row, "", (labels or {}).get(row, "")) for row in rows])


def near_list(catalogue: Catalogue, near: Iterable[Nearby], *, labels: Mapping[int, str] | None = None) -> Markup:
    """These rows with their distances."""
    marks = labels or {}
    return _list(catalogue, [(one.row, _distance(one), marks.get(one.row, "")) for one in near])


def _list(catalogue: Catalogue, lines: Sequence[tuple[int, str, str]]) -> Markup:
    ranks = [row for row, _, _ in lines]
    cells = catalogue.rows[_CELLS].iloc[ranks].to_dict("records")
    ids = catalogue.rows.index[ranks]
    return items(
        (
            _entry(str(pole_id), pole, away, label)
            for pole_id, pole, (_, away, label) in zip(ids, cells, lines, strict=True)
        ),
        name="structures",
    )


def _entry(pole_id: str, pole: Mapping[str, Any], away: str, label: str) -> Markup:
    where = joined(
        [
            typed(place_of(pole) or REMARKS["aucune"]),
            PRESUMED_COMMUNE if pole["position_presumee"] else "",
            REMARKS[pole["precision"]] if pole["commune"] == "" else "",
        ],
        ", ",
    )
    tags = [PaperWords.PROJECT] if pole["nature"] == "projet" else []
    tags += [STATUTS.label(_CLOSED).lower()] if pole["statut"] == _CLOSED else []
    return Markup('{}<div><a class="nom" href="./?pole={}">{}</a>{}<p>{}{}</p><p class="secteurs">{}</p></div>').format(
        Markup('<span class="marque {}">{}</span>').format(pole["nature"], label) if label else "",
        quote(pole_id, safe=""),
        " ".join(pole["nom"].split()),
        Markup("").join(Markup(' <span class="nature">{}</span>').format(tag) for tag in tags),
        where,
        Markup(" · <b>{}</b>").format(away) if away else "",
        ", ".join(SECTEURS.label(code) for code in pole["secteurs"][:3]),
    )


def _distance(near: Nearby) -> str:
    if near.km != near.km:
        return ""
    return f"≈ {distance(near.km)}, {Sheet.ROUGH}" if near.is_rough else distance(near.km)


def territory_link(territory: Territory, *, detailed: bool = False) -> Markup:
    """A link to a territory's sheet; `detailed`: with what tells it from its homonyms."""
    name = detailed_name(territory) if detailed else typed(territory.name)
    key = str(territory.key)
    return Markup('<a href="?territoire={}" data-aller="{}">{}</a>').format(quote(key, safe=":"), key, name)


def territory_links(territories: Iterable[Territory]) -> list[Markup]:
    """The links of several territories, by name."""
    return [territory_link(one) for one in sorted(territories, key=lambda one: one.name)]


def detailed_name(territory: Territory) -> str:
    """« Valence (26) » for a commune, « Landes, département »: what tells homonyms of all levels apart."""
    name = typed(territory.name)
    if territory.level in ("commune", "epci"):
        codes = ", ".join(territory.departement_codes) or territory.key.code[:3]
        return f"{name} ({codes})"
    if territory.level == "departement":
        return f"{name} ({territory.key.code})"
    return name


def short_details(territory: Territory) -> str:
    """« Commune · 33 464 habitants »."""
    people = plural(territory.population, "habitant", "habitants") if territory.population else ""
    return joined([LEVELS.get(territory.level, ""), people], " · ")
