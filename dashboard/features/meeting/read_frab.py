"""A `schedule.xml` (frab, pretalx) as the two tables of a meeting; defects are findings, by line of the file."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from html import unescape
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl, Locator
from zoneinfo import ZoneInfo

from defusedxml import DefusedXmlException
from defusedxml.sax import parseString

from dashboard.core.fields.field import Field
from dashboard.core.fields.findings import Finding, Severity
from dashboard.core.fields.tables import INTERVENANT_FIELDS, PROGRAMME_FIELDS
from dashboard.core.fields.text import fold
from dashboard.core.files.grid import RawTable
from dashboard.errors import UnreadableFile
from dashboard.features.meeting.frab_types import kind_of

SCHEDULE_CODES = frozenset({"malformed_duration", "ends_after_midnight"})
MAX_BYTES = 8_000_000
"""Eight times the schedule of a congress of 800 sessions."""
_DEEPEST = 20
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::\d{1,2})?")
_NAME_AND_ORGANISATION = re.compile(r"(.+?) \(([^()]+)\)")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_NUMBERED = re.compile(r"[a-z0-9]+-\d+-(?=.)")


@dataclass
class _Talk:
    """One `<event>`: where it stands, its texts by tag, its people and its links."""

    line: int
    number: str
    day: str
    room: str
    texts: dict[str, str] = field(default_factory=dict)
    persons: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


def is_schedule(content: bytes) -> bool:
    """Whether the bytes look like a schedule: XML whose first element is `<schedule>`."""
    beginning = content[:4000].decode("utf-8", errors="replace")
    first = re.search(r"<([a-zA-Z][\w.-]*)", re.sub(r"<!--.*?-->|<\?.*?\?>", "", beginning, flags=re.DOTALL))
    return beginning.lstrip("\ufeff \r\n\t").startswith("<") and first is not None and first[1] == "schedule"


def read_schedule(content: bytes, *, name: str = "") -> tuple[RawTable, RawTable]:
    """The sessions, headed as `programme.csv`, and the people, headed as `intervenants.csv`.

    Rooms become lanes, unless there is only one, which is then the place. Row numbers are lines of the file.
    UnreadableFile for what is no schedule, is damaged, too big, or holds entities or a document type.
    """
    if len(content) > MAX_BYTES:
        raise UnreadableFile("file_too_big", str(MAX_BYTES))
    handler = _Handler()
    try:
        parseString(content, handler, forbid_dtd=True)
    except DefusedXmlException as error:
        raise UnreadableFile("unsafe_xml", type(error).__name__) from error
    except (SAXParseException, ValueError, LookupError, RecursionError) as error:
        raise UnreadableFile("damaged_xml", str(error)[:200]) from error
    if handler.root != "schedule":
        raise UnreadableFile("not_a_schedule", handler.root[:100])
    return _tables(handler, name, sha256(content).hexdigest())


class _Handler(ContentHandler):
    """Keeps what a programme needs of each element, and nothing else."""

    _locator: Locator

    def __init__(self) -> None:
        super().__init__()
        self.root = ""
        self.conference: dict[str, str] = {}
        self.talks: list[_Talk] = []
        self._path: list[str] = []
        self._text: list[str] = []
        self._day = self._room = ""

    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        """Enter an element."""
        self.root = self.root or name
        self._path.append(name)
        if len(self._path) > _DEEPEST:
            raise ValueError(f"elements nested more than {_DEEPEST} deep")
        self._text = []
        if name == "day":
            self._day = attrs.get("date", "")
        elif self._path[-2:] == ["day", "room"]:
            self._room = attrs.get("name", "")
        elif name == "event":
            number = attrs.get("id", "")
            self.talks.append(_Talk(self._locator.getLineNumber() or 0, number, self._day, self._room))
        elif name == "link" and self.talks:
            self.talks[-1].links.append(attrs.get("href", ""))

    def characters(self, content: str) -> None:
        """Keep a part of a text."""
        self._text.append(content)

    def endElement(self, name: str) -> None:
        """Leave an element: its text is whole."""
        above = self._path[-2] if len(self._path) > 1 else ""
        text = "".join(self._text).strip()
        if above == "event" and text:
            self.talks[-1].texts[name] = text
        elif above == "conference" and text:
            self.conference[name] = text
        elif (above, name) == ("persons", "person") and self.talks and text:
            self.talks[-1].persons.append(text)
        self._path.pop()
        self._text = []


def _tables(handler: _Handler, name: str, digest: str) -> tuple[RawTable, RawTable]:
    findings: list[Finding] = []
    zone = _zone(handler.conference.get("time_zone_name", ""))
    ids = _ids(handler.talks)
    rooms = {talk.texts.get("room") or talk.room for talk in handler.talks}
    parents = {talk.texts.get("title", ""): talk_id for talk, talk_id in zip(handler.talks, ids, strict=True)}
    sessions: list[tuple[int, dict[str, str]]] = [(1, _meeting(handler.conference, zone))]
    people: list[tuple[int, dict[str, str]]] = []
    for talk, talk_id in zip(handler.talks, ids, strict=True):
        room = talk.texts.get("room") or talk.room
        kind = kind_of(talk.texts.get("type", ""))
        parent = parents.get(talk.texts.get("track", ""), "") if kind == "sous-theme" else ""
        row = {
            "id": talk_id,
            "type": kind,
            **_times(talk, zone, findings),
            "titre": "\u202f: ".join(filter(None, (talk.texts.get("title", ""), talk.texts.get("subtitle", "")))),
            "parent": parent if parent != talk_id else "",
            "couloir": room if len(rooms) > 1 else "",
            "lieu": room if len(rooms) == 1 else "",
            "description": _description(talk.texts),
            "sources": "|".join(link for link in talk.links if link.startswith(("http://", "https://"))),
        }
        sessions.append((talk.line, row))
        people += [(talk.line, _person(talk_id, rank, text)) for rank, text in enumerate(talk.persons, start=1)]
    return (
        _table(sessions, PROGRAMME_FIELDS, findings, name, digest),
        _table(people, INTERVENANT_FIELDS, [], name, digest),
    )


def _table(
    rows: Iterable[tuple[int, Mapping[str, str]]],
    fields: Iterable[Field],
    findings: list[Finding],
    name: str,
    digest: str,
) -> RawTable:
    keys = tuple(column.key for column in fields)
    known = list(rows)
    cells = tuple(tuple(row.get(key, "") for key in keys) for _, row in known)
    return RawTable(keys, cells, tuple(number for number, _ in known), tuple(findings), name, digest)


def _meeting(conference: Mapping[str, str], zone: ZoneInfo | None) -> dict[str, str]:
    acronym = re.sub(r"[^\w.-]", "-", fold(conference.get("acronym", "")), flags=re.ASCII).strip("-")
    return {
        "id": acronym or "programme",
        "type": "evenement",
        "date": conference.get("start", "")[:10],
        "titre": conference.get("title", "") or acronym,
        "fuseau": zone.key if zone else "",
    }


def _ids(talks: Iterable[_Talk]) -> list[str]:
    """The slug of each session without the acronym and the number before it, or the whole slug, or the number."""
    ids: list[str] = []
    taken: set[str] = set()
    for talk in talks:
        slug = re.sub(r"[^\w.-]+", "-", fold(talk.texts.get("slug", "")), flags=re.ASCII).strip("-")
        short = _NUMBERED.sub("", slug, count=1)
        tries = (short, slug, f"seance-{talk.number}" if talk.number else "", f"ligne-{talk.line}")
        free = next((one for one in tries if one and one not in taken), f"{slug}-ligne-{talk.line}")
        taken.add(free)
        ids.append(free)
    return ids


def _times(talk: _Talk, zone: ZoneInfo | None, findings: list[Finding]) -> dict[str, str]:
    """Day, beginning and end, in the zone of the meeting where the file says it, else as the file writes them."""
    start = talk.texts.get("start", "")
    day = talk.texts.get("date", talk.day)[:10]
    try:
        told = datetime.fromisoformat(talk.texts.get("date", ""))
    except ValueError:
        told = None
    if told and ("T" in talk.texts["date"] or not start):
        told = told.astimezone(zone) if zone and told.tzinfo else told
        day, start = told.date().isoformat(), f"{told:%H:%M}"
    return {"date": day, "debut": start, "fin": _end(talk, start, findings)}


def _end(talk: _Talk, start: str, findings: list[Finding]) -> str:
    """The end by the clock; a session that goes on after midnight is cut there, and told."""
    text = talk.texts.get("duration", "")
    length, begins = _CLOCK.fullmatch(text), _CLOCK.fullmatch(start)
    if not length or not begins:
        if text and not length:
            findings.append(Finding(talk.line, "fin", "malformed_duration", Severity.WARNING, text))
        return ""
    span = timedelta(hours=int(length[1]), minutes=int(length[2]))
    minutes = int(begins[1]) * 60 + int(begins[2]) + int(span.total_seconds()) // 60
    if span and minutes > 24 * 60:
        findings.append(Finding(talk.line, "fin", "ends_after_midnight", Severity.WARNING, f"{start} + {text}"))
        minutes = 24 * 60
    return f"{minutes // 60:02d}:{minutes % 60:02d}" if span else ""


def _description(texts: Mapping[str, str]) -> str:
    parts = dict.fromkeys(_plain(texts.get(tag, "")) for tag in ("abstract", "description"))
    return "\n".join(filter(None, parts))


def _plain(text: str) -> str:
    """The text without the HTML that some schedules carry."""
    return unescape(_TAG.sub(" ", text)).strip() if _TAG.search(text) else text


def _person(session: str, rank: int, text: str) -> dict[str, str]:
    """Someone; « Nom (Organisation) » says both."""
    both = _NAME_AND_ORGANISATION.fullmatch(text)
    name, organisation = (both[1], both[2]) if both else (text, "")
    return {
        "id": f"{session}-{rank}",
        "seance": session,
        "nom": name,
        "role": "intervention",
        "organisation": organisation,
    }


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (ValueError, OSError, KeyError):
        return None
