"""What a territory's sheet costs: server CPU at the size of the shipped files and at 200,000 rows.

    python -m tests.bench.bench_territories [200000]

A seeded sample of sheets of each level, and the widest there is, once the index is made. Milliseconds of CPU.
"""

import sys
import time
from collections.abc import Callable

import numpy as np

from dashboard.core.address.territory import GAP_LEVELS
from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.geography.load import load_borders, load_gazetteer, load_outlines
from dashboard.core.geography.territory_key import LEVELS, Key
from dashboard.features.territories.gaps import CoverageGaps
from dashboard.features.territories.images import Drawing, image_of
from dashboard.features.territories.map import Town
from dashboard.features.territories.page import territory_page
from dashboard.features.territories.paper.document import typed
from dashboard.features.territories.sheet import TerritoryIndex
from tests.bench.many_rows import SEED, many_poles
from tests.helpers.paths import REFERENCE

SAMPLE = 100
WIDEST = (Key("commune", "75056"), Key("epci", "200054781"), Key("departement", "59"), Key("region", "11"))


def cpu_ms(work: Callable[[], object]) -> float:
    """Milliseconds of CPU that one call takes."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def page_of(index: TerritoryIndex, key: Key) -> str:
    """The sheet as the page shows it."""
    return territory_page(index, index.sheet(key), images="/", papers="/")


def measure(catalogue: Catalogue) -> None:
    """Print the cost of the index, of sheets, of their pages and their maps by level, and of the gaps."""
    gazetteer, borders = load_gazetteer(REFERENCE), load_borders(REFERENCE)
    facets = cpu_ms(lambda: catalogue.facets)
    index = TerritoryIndex(catalogue, gazetteer, borders)
    start = cpu_ms(lambda: index.sheet(WIDEST[0]))
    print(f"{len(catalogue.rows)} rows: facets, which the map makes too, {facets:.0f} ms; index {start:.0f} ms")
    towns = [Town(typed(name), lon, lat) for name, lon, lat, _ in gazetteer.towns(min_population=1000)]
    drawing = Drawing(index, CoverageGaps(index), load_outlines(REFERENCE), towns)
    image_of(drawing, "carte", str(WIDEST[0]))
    draw = np.random.default_rng(SEED)
    for level in LEVELS:
        keys = index.hierarchy.keys(level)
        chosen = [keys[rank] for rank in draw.permutation(len(keys))[:SAMPLE].tolist()]
        _print_costs(f"{len(chosen)} of {level}", drawing, chosen)
    for key in WIDEST:
        _print_costs(str(key), drawing, [key])
    for level in GAP_LEVELS:
        first, again = (cpu_ms(lambda level=level: drawing.gaps.gaps(level, km=50)) for _ in range(2))
        print(f"  gaps of {level:12} first {first:.0f} ms, then {again:.1f} ms")


def _print_costs(title: str, drawing: Drawing, keys: list[Key]) -> None:
    index = drawing.index
    kinds = {
        "sheet": lambda key: index.sheet(key),
        "with its page": lambda key: page_of(index, key),
        "map": lambda key: image_of(drawing, "carte", str(key)),
    }
    costs = {kind: sorted(cpu_ms(lambda key=key, work=work: work(key)) for key in keys) for kind, work in kinds.items()}
    told = (f"{kind} {ms[len(ms) // 2]:.1f} (most {ms[-1]:.1f})" for kind, ms in costs.items())
    print(f"  {title:20}", " · ".join(told))


def main(arguments: list[str]) -> None:
    """Measure at the shipped size, then at the size that the arguments give (200,000)."""
    for size in (116, int(arguments[0]) if arguments else 200_000):
        measure(many_poles(size))


if __name__ == "__main__":
    main(sys.argv[1:])
