"""What `check --json` prints of a file: one object a line, for machines (format 1, described in docs/commandes.md)."""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import pandas as pd

from dashboard.cli.check_content import Content, Part
from dashboard.core.fields.findings import Finding
from dashboard.core.fields.tables import POLE_FIELDS
from dashboard.errors import DashboardError
from dashboard.features.meeting.programme import Programme, Session
from dashboard.wording.findings import error_sentence, sentence_of

FORMAT = 1
_NOTHING = {"rows_in": 0, "on_map": 0, "without_point": 0, "refused": 0}
_PLACE = {
    "precision": "precision",
    "origin": "origine_position",
    "commune_insee": "commune_insee",
    "commune": "commune_label",
    "departement": "code_departement",
}


def refused(name: str, error: DashboardError) -> str:
    """The line of a file that is not read: the sentence that says why, and nothing else."""
    said = {"columns": [], "rows": [], "findings": [], "counts": _NOTHING}
    return _line({"format": FORMAT, "file": name, "outcome": "refused", "message": error_sentence(error), **said})


def read(name: str, content: Content) -> str:
    """The line of a file that is read: its columns, its rows in their order, what was found, the account."""
    accounting = content.accounting
    counts = (accounting.rows_in, accounting.located, accounting.without_point, accounting.refused)
    said: dict[str, Any] = {
        "format": FORMAT,
        "file": name,
        "kind": content.kind,
        "outcome": "read",
        "message": "",
        "columns": [
            {"sheet": part.sheet or None, "heading": one.heading, "field": one.field, "why": one.why}
            for part in content.parts
            for one in part.columns
        ],
        "rows": [row for part in content.parts for row in _rows(content, part)],
        "findings": [_finding(part, finding) for part in content.parts for finding in part.findings],
        "counts": dict(zip(_NOTHING, counts, strict=True)),
    }
    if content.programme is not None:
        said["sessions"] = _sessions(content.programme)
    return _line(said)


def _line(said: Mapping[str, Any]) -> str:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _finding(part: Part, finding: Finding) -> dict[str, Any]:
    return {
        "sheet": part.sheet or None,
        "row": finding.row,
        "field": finding.field,
        "code": finding.code,
        "severity": str(finding.severity),
        "value": finding.value,
        "message": sentence_of(finding),
    }


def _rows(content: Content, part: Part) -> Iterator[dict[str, Any]]:
    """The rows of a table in the order of its file; a refused one stands in its place, as it was typed."""
    checked = part.checked
    keys = [field.key for field in part.fields if field.key != "id"]
    shown = _shown(content, part)
    kept = [
        *_typed(checked.rows, keys, checked.extra_columns),
        *_typed(checked.refused_rows, keys, checked.extra_columns),
    ]
    for number, (row_id, fields, others) in sorted(kept, key=lambda row: row[0]):
        row = {"sheet": part.sheet or None, "row": number, "id": row_id, "refused": number not in shown}
        placed = shown.get(number)
        if placed is not None:
            fields = {key: placed.get(key, value) for key, value in fields.items()}
        yield {**row, "fields": fields, "other": others, "place": _place(placed) if content.kind == "poles" else None}


def _shown(content: Content, part: Part) -> dict[int, dict[str, Any]]:
    """The rows that are shown, by number: their cells as the catalogue has them, a point in `lon` and `lat`."""
    if content.catalogue is None:
        return {int(number): {} for number in part.checked.rows.index}
    rows = content.catalogue.rows
    own = rows.loc[(rows["fichier"].astype("str") == part.label).to_numpy()]
    keys = [field.key for field in POLE_FIELDS if field.key != "id"]
    columns = {key: [_plain(cell) for cell in own[key]] for key in (*keys, *_PLACE.values())}
    columns |= {"lon": [_plain(x) for x in own.geometry.x], "lat": [_plain(y) for y in own.geometry.y]}
    numbers = own["ligne"].tolist()
    return {
        int(number): dict(zip(columns, cells, strict=True))
        for number, cells in zip(numbers, zip(*columns.values(), strict=True), strict=True)
    }


def _typed(
    rows: pd.DataFrame, keys: Sequence[str], others: Sequence[str]
) -> Iterator[tuple[int, tuple[Any, dict[str, Any], dict[str, str]]]]:
    columns = [[_plain(cell) for cell in rows[key]] for key in (*keys, *others)]
    ids = [_plain(cell) for cell in rows["id"]] if "id" in rows else [None] * len(rows)
    for rank, number in enumerate(rows.index.tolist()):
        cells = [column[rank] for column in columns]
        other = {name: str(cell) for name, cell in zip(others, cells[len(keys) :], strict=True) if cell is not None}
        yield int(number), (ids[rank], dict(zip(keys, cells, strict=False)), other)


def _place(row: Mapping[str, Any] | None) -> dict[str, Any]:
    """Where a row is; on no map if it is refused."""
    if row is None:
        return {"on_map": False, "lon": None, "lat": None, **dict.fromkeys(_PLACE)}
    place = {key: row[column] for key, column in _PLACE.items()}
    return {"on_map": row["lon"] is not None, "lon": row["lon"], "lat": row["lat"], **place}


def _plain(cell: Any) -> Any:
    """A cell as JSON has it: None for a blank, a list for several values, ISO text for a day."""
    match cell:
        case tuple() | list():
            return list(cell) or None
        case date():
            return cell.isoformat()
        case float():
            return None if math.isnan(cell) else cell
        case str():
            return cell or None
        case None:
            return None
    return None if pd.isna(cell) else int(cell)


def _sessions(programme: Programme) -> list[dict[str, Any]]:
    return [_session(session) for session in programme.sessions]


def _session(session: Session) -> dict[str, Any]:
    """A session with its instants and its day; `room`: its room, else its lane, else its place."""
    return {
        "id": session.id,
        "title": session.title,
        "kind": session.kind,
        "start": _instant(session.starts_at),
        "end": _instant(session.ends_at),
        "day": _plain(session.day),
        "room": session.hall or session.place,
        "track": session.track,
        "parent": session.parent,
    }


def _instant(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
