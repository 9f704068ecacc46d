"""Stages that look a name up as it is written: whole, with its article astray, or shortened."""

from dashboard.domain.geocoding.ground import Ground, Stage, current, of_key
from dashboard.domain.geocoding.parsing import Query
from dashboard.domain.geocoding.places import FORMER, Place
from dashboard.domain.geocoding.scopes import Scope
from dashboard.domain.geocoding.settling import Outcome, settled, settled_by_size, word_for_word


def whole_name(scope: Scope) -> Stage:
    """« Romans-sur-Isère »: the name of a commune, delegated commune or commune of before, as it is."""

    def stage(query: Query, ground: Ground) -> Outcome | None:
        for position, (key, _) in enumerate(query.names):
            places = scope(query, ground, ground.index.exact.get(key, []))
            if places and position == 0:
                places = word_for_word(places, query.parts)
            if places:
                return _shortened_today(key, places, scope, query, ground) or settled(places)
        return None

    return stage


def _shortened_today(key: str, places: list[Place], scope: Scope, query: Query, ground: Ground) -> Outcome | None:
    """« Salles (17) »: the shortened name of a commune of today goes before a name that only the past knows."""
    if not query.departements or any(place.rank != FORMER for place in places):
        return None
    return settled_by_size(current(scope(query, ground, ground.index.short.get(key, []))))


def article_astray(scope: Scope) -> Stage:
    """« Rochelle (La) » written « Rochelle », or « Le Bourg-Lastic »: the article is missing, or was added."""

    def stage(query: Query, ground: Ground) -> Outcome | None:
        index = ground.index
        for key, bare in query.names:
            places = scope(query, ground, [*index.bare.get(key, ()), *of_key(index, bare)])
            if places and query.departements:
                return settled_by_size((*places, *current(scope(query, ground, index.short.get(key, [])))))
            if places:
                return settled(places)
        return None

    return stage


def short_form(scope: Scope) -> Stage:
    """« Romans » for « Romans-sur-Isère »: the complement is missing."""

    def stage(query: Query, ground: Ground) -> Outcome | None:
        index = ground.index
        for key, bare in query.names:
            for table, wanted in ((index.short, key), (index.bare_short, key), (index.short, bare)):
                places = scope(query, ground, table.get(wanted, []))
                if found := settled_by_size(current(places) or places):
                    return found
        return None

    return stage
