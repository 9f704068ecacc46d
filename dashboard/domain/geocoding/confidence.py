"""How often each stage is right, measured on the development set and published by `make bench`."""

CONFIDENCE: dict[str, float] = {}
"""Name of the stage → share of right answers among those that it accepted."""

UNMEASURED = 0.9
