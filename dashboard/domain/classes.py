"""At most five classes of figures, to be told apart by tints: the rule that every coloured table and map follows."""

from collections.abc import Iterable

MOST_CLASSES = 5
SHARE_BOUNDS = (10.0, 25.0, 50.0, 75.0, 100.0)
"""Upper bounds, included, of the classes of percentages: the same for every table, so that tables compare."""


def count_classes(counts: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Lowest and highest count of each class, in order and without a gap; () where nothing is counted.

    One class for each count if there are at most five different ones; else five classes that each hold about as many
    different counts: equal counts stay together, and many ones do not hide the rest. Zero is in no class: it is drawn
    apart.
    """
    distinct = sorted({count for count in counts if count > 0})
    if len(distinct) <= MOST_CLASSES:
        return tuple((count, count) for count in distinct)
    ends = (-(-len(distinct) * rank // MOST_CLASSES) - 1 for rank in range(1, MOST_CLASSES + 1))
    highs = [distinct[end] for end in ends]
    lows = (distinct[0], *(high + 1 for high in highs[:-1]))
    return tuple(zip(lows, highs, strict=True))


def class_of_count(count: int, classes: tuple[tuple[int, int], ...]) -> int:
    """The number of a count's class, from 1; 0 for zero."""
    return next((rank for rank, (_, high) in enumerate(classes, 1) if 0 < count <= high), 0)


def class_of_share(share: float) -> int:
    """The number of a percentage's class, from 1; 0 for zero or for no percentage (NaN)."""
    return next((rank for rank, high in enumerate(SHARE_BOUNDS, 1) if 0 < share <= high), 0)
