"""The text of a typed cell, as a person reads it."""

from datetime import date, datetime, time


def text_of(value: object) -> str:
    """The text of a cell as a person reads it: `26100` for 26100.0, an ISO day or time, « vrai » for a boolean.

    A lone surrogate, which no file of ours could hold, becomes `?`.
    """
    match value:
        case None:
            return ""
        case str():
            return value if value.isascii() else value.encode("utf-8", "replace").decode("utf-8")
        case bool():
            return "vrai" if value else "faux"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | date() | time():
            return value.isoformat()
        case _:
            return str(value)
