"""A schedule (frab, pretalx) as the two tables of a meeting; defects are findings, by line of the file."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from html import unescape
from zoneinfo import ZoneInfo

from dashboard.core.fields.field import Field
from dashboard.core.fields.findings import Finding, Severity
from dashboard.core.fields.tables import INTERVENANT_FIELDS, PROGRAMME_FIELDS
from dashboard.core.fields.text import fold
from dashboard.core.files.grid import RawTable
from dashboard.features.meeting.frab_types import Schedule, Talk, kind_of
from dashboard.features.meeting.parse_frab import parse_schedule
from dashboard.features.meeting.times import DEFAULT_TIMEZONE

SCHEDULE_CODES = frozenset({"malformed_duration", "date_start_disagree", "assumed_timezone"})
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?", re.ASCII)
_LENGTH = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{2})", re.ASCII)
_ONE_DIGIT = re.compile(r"T(\d):", re.ASCII)
_NAME_AND_ORGANISATION = re.compile(r"(.+?) \(([^()]+)\)")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_NUMBERED = re.compile(r"[a-z0-9]+-\d+-(?=.)")


def read_schedule(content: bytes, *, name: str = "", timezone: str = DEFAULT_TIMEZONE) -> tuple[RawTable, RawTable]:
    """The sessions, headed as `programme.csv`, and the people, headed as `intervenants.csv`.

    Row numbers are lines of the file, ranks of the sessions in JSON. `timezone` is that of a file which names none.
    UnreadableFile for what is no schedule, is damaged, too big, or holds entities or a document type.
    """
    schedule = parse_schedule(content)
    findings: list[Finding] = []
    zone = _zone(schedule.conference.get("time_zone_name", ""))
    if zone is None and any("T" in talk.texts.get("date", "") for talk in schedule.talks):
        findings.append(Finding(1, "fuseau", "assumed_timezone", Severity.INFO, timezone))
    sessions, people = _rows(schedule, zone or ZoneInfo(timezone), findings)
    digest = sha256(content).hexdigest()
    return (
        _table(sessions, PROGRAMME_FIELDS, findings, name, digest),
        _table(people, INTERVENANT_FIELDS, [], name, digest),
    )


Rows = list[tuple[int, dict[str, str]]]


def _rows(schedule: Schedule, zone: ZoneInfo, findings: list[Finding]) -> tuple[Rows, Rows]:
    """The rows of the sessions, the meeting's first, and of the people, each with its line."""
    ids = _ids(schedule.talks)
    parents = {talk.texts.get("title", ""): talk_id for talk, talk_id in zip(schedule.talks, ids, strict=True)}
    sessions: Rows = [(1, _meeting(schedule.conference, zone))]
    people: Rows = []
    for talk, talk_id in zip(schedule.talks, ids, strict=True):
        texts, track = talk.texts, talk.texts.get("track", "")
        kind = kind_of(texts.get("type", ""))
        parent = parents.get(track, "") if kind == "sous-theme" else ""
        abstract, description = (_plain(texts.get(tag, "")) for tag in ("abstract", "description"))
        row = {
            "id": talk_id,
            "type": kind,
            **_times(talk, zone, findings),
            "titre": "\u202f: ".join(filter(None, (texts.get("title", ""), texts.get("subtitle", "")))),
            "parent": parent if parent != talk_id else "",
            "salle": texts.get("room") or talk.room,
            "piste": "" if parent else track,
            "langue": texts.get("language", ""),
            "resume": abstract,
            "description": description if description != abstract else "",
            "guid": talk.guid,
            "numero": talk.number,
            "sources": "|".join(link for link in talk.links if link.startswith(("http://", "https://"))),
        }
        sessions.append((talk.line, row))
        people += [(talk.line, _person(talk_id, rank, text)) for rank, text in enumerate(talk.persons, start=1)]
    return sessions, people


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


def _meeting(conference: Mapping[str, str], zone: ZoneInfo) -> dict[str, str]:
    acronym = re.sub(r"[^\w.-]", "-", fold(conference.get("acronym", "")), flags=re.ASCII).strip("-")
    return {
        "id": acronym or "programme",
        "type": "evenement",
        "date": conference.get("start", "")[:10],
        "titre": conference.get("title", "") or acronym,
        "fuseau": zone.key,
        "lieu": conference.get("venue", ""),
        "ville": conference.get("city", ""),
    }


def _ids(talks: Iterable[Talk]) -> list[str]:
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


def _times(talk: Talk, zone: ZoneInfo, findings: list[Finding]) -> dict[str, str]:
    """Day of the programme, beginning, and minutes: the instant that `date` tells, else the clock of `start`."""
    minutes = _minutes(talk.texts.get("duration", ""))
    if minutes is None:
        found = Finding(talk.line, "duree", "malformed_duration", Severity.WARNING, talk.texts["duration"])
        findings.append(found)
    try:
        begins = _begins(talk, zone, findings)
    except (ValueError, OverflowError):
        begins = None
    day = talk.day[:10] or talk.texts.get("date", "")[:10]
    length = str(minutes or "")
    if begins is None:
        return {"date": day, "debut": talk.texts.get("start", ""), "duree": length}
    other = begins.replace(fold=1 - begins.fold)
    is_plain = begins.date().isoformat() == day and begins.utcoffset() == other.utcoffset()
    debut = f"{begins:%H:%M}" if is_plain else begins.isoformat(timespec="minutes")
    return {"date": day, "debut": debut, "duree": length}


def _begins(talk: Talk, zone: ZoneInfo, findings: list[Finding]) -> datetime | None:
    """The instant, in the zone; None without a clock. ValueError or OverflowError for what no calendar has."""
    text, start = talk.texts.get("date", ""), _CLOCK.fullmatch(talk.texts.get("start", ""))
    clock = time(int(start[1]), int(start[2])) if start else None
    told = _instant(talk, findings)
    if told and ("T" in text or clock is None):
        begins = told.astimezone(zone) if told.tzinfo else told.replace(tzinfo=zone)
        if clock and clock not in (told.time().replace(second=0), begins.time().replace(second=0)):
            findings.append(
                Finding(talk.line, "debut", "date_start_disagree", Severity.WARNING, f"{text} / {clock:%H:%M}")
            )
        return begins
    if clock is None:
        return None
    day = told.date() if told else date.fromisoformat(talk.day[:10])
    is_night = told is None and f"{clock:%H:%M}" < talk.change
    return datetime.combine(day + timedelta(days=1) if is_night else day, clock, zone)


def _instant(talk: Talk, findings: list[Finding]) -> datetime | None:
    """What `date` tells, an hour of one digit too; None, told, for what is no date."""
    text = talk.texts.get("date", "")
    try:
        return datetime.fromisoformat(_ONE_DIGIT.sub(r"T0\1:", text)) if text else None
    except ValueError:
        findings.append(Finding(talk.line, "date", "malformed_date", Severity.WARNING, text))
        return None


def _minutes(text: str) -> int | None:
    """Minutes of `HH:MM` or `D:HH:MM`, 0 for none; None for what is no length. `01:30:00` can only have seconds."""
    found = _LENGTH.fullmatch(text)
    if not found:
        return None if text else 0
    days, hours, minutes = found[1] or "0", int(found[2]), int(found[3])
    if found[1] and (found[1] == "00" or hours > 23):
        return int(days) * 60 + hours
    return (int(days) * 24 + hours) * 60 + minutes


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
