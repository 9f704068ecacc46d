"""The carnet's people and organisations, each with the sessions where they are met."""

from collections.abc import Iterable

from markupsafe import Markup

from dashboard.domain.directory import Directory
from dashboard.domain.programme import Person, Programme
from dashboard.domain.text import fold
from dashboard.presentation.booklet_programme import Names, pole_link
from dashboard.presentation.booklet_strings import Booklet
from dashboard.presentation.formatting import joined
from dashboard.presentation.programme_view import session_hours


def booklet_people(directory: Directory, names: Names) -> Markup:
    """People by last name, then organisations, as markup; `names`: the poles that the carnet lists."""
    speakers = sorted(directory.speakers.values(), key=lambda one: fold(one.parts[0].last_name or one.name))
    people = Markup("").join(_item(directory.programme, one.name, one.parts, names, is_person=True) for one in speakers)
    organisations = Markup("").join(
        _item(directory.programme, one.name, one.parts, names, is_person=False)
        for one in directory.organisations.values()
        if one.parts
    )
    if not people and not organisations:
        return Markup("<p>{}</p>").format(Booklet.NO_PEOPLE)
    return Markup('<ul class="gens">{}</ul><h3>{}</h3><ul class="gens">{}</ul>').format(
        people, Booklet.ORGANISATIONS, organisations
    )


def _item(programme: Programme, name: str, parts: Iterable[Person], names: Names, *, is_person: bool) -> Markup:
    """Name, functions, then each session: « 10 h – 11 h 30, Enjeux…, intervention »."""
    people = list(parts)
    said = dict.fromkeys(person.affiliation for person in people) if is_person else {}
    lines = []
    for person in people:
        session = programme.sessions_by_id[person.session]
        who = (
            person.role_label
            if is_person
            else joined((person.name if person.is_named else "", person.role_label), ", ")
        )
        line = Markup('<li>{} <a href="#s.{}">{}</a>{}</li>')
        lines.append(
            line.format(
                session_hours(session),
                session.id,
                session.title,
                f", {who.lower() if is_person else who}" if who else "",
            )
        )
    poles = dict.fromkeys(person.pole for person in people if person.pole)
    links = Markup("").join(pole_link(pole, names) for pole in poles)
    return Markup('<li class="personne"><strong>{}</strong> <span class="qui">{}</span>{}<ul>{}</ul></li>').format(
        name, joined((text for text in said if text), " ; "), links, Markup("").join(lines)
    )
