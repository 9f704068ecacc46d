"""What a visitor asks of the programme and of the parcours, applied to their view."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from dashboard.core.address import parcours
from dashboard.core.address.parcours import Kind
from dashboard.core.address.view import Exists, View
from dashboard.features.meeting.directory import Directory

_KINDS: Mapping[str, Kind] = {"s": "s", "p": "p"}


@dataclass(frozen=True)
class Existing:
    """What exists: the meeting with its people, and the poles."""

    directory: Directory
    is_pole: Exists

    def is_session(self, session_id: str) -> bool:
        """Whether the programme has this session."""
        return session_id in self.directory.programme.sessions_by_id


def apply(view: View, request: Mapping[str, Any], site: Existing) -> View:
    """The view after the request: one of the keys below with its value; what does not exist changes nothing.

    `pole`, `personne`, `organisation`, `seance`: open this one alone. `fermer`: close the one on top. `etoile`
    (`+s.<id>`, `-p.<id>`): set or lift the star of a session or a pole. `monter`: raise a pole. `rythme`: the pace.
    `noter`: the change of the programme was read. `oublier`: drop from the parcours what no longer exists.
    """
    key = next((one for one in _ANSWERS if one in request), None)
    if key is None:
        return view
    return stamped(_ANSWERS[key](view, str(request[key]), site), site.directory)


def stamped(view: View, directory: Directory) -> View:
    """The view with the edition of the programme that it speaks of, unless its link already names one."""
    return view if view.edition else replace(view, edition=directory.programme.edition)


def closed(view: View) -> View:
    """The view without what is open on top: a pole over a person over an organisation over a session."""
    if view.pole:
        return replace(view, pole=None)
    if view.person:
        return replace(view, person=None)
    if view.organisation:
        return replace(view, organisation=None)
    return replace(view, session=None)


def _open(
    view: View,
    *,
    pole: str | None = None,
    person: str | None = None,
    organisation: str | None = None,
    session: str | None = None,
) -> View:
    flight = view.flight + 1
    return replace(view, pole=pole, person=person, organisation=organisation, session=session, flight=flight)


def _open_pole(view: View, value: str, site: Existing) -> View:
    return _open(view, pole=value) if site.is_pole(value) else view


def _open_person(view: View, value: str, site: Existing) -> View:
    return _open(view, person=value) if value in site.directory.speakers else view


def _open_organisation(view: View, value: str, site: Existing) -> View:
    return _open(view, organisation=value) if value in site.directory.organisations else view


def _open_session(view: View, value: str, site: Existing) -> View:
    return _open(view, session=value) if site.is_session(value) else view


def _close(view: View, _: str, __: Existing) -> View:
    return closed(view)


def _star(view: View, value: str, site: Existing) -> View:
    """Said as « set » or « lift », so that what is asked twice is done once."""
    mark, _, star_id = value[1:].partition(".")
    kind = _KINDS.get(mark)
    exists = site.is_session if kind == "s" else site.is_pole
    if kind is None or not (exists(star_id) or view.parcours.has(kind, star_id)):
        return view
    if view.parcours.has(kind, star_id) == value.startswith("+"):
        return view
    return replace(view, parcours=view.parcours.toggled(kind, star_id))


def _raise(view: View, value: str, _: Existing) -> View:
    return replace(view, parcours=view.parcours.raised(value))


def _pace(view: View, value: str, _: Existing) -> View:
    return replace(view, pace=parcours.parse_pace(value))


def _note(view: View, _: str, site: Existing) -> View:
    return replace(view, edition=site.directory.programme.edition)


def _forget(view: View, _: str, site: Existing) -> View:
    kept, _gone = view.parcours.split(site.is_session, site.is_pole)
    return replace(view, parcours=kept, edition=site.directory.programme.edition)


_ANSWERS = {
    "pole": _open_pole,
    "personne": _open_person,
    "organisation": _open_organisation,
    "seance": _open_session,
    "fermer": _close,
    "etoile": _star,
    "monter": _raise,
    "rythme": _pace,
    "noter": _note,
    "oublier": _forget,
}
