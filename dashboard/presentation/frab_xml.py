"""The « frab » schedule as `schedule.xml`, in the order and with the attributes that its schema asks for."""

import re
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

_TEXTS = ("date", "start", "duration", "room", "slug", "url", "title", "subtitle", "track", "type", "language")
_LONG_TEXTS = ("abstract", "description")
_OPTIONAL = frozenset({"url"})
_NOT_IN_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def schedule_xml(schedule: Mapping[str, Any]) -> bytes:
    """`schedule.xml` of what `frab_schedule` returns, valid against the schema of github.com/voc/schedule.

    A meeting without a session still has its one day. What XML cannot hold (control characters) is left out.
    """
    content = schedule["schedule"]
    conference = content["conference"]
    root = ElementTree.Element("schedule")
    _child(root, "version", content["version"])
    head = ElementTree.SubElement(root, "conference")
    for name in ("title", "acronym", "start", "end"):
        _child(head, name, conference[name])
    _child(head, "days", str(conference["daysCount"]))
    _child(head, "timeslot_duration", conference["timeslot_duration"])
    if "base_url" in content:
        _child(head, "base_url", content["base_url"])
    _child(head, "time_zone_name", conference["time_zone_name"])
    for day in conference["days"]:
        _day(root, day)
    if not conference["days"]:
        ElementTree.SubElement(root, "day", {"index": "1", "date": conference["start"]})
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _day(root: ElementTree.Element, day: Mapping[str, Any]) -> None:
    attributes = {"index": str(day["index"]), "date": day["date"], "start": day["day_start"], "end": day["day_end"]}
    element = ElementTree.SubElement(root, "day", attributes)
    for name, events in day["rooms"].items():
        room = ElementTree.SubElement(element, "room", {"name": _clean(name)})
        for event in events:
            _event(room, event)


def _event(room: ElementTree.Element, event: Mapping[str, Any]) -> None:
    element = ElementTree.SubElement(room, "event", {"guid": event["guid"], "id": str(event["id"])})
    for name in (*_TEXTS, *_LONG_TEXTS):
        if event[name] or name not in _OPTIONAL:
            _child(element, name, event[name])
    persons = ElementTree.SubElement(element, "persons")
    for person in event["persons"]:
        _child(persons, "person", person["public_name"], {"id": str(person["id"])})
    links = ElementTree.SubElement(element, "links")
    for link in event["links"]:
        _child(links, "link", link["title"], {"href": _clean(link["url"])})


def _child(parent: ElementTree.Element, name: str, text: str, attributes: Mapping[str, str] | None = None) -> None:
    element = ElementTree.SubElement(parent, name, dict(attributes or {}))
    element.text = _clean(text) or None


def _clean(text: str) -> str:
    return _NOT_IN_XML.sub("", text)
