"""A meeting built from its rows; the day by the clock; 25 June 2012 as the printed programme says it."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from dashboard.core.catalogue.search import words_of
from dashboard.core.fields.findings import Finding, Severity
from dashboard.core.fields.tables import PROGRAMME_FIELDS
from dashboard.features.meeting.build import CODES, build_programme
from dashboard.features.meeting.clock import now_and_next, parallel_lanes
from dashboard.features.meeting.programme import Programme
from tests.helpers.meetings import make_programme, programme_2012, raw, typed
from tests.helpers.paths import ROOT

PARIS = ZoneInfo("Europe/Paris")


@pytest.fixture(scope="module")
def day_2012() -> Programme:
    return programme_2012()


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=PARIS)


def warnings(findings: tuple[Finding, ...]) -> list[tuple[Any, ...]]:
    return [(f.row, f.field, f.code, f.severity, f.value) for f in findings]


def test_the_event_says_its_title_day_place_host_and_zone(day_2012: Programme):
    event = day_2012.event
    assert event is not None
    assert (event.title, event.place, event.host, event.timezone, event.organisers) == (
        "Première rencontre nationale des pôles territoriaux de coopération économique",
        "Macif, place Étienne-Pernet, Paris 15e",
        "Macif",
        "Europe/Paris",
        ("Labo de l’ESS", "RTES", "CNCRES", "COORACE", "MES"),
    )
    assert (event.starts_at, event.ends_at) == (at("2012-06-25T09:30"), at("2012-06-25T17:00"))


def test_the_day_has_every_session_at_its_printed_time(day_2012: Programme):
    hours = [(s.id, f"{s.starts_at:%H:%M}", f"{s.ends_at:%H:%M}", s.has_own_times) for s in day_2012.sessions]
    assert hours == [
        ("accueil", "09:30", "10:00", True),
        ("enjeux", "10:00", "11:30", True),
        ("referentiel", "11:30", "12:30", True),
        ("buffet", "12:30", "14:00", True),
        ("decouvertes", "12:30", "14:45", True),
        ("leviers", "14:45", "16:15", True),
        ("leviers-collectivites", "14:45", "16:15", False),
        ("leviers-financements", "14:45", "16:15", False),
        ("leviers-reseaux", "14:45", "16:15", False),
        ("conclusions", "16:15", "17:00", True),
    ]


def test_the_day_has_the_titles_of_the_printed_programme(day_2012: Programme):
    """The words printed in 2012; the typography and the elisions of our file are compared folded."""
    printed = {
        "accueil": "Accueil par le président de la Macif et ouverture des travaux par les réseaux porteurs",
        "enjeux": "Enjeux et finalités de la coopération économique territoriale : regards d'acteurs et de chercheurs",
        "referentiel": "Qu'est ce qu'un PTCE ? Comment peut-on caractériser les PTCE ?",
        "buffet": "Déjeuner-buffet sur place",
        "decouvertes": '"découvertes express" de pôles témoins et en projet',
        "leviers": "Les leviers pour faire émerger et consolider les PTCE",
        "leviers-collectivites": "Rôle des collectivités locales",
        "leviers-financements": "Financements et modèles économiques",
        "leviers-reseaux": "Rôle des réseaux d'animation d'ESS",
        "conclusions": "Programme d'actions, perspectives et conclusions par les réseaux porteurs",
    }
    assert {s.id: words_of(s.title) for s in day_2012.sessions} == {
        key: words_of(text) for key, text in printed.items()
    }
    notes = {s.id: s.description for s in day_2012.sessions if s.description}
    assert notes["buffet"] == "Offert par la Macif."
    assert notes["decouvertes"] == "En parallèle du déjeuner."
    assert "élaboration d’un référentiel commun des PTCE" in notes["referentiel"]


def test_each_person_of_the_day_is_in_the_session_and_the_role_of_the_programme(day_2012: Programme):
    assert {s.id: [(p.role, p.name) for p in day_2012.people_of(s.id) if p.last_name] for s in day_2012.sessions} == {
        "accueil": [],
        "enjeux": [
            ("animation", "Véronique Branger"),
            ("animation", "Grégory Huchon"),
            ("intervention", "Christophe Chevalier"),
            ("intervention", "Colin Lemaître"),
            ("intervention", "Stéphane Montuzet"),
            ("grand-temoin", "Christophe Lavialle"),
        ],
        "referentiel": [
            ("animation", "Michel Adam"),
            ("animation", "Anne-Laure Federici"),
            ("intervention", "Sandrino Graceffa"),
            ("intervention", "Jean-François Langlet"),
            ("intervention", "Ludivine Chopard"),
            ("grand-temoin", "Xavier Roy"),
        ],
        "buffet": [],
        "decouvertes": [],
        "leviers": [("animation", "Laurent Fraisse"), ("animation", "Julien Baron")],
        "leviers-collectivites": [("intervention", "Henri Arevalo"), ("intervention", "Cyril Kretzschmar")],
        "leviers-financements": [("intervention", "Laurianne Fleury"), ("intervention", "Armand Rosenberg")],
        "leviers-reseaux": [("intervention", "Sophie Béthencourt"), ("intervention", "Muriel Nivert-Boudou")],
        "conclusions": [("cloture", "Benoît Hamon")],
    }


def test_the_president_of_the_macif_and_the_networks_open_without_a_name_of_their_own(day_2012: Programme):
    assert [(p.role, p.name, p.affiliation) for p in day_2012.people_of("accueil")] == [
        ("accueil", "Président", "Macif"),
        ("ouverture", "Labo de l’ESS", ""),
        ("ouverture", "RTES", ""),
        ("ouverture", "CNCRES", ""),
        ("ouverture", "COORACE", ""),
        ("ouverture", "MES", ""),
    ]


def test_people_are_linked_by_hand_to_the_poles_they_represent(day_2012: Programme):
    assert {p.last_name: p.pole for p in day_2012.people if p.pole} == {
        "Chevalier": "pole-sud-archer",
        "Lemaître": "culture-cooperation",
        "Montuzet": "pole-sud-aquitaine-ptce-sud-aquitaine",
        "Graceffa": "initiatives-et-cite-lille-metropole-solidaire",
        "Langlet": "eco-domaine-de-bouquetot-ecopya",
        "Chopard": "smac-07",
        "Arevalo": "ptce-ramonville-le-periscope",
        "Fleury": "eoliennes-energies-citoyennes-en-pays-de-vilaine",
        "Rosenberg": "domb-innov",
        "Béthencourt": "scic-eclis",
    }


def test_the_printed_spelling_of_a_corrected_name_stays_in_a_note(day_2012: Programme):
    graceffa = next(p for p in day_2012.people if p.last_name == "Graceffa")
    assert (graceffa.name, "«\u00a0Sandrine\u00a0»" in (graceffa.note or "")) == ("Sandrino Graceffa", True)


def test_someone_of_the_programme_stands_where_their_pole_stands(day_2012: Programme):
    codes = {row["id"]: row["code_insee"] for name in ("poles", "projets") for row in raw(name)}
    assert [p.id for p in day_2012.people if p.pole and p.insee_code not in (None, codes[p.pole])] == []


def test_a_session_has_the_poles_of_its_sub_themes_too(day_2012: Programme):
    assert day_2012.poles_of_session("leviers") == (
        "ptce-ramonville-le-periscope",
        "eoliennes-energies-citoyennes-en-pays-de-vilaine",
        "domb-innov",
        "scic-eclis",
    )
    assert day_2012.poles_of_session("leviers-reseaux") == ("scic-eclis",)
    assert day_2012.poles_of_session("inconnue") == ()


def test_a_pole_names_its_sessions_and_who_speaks_for_it(day_2012: Programme):
    found = day_2012.sessions_of_pole("domb-innov")
    assert [(s.id, [p.name for p in people]) for s, people in found] == [("leviers-financements", ["Armand Rosenberg"])]
    assert day_2012.sessions_of_pole("ecossolies") == ()


def test_the_buffet_and_the_express_visits_run_side_by_side(day_2012: Programme):
    lanes = [[(lane.name, [s.id for s in lane.sessions]) for lane in m.lanes] for m in parallel_lanes(day_2012)]
    assert lanes == [
        [(None, ["accueil"])],
        [(None, ["enjeux"])],
        [(None, ["referentiel"])],
        [("Repas", ["buffet"]), ("Découvertes", ["decouvertes"])],
        [(None, ["leviers"])],
        [(None, ["conclusions"])],
    ]


@pytest.mark.parametrize(
    ("moment", "phase", "now", "following", "in_min"),
    [
        ("2012-06-25T08:00", "before", [], ["accueil"], 90),
        ("2012-06-25T09:30", "during", [("accueil", 30)], ["enjeux"], 30),
        ("2012-06-25T13:00", "during", [("buffet", 60), ("decouvertes", 105)], ["leviers"], 105),
        ("2012-06-25T14:00", "during", [("decouvertes", 45)], ["leviers"], 45),
        ("2012-06-25T16:59:30", "during", [("conclusions", 1)], [], None),
        ("2012-06-25T17:00", "after", [], [], None),
        ("2026-11-24T12:00", "after", [], [], None),
    ],
)
def test_the_clock_tells_what_is_on_and_what_comes(day_2012, moment, phase, now, following, in_min):
    answer = now_and_next(day_2012, at(moment))
    assert (answer.phase, [(o.session.id, o.remaining_min) for o in answer.now]) == (phase, now)
    assert ([s.id for s in answer.next], answer.next_in_min) == (following, in_min)


def test_the_clock_may_be_read_in_another_zone(day_2012: Programme):
    answer = now_and_next(day_2012, datetime(2012, 6, 25, 11, 0, tzinfo=ZoneInfo("UTC")))
    assert [o.session.id for o in answer.now] == ["buffet", "decouvertes"]


def test_a_clock_without_zone_is_refused(day_2012: Programme):
    with pytest.raises(ValueError, match="aware"):
        now_and_next(day_2012, datetime(2012, 6, 25, 13, 0))


@pytest.mark.parametrize("start", ["9h", "9 h", "09:00", "9h00"])
def test_a_time_is_read_however_it_is_typed(start: str):
    programme, findings = make_programme([{"id": "a", "titre": "A", "debut": start, "fin": "9h30"}])
    assert (programme.sessions[0].starts_at, findings) == (at("2012-06-25T09:00"), ())


def test_a_span_typed_in_one_cell_gives_both_ends():
    programme, findings = make_programme([{"id": "a", "titre": "A", "debut": "9h30-11h"}])
    session = programme.sessions[0]
    assert (session.starts_at, session.ends_at, findings) == (at("2012-06-25T09:30"), at("2012-06-25T11:00"), ())


def test_hours_belong_to_the_zone_of_the_event():
    event = {"id": "j", "type": "evenement", "titre": "R", "date": "2012-06-25", "fuseau": "Indian/Reunion"}
    rows = typed([event, {"id": "a", "titre": "A", "debut": "9h"}], PROGRAMME_FIELDS)
    programme, _ = build_programme(rows, [], pole_ids=())
    assert programme.sessions[0].starts_at == datetime(2012, 6, 25, 5, 0, tzinfo=ZoneInfo("UTC"))


@pytest.mark.parametrize(
    ("session", "finding"),
    [
        ({"debut": "11h", "fin": "10h"}, (3, "fin", "end_before_start", Severity.WARNING, "11:00-10:00")),
        ({"debut": "9h-10h", "fin": "11h"}, (3, "fin", "end_time_conflict", Severity.WARNING, "09:00-10:00 / 11:00")),
        ({"debut": "9h", "parent": "b"}, (3, "parent", "unknown_parent", Severity.WARNING, "b")),
        ({"debut": "9h", "parent": "a"}, (3, "parent", "parent_cycle", Severity.WARNING, "a")),
        ({}, (3, "debut", "missing_start", Severity.WARNING, "")),
    ],
)
def test_a_defect_of_a_session_is_a_finding_and_the_session_stays(session, finding):
    programme, findings = make_programme([{"id": "a", "titre": "A", **session}])
    assert (warnings(findings), [s.id for s in programme.sessions]) == ([finding], ["a"])


@pytest.mark.parametrize(
    ("person", "finding", "kept"),
    [
        ({"seance": "z", "nom": "B", "organisation": "O"}, ("seance", "unknown_session", Severity.ERROR, "z"), []),
        ({"seance": "a"}, ("nom", "person_without_name", Severity.ERROR, ""), []),
        ({"seance": "a", "nom": "B"}, ("organisation", "person_without_organisation", Severity.WARNING, "B"), [None]),
        (
            {"seance": "a", "nom": "B", "organisation": "O", "pole": "nulle-part"},
            ("pole", "unknown_pole", Severity.WARNING, "nulle-part"),
            [None],
        ),
    ],
)
def test_a_defect_of_a_person_is_a_finding_of_their_row(person, finding, kept):
    programme, findings = make_programme([{"id": "a", "titre": "A", "debut": "9h"}], [{"id": "p", **person}])
    assert (warnings(findings), [p.pole for p in programme.people]) == ([(2, *finding)], kept)


def test_rows_without_id_or_with_the_id_of_another_are_refused_and_said():
    programme, findings = make_programme([{"id": "a", "titre": "A", "debut": "9h"}, {"id": "a"}, {"titre": "C"}])
    assert [s.title for s in programme.sessions] == ["A"]
    assert warnings(findings) == [
        (4, "id", "duplicate_id", Severity.ERROR, "a"),
        (5, "id", "missing_id", Severity.ERROR, ""),
    ]


def test_a_meeting_without_its_own_row_still_has_its_dated_sessions():
    rows = typed(
        [{"id": "a", "titre": "A", "date": "2012-06-25", "debut": "9h"}, {"id": "b", "titre": "B"}], PROGRAMME_FIELDS
    )
    programme, findings = build_programme(rows, [], pole_ids=())
    assert (programme.event, [s.id for s in programme.sessions]) == (None, ["a", "b"])
    assert [f.code for f in findings] == ["missing_event", "missing_date"]


def test_two_parents_that_name_each_other_both_become_sessions():
    programme, findings = make_programme(
        [
            {"id": "a", "titre": "A", "debut": "9h", "parent": "b"},
            {"id": "b", "titre": "B", "debut": "9h", "parent": "a"},
        ]
    )
    assert [s.id for s in programme.main_sessions] == ["a", "b"]
    assert [f.code for f in findings] == ["parent_cycle", "parent_cycle"]


def test_unnamed_lanes_share_a_moment_without_overlapping():
    programme, _ = make_programme(
        [
            {"id": "a", "titre": "A", "debut": "9h-12h"},
            {"id": "b", "titre": "B", "debut": "9h-10h"},
            {"id": "c", "titre": "C", "debut": "10h-11h"},
            {"id": "d", "titre": "D"},
        ]
    )
    assert [[[s.id for s in lane.sessions] for lane in m.lanes] for m in parallel_lanes(programme)] == [
        [["a"], ["b", "c"]],
        [["d"]],
    ]


def test_a_session_without_end_lasts_until_the_next_or_until_midnight():
    programme, _ = make_programme([{"id": "a", "titre": "A", "debut": "9h"}, {"id": "b", "titre": "B", "debut": "11h"}])
    moments = ("2012-06-25T10:59", "2012-06-25T11:00", "2012-06-25T23:59", "2012-06-26T00:00")
    answers = [now_and_next(programme, at(moment)) for moment in moments]
    assert [[o.session.id for o in answer.now] for answer in answers] == [["a"], ["b"], ["b"], []]
    assert answers[0].now[0].remaining_min is None


def test_every_code_that_the_building_can_give_is_declared():
    source = (ROOT / "dashboard/features/meeting/build.py").read_text("utf-8")
    assert sorted(code for code in CODES if source.count(f'"{code}"') != 2) == []


@pytest.mark.parametrize(
    ("row", "start", "end", "day", "codes"),
    [
        ({"debut": "22h30", "fin": "1h"}, "25 22:30", "26 01:00", 25, {"ends_next_day"}),
        ({"debut": "9h", "duree": "1h30"}, "25 09:00", "25 10:30", 25, set()),
        ({"debut": "23:00", "duree": "90"}, "25 23:00", "26 00:30", 25, set()),
        ({"debut": "2012-06-25T09:00:00", "fin": "2012-06-26T09:00:00"}, "25 09:00", "26 09:00", 25, set()),
        ({"debut": "25/06/2012 09:00", "fin": "0,4375"}, "25 09:00", "25 10:30", 25, set()),
        ({"debut": "41085.375", "fin": "1899-12-30 10:30:00"}, "25 09:00", "25 10:30", 25, set()),
        ({"date": "2012-06-25", "debut": "2012-06-26T01:00", "fin": "02:00"}, "26 01:00", "26 02:00", 25, set()),
        ({"date": "2012-06-25", "debut": "2012-06-27T09:00"}, "27 09:00", None, 25, {"start_day_conflict"}),
        ({"debut": "2012-06-25T07:00Z", "fin": "2012-06-25T09:30+01:00"}, "25 09:00", "25 10:30", 25, set()),
        ({"date": "2012-06-26"}, None, None, 26, {"missing_start"}),
    ],
)
def test_the_hours_of_a_table_may_carry_their_day_and_pass_midnight(row, start, end, day, codes):
    programme, findings = make_programme([{"id": "a", "titre": "A", **row}])
    only = programme.sessions[0]
    assert [at and f"{at:%d %H:%M}" for at in (only.starts_at, only.ends_at)] == [start, end]
    assert (only.day.day, {f.code for f in findings}) == (day, codes)


def test_a_meeting_that_names_no_zone_has_that_of_the_setting():
    rows = typed([{"id": "a", "titre": "A", "date": "2012-06-25", "debut": "9h"}], PROGRAMME_FIELDS)
    programme, _ = build_programme(rows, (), pole_ids=(), timezone="Indian/Reunion")
    assert f"{programme.sessions[0].starts_at:%H:%M %z}" == "09:00 +0400"


def test_moments_follow_the_days_and_a_session_without_hours_closes_its_own():
    rows = [
        {"id": "tout", "titre": "Expo", "date": "2012-06-25"},
        {"id": "soir", "titre": "Bal", "date": "2012-06-25", "debut": "22h", "fin": "2h"},
        {"id": "nuit", "titre": "Contes", "date": "2012-06-25", "debut": "2012-06-26T02:00", "fin": "03:00"},
        {"id": "demain", "titre": "Suite", "date": "2012-06-26", "debut": "0h30", "fin": "1h"},
    ]
    programme, _ = make_programme(rows)
    told = [(m.day.day, [s.id for lane in m.lanes for s in lane.sessions]) for m in parallel_lanes(programme)]
    assert told == [(25, ["soir"]), (25, ["nuit"]), (25, ["tout"]), (26, ["demain"])]
