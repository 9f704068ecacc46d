"""How a territory is named and reached in the pages: a link that works alone, and that our module shortens."""

from collections.abc import Iterable
from urllib.parse import quote

from markupsafe import Markup

from dashboard.domain.atlas import Territory
from dashboard.presentation.formatting import joined
from dashboard.presentation.strings import plural
from dashboard.presentation.takeaway_strings import LEVELS
from dashboard.presentation.territory_document import typed


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
