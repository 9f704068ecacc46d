"""The VTIMEZONE of a calendar: when the clocks of a zone changed, over the years that the calendar speaks of."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

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
