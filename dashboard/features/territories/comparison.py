"""« Comparer »: up to four territories side by side (counts, rates, shares), and those that resemble the one shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.core.catalogue.dimensions import FACETS_BY_KEY, LEAST_BASE
from dashboard.core.geography.hierarchy import Territory
from dashboard.features.territories.indicators import Count, Indicator
from dashboard.features.territories.paper.pole_list import typed
from dashboard.features.territories.paper.words import PaperWords
from dashboard.features.territories.rows_html import detailed_name, territory_link
from dashboard.features.territories.sheet import TerritoryIndex, TerritorySheet
from dashboard.features.territories.words import Sheet, Tables
from dashboard.wording.html import paragraphs, section, sum_of, table
from dashboard.wording.numbers import decimal
from dashboard.wording.words import number


@dataclass(frozen=True)
class Comparison:
    """What is set beside a territory, the questions about what could not be, and the fields that the form must keep."""

    territories: Sequence[Territory]
    questions: Sequence[Markup]
    kept: Mapping[str, str]


ALONE = Comparison((), (), {})


def comparison(index: TerritoryIndex, sheet: TerritorySheet, beside: Comparison) -> Markup:
    """The chosen territories beside this one, the form that adds one, then those alike with the rule."""
    side_by_side = Markup("")
    if beside.territories:
        side_by_side = _side_by_side(index, [sheet.territory, *beside.territories])
    lead = paragraphs([Tables.COMPARE_LEAD], name="note")
    parts = (lead, *beside.questions, side_by_side, _form(beside.kept))
    return section(Tables.COMPARE, *parts, name="comparer") + section(Tables.SIMILAR, _similar(index, sheet))


def _side_by_side(index: TerritoryIndex, columns: Sequence[Territory]) -> Markup:
    keys = [column.key for column in columns]
    headings = [typed(columns[0].name), *map(_removable, columns[1:])]
    plain = [detailed_name(column) for column in columns]
    return count_table(columns, [index.table.count(key) for key in keys], headings) + indicator_tables(
        index.table.indicators(keys), plain
    )


def _removable(territory: Territory) -> Markup:
    name = detailed_name(territory)
    return Markup('{} <button type="button" class="retirer" data-retirer="{}" aria-label="{}">×</button>').format(
        territory_link(territory, detailed=True), str(territory.key), Tables.REMOVE.format(name=name)
    )


def _form(base: Mapping[str, str]) -> Markup:
    hidden = sum_of(
        Markup('<input type="hidden" name="{}" value="{}">').format(name, value) for name, value in base.items()
    )
    return Markup(
        '<form class="ajout" action="" data-demande="comparer">{}<label for="comparer-champ">{}</label>'
        '<div><input id="comparer-champ" name="comparer" type="search" autocomplete="off" maxlength="200" required>'
        '<button type="submit">{}</button></div></form>'
    ).format(hidden, Tables.ADD_FIELD, Tables.ADD_BUTTON)


def _similar(index: TerritoryIndex, sheet: TerritorySheet) -> Markup:
    if not sheet.similar:
        return paragraphs([Tables.NO_SIMILAR], name="note")
    rows = [
        [
            territory_link(one, detailed=True),
            number(one.population),
            number(index.table.count(one.key).rows),
            Markup('<button type="button" class="lien" data-comparer="{}" aria-label="{} {}">{}</button>').format(
                str(one.key), Sheet.ADD, typed(one.name), Sheet.ADD
            ),
        ]
        for one in sheet.similar
    ]
    return table(Tables.SIMILAR_HEADERS, rows, caption=Tables.SIMILAR, named=True) + paragraphs(
        [Tables.SIMILAR_RULE], name="note"
    )


_WHOLE = ("secteur",)
"""Shown unfolded, with what exists in France only: what is missing counts as much as what is there."""


def column_names(columns: Sequence[Territory]) -> list[str]:
    """The heading of each column; homonyms side by side have their code."""
    names = [typed(column.name) for column in columns]
    return [
        f"{name} ({column.key.code})" if names.count(name) > 1 else name
        for name, column in zip(names, columns, strict=True)
    ]


def count_table(columns: Sequence[Territory], counts: Sequence[Count], headings: Sequence[str | Markup]) -> Markup:
    """Population, poles, projects and the rate; the rate of a few rows is said to be fragile."""
    rates = [_rate(column, count) for column, count in zip(columns, counts, strict=True)]
    only = [count.only_here if column.level != "commune" else 0 for column, count in zip(columns, counts, strict=True)]
    lines: list[list[str | Markup]] = [
        [Tables.POPULATION, *(number(column.population) if column.population else Tables.NONE for column in columns)],
        [Tables.TOTAL, *(number(count.rows) for count in counts)],
        [Tables.POLES, *(number(count.poles) for count in counts)],
        [Tables.PROJECTS, *(number(count.projects) for count in counts)],
        *([[Tables.ONLY, *map(number, only)]] if any(only) else []),
        [Tables.RATE, *rates],
    ]
    is_fragile = any(0 < count.rows < LEAST_BASE for count in counts)
    note = paragraphs([Tables.FRAGILE_NOTE], name="note") if is_fragile else Markup("")
    return table([Tables.COUNTS, *headings], lines, caption=Tables.COUNTS, named=True) + note


def indicator_tables(indicators: Sequence[Indicator], headings: Sequence[str | Markup]) -> Markup:
    """One table per dimension, folded but for the first; « non renseigné » apart, at the foot of each."""
    parts = [_dimension(found, headings) for found in indicators]
    return paragraphs([Tables.NOTE], name="note") + Markup("").join(parts)


def _dimension(found: Indicator, headings: Sequence[str | Markup]) -> Markup:
    title = FACETS_BY_KEY[found.key].title
    shown = [line for line in found.lines if found.key in _WHOLE or any(line.counts[:-1] or line.counts)]
    ordered = shown if found.key == "annee" else sorted(shown, key=lambda line: [-n for n in line.counts])
    columns = range(len(found.known))
    lines: list[list[str | Markup]] = [
        [line.label, *(PaperWords.share(line.counts[i], found.share(line, i)) for i in columns)] for line in ordered
    ]
    lines += [[Tables.KNOWN, *map(number, found.known)], [Tables.NOT_GIVEN, *map(number, found.not_given)]]
    inside = table([title, *headings], lines, caption=title, named=True)
    return Markup('<details class="dimension"{}><summary>{}</summary>{}</details>').format(
        Markup(" open") if found.key in _WHOLE else "", title, inside
    )


def _rate(column: Territory, count: Count) -> str | Markup:
    rate = count.per_100_000(column.population)
    if rate is None:
        return Tables.NONE
    if 0 < count.rows < LEAST_BASE:
        return Markup('{} <span class="fragile">{}</span>').format(decimal(rate), Tables.FRAGILE)
    return decimal(rate)
