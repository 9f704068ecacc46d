"""A `schedule.xml` or a `schedule.json` (frab, pretalx) as its file tells it; refused where it could do harm."""

import json
import re
from typing import Any
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl, Locator

from defusedxml import DefusedXmlException
from defusedxml.sax import parseString

from dashboard.errors import UnreadableFile
from dashboard.features.meeting.frab_types import Schedule, Talk

MAX_BYTES = 8_000_000
"""Eight times the schedule of a congress of 800 sessions."""
_DEEPEST = 20
_CHANGE = "04:00"
"""When a day of the programme ends, in a file that does not say it."""
_JSON = re.compile(r'"(?:schedule|conference)"\s*:\s*\{')


def is_schedule(content: bytes) -> bool:
    """Whether the bytes look like a schedule: XML whose first element is `<schedule>`, or JSON that holds one."""
    beginning = content[:4000].decode("utf-8", errors="replace").lstrip("\ufeff \r\n\t")
    if beginning.startswith("{"):
        return _JSON.search(beginning) is not None and '"FeatureCollection"' not in beginning
    first = re.search(r"<([a-zA-Z][\w.-]*)", re.sub(r"<!--.*?-->|<\?.*?\?>", "", beginning, flags=re.DOTALL))
    return beginning.startswith("<") and first is not None and first[1] == "schedule"


def parse_schedule(content: bytes) -> Schedule:
    """The meeting and its events; UnreadableFile for what is no schedule, is damaged, too big, or holds entities."""
    if len(content) > MAX_BYTES:
        raise UnreadableFile("file_too_big", str(MAX_BYTES))
    return _parse_json(content) if content.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{") else _parse_xml(content)


def _parse_xml(content: bytes) -> Schedule:
    handler = _Handler()
    try:
        parseString(content, handler, forbid_dtd=True)
    except DefusedXmlException as error:
        raise UnreadableFile("unsafe_xml", type(error).__name__) from error
    except (SAXParseException, ValueError, LookupError, RecursionError) as error:
        raise UnreadableFile("damaged_xml", str(error)[:200]) from error
    if handler.root != "schedule":
        raise UnreadableFile("not_a_schedule", handler.root[:100])
    return handler.schedule


class _Handler(ContentHandler):
    """Keeps what a programme needs of each element, and nothing else."""

    _locator: Locator

    def __init__(self) -> None:
        super().__init__()
        self.root = ""
        self.schedule = Schedule()
        self._path: list[str] = []
        self._text: list[str] = []
        self._day = self._room = self._change = ""

    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        """Enter an element."""
        self.root = self.root or name
        self._path.append(name)
        if len(self._path) > _DEEPEST:
            raise ValueError(f"elements nested more than {_DEEPEST} deep")
        self._text = []
        if name == "day":
            self._day, self._change = attrs.get("date", ""), attrs.get("start", "")
        elif self._path[-2:] == ["day", "room"]:
            self._room = attrs.get("name", "")
        elif name == "event":
            line, change = self._locator.getLineNumber() or 0, _change(self._change, self.schedule)
            number, guid = attrs.get("id", ""), attrs.get("guid", "")
            self.schedule.talks.append(Talk(line, self._day, change, self._room, number, guid))
        elif name == "link" and self.schedule.talks:
            self.schedule.talks[-1].links.append(attrs.get("href", ""))

    def characters(self, content: str) -> None:
        """Keep a part of a text."""
        self._text.append(content)

    def endElement(self, name: str) -> None:
        """Leave an element: its text is whole."""
        above = self._path[-2] if len(self._path) > 1 else ""
        text = "".join(self._text).strip()
        if above == "event" and text:
            self.schedule.talks[-1].texts[name] = text
        elif above == "conference" and text:
            self.schedule.conference[name] = text
        elif (above, name) == ("persons", "person") and self.schedule.talks and text:
            self.schedule.talks[-1].persons.append(text)
        self._path.pop()
        self._text = []


def _change(day_start: str, schedule: Schedule) -> str:
    """The time when the day begins, by its `start`, by the meeting's `day_change`, else four o'clock."""
    return day_start[11:16] or schedule.conference.get("day_change", "")[:5] or _CHANGE


def _parse_json(content: bytes) -> Schedule:
    try:
        data = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise UnreadableFile("damaged_json", str(error)[:200]) from error
    conference = _object(_object(data, "schedule") or data, "conference")
    if not conference:
        raise UnreadableFile("not_a_schedule", "json")
    schedule = Schedule({key: text for key, value in conference.items() if (text := _text(value))})
    for day in _objects(conference, "days"):
        change = _change(_text(day.get("day_start")), schedule)
        for room, events in _object(day, "rooms").items():
            for event in _objects({room: events}, room):
                schedule.talks.append(_talk(event, len(schedule.talks) + 2, _text(day.get("date")), change, room))
    return schedule


def _talk(event: dict[str, Any], rank: int, day: str, change: str, room: str) -> Talk:
    persons = (_text(one.get("public_name") or one.get("name")) for one in _objects(event, "persons"))
    return Talk(
        rank,
        day,
        change,
        _text(room),
        _text(event.get("id")),
        _text(event.get("guid")),
        {key: text for key, value in event.items() if (text := _text(value))},
        [name for name in persons if name],
        [_text(link.get("url")) for link in _objects(event, "links")],
    )


def _object(parent: Any, name: str) -> dict[str, Any]:
    found = parent.get(name) if isinstance(parent, dict) else None
    return found if isinstance(found, dict) else {}


def _objects(parent: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found = parent.get(name)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _text(value: Any) -> str:
    """A text or a whole number as text, without lone surrogates; "" for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return str(value).encode("utf-8", "replace").decode("utf-8").strip()
