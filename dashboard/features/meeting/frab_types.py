"""A schedule as its file tells it, XML or JSON, and what it calls the kinds of session that we know."""

from dataclasses import dataclass, field

from dashboard.core.fields.meeting_vocabularies import TYPES_SEANCE
from dashboard.core.fields.text import fold


@dataclass
class Talk:
    """One event: its line (its rank in JSON), the day and the room it stands in, its texts by name, people, links.

    `change` is the time, « 04:00 », until which what begins after midnight belongs to the day before.
    """

    line: int
    day: str
    change: str
    room: str
    number: str
    guid: str
    texts: dict[str, str] = field(default_factory=dict)
    persons: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


@dataclass
class Schedule:
    """The texts of the meeting by name, then its events in the order of the file."""

    conference: dict[str, str] = field(default_factory=dict)
    talks: list[Talk] = field(default_factory=list)


_KINDS = {
    "conference": ("talk", "long talk", "short talk", "lecture", "keynote", "presentation", "lightning talk"),
    "table-ronde": ("panel", "panel discussion", "discussion", "podium", "podium discussion"),
    "atelier": ("workshop", "tutorial", "training", "hands-on"),
    "pause": ("break", "coffee break"),
    "repas": ("lunch", "dinner", "meal", "catering"),
    "accueil": ("opening", "welcome", "registration"),
    "cloture": ("closing", "closing session"),
}
_BY_WORD = {word: code for code, words in _KINDS.items() for word in words}


def kind_of(text: str) -> str:
    """The code of the kind that the text names; the text itself if it names none, for the check to tell."""
    return TYPES_SEANCE.find(text) or _BY_WORD.get(fold(text)) or text
