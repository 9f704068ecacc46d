"""Whatever a cell holds, a parser answers or refuses; it never crashes."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dashboard.core.fields.cells import DOUBT_CODES, FAILURE_CODES, REPAIR_CODES, Malformed
from dashboard.core.fields.tables import INTERVENANT_FIELDS, POLE_FIELDS, PROGRAMME_FIELDS
from dashboard.core.fields.text import fold

PARSERS = {field.parse: field for field in (*POLE_FIELDS, *PROGRAMME_FIELDS, *INTERVENANT_FIELDS)}
FRAGMENTS = st.sampled_from(
    ["|", ";", "9h", "2012", "-", "http://", "1E9", "²", "٣", "\x00", "\ud800", "[", "://", "'"]
)
CELLS = st.one_of(st.text(max_size=30), st.lists(st.one_of(FRAGMENTS, st.text(max_size=4)), max_size=6).map("".join))


def said(parse, text: str) -> tuple[object, str | None, bool]:
    """The value, the code, and whether the cell was read."""
    try:
        parsed = parse(text)
    except Malformed as refusal:
        return None, refusal.code, False
    return parsed.value, parsed.code, True


@pytest.mark.parametrize("parse", PARSERS, ids=lambda parse: PARSERS[parse].key)
@given(text=CELLS)
def test_a_parser_answers_or_refuses_with_a_declared_code(parse, text: str):
    _, code, is_read = said(parse, text)
    assert code in ({None, *REPAIR_CODES, *DOUBT_CODES} if is_read else FAILURE_CODES)


@pytest.mark.parametrize("parse", PARSERS, ids=lambda parse: PARSERS[parse].key)
@example(text="a;b|")
@example(text="a;b|a;b")
@given(text=CELLS)
def test_what_a_parser_gave_is_read_again_as_the_same_value(parse, text: str):
    value, code, _ = said(parse, text)
    written = "|".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
    written.encode()
    doubt = code if code in DOUBT_CODES else None
    assert said(parse, written) == (value, doubt, True)


@given(st.text())
def test_folding_twice_changes_nothing(text: str):
    assert fold(fold(text)) == fold(text)
