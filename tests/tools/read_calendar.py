"""`read_calendar.py file.ics`: what two libraries, ics and an older icalendar, understand of it."""

import json
import sys
from pathlib import Path

import icalendar
import ics

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
by_icalendar = [
    {
        "uid": str(event["uid"]),
        "summary": str(event["summary"]),
        "start": event["dtstart"].dt.isoformat(),
        "end": event["dtend"].dt.isoformat(),
        "location": str(event.get("location", "")),
        "description": str(event.get("description", "")),
        "url": str(event.get("url", "")),
        "stamp": event["dtstamp"].dt.isoformat(),
    }
    for event in icalendar.Calendar.from_ical(text).walk("vevent")
]
json.dump({"ics": by_ics, "icalendar": by_icalendar}, sys.stdout, ensure_ascii=False)
