"""« Comparer »: up to four territories side by side, and those that resemble the one shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.domain.atlas import Territory
from dashboard.domain.territory_sheet import TerritoryIndex, TerritorySheet
from dashboard.presentation.html_parts import paragraphs, section, table, together
from dashboard.presentation.strings import number
from dashboard.presentation.territory_document import typed
from dashboard.presentation.territory_links import detailed_name, territory_link
from dashboard.presentation.territory_strings import Sheet, Tables
from dashboard.presentation.territory_tables import count_table, indicator_tables


@dataclass(frozen=True)
class Beside:
    """What is set beside a territory, the questions about what could not be, and the fields that the form must keep."""

    territories: Sequence[Territory]
    questions: Sequence[Markup]
    kept: Mapping[str, str]


ALONE = Beside((), (), {})


def comparison(index: TerritoryIndex, sheet: TerritorySheet, beside: Beside) -> Markup:
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
    hidden = together(
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
