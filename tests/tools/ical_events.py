"""What icalendar reads of a calendar, whichever its version: for a test, and for a tool in another environment."""

from typing import Any


def events_of(calendar: Any) -> list[dict[str, str]]:
    """The events of an `icalendar.Calendar`, in the order of their UIDs; times in ISO form, "" for what is not said."""
    events = [
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
        for event in calendar.walk("vevent")
    ]
    return sorted(events, key=lambda event: event["uid"])
