"""A selection as the parameters of a URL, and back; an old link with dead values still opens."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.core.catalogue.dimensions import FACETS, FACETS_BY_KEY
from dashboard.core.catalogue.selection import QUERY_KEY, Selection

MAX_VALUES = 200

EVERY_KEY = "tous"
"""The parameter that names the facets where all the chosen values are asked together (`tous=secteur`)."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A value that a link asks for and that does not exist, or no longer."""

    parameter: str
    value: str


def parse(params: Mapping[str, Sequence[str]]) -> tuple[Selection, tuple[Unknown, ...]]:
    """The selection that the parameters ask for, and the values that could not be understood.

    A parameter may be repeated, or hold several values joined by `|` or `,`. Parameters of other pages are ignored.
    """
    choices: list[tuple[str, tuple[str, ...]]] = []
    unknown: list[Unknown] = []
    for facet in FACETS:
        codes, lost = _read(facet.find, _values(params, facet.key))
        choices.append((facet.key, codes))
        unknown += [Unknown(facet.key, value) for value in lost]
    every, lost = _read(_find_multiple, _values(params, EVERY_KEY))
    unknown += [Unknown(EVERY_KEY, value) for value in lost]
    words = _values(params, QUERY_KEY)
    return Selection(tuple(choices), words[-1] if words else "", every), tuple(unknown)


def to_params(selection: Selection) -> dict[str, list[str]]:
    """The parameters that say this selection, in the order of the facets; several values repeat the parameter."""
    params = {key: list(codes) for key, codes in selection.choices}
    if selection.every:
        params[EVERY_KEY] = list(selection.every)
    if selection.query:
        params[QUERY_KEY] = [selection.query]
    return params


def _values(params: Mapping[str, Sequence[str]], key: str) -> list[str]:
    values = params.get(key, ())
    return [values] if isinstance(values, str) else list(values[:MAX_VALUES])


def _read(find: Callable[[str], str | None], values: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The codes found in the values, and what was not understood, both without repeats."""
    codes: dict[str, None] = {}
    lost: dict[str, None] = {}
    for value in values:
        whole = find(value)
        for part in [value] if whole else value.replace("|", ",").split(",")[:MAX_VALUES]:
            code = whole or find(part)
            if code:
                codes[code] = None
            elif part.strip():
                lost[part.strip()[:MAX_VALUES]] = None
    return tuple(codes), tuple(lost)


def _find_multiple(text: str) -> str | None:
    facet = FACETS_BY_KEY.get(text.strip())
    return facet.key if facet is not None and facet.is_multiple else None
