"""What the « Programme » page is told at a click: what is open, what is starred, what that makes of the day."""

from datetime import datetime
from typing import Any

from dashboard.core.address.parcours import Pace, Parcours, pace_to_text
from dashboard.core.address.view import View
from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.features.meeting.directory import Directory
from dashboard.features.meeting.overlaps import overlaps_of
from dashboard.features.meeting.plan import Missed, Plan, plan_of
from dashboard.features.meeting.programme import Programme
from dashboard.features.meeting.view import now_lines
from dashboard.features.meeting.words import Day, Mine
from dashboard.frontend.browser import BrowserFiles
from dashboard.wording.numbers import hours_fr


def day_view(
    files: BrowserFiles, catalogue: Catalogue, directory: Directory | None, view: View, *, at: datetime | None
) -> dict[str, Any]:
    """The state of the page; `at` is the time on the day of the meeting, None on another day."""
    if directory is None:
        return {"jour": None}
    programme = directory.programme
    kept, gone = view.parcours.split(programme.sessions_by_id.__contains__, catalogue.rows.index.__contains__)
    changed = bool(view.edition) and view.edition != programme.edition
    return {
        "jour": "journee.json",
        "ouvert": _open(files, view),
        "etoiles": {"s": list(kept.sessions), "p": list(kept.poles)},
        "avis": {
            "change": Day.CHANGED if changed else "",
            "inconnu": Day.unknown_values(list(view.unknown)) if view.unknown else "",
            "disparus": Mine.gone(list(gone.sessions), list(gone.poles)) if gone else "",
        },
        "rythme": pace_to_text(view.pace),
        "parcours": _mine(catalogue, programme, kept, view.pace),
        "maintenant": now_lines(programme, at) if at else None,
    }


def _open(files: BrowserFiles, view: View) -> dict[str, str] | None:
    """The one thing that is shown in full: what was asked for last is over what was there before."""
    if view.pole:
        return {"genre": "pole", "cle": view.pole, "fiche": f"{files.sheets}{view.pole}.json"}
    for kind, key in (("personne", view.person), ("organisation", view.organisation), ("seance", view.session)):
        if key:
            return {"genre": kind, "cle": key}
    return None


def _mine(catalogue: Catalogue, programme: Programme, parcours: Parcours, pace: Pace) -> dict[str, Any]:
    """The overlaps, the poles by priority, and the plan of the visits where there are some to plan."""
    plan = plan_of(programme, parcours, pace) if parcours.poles else None
    return {
        "chevauchements": [
            {
                "conflit": overlap.is_conflict,
                "texte": (Mine.conflict if overlap.is_conflict else Mine.shared)(
                    overlap.first.title, overlap.second.title, hours_fr(overlap.starts_at, overlap.ends_at)
                ),
            }
            for overlap in overlaps_of(programme, parcours.sessions)
        ],
        "poles": [{"id": pole, "nom": _name(catalogue, pole)} for pole in parcours.poles],
        "plan": _plan(catalogue, plan, pace) if plan else None,
    }


def _plan(catalogue: Catalogue, plan: Plan, pace: Pace) -> dict[str, Any]:
    lunch = [{"debut": plan.lunch[0], "heure": hours_fr(*plan.lunch), "texte": Mine.LUNCH}] if plan.lunch else []
    visits = [
        {
            "debut": visit.starts_at,
            "heure": hours_fr(visit.starts_at, visit.ends_at),
            "texte": _name(catalogue, visit.wish.pole),
            "pole": visit.wish.pole,
            "precision": ", ".join(
                filter(
                    None,
                    [
                        Mine.stand(visit.wish.stand) if visit.wish.stand else "",
                        Mine.CONFIRMED if visit.is_confirmed else "",
                    ],
                )
            ),
        }
        for visit in plan.visits
    ]
    lines = sorted([*lunch, *visits], key=lambda line: str(line["debut"]))
    return {
        "mention": Mine.PROPOSAL if plan.is_proposal else "",
        "lignes": [{key: value for key, value in line.items() if key != "debut"} for line in lines],
        "repas": Mine.LOST_LUNCH if plan.lost_lunch else "",
        "rates": [{"nom": _name(catalogue, one.wish.pole), "texte": _why(catalogue, one, pace)} for one in plan.missed],
    }


def _why(catalogue: Catalogue, missed: Missed, pace: Pace) -> str:
    return Mine.missed(missed.reason, [_name(catalogue, pole) for pole in missed.because], pace.visit_min)


def _name(catalogue: Catalogue, pole_id: str) -> str:
    return str(catalogue.rows.at[pole_id, "nom"])
