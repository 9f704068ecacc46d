"""Territories side by side: counts, rates, and each dimension with its shares."""

from collections.abc import Sequence

from markupsafe import Markup

from dashboard.domain.atlas import Territory
from dashboard.domain.indicators import LEAST_FOR_SHARE, Count, Indicator
from dashboard.presentation.html_parts import paragraphs, table
from dashboard.presentation.strings import Filters, number
from dashboard.presentation.takeaway_strings import Takeaway, decimal
from dashboard.presentation.territory_document import typed
from dashboard.presentation.territory_strings import Tables

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
    is_fragile = any(0 < count.rows < LEAST_FOR_SHARE for count in counts)
    note = paragraphs([Tables.FRAGILE_NOTE], name="note") if is_fragile else Markup("")
    return table([Tables.COUNTS, *headings], lines, caption=Tables.COUNTS, named=True) + note


def indicator_tables(indicators: Sequence[Indicator], headings: Sequence[str | Markup]) -> Markup:
    """One table per dimension, folded but for the first; « non renseigné » apart, at the foot of each."""
    parts = [_dimension(found, headings) for found in indicators]
    return paragraphs([Tables.NOTE], name="note") + Markup("").join(parts)


def _dimension(found: Indicator, headings: Sequence[str | Markup]) -> Markup:
    title = Filters.FACET_TITLES[found.key]
    shown = [line for line in found.lines if found.key in _WHOLE or any(line.counts[:-1] or line.counts)]
    ordered = shown if found.key == "annee" else sorted(shown, key=lambda line: [-n for n in line.counts])
    columns = range(len(found.known))
    lines: list[list[str | Markup]] = [
        [line.label, *(Takeaway.share(line.counts[i], found.share(line, i)) for i in columns)] for line in ordered
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
    if 0 < count.rows < LEAST_FOR_SHARE:
        return Markup('{} <span class="fragile">{}</span>').format(decimal(rate), Tables.FRAGILE)
    return decimal(rate)
