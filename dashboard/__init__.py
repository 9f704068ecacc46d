"""Map dashboard of the French pôles territoriaux de coopération économique (PTCE); also a small library.

`import dashboard` costs nothing: what `dashboard.library` offers is loaded when it is first named.
"""

from importlib import import_module
from typing import Any

__all__ = [
    "cite",
    "crosstab",
    "describe_link",
    "dictionary",
    "export",
    "load_catalogue",
    "load_programme",
    "select",
    "to_map",
]


def __getattr__(name: str) -> Any:
    """A function of the library; AttributeError for another name."""
    if name in __all__:
        return getattr(import_module("dashboard.library"), name)
    raise AttributeError(f"module 'dashboard' has no attribute {name!r}")


def __dir__() -> list[str]:
    """What the library offers, and what any module has."""
    return sorted({*globals(), *__all__})
