"""What the browser asks of a part of a page, done once: it is asked again until the server says that it did it."""

from collections.abc import Iterator, Mapping
from typing import Any

import streamlit as st

_DONE = "demandes-faites"


def not_done(part: str, asked: Mapping[str, Any] | None) -> Iterator[Any]:
    """The values of {demandes: [{numero, valeur}…]} that this session has not done yet, in order.

    Each counts as done when it is handed out: one that fails would fail again.
    """
    done = st.session_state.setdefault(_DONE, {})
    for ask in (asked or {}).get("demandes", ()):
        if _rank(ask["numero"]) > _rank(done.get(part, "")) or _tab(ask["numero"]) != _tab(done.get(part, "")):
            done[part] = str(ask["numero"])
            yield ask["valeur"]


def done(part: str) -> Mapping[str, str]:
    """{recu: number of the last ask done}, empty where nothing was asked in this session."""
    number = st.session_state.get(_DONE, {}).get(part)
    return {"recu": number} if number else {}


def _tab(number: str) -> str:
    return str(number).rpartition("-")[0]


def _rank(number: str) -> int:
    rank = str(number).rpartition("-")[2]
    return int(rank) if rank.isdecimal() else 0
