"""What one visitor looks at: the selection, the open sheet, the lit session."""

from dataclasses import dataclass, field

from dashboard.domain.selection import Selection


@dataclass(frozen=True)
class View:
    """One visitor's view, as the URL says it.

    `unknown` holds what the link asked for in vain. `flight` grows each time the map should move; `serie` is the number
    that the browser gave to the last filter change that was applied.
    """

    selection: Selection = field(default_factory=Selection)
    pole: str | None = None
    session: str | None = None
    unknown: tuple[str, ...] = ()
    flight: int = 0
    serie: int = 0
