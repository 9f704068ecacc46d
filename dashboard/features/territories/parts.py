"""What the page « Territoires » shows for what was asked: a sheet, a choice between several, or where to begin."""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.core.address.territory import GAP_LEVELS, TerritoryView
from dashboard.core.geography.hierarchy import Territory
from dashboard.core.geography.territory_key import Key, parse_key
from dashboard.features.territories.comparison import Comparison
from dashboard.features.territories.finder import Answers
from dashboard.features.territories.gaps import CoverageGaps
from dashboard.features.territories.page import territory_page
from dashboard.features.territories.search import (
    choices,
    examples,
    gaps_part,
    notice,
    other_answers,
    search_form,
    which_to_compare,
)
from dashboard.features.territories.sheet import TerritoryIndex
from dashboard.features.territories.words import Sheet


@dataclass(frozen=True, eq=False)
class PageSources:
    """What the answers are made from; `images` and `papers` are as in `territory_page`."""

    index: TerritoryIndex
    find: Callable[[str], Answers]
    gaps: CoverageGaps
    images: str
    papers: str


def territory_parts(sources: PageSources, view: TerritoryView) -> tuple[str, ...]:
    """The pieces of HTML, from top to bottom; each inserted text is escaped."""
    if not view.asked or view.gaps:
        begin = () if view.gaps else (examples(sources.index.hierarchy),)
        return (search_form("", is_page_title=True), *begin, _gaps(sources, view))
    key = parse_key(view.asked, sources.index.hierarchy.gazetteer)
    found = sources.find(view.asked) if key is None else None
    if found is not None and found.sure is not None:
        key = found.sure.key
    if key is None:
        return (search_form(view.asked, is_page_title=True), choices(view.asked, found or Answers((), None)))
    renamed = ""
    if _was_renamed(view.asked, key, found):
        said = found.matches[0].said if found else ""
        renamed = notice(Sheet.TODAY.format(asked=said or view.asked))
    page = territory_page(
        sources.index,
        sources.index.sheet(key),
        images=sources.images,
        papers=sources.papers,
        beside=_beside(sources, view, key),
    )
    others = other_answers(view.asked, found) if found else ""
    return (*filter(None, (search_form("", is_page_title=False), others, renamed)), page)


def _was_renamed(asked: str, key: Key, found: Answers | None) -> bool:
    """Whether what was asked is a code or a name that the territory does not bear itself."""
    if found is None:
        return asked.strip().upper() != str(key).upper()
    match = found.matches[0]
    return bool(match.said) or match.by == "ancien_code"


def _beside(sources: PageSources, view: TerritoryView, key: Key) -> Comparison:
    """The territories to set beside this one, and a question for each text that does not say which."""
    found: dict[Key, Territory] = {}
    questions = []
    for text in view.compared:
        other = parse_key(text, sources.index.hierarchy.gazetteer)
        meant = sources.find(text) if other is None else Answers((), None)
        likely = meant.beside(key.level)
        if likely is not None:
            other = likely.key
        if other is None:
            questions.append(which_to_compare(text, meant))
        elif other != key:
            found[other] = sources.index.hierarchy.territory(other)
    return Comparison(tuple(found.values()), tuple(questions), {"territoire": str(key)})


def _gaps(sources: PageSources, view: TerritoryView) -> str:
    level = view.gaps or GAP_LEVELS[0]
    gaps = sources.gaps.gaps(level, km=view.km)
    total = len(sources.index.hierarchy.levels[level].codes)
    catalogue = sources.index.catalogue
    return gaps_part(catalogue, gaps, images=sources.images, level=level, km=view.km, total=total)
