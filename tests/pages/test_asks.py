"""What a part of a page asks is done once, in its order, however often it arrives."""

import pytest
import streamlit as st

from dashboard.pages import asks


@pytest.fixture(autouse=True)
def session(monkeypatch: pytest.MonkeyPatch) -> dict:
    state: dict = {}
    monkeypatch.setattr(st, "session_state", state)
    return state


def asked(*numbers: str) -> dict:
    return {"demandes": [{"numero": number, "valeur": number} for number in numbers]}


def test_what_comes_twice_is_done_once():
    assert list(asks.not_done("liste", asked("a-1", "a-2"))) == ["a-1", "a-2"]
    assert asks.done("liste") == {"recu": "a-2"}
    assert list(asks.not_done("liste", asked("a-1", "a-2", "a-10"))) == ["a-10"]
    assert list(asks.not_done("liste", asked("a-10"))) == []
    assert list(asks.not_done("liste", None)) == []


def test_each_part_and_each_tab_counts_for_itself():
    assert list(asks.not_done("liste", asked("a-7"))) == ["a-7"]
    assert list(asks.not_done("tableau", asked("a-1"))) == ["a-1"]
    assert list(asks.not_done("liste", asked("b-1"))) == ["b-1"]
    assert asks.done("panneau") == {}


def test_what_fails_is_not_asked_for_ever():
    for value in asks.not_done("liste", asked("a-1", "a-2")):
        assert value == "a-1"
        break
    assert asks.done("liste") == {"recu": "a-1"}
    assert list(asks.not_done("liste", asked("a-1", "a-2"))) == ["a-2"]
