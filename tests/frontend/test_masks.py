"""Masks as short texts for the browser."""

import base64

import numpy as np
import pytest

from dashboard.frontend.masks import decode_words, encode_bits, encode_rows, encode_words


def decode_runs(text: str, size: int) -> list[bool]:
    """What `donnees.js` does with `p`."""
    mask, shown, length, shift = [], False, 0, 0
    for byte in base64.b64decode(text):
        length += (byte & 127) << shift
        shift += 7
        if not byte & 128:
            mask += [shown] * length
            shown, length, shift = not shown, 0, 0
    return mask + [False] * (size - len(mask))


@pytest.mark.parametrize(
    "spans",
    [[], [(0, 1)], [(0, 200_000)], [(127, 255)], [(128, 129), (16_512, 150_000), (199_999, 200_000)], [(5, 16_389)]],
)
def test_few_runs_are_written_by_their_lengths(spans: list[tuple[int, int]]):
    mask = np.zeros(200_000, dtype=bool)
    for first, end in spans:
        mask[first:end] = True
    written = encode_rows(mask)
    assert written.keys() == {"p"}
    assert decode_runs(written["p"], mask.size) == mask.tolist()
    assert len(written["p"]) < 40


def test_scattered_rows_are_written_bit_by_bit():
    mask = np.arange(1000) % 3 == 0
    assert encode_rows(mask) == {"r": encode_bits(mask)}
    assert (
        np.unpackbits(
            np.frombuffer(base64.b64decode(encode_bits(mask)), dtype=np.uint8), count=1000, bitorder="little"
        ).tolist()
        == mask.astype(int).tolist()
    )


def test_words_travel_as_digits_and_come_back():
    assert set(encode_words("{{ œuvre }} ` ${x}")) <= set("0123456789abcdef")
    assert decode_words(encode_words("{{ œuvre }} ` ${x}")) == "{{ œuvre }} ` ${x}"


@pytest.mark.parametrize("coded", ["zz", "abc", "ff", "{{7*7}}"])
def test_what_is_no_code_is_refused(coded: str):
    with pytest.raises(ValueError, match=r"fromhex|decode"):
        decode_words(coded)
