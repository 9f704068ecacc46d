"""Meetings for the tests: made from a few rows, and the one of 25 June 2012 as shipped."""

import csv
from functools import cache

from dashboard.core.fields.findings import Finding
from dashboard.core.fields.tables import INTERVENANT_FIELDS, PROGRAMME_FIELDS, Field
from dashboard.features.meeting.build import TypedRow, build_programme
from dashboard.features.meeting.programme import Programme
from tests.helpers.paths import DATA


def raw(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def typed(rows: list[dict[str, str]], fields: tuple[Field, ...]) -> list[TypedRow]:
    return [
        (number, {field.key: field.parse(row.get(field.key, "")).value for field in fields})
        for number, row in enumerate(rows, start=2)
    ]


def make_programme(
    sessions: list[dict[str, str]],
    people: list[dict[str, str]] | None = None,
    *,
    day: str = "2012-06-25",
    poles: frozenset[str] = frozenset({"archer"}),
    **said: str,
) -> tuple[Programme, tuple[Finding, ...]]:
    event = {"id": "jour", "type": "evenement", "titre": "La rencontre", "date": day, **said}
    return build_programme(
        typed([event, *sessions], PROGRAMME_FIELDS), typed(people or [], INTERVENANT_FIELDS), pole_ids=poles
    )


@cache
def programme_2012() -> Programme:
    """The shipped meeting, without a finding."""
    poles = {row["id"] for name in ("poles", "projets") for row in raw(name)}
    programme, findings = build_programme(
        typed(raw("programme"), PROGRAMME_FIELDS), typed(raw("intervenants"), INTERVENANT_FIELDS), pole_ids=poles
    )
    assert findings == ()
    return programme
