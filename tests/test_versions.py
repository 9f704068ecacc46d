"""A version names all the code that its answers are made by: else a browser would keep what a new release changed."""

from functools import cache

import pytest

from dashboard.core.files.code_digest import version_of
from dashboard.core.intake.store import MADE_BY as CATALOGUE
from dashboard.features.explore import service as explore
from dashboard.features.exports import service as exports
from dashboard.features.territories import service as territories
from tests.test_architecture import MODULES, imports_of, name_of

NOT_IN_AN_ANSWER = {"__init__", "errors", "config"}
"""Beside the room `web`, which carries the answers."""
PATHS = {name_of(path): path for path in MODULES}


@cache
def made_by(name: str) -> frozenset[str]:
    """A module and all those of ours that it imports, near or far."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        module = waiting.pop()
        if module in PATHS and module not in found:
            found.add(module)
            ours = (one.split(".")[1:] for one in imports_of(PATHS[module]) if one.startswith("dashboard."))
            waiting += ["/".join(parts) for one in ours for parts in (one, one[:-1], [*one, "__init__"])]
    return frozenset(found)


@pytest.mark.parametrize(
    ("modules", "rooms"),
    [
        (("features/explore/service", "features/explore/go_to/service"), explore.MADE_BY),
        (("features/territories/service",), territories.MADE_BY),
        (("features/exports/service",), exports.MADE_BY),
        (("core/intake/store",), ()),
    ],
    ids=["explore", "territories", "exports", "catalogue"],
)
def test_a_version_names_every_room_that_an_answer_is_made_by(modules: tuple[str, ...], rooms: tuple[str, ...]):
    needed = frozenset().union(*map(made_by, modules)) - NOT_IN_AN_ANSWER
    named = tuple(f"{room}/" for room in (*rooms, *CATALOGUE, "web"))
    assert {name for name in needed if not name.startswith(named)} == set()
    assert [room for room in rooms if not any(name.startswith(f"{room}/") for name in needed)] == []


def test_a_version_changes_with_each_of_its_parts():
    versions = {
        version_of("a", "b", rooms=("web",)),
        version_of("a", "c", rooms=("web",)),
        version_of("a", "b", rooms=("cli",)),
        version_of("ab", rooms=("web",)),
    }
    assert {len(version) for version in versions} == {16}
    assert len(versions) == 4
