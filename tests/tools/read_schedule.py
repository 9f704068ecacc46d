"""`read_schedule.py schedule.json`: what c3voc-schedule-tools understands of it, and the XML that it makes of it."""

import json
import sys

from voc.event import Event
from voc.schedule import Schedule

schedule = Schedule.from_file(sys.argv[1])


def told(event: Event) -> dict[str, object]:
    """One event as plain values."""
    return {
        "guid": event["guid"],
        "title": event["title"],
        "start": event.start.isoformat(),
        "duration": event["duration"],
        "room": event["room"],
        "persons": event.persons(),
    }


json.dump(
    {"rooms": schedule.rooms(), "events": schedule.foreach_event(told), "xml": schedule.xml()},
    sys.stdout,
    ensure_ascii=False,
)
