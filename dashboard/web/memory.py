"""The server's memory: what reading took is given back to the system, garbage collected once a minute in a thread."""

import ctypes
import gc
from contextlib import suppress
from threading import Event, Thread

import pyarrow as pa

_NEVER = 1_000_000_000
_M_ARENA_MAX = -8
"""From malloc.h of the GNU C library."""


def share_heaps() -> None:
    """Let all threads share two heaps of the C library, which else makes sixteen: 50 MB less at 200,000 rows.

    To be called before there are threads. Where there is another C library, nothing is done.
    """
    with suppress(AttributeError, OSError):
        ctypes.CDLL("libc.so.6").mallopt(_M_ARENA_MAX, 2)


def give_back() -> None:
    """Return what is free to the system: 80 MB of 440 after a start. It costs about 0.1 s; to be done after a load.

    What is left stays: the collector, which would walk through all of it while visitors wait, need not look again.
    """
    gc.collect()
    gc.freeze()
    _trim()


def _trim() -> None:
    pa.default_memory_pool().release_unused()
    with suppress(AttributeError, OSError):
        ctypes.CDLL("libc.so.6").malloc_trim(0)


def collect_seldom(*, every_s: float = 60) -> Event:
    """Look through all the objects for dead cycles once a minute, in a thread, and at no other time.

    With a thousand sessions that stops all of them for 0.4 s, and Python would do it every 8 s. A click leaves 6 kB of
    cycles: a minute of a hundred clicks a second, 40 MB. What is freed goes back to the system. The event that comes
    back ends the thread.
    """
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, _NEVER)
    is_over = Event()

    def collect() -> None:
        while not is_over.wait(every_s):
            gc.collect()
            _trim()

    Thread(target=collect, name="collect-seldom", daemon=True).start()
    return is_over
