"""The addresses that calendars and event applications subscribe to, and those of the meeting's papers."""

import json
from collections.abc import Callable

from starlette.routing import Route

from dashboard.core.address.parcours import Parcours, parse
from dashboard.features.meeting.calendars.frab import frab_schedule, schedule_xml
from dashboard.features.meeting.calendars.icalendar import to_ical, whole_day
from dashboard.features.meeting.calendars.words import Calendar
from dashboard.features.meeting.papers.booklet import booklet_code
from dashboard.features.meeting.papers.visits import POLICY
from dashboard.features.meeting.programme import Programme
from dashboard.site import Site
from dashboard.web.feeds import Answer, FileRequest, Queue, feed_route

PAPERS_FOLDER = "/documents"


def paper_routes(site: Callable[[], Site], *, address: str = "", base_path: str = "") -> list[Route]:
    """`/documents/carnet.html?parcours=…`, to save, and `/documents/visites.html?pole=…`, to print."""

    def carnet(asked: FileRequest) -> Answer:
        content = site().meeting.booklet(_starred(asked), address=address or asked.site)
        return Answer(content, booklet_code().policy)

    def sheets(asked: FileRequest) -> Answer:
        poles = asked.query.get("pole", ())
        return Answer(site().meeting.visits(poles, address=address or asked.site), POLICY)

    queue = Queue(at_once=1, waiting=20)

    def route(name: str, make: Callable[[FileRequest], Answer], *, download: bool) -> Route:
        path = f"{PAPERS_FOLDER}/{name}"
        return feed_route(path, make, filename=name, base_path=base_path, download=download, queue=queue)

    return [route("carnet.html", carnet, download=True), route("visites.html", sheets, download=False)]


def programme_routes(site: Callable[[], Site], *, address: str = "", base_path: str = "") -> list[Route]:
    """Calendars (the day, a session, one's parcours) and schedules (XML, JSON); 404 without a programme.

    `address`: the site's public address where the settings say it, else that of each request.
    """

    def route(path: str, make: Callable[[Programme, FileRequest], bytes | None], filename: str) -> Route:
        def answer(asked: FileRequest) -> Answer | None:
            programme = site().meeting.programme
            if programme is None:
                return None
            content = make(programme, FileRequest(asked.path, asked.query, address or asked.site))
            return None if content is None else Answer(content)

        return feed_route(path, answer, filename=filename, base_path=base_path)

    return [
        route("/programme.ics", _day, "programme.ics"),
        route("/programme/seance/{id}.ics", _session, "seance.ics"),
        route("/parcours.ics", _parcours, "parcours.ics"),
        route("/schedule.xml", _xml, "schedule.xml"),
        route("/schedule.json", _json, "schedule.json"),
    ]


def _day(programme: Programme, asked: FileRequest) -> bytes:
    return to_ical(programme, whole_day(programme), site=asked.site)


def _session(programme: Programme, asked: FileRequest) -> bytes | None:
    session = programme.sessions_by_id.get(asked.path["id"])
    return to_ical(programme, [session], site=asked.site, name=session.title) if session else None


def _parcours(programme: Programme, asked: FileRequest) -> bytes:
    """The starred sessions that still exist, in the order of the day."""
    starred = _starred(asked).sessions
    chosen = [session for session in programme.sessions if session.id in starred]
    title = Calendar.own(programme.event.title if programme.event else "")
    return to_ical(programme, chosen, site=asked.site, name=title)


def _xml(programme: Programme, asked: FileRequest) -> bytes:
    return schedule_xml(frab_schedule(programme, site=asked.site))


def _json(programme: Programme, asked: FileRequest) -> bytes:
    return json.dumps(frab_schedule(programme, site=asked.site), ensure_ascii=False, indent=1).encode()


def _starred(asked: FileRequest) -> Parcours:
    return parse("".join(asked.query.get("parcours", ())[-1:]))
