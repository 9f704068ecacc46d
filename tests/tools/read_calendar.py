"""`read_calendar.py file.ics`: what two libraries, ics and an older icalendar, understand of it."""

import json
import sys
from pathlib import Path

import icalendar
import ics
from ical_events import events_of

text = Path(sys.argv[1]).read_bytes().decode()
by_ics = [
    {
        "uid": event.uid,
        "summary": event.name,
        "start": event.begin.isoformat(),
        "end": event.end.isoformat(),
        "location": event.location or "",
        "description": event.description or "",
        "url": event.url or "",
        "stamp": event.created.isoformat() if event.created else "",
    }
    for event in ics.Calendar(text).events
]
by_icalendar = events_of(icalendar.Calendar.from_ical(text))
json.dump({"ics": by_ics, "icalendar": by_icalendar}, sys.stdout, ensure_ascii=False)
