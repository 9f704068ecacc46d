"""What the page « Territoires » shows above and around a sheet: the search, what it found, the holes of the map."""

from collections.abc import Sequence

from markupsafe import Markup

from dashboard.core.address.territory import LEAST_KM, MOST_KM
from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.geography.frames import HEIGHT, SIDE
from dashboard.core.geography.hierarchy import Hierarchy, Territory
from dashboard.core.geography.territory_key import parse_key
from dashboard.features.territories.finder import Answers, Match
from dashboard.features.territories.gaps import Gap
from dashboard.features.territories.rows_html import detailed_name, short_details, territory_link
from dashboard.features.territories.words import Gaps, Search, Tables
from dashboard.wording.html import image, items, paragraphs, section, sum_of, table
from dashboard.wording.numbers import distance, joined
from dashboard.wording.words import number

_OTHERS = 6


def search_form(asked: str, *, is_page_title: bool) -> str:
    """The field, with what was asked in it; the page's title and its purpose where no sheet is shown."""
    title = Markup('<h1 id="territoire-titre" tabindex="-1">{}</h1><p class="chapo">{}</p>').format(
        Search.TITLE, Search.LEAD
    )
    return str(
        Markup(
            '<form class="recherche-territoire" role="search" action="" data-demande="chercher">{}'
            '<label for="territoire-champ">{}</label><div>'
            '<input id="territoire-champ" name="territoire" type="search" value="{}" placeholder="{}" '
            'autocomplete="off" maxlength="200" required><button type="submit">{}</button></div></form>'
        ).format(title if is_page_title else "", Search.FIELD, asked, Search.EXAMPLE, Search.BUTTON)
    )


def choices(asked: str, found: Answers) -> str:
    """The territories that may be meant, told apart by département and population; a sentence for none."""
    if not found.matches:
        return notice(Search.NOTHING.format(asked=asked))
    question = Markup('<p class="question">{}</p>').format(Search.SEVERAL.format(asked=asked))
    return str(question + items(map(_choice, found.matches), name="choix-territoires"))


def notice(sentence: str) -> str:
    """A sentence that must be seen."""
    return str(Markup('<p class="avis-texte" role="status">{}</p>').format(sentence))


def other_answers(asked: str, found: Answers) -> str:
    """Links to what else a name may mean, beside the sheet that it opened; "" for nothing else."""
    links = sum_of(territory_link(match.territory, detailed=True) for match in found.matches[1 : 1 + _OTHERS])
    return (
        str(Markup('<p class="note autres">{} {}</p>').format(Search.OTHERS.format(asked=asked), links))
        if links
        else ""
    )


def which_to_compare(asked: str, found: Answers) -> Markup:
    """The territories that a text may mean, each as a button that sets it beside the one shown."""
    if not found.matches:
        return Markup('<p class="avis-texte" role="status">{}</p>').format(Search.NOTHING.format(asked=asked))
    buttons = (
        Markup('<button type="button" class="lien" data-comparer="{}">{}</button>').format(
            str(match.territory.key), detailed_name(match.territory)
        )
        for match in found.matches[:_OTHERS]
    )
    question = Tables.WHICH.format(asked=asked)
    return Markup('<div class="avis-texte" role="status"><p>{}</p>{}</div>').format(question, sum_of(buttons))


def examples(hierarchy: Hierarchy) -> str:
    """A few sheets to begin with."""
    keys = [parse_key(text, hierarchy.gazetteer) for text in Search.EXAMPLES]
    links = [_choice(Match(hierarchy.territory(key), "nom")) for key in keys if key]
    return str(section(Search.TRY, items(links, name="choix-territoires")))


def _choice(match: Match) -> Markup:
    said = Search.SAID.format(name=match.said) if match.said else ""
    details = joined([short_details(match.territory), Search.BY[match.by], said], " · ")
    return Markup("{}<span>{}</span>").format(territory_link(match.territory, detailed=True), details)


def gaps_part(catalogue: Catalogue, gaps: Sequence[Gap], *, images: str, level: str, km: int, total: int) -> str:
    """The form, the sentence, the map and the table of the holes of the map."""
    sentence = Gaps.found(len(gaps), total, level, km) if gaps else Gaps.NONE
    drawn = image(f"{images}trous/{level}-{km}.svg", Gaps.MAP_SAYS, (SIDE, HEIGHT), name="trous-carte")
    return str(
        section(
            Gaps.TITLE,
            paragraphs([Gaps.LEAD], name="chapo"),
            _gap_form(level, km),
            paragraphs([sentence], name="question"),
            drawn,
            _gap_tables(catalogue, gaps),
            paragraphs([Gaps.RULE], name="note"),
            name="trous",
        )
    )


def _gap_form(level: str, km: int) -> Markup:
    options = sum_of(
        Markup('<option value="{}"{}>{}</option>').format(code, Markup(" selected") if code == level else "", text)
        for code, text in Gaps.LEVELS.items()
    )
    return Markup(
        '<form class="trous-forme" action="" data-demande="trous"><label>{}<select name="trous">{}</select></label>'
        '<label>{}<input name="km" type="number" min="{}" max="{}" step="1" value="{}" required></label>'
        '<button type="submit">{}</button></form>'
    ).format(Gaps.LEVEL, options, Gaps.FIELD, LEAST_KM, MOST_KM, km, Gaps.BUTTON)


def _gap_tables(catalogue: Catalogue, gaps: Sequence[Gap]) -> Markup:
    first, rest = gaps[: Gaps.FIRST], gaps[Gaps.FIRST :]
    shown = _gap_table(catalogue, first) if first else Markup("")
    if not rest:
        return shown
    return shown + Markup("<details><summary>{}</summary>{}</details>").format(
        Gaps.show_rest(len(rest)), _gap_table(catalogue, rest)
    )


def _gap_table(catalogue: Catalogue, gaps: Sequence[Gap]) -> Markup:
    names = catalogue.rows["nom"]
    lines = [
        [
            territory_link(gap.territory),
            _departements(gap.territory),
            number(gap.territory.population),
            "" if gap.nearest is None else str(names.iat[gap.nearest]),
            "" if gap.nearest is None else distance(gap.km),
        ]
        for gap in gaps
    ]
    return table(Gaps.HEADERS, lines, caption=Gaps.TITLE, named=True)


def _departements(territory: Territory) -> str:
    return ", ".join(territory.departement_codes)
