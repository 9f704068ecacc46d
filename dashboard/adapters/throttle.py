"""A pace that is not exceeded, shared by the threads of a process."""

import threading
from collections.abc import Callable


class Throttle:
    """Lets one caller through every `1 / per_s` seconds."""

    def __init__(self, per_s: float, *, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self._gap_s = 1.0 / per_s
        self._clock = clock
        self._sleep = sleep
        self._next_at = 0.0
        self._lock = threading.Lock()

    def wait(self) -> None:
        """Come back when it is this caller's turn."""
        with self._lock:
            now = self._clock()
            turn = max(self._next_at, now)
            self._next_at = turn + self._gap_s
        if turn > now:
            self._sleep(turn - now)
