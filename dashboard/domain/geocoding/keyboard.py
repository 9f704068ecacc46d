"""Slips that fingers and ears make, by which a short word is told from a chance resemblance."""

_ROWS = (("azertyuiop", "qsdfghjklm", "wxcvbn"), ("qwertyuiop", "asdfghjkl", "zxcvbnm"))
_ALIKE = ("aeiouy", "ckqs", "sz", "bp", "dt", "fv", "gj", "mn", "rl")


def _beside() -> frozenset[tuple[str, str]]:
    pairs = {(a, b) for letters in _ALIKE for a in letters for b in letters}
    for rows in _ROWS:
        for row, letters in enumerate(rows):
            for column, letter in enumerate(letters):
                for near_row in rows[max(row - 1, 0) : row + 2]:
                    pairs |= {(letter, other) for other in near_row[max(column - 1, 0) : column + 2]}
    return frozenset(pairs | {(b, a) for a, b in pairs})


_BESIDE = _beside()


def is_likely_slip(written: str, meant: str) -> bool:
    """Whether one slip apart, the words differ as slips do.

    Any letter may be lost, doubled or swapped with its neighbour. A letter put for another must be beside it on an
    AZERTY or QWERTY keyboard, or be heard like it; a letter too many must be beside one of its neighbours or the same.
    """
    start = 0
    while start < min(len(written), len(meant)) and written[start] == meant[start]:
        start += 1
    if len(written) == len(meant):
        if written[start + 1 :] != meant[start + 1 :]:
            return True  # two letters swapped
        return (written[start], meant[start]) in _BESIDE
    if len(written) < len(meant):
        return True
    around = written[max(start - 1, 0) : start] + written[start + 1 : start + 2]
    return any(letter == written[start] or (letter, written[start]) in _BESIDE for letter in around)
