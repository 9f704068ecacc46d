"""What English-speaking schedules call the kinds of session that we know."""

from dashboard.core.fields.meeting_vocabularies import TYPES_SEANCE
from dashboard.core.fields.text import fold

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
