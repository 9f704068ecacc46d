"""The meeting as iCalendar (RFC 5545): the whole day, one session, or those that a visitor chose."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import quote
from zoneinfo import ZoneInfo

from icalendar import Calendar as Component
from icalendar import Event as EventComponent
from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from dashboard.features.meeting.calendars.session_text import session_place, session_text
from dashboard.features.meeting.calendars.words import Calendar
from dashboard.features.meeting.ids import session_uid
from dashboard.features.meeting.programme import Programme, Session

PRODUCT = "-//carte-ptce//programme//FR"
REFRESHED_EVERY = timedelta(hours=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def whole_day(programme: Programme) -> tuple[Session, ...]:
    """The sessions that a calendar of the day has: all that have times of their own."""
    return tuple(session for session in programme.sessions if session.parent is None or session.has_own_times)


def to_ical(programme: Programme, sessions: Iterable[Session], *, site: str, name: str = "") -> bytes:
    """The calendar of these sessions, the same bytes for the same programme; lines end with CRLF, at most 75 bytes.

    `site`: address of the site, put before links, "" for none. `name`: title of the calendar, else the meeting's. Only
    a session whose day is known can be in a calendar: one without an hour lasts that day. `DTSTAMP` is the day when
    the file says that it was last revised, else the day of the meeting: never the clock.
    """
    chosen = [session for session in sessions if session.starts_at or session.day or _day(programme)]
    zone = ZoneInfo(programme.event.timezone if programme.event else "Europe/Paris")
    calendar = Component()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    title = name or (programme.event.title if programme.event else Calendar.NAME)
    for key in ("name", "x-wr-calname"):
        calendar.add(key, title)
    calendar.add("x-wr-timezone", zone.key)
    calendar.add("refresh-interval", REFRESHED_EVERY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    years = [session.starts_at.year for session in chosen if session.starts_at]
    if years:
        calendar.add_component(timezone_component(zone, min(years), max(years) + 1))
    for session in chosen:
        calendar.add_component(_event(programme, session, site, zone))
    return bytes(calendar.to_ical())


def session_address(site: str, session_id: str) -> str:
    """Where the site shows a session; "" where the site's own address is not known."""
    return f"{site}/programme?seance={quote(session_id)}" if site else ""


def _event(programme: Programme, session: Session, site: str, zone: ZoneInfo) -> EventComponent:
    event = EventComponent()
    event.add("uid", session_uid(programme, session))
    event.add("dtstamp", _stamp(programme))
    if session.starts_at:
        event.add("dtstart", session.starts_at.astimezone(zone))
        if session.ends_at:
            event.add("dtend", session.ends_at.astimezone(zone))
    else:
        event.add("dtstart", session.day or _day(programme))
    event.add("summary", session.title)
    for key, text in (
        ("location", session_place(programme, session)),
        ("description", session_text(programme, session)),
        ("url", session_address(site, session.id)),
    ):
        if text:
            event.add(key, text)
    if names := [name for name in (session.kind_label, session.track) if name]:
        event.add("categories", names)
    return event


def _day(programme: Programme) -> date | None:
    return programme.event.date if programme.event else None


def _stamp(programme: Programme) -> datetime:
    event = programme.event
    day = event and (event.updated or event.date)
    return datetime.combine(day, time(), UTC) if day else _EPOCH


_STEP = timedelta(days=7)


def timezone_component(zone: ZoneInfo, first_year: int, last_year: int) -> Timezone:
    """The component for a zone, each change of the clocks written out (RFC 5545, 3.6.5).

    `DTSTART` of a change is the local time before it: 02:00 for Paris in March. icalendar's own `Timezone.from_tzid`
    (7.3) writes 03:00 there, an hour late.
    """
    component = Timezone()
    component.add("tzid", zone.key)
    start = datetime(first_year - 1, 12, 1, tzinfo=UTC)
    component.add_component(_change(zone, start, start))
    moment, end = start, datetime(last_year + 1, 1, 1, tzinfo=UTC)
    while moment < end:
        following = moment + _STEP
        if _offset(zone, moment) != _offset(zone, following):
            before, after = moment, following
            while after - before > timedelta(seconds=1):
                middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
                before, after = (middle, after) if _offset(zone, middle) == _offset(zone, moment) else (before, middle)
            component.add_component(_change(zone, before, after))
        moment = following
    return component


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _change(zone: ZoneInfo, before: datetime, after: datetime) -> TimezoneDaylight | TimezoneStandard:
    local = after.astimezone(zone)
    change = TimezoneDaylight() if local.dst() else TimezoneStandard()
    change.add("dtstart", (after + _offset(zone, before)).replace(tzinfo=None))
    change.add("tzoffsetfrom", _offset(zone, before))
    change.add("tzoffsetto", _offset(zone, after))
    change.add("tzname", local.tzname() or zone.key)
    return change
