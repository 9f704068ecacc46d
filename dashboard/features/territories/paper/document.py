"""What the paper of a territory says, as plain text and two vector maps: the PDF and the HTML are made of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.catalogue.dimensions import FACETS_BY_KEY
from dashboard.core.fields.vocabularies import SECTEURS
from dashboard.core.geography.outlines import Outlines
from dashboard.features.territories.indicators import Indicator
from dashboard.features.territories.map import Town
from dashboard.features.territories.paper.pole_list import LISTED, listed_rows, paper_list, typed
from dashboard.features.territories.paper.words import LEVELS, PaperWords
from dashboard.features.territories.sheet import TerritoryIndex, TerritorySheet
from dashboard.features.territories.small_maps import NUMBERED, drawn_map, locator_map
from dashboard.wording.numbers import date_fr, decimal, joined
from dashboard.wording.qr import qr_image
from dashboard.wording.words import number

Document = dict[str, Any]


@dataclass(frozen=True)
class Paper:
    """What is true of a sheet beside its territory: the page's address ("" for none) and the day it is made."""

    link: str
    on: date


def territory_document(
    sheet: TerritorySheet,
    index: TerritoryIndex,
    outlines: Outlines,
    towns: Sequence[Town],
    paper: Paper,
    *,
    longest: int = LISTED,
) -> Document:
    """The document, ready for JSON; the same values give the same document.

    `towns` go from the largest; no more than the `longest` list of rows inside is given.
    """
    catalogue = index.catalogue
    territory = sheet.territory
    listed = listed_rows(sheet, longest)
    map_svg = drawn_map(sheet, catalogue, outlines, towns, {row: label for row, label, _ in listed})
    located = territory.lon == territory.lon
    return {
        "bandeau": PaperWords.BAND,
        "genre": PaperWords.KIND,
        "titre": typed(territory.name),
        "niveau": LEVELS[territory.level],
        "situation": _situation(sheet),
        "chapo": _lead(sheet, catalogue),
        "chiffres": _figures(sheet),
        "carte": map_svg,
        "carte_texte": PaperWords.map_says(territory.name, len(sheet.inside), sheet.around_count),
        "sans_carte": PaperWords.NO_OUTLINE,
        "legende": _legend(sheet),
        "situation_carte": locator_map(
            outlines, level=territory.level, code=territory.key.code, lon=territory.lon, lat=territory.lat
        )
        if located and map_svg
        else None,
        "situation_texte": PaperWords.LOCATOR,
        "secteurs": _sectors(sheet),
        "liste": paper_list(sheet, catalogue, listed),
        "semblables": _similar(sheet, index),
        "absents": {
            "titre": PaperWords.ABSENT,
            "texte": ", ".join(f"{SECTEURS.label(code)} ({number(n)})" for code, n in sheet.absent)
            or (PaperWords.NO_ABSENT if sheet.around_count else PaperWords.NONE_AROUND),
        },
        "traits": {"titre": PaperWords.FEATURES, "lignes": _features(sheet.indicators)},
        "sources": {"titre": PaperWords.SOURCES, "lignes": _sources(catalogue)},
        "lien": {
            "titre": PaperWords.ONLINE,
            "adresse": paper.link,
            "texte": PaperWords.qr_says(paper.link),
            "qr": qr_image(paper.link) if paper.link else None,
        },
        "date": PaperWords.made_on(date_fr(paper.on.isoformat())),
    }


def _situation(sheet: TerritorySheet) -> str:
    above = [typed(territory.name) for territory in sheet.chain if territory.name != sheet.territory.name]
    return joined([*above, PaperWords.population(sheet.territory.population)], " · ")


def _lead(sheet: TerritorySheet, catalogue: Catalogue) -> list[str]:
    count = sheet.counts[0]
    if count.rows:
        sentences = [PaperWords.counted(count.poles, count.projects)]
        if count.only_here and sheet.territory.level != "commune":
            sentences.append(PaperWords.only_here(count.only_here, sheet.territory.level))
    else:
        nearest = [(catalogue.rows["nom"].iat[near.row], near.km) for near in sheet.nearest[:1]]
        sentences = [PaperWords.nothing(*(nearest[0] if nearest else ("", 0)))]
    return sentences + [PaperWords.wide(len(wide.rows), wide.territory.name) for wide in sheet.wide]


def _figures(sheet: TerritorySheet) -> list[dict[str, str]]:
    count = sheet.counts[0]
    rates = [
        (typed(territory.name), found.per_100_000(territory.population))
        for territory, found in zip(sheet.columns, sheet.counts, strict=True)
    ]
    shown = [PaperWords.UNKNOWN if rate is None else decimal(rate) for _, rate in rates]
    compared = [PaperWords.compared(name, value) for (name, _), value in zip(rates[1:], shown[1:], strict=True)]
    by_distance = sheet.territory.level in ("commune", "epci")
    return [
        {"valeur": number(count.poles), "libelle": PaperWords.POLES[count.poles > 1], "note": ""},
        {"valeur": number(count.projects), "libelle": PaperWords.PROJECTS[count.projects > 1], "note": ""},
        {"valeur": shown[0], "libelle": PaperWords.RATE, "note": " · ".join(compared)},
        {
            "valeur": number(sheet.around_count),
            "libelle": PaperWords.AROUND_KM if by_distance else PaperWords.AROUND,
            "note": "",
        },
    ]


def _legend(sheet: TerritorySheet) -> list[dict[str, str]]:
    marks = PaperWords.LEGEND_CROWD if len(sheet.inside) > NUMBERED else PaperWords.LEGEND
    return [{"signe": sign, "texte": text} for sign, text in marks]


def _sectors(sheet: TerritorySheet) -> dict[str, Any]:
    """The table: a line per sector that is here or above, the most frequent here first, and the blank ones."""
    found = sheet.indicators[0]
    lines = sorted(found.lines, key=lambda line: [-n for n in line.counts])
    columns = range(len(sheet.columns))
    has_some = any(found.known[:2])
    cells = [
        [line.label, *(PaperWords.share(line.counts[i], found.share(line, i)) for i in columns)]
        for line in lines
        if any(line.counts[:2]) or not has_some
    ]
    return {
        "titre": PaperWords.SECTORS,
        "entetes": [PaperWords.SECTOR, *(typed(column.name) for column in sheet.columns)],
        "lignes": cells,
        "dernieres": [[PaperWords.NOT_GIVEN, *map(number, found.not_given)]],
        "note": PaperWords.SHARES_NOTE,
    }


def _similar(sheet: TerritorySheet, index: TerritoryIndex) -> dict[str, Any]:
    """This territory and those alike, with what is counted in each."""
    lines = []
    for territory in (sheet.territory, *sheet.similar) if sheet.similar else ():
        count = index.table.count(territory.key)
        rate = count.per_100_000(territory.population)
        county = ", ".join(territory.departement_codes) if territory.level in ("commune", "epci") else ""
        lines.append(
            [
                f"{typed(territory.name)} ({county})" if county else typed(territory.name),
                number(territory.population),
                number(count.rows),
                PaperWords.UNKNOWN if rate is None else decimal(rate),
            ]
        )
    return {
        "titre": PaperWords.SIMILAR,
        "entetes": PaperWords.SIMILAR_HEADERS,
        "lignes": lines,
        "note": PaperWords.SIMILAR_RULE,
    }


def _features(indicators: Iterable[Indicator]) -> list[str]:
    lines = []
    for found in indicators:
        title = FACETS_BY_KEY[found.key].paper
        if not title:
            continue
        here = sorted((line for line in found.lines if line.counts[0]), key=lambda line: -line.counts[0])
        values = [f"{line.label} ({number(line.counts[0])})" for line in here[:4]]
        if found.not_given[0]:
            values.append(f"{PaperWords.NOT_GIVEN.lower()} ({number(found.not_given[0])})")
        if values:
            lines.append(PaperWords.feature(title, ", ".join(values)))
    return lines


def _sources(catalogue: Catalogue) -> list[str]:
    files = [PaperWords.source(source.name, source.rows, date_fr(source.date)) for source in catalogue.sources]
    return [*files, PaperWords.GEOGRAPHY, PaperWords.METHOD]
