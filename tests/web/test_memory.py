"""When the server looks for dead cycles."""

import gc
from threading import Event
from weakref import ref

from dashboard.web.memory import collect_seldom

PATIENCE_S = 10


class Cycle:
    """An object that only the collector can free."""

    def __init__(self) -> None:
        self.itself = self


def test_dead_cycles_are_freed_by_the_thread_and_all_objects_are_walked_through_by_nothing_else():
    thresholds = gc.get_threshold()
    freed = Event()
    gc.collect()
    cycle = Cycle()
    gc.collect()  # it is old now: the collections of young objects leave it alone
    watch = ref(cycle, lambda _: freed.set())
    is_over = collect_seldom(every_s=0.02)
    try:
        assert gc.get_threshold()[:2] == thresholds[:2]
        assert gc.get_threshold()[2] > 1_000_000
        del cycle
        assert freed.wait(PATIENCE_S)
        assert watch() is None
    finally:
        is_over.set()
        gc.set_threshold(*thresholds)
