"""A selection as the parameters of a URL, and back; an old link with dead values still opens."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.domain.selection import FACETS, QUERY_KEY, Facet, Selection
from dashboard.domain.vocabulary import NOT_GIVEN

MAX_VALUES = 200


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
        codes, lost = _read(facet, _values(params, facet.key))
        choices.append((facet.key, codes))
        unknown += [Unknown(facet.key, value) for value in lost]
    words = _values(params, QUERY_KEY)
    return Selection(tuple(choices), words[-1] if words else ""), tuple(unknown)


def to_params(selection: Selection) -> dict[str, list[str]]:
    """The parameters that say this selection, in the order of the facets; several values repeat the parameter."""
    params = {key: list(codes) for key, codes in selection.choices}
    if selection.query:
        params[QUERY_KEY] = [selection.query]
    return params


def _values(params: Mapping[str, Sequence[str]], key: str) -> list[str]:
    values = params.get(key, ())
    return [values] if isinstance(values, str) else list(values[:MAX_VALUES])


def _read(facet: Facet, values: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The codes found in the values, and what was not understood, both without repeats."""
    codes: dict[str, None] = {}
    lost: dict[str, None] = {}
    for value in values:
        whole = _find(facet, value)
        for part in [value] if whole else value.replace("|", ",").split(",")[:MAX_VALUES]:
            code = whole or _find(facet, part)
            if code:
                codes[code] = None
            elif part.strip():
                lost[part.strip()[:MAX_VALUES]] = None
    return tuple(codes), tuple(lost)


def _find(facet: Facet, value: str) -> str | None:
    return NOT_GIVEN if value.strip() == NOT_GIVEN else facet.vocabulary.find(value)
