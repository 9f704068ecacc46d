"""The sheet of a territory as the page shows it: every inserted text is escaped, every link works alone."""

from collections.abc import Mapping

from markupsafe import Markup

from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.fields.vocabularies import SECTEURS
from dashboard.core.geography.frames import HEIGHT, SIDE
from dashboard.features.territories.comparison import (
    ALONE,
    Comparison,
    column_names,
    comparison,
    count_table,
    indicator_tables,
)
from dashboard.features.territories.images import row_labels
from dashboard.features.territories.paper.pole_list import typed
from dashboard.features.territories.paper.words import LEVELS, PaperWords
from dashboard.features.territories.rows_html import near_list, row_list, territory_link, territory_links
from dashboard.features.territories.sheet import TerritoryIndex, TerritorySheet
from dashboard.features.territories.small_maps import NUMBERED, SIZE
from dashboard.features.territories.words import Sheet, Tables
from dashboard.wording.html import image, items, paragraphs, section, sum_of
from dashboard.wording.numbers import date_fr, joined
from dashboard.wording.words import number, plural

LISTED = 100
SHOWN_AROUND = 20


def territory_page(
    index: TerritoryIndex,
    sheet: TerritorySheet,
    *,
    images: str,
    papers: str = "",
    beside: Comparison = ALONE,
) -> str:
    """The article. `images`: where the images are; `papers`: the papers, without the key, "" for nowhere."""
    catalogue = index.catalogue
    labels = row_labels(sheet)
    parts = [
        _head(sheet, papers),
        Markup('<div class="haut">{}{}</div>').format(_in_brief(sheet), _maps(sheet, images)),
        _inside(sheet, catalogue, labels),
        _wide(sheet, catalogue),
        section(
            Sheet.NEAREST,
            near_list(catalogue, sheet.nearest, labels=labels),
            paragraphs([Sheet.CROW[sheet.territory.point]], name="note"),
        ),
        _around(sheet, catalogue),
        _absent(sheet),
        section(Tables.TITLE, indicator_tables(sheet.indicators, column_names(sheet.columns)), name="indicateurs"),
        comparison(index, sheet, beside),
        _links(sheet),
        _sources(catalogue),
    ]
    return str(Markup('<article class="territoire">{}</article>').format(sum_of(parts)))


def _head(sheet: TerritorySheet, papers: str) -> Markup:
    territory = sheet.territory
    above = [territory_link(one, detailed=one.level == "departement") for one in reversed(sheet.chain)]
    chain = items([Sheet.ROOT, *above], name="chaine")
    people = PaperWords.population(territory.population) or Sheet.NO_POPULATION
    code = f"{Sheet.CODE[territory.level]}{territory.key.code}"
    return Markup(
        '<nav aria-label="{}">{}</nav><header><p class="niveau">{}</p><h1 id="territoire-titre" tabindex="-1">{}</h1>'
        '<p class="situation">{}</p>{}</header>'
    ).format(
        Sheet.CHAIN,
        chain,
        LEVELS[territory.level],
        typed(territory.name),
        joined([people, code], " · "),
        _tools(str(territory.key), papers),
    )


def _tools(key: str, papers: str) -> Markup:
    files = [(Sheet.PDF, "pdf"), (Sheet.HTML, "html"), (Sheet.CSV, "csv")] if papers else []
    links = [Markup('<a href="{}{}.{}" download>{}</a>').format(papers, key, kind, text) for text, kind in files]
    embed = Markup('<a class="integrer-fiche" href="integrer?territoire={}" target="_self">{}</a>').format(
        key, Sheet.EMBED
    )
    print_button = Markup('<button type="button" data-imprimer="1">{}</button>').format(Sheet.PRINT)
    return items([*links, print_button, embed], name="outils")


def _in_brief(sheet: TerritorySheet) -> Markup:
    count = sheet.counts[0]
    sentences = [PaperWords.counted(count.poles, count.projects)] if count.rows else [Sheet.NOTHING_INSIDE]
    if count.only_here and sheet.territory.level != "commune":
        sentences.append(PaperWords.only_here(count.only_here, sheet.territory.level))
    return section(
        Sheet.FIGURES,
        paragraphs([" ".join(sentences)], name="chapo" if count.rows else "chapo vide"),
        count_table(sheet.columns, sheet.counts, column_names(sheet.columns)),
        name="bref",
    )


def _maps(sheet: TerritorySheet, images: str) -> Markup:
    territory = sheet.territory
    if territory.bounds is None:
        return section(Sheet.MAP, paragraphs([Sheet.NO_MAP]), name="cartes")
    says = PaperWords.map_says(typed(territory.name), len(sheet.inside), sheet.around_count)
    marks = PaperWords.LEGEND_CROWD if len(sheet.inside) > NUMBERED else Sheet.LEGEND
    legend = items((Markup('<span class="marque {}"></span>{}').format(*mark) for mark in marks), name="legende")
    return section(
        Sheet.MAP,
        image(f"{images}carte/{territory.key}.svg", says, SIZE, name="carte"),
        legend,
        image(f"{images}place/{territory.key}.svg", Sheet.LOCATOR, (SIDE, HEIGHT), name="place"),
        name="cartes",
    )


def _inside(sheet: TerritorySheet, catalogue: Catalogue, labels: Mapping[int, str]) -> Markup:
    rows = sheet.inside.tolist()
    listed = row_list(catalogue, rows[:LISTED], labels=labels)
    left = Sheet.left_out(len(rows) - LISTED)
    return section(Sheet.INSIDE, listed, paragraphs([left], name="note") if left else Markup(""))


def _wide(sheet: TerritorySheet, catalogue: Catalogue) -> Markup:
    parts = [
        Markup("<h3>{}</h3>{}{}").format(
            joined([LEVELS[wide.territory.level], typed(wide.territory.name)], " · "),
            row_list(catalogue, wide.rows[:LISTED]),
            paragraphs(filter(None, [Sheet.left_out(len(wide.rows) - LISTED)]), name="note"),
        )
        for wide in sheet.wide
    ]
    return section(Sheet.WIDE, paragraphs([Sheet.WIDE_NOTE], name="note"), *parts) if parts else Markup("")


def _around(sheet: TerritorySheet, catalogue: Catalogue) -> Markup:
    by_distance = sheet.territory.level in ("commune", "epci")
    title = (Sheet.around if by_distance else Sheet.in_neighbours)(sheet.around_count)
    if not sheet.around:
        return Markup('<section><p class="alentours">{}</p></section>').format(title)
    note = Sheet.listed_around(sheet.around_count)
    return Markup("<section><details><summary>{}</summary>{}{}</details></section>").format(
        title, near_list(catalogue, sheet.around), paragraphs([note], name="note") if note else ""
    )


def _absent(sheet: TerritorySheet) -> Markup:
    found = items(f"{SECTEURS.label(code)} ({number(n)})" for code, n in sheet.absent)
    if not found:
        return section(Sheet.ABSENT, paragraphs([Sheet.NO_ABSENT]))
    return section(Sheet.ABSENT, paragraphs([Sheet.ABSENT_NOTE], name="note"), found, name="absents")


def _links(sheet: TerritorySheet) -> Markup:
    neighbours = section(
        Sheet.NEIGHBOURS,
        items(territory_links(sheet.neighbours), name="renvois") or paragraphs([Sheet.NO_NEIGHBOURS], name="note"),
    )
    if not sheet.parts:
        return neighbours
    parts = items(territory_links(sheet.parts), name="renvois")
    folded = Markup("<details><summary>{}</summary>{}</details>").format(Sheet.show(len(sheet.parts)), parts)
    return neighbours + section(
        Sheet.PARTS[sheet.territory.level], folded if len(sheet.parts) > SHOWN_AROUND else parts
    )


def _sources(catalogue: Catalogue) -> Markup:
    files = [
        joined([f"{source.name}", plural(source.rows, "ligne", "lignes"), date_fr(source.date), source.licence], " · ")
        for source in catalogue.sources
    ]
    return section(
        Sheet.SOURCES, paragraphs([*files, PaperWords.GEOGRAPHY, PaperWords.METHOD], name="note"), name="sources"
    )
