"""What every test gets: no network, browser tests last, files compared whole."""

import os
import socket
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.helpers.paths import TESTS

settings.register_profile(
    "untimed",
    deadline=None,  # a slow machine is no wrong answer
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="CI" in os.environ,  # what is found by chance is found at a desk, not when a change lands
)
settings.load_profile("untimed")

GOLDEN = TESTS / "golden"
_MARKED_FOLDERS = {"browser": "browser", "faults": "loopback"}
_IN_ORDER, _ELSEWHERE = {"interchange": 0, "properties": 1, "faults": 2, "browser": 4}, 3
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` rewrites the expected files; the difference is then read in the commit."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the files that golden tests compare")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests by their folder, and put them in the order in which they finish soonest when they run side by side.

    Browser tests come last, for Playwright keeps an event loop running, and the files of the slowest folders first.
    """
    for item in items:
        if mark := _MARKED_FOLDERS.get(_folder_of(item)):
            item.add_marker(mark)
    items.sort(key=lambda item: _IN_ORDER.get(_folder_of(item), _ELSEWHERE))


def _folder_of(item: pytest.Item) -> str:
    """The folder of a test just under `tests`."""
    return item.path.relative_to(TESTS).parts[0]


@pytest.fixture(autouse=True)
def no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Connecting anywhere fails the test; some may reach servers of their own on this machine, the browser its page."""
    if request.node.get_closest_marker("browser"):
        return
    allowed = _LOOPBACK if request.node.get_closest_marker("loopback") else frozenset()
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family != getattr(socket, "AF_UNIX", None) and address[0] not in allowed:
            raise AssertionError(f"this test tried to reach {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, bytes], None]:
    """`golden(name, content)`: fails unless `tests/golden/<name>` holds exactly that."""

    def compare(name: str, content: bytes) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.write_bytes(content)
        assert content == path.read_bytes()

    return compare
