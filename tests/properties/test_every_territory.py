"""Every sheet of France: the 34,969 communes, 1,255 EPCI, 101 départements and 18 régions."""

from itertools import pairwise

from dashboard.core.catalogue.dimensions import DIMENSIONS
from dashboard.core.geography.hierarchy import Territory
from dashboard.core.geography.territory_key import LEVELS
from dashboard.features.territories.sheet import TerritorySheet
from tests.helpers.territories import shipped_index


def is_whole(sheet: TerritorySheet, of: Territory) -> bool:
    """Whether a sheet has something to show, in order, and says who it is about."""
    in_order = all(first.km <= second.km for first, second in pairwise(sheet.nearest))
    return (
        sheet.territory == of
        and len(sheet.nearest) == 5
        and in_order
        and not {one.row for one in sheet.nearest} & set(sheet.inside.tolist())
        and sheet.counts[0].rows == len(sheet.inside)
        and sheet.columns[-1].name == "France"
        and [one.key for one in sheet.indicators] == [one.key for one in DIMENSIONS if one.in_territories]
        and all(above.level in LEVELS for above in sheet.chain)
    )


def test_every_sheet_is_built_and_none_is_empty():
    index = shipped_index()
    wrong, walked = [], 0
    for level in LEVELS:
        for key in index.hierarchy.keys(level):
            walked += 1
            if not is_whole(index.sheet(key), index.hierarchy.territory(key)):
                wrong.append(str(key))
    assert wrong == []
    assert walked == 36_343


def test_every_row_is_counted_once_at_each_level_it_names():
    index = shipped_index()
    for level in LEVELS:
        ranks = index.members.ranks[level]
        assert index.members.count(level).sum() == (ranks >= 0).sum()
