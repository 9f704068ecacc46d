"""The carnet's programme: moments of the day, parallel sessions together, people under their role."""

from collections.abc import Mapping
from functools import partial
from itertools import groupby

from markupsafe import Markup

from dashboard.features.meeting.clock import Moment, parallel_lanes
from dashboard.features.meeting.overlaps import overlaps_of
from dashboard.features.meeting.papers.words import Booklet
from dashboard.features.meeting.programme import Person, Programme, Session
from dashboard.features.meeting.view import by_role, dated_half_day, session_hours

Names = Mapping[str, str]
"""The name of each pole that the carnet lists, by its id."""

_SESSION = Markup(
    '<article class="seance" id="s.{id}" data-conflits="{conflicts}"><header><div><p class="horaire">{hours}{lane}</p>'
    '<h{level} class="titre">{title}</h{level}></div>{star}</header>{description}{people}{below}</article>'
)


def booklet_programme(programme: Programme, names: Names) -> Markup:
    """The moments as markup; `names`: the poles that the carnet lists, to which people lead."""
    conflicts: dict[str, list[str]] = {}
    for overlap in overlaps_of(programme, programme.sessions_by_id):
        if overlap.is_conflict:
            conflicts.setdefault(overlap.first.id, []).append(overlap.second.id)
    parts = []
    for title, moments in groupby(parallel_lanes(programme), key=partial(dated_half_day, programme)):
        drawn = Markup("").join(_moment(programme, moment, conflicts, names) for moment in moments)
        parts.append(Markup('<div class="moment"><h3>{}</h3>{}</div>').format(title or Booklet.OTHER, drawn))
    return Markup("").join(parts)


def star(kind: str, star_id: str, title: str) -> Markup:
    """The button that adds a session (`s`) or a pole (`p`) to one's parcours."""
    return Markup(
        '<button type="button" class="etoile" data-etoile="{}.{}" data-titre="{}" aria-pressed="false" aria-label="{}">'
        '<span aria-hidden="true">☆</span></button>'
    ).format(kind, star_id, title, Booklet.star(title))


def pole_link(pole_id: str, names: Names) -> Markup:
    """A link to a pole of the carnet, by its name; nothing for one that the carnet does not list."""
    if pole_id not in names:
        return Markup("")
    return Markup(' <a class="vers-pole" href="#p.{}">{}</a>').format(pole_id, names[pole_id])


def _moment(programme: Programme, moment: Moment, conflicts: dict[str, list[str]], names: Names) -> Markup:
    sessions = [session for lane in moment.lanes for session in lane.sessions]
    drawn = Markup("").join(_session(programme, session, conflicts, names, 4) for session in sessions)
    if len(moment.lanes) < 2:
        return Markup('<div class="groupe">{}</div>').format(drawn)
    return Markup('<div class="groupe parallele"><p class="annonce">{}</p>{}</div>').format(Booklet.PARALLEL, drawn)


def _session(
    programme: Programme, session: Session, conflicts: dict[str, list[str]], names: Names, level: int
) -> Markup:
    children = programme.children_of(session.id)
    below = Markup("").join(_session(programme, child, conflicts, names, min(level + 1, 6)) for child in children)
    texts = [text for text in (session.abstract or session.description, session.note) if text]
    return _SESSION.format(
        id=session.id,
        level=level,
        conflicts=" ".join(conflicts.get(session.id, ())),
        hours=session_hours(session) if session.has_own_times or session.parent is None else "",
        lane=Markup(' <span class="couloir">{}</span>').format(session.hall) if session.hall else "",
        title=session.title,
        star=star("s", session.id, session.title),
        description=Markup("").join(Markup("<p>{}</p>").format(text) for text in texts),
        people=_people(programme.people_of(session.id), names),
        below=Markup('<div class="sous-themes">{}</div>').format(below) if below else "",
    )


def _people(people: tuple[Person, ...], names: Names) -> Markup:
    if not people:
        return Markup("")
    lines = Markup("").join(
        Markup("<div><dt>{}</dt>{}</div>").format(
            role or Booklet.PEOPLE, Markup("").join(_person(person, names) for person in group)
        )
        for role, group in by_role(people)
    )
    return Markup('<dl class="roles">{}</dl>').format(lines)


def _person(person: Person, names: Names) -> Markup:
    name = Markup("<strong>{}</strong>").format(person.name)
    where = Markup(' <span class="qui">{}</span>').format(person.affiliation) if person.affiliation else Markup("")
    if person.pole:
        where += pole_link(person.pole, names)
    return Markup("<dd>{}{}</dd>").format(name, where)
