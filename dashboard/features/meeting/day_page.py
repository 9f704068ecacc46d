"""The day of the meeting as one file for the browser: its timeline, its sessions, its people, its organisations."""

from dataclasses import dataclass
from itertools import groupby, pairwise, starmap
from typing import Any

from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.catalogue.search import words_of
from dashboard.core.geography.gazetteer import Gazetteer
from dashboard.features.meeting.clock import Moment, parallel_lanes
from dashboard.features.meeting.directory import Directory, Organisation, Speaker, key_of
from dashboard.features.meeting.programme import Event, Person, Programme, Session
from dashboard.features.meeting.view import (
    dated_half_day,
    event_header,
    place_of_session,
    roles_of,
    session_hours,
    session_when,
    shown_room,
)
from dashboard.features.meeting.words import Day, Mine, quoted
from dashboard.wording.numbers import day_fr, hour_fr, hours_fr, joined
from dashboard.wording.places import place_of


@dataclass(frozen=True)
class DayFile:
    """What the file is made from."""

    directory: Directory
    catalogue: Catalogue
    gazetteer: Gazetteer

    def to_data(self) -> dict[str, Any]:
        """JSON-ready; sessions by id, people and organisations in alphabetical order, poles of the programme by id."""
        programme = self.directory.programme
        speakers = sorted(self.directory.speakers.values(), key=_by_last_name)
        return {
            **_header(programme),
            "jours": [day_fr(day).rsplit(" ", 1)[0] for day in programme.days] if len(programme.days) > 1 else [],
            "moments": _moments(programme),
            "seances": {session.id: self._session(session) for session in programme.sessions},
            "personnes": [self._speaker(speaker) for speaker in speakers],
            "organisations": [self._organisation(one) for one in self.directory.organisations.values()],
            "poles": {pole: self._pole(pole) for pole in sorted({p.pole for p in programme.people if p.pole})},
        }

    def _session(self, session: Session) -> dict[str, Any]:
        programme = self.directory.programme
        below = programme.children_of(session.id)
        people = [*programme.people_of(session.id), *(p for child in below for p in programme.people_of(child.id))]
        when, language = session_when(programme, session), Day.language(session.language or "")
        texts = [session.title, session.abstract, session.description, session.note, session.kind_label, session.track]
        texts += [session.lane, session.room, session.place, session.city, session.host, language, when]
        return {
            "type": session.kind or "",
            "typeTitre": session.kind_label,
            "horaire": session_hours(session),
            "quand": when,
            "propre": session.has_own_times,
            "titre": session.title,
            "salle": shown_room(programme, session),
            "piste": session.track if session.track and key_of(session.track) != key_of(session.kind_label) else "",
            "langue": language,
            "resume": session.abstract or "",
            "description": session.description or "",
            "note": session.note or "",
            "lieu": place_of_session(programme, session),
            "hote": _named(session.host),
            "sources": list(session.sources),
            "parent": session.parent or "",
            "sous": [child.id for child in below],
            "roles": roles_of(programme.people_of(session.id), _affiliation),
            "poles": list(programme.poles_of_session(session.id)),
            "recherche": _words(*texts, *(text for person in people for text in (person.name, person.affiliation))),
        }

    def _speaker(self, speaker: Speaker) -> dict[str, Any]:
        texts = [text for part in speaker.parts for text in (part.function, part.organisation, part.note)]
        parts = [self._part(part) for part in speaker.parts]
        return {
            "cle": speaker.key,
            "nom": speaker.name,
            "resume": joined(dict.fromkeys(part.affiliation for part in speaker.parts), ", "),
            "parts": parts,
            "poles": list(speaker.poles),
            "sources": list(dict.fromkeys(url for part in speaker.parts for url in part.sources)),
            "recherche": _words(
                speaker.name,
                *texts,
                *(part["lieu"] + " " + part["role"] for part in parts),
                *map(self._name, speaker.poles),
            ),
        }

    def _organisation(self, organisation: Organisation) -> dict[str, Any]:
        mentions = [
            *([Day.ORGANISES] if organisation.organises else []),
            *([Day.RECEIVES] if organisation.receives else []),
            *(Day.organises(session.title) for session in organisation.organised),
            *(Day.receives(session.title) for session in organisation.received),
        ]
        parts = [self._part(part) for part in organisation.parts]
        places = [part["lieu"] for part in parts]
        return {
            "cle": organisation.key,
            "nom": organisation.name,
            "mentions": mentions,
            "resume": joined(dict.fromkeys([*places, *mentions[:1]]), ", "),
            "lieu": joined(dict.fromkeys(places), ", "),
            "parts": parts,
            "poles": list(organisation.poles),
            "recherche": _words(
                organisation.name,
                *mentions,
                *places,
                *(part["nom"] for part in parts),
                *map(self._name, organisation.poles),
            ),
        }

    def _part(self, person: Person) -> dict[str, Any]:
        return {
            "seance": person.session,
            "role": person.role_label,
            "cle": key_of(person.name) if person.is_named else "",
            "nom": person.name,
            "fonction": person.function or "",
            "organisation": _named(person.organisation),
            "lieu": self._place(person.insee_code or ""),
            "note": person.note or "",
            "accueil": _reception(person),
        }

    def _pole(self, pole_id: str) -> dict[str, Any]:
        row = self.catalogue.rows.loc[pole_id]
        return {"nom": row["nom"], "lieu": place_of(row), "place": row["precision"] != "aucune"}

    def _place(self, insee_code: str) -> str:
        """« Tarnos (40) », "" for a code that is not known."""
        commune = self.gazetteer.commune_today(insee_code)
        return f"{commune.name} ({commune.departement_code})" if commune else ""

    def _name(self, pole_id: str) -> str:
        return str(self.catalogue.rows.at[pole_id, "nom"])


def _header(programme: Programme) -> dict[str, Any]:
    event = programme.event
    return {
        **event_header(programme),
        "fuseau": _zone(event) if event else None,
        "description": (event.description or "") if event else "",
        "sources": list(event.sources) if event else [],
        "organisateurs": [_named(name) for name in event.organisers] if event else [],
        "hote": _named(event.host) if event else None,
    }


def _zone(event: Event) -> dict[str, Any] | None:
    """What to say on a device that does not show the time of the meeting when it begins: seconds, minutes from UTC."""
    offset = event.starts_at.utcoffset() if event.starts_at else None
    if event.starts_at is None or offset is None:
        return None
    minutes = int(offset.total_seconds()) // 60
    return {"instant": int(event.starts_at.timestamp()), "decalage": minutes, "phrase": Day.zone(event.timezone)}


def _named(name: str | None) -> dict[str, str] | None:
    return {"cle": key_of(name), "nom": name} if name else None


def _affiliation(person: Person) -> dict[str, str]:
    return {
        "organisation": key_of(person.organisation) if person.organisation else "",
        "precision": joined([person.affiliation, *_reception(person)], " · "),
        "pole": person.pole or "",
    }


def _reception(person: Person) -> list[str]:
    """Where and when they receive: « stand A12 », « 12 h 45 – 13 h »."""
    return [*([Mine.stand(person.stand)] if person.stand else []), *starmap(hours_fr, person.slots)]


def _moments(programme: Programme) -> list[dict[str, Any]]:
    """The moments by half-day, with the rank of their day; each as rows of minutes, its sessions in lanes."""
    moments = groupby(parallel_lanes(programme), key=lambda one: (one.day, dated_half_day(programme, one)))
    rank = {day: number for number, day in enumerate(programme.days)}
    return [{"titre": t, "jour": rank.get(day, 0), "groupes": [*map(_group, own)]} for (day, t), own in moments]


def _group(moment: Moment) -> dict[str, Any]:
    """Rows from each time where something begins or ends to the next; for each session its lane and its rows."""
    sessions = [session for lane in moment.lanes for session in lane.sessions]
    ends = {moment for s in sessions for moment in (s.starts_at, s.ends_at) if moment}
    times = sorted(ends)
    rows = [
        {"heure": hour_fr(start.timetz()), "minutes": int((end - start).total_seconds() // 60)}
        for start, end in pairwise(times)
    ] or [{"heure": hour_fr(times[0].timetz()) if times else "", "minutes": 0}]
    last = len(rows)
    cards: list[dict[str, Any]] = [
        {
            "seance": session.id,
            "couloir": number,
            "de": times.index(session.starts_at) if session.starts_at else 0,
            "a": times.index(session.ends_at) if session.ends_at else last,
        }
        for number, lane in enumerate(moment.lanes)
        for session in lane.sessions
    ]
    is_parallel = len(moment.lanes) > 1
    return {
        "annonce": _at_once(sessions) if is_parallel else "",
        "couloirs": [lane.name or "" for lane in moment.lanes],
        "lignes": rows,
        "cartes": sorted(cards, key=lambda card: card["de"]),
    }


def _at_once(sessions: list[Session]) -> str:
    return Day.at_once([Day.until(_short(session, sessions), _end(session)) for session in sessions])


def _short(session: Session, sessions: list[Session]) -> str:
    """The kind of a session if it tells it from the others, else its title."""
    kinds = [other.kind for other in sessions]
    return session.kind_label if session.kind and kinds.count(session.kind) == 1 else quoted(session.title)


def _end(session: Session) -> str:
    return hour_fr(session.ends_at.timetz()) if session.ends_at else ""


def _by_last_name(speaker: Speaker) -> tuple[str, str]:
    last_name = next((part.last_name for part in speaker.parts if part.last_name), "")
    return key_of(last_name or speaker.name), speaker.key


def _words(*texts: str | None) -> str:
    """What a search compares with: the words, folded, once each text."""
    return " ".join(word for text in dict.fromkeys(filter(None, texts)) for word in words_of(text))
