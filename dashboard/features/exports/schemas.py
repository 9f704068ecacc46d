"""The schema of each kind of file, as schema.data.gouv.fr asks: a Table Schema, named, dated, with two examples."""

import csv
import io
import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from dashboard.core.fields.field import Field
from dashboard.core.fields.tables import INTERVENANT_FIELDS, POLE_FIELDS, PROGRAMME_FIELDS
from dashboard.features.exports.datapackage import LICENCE, to_table_schema

VERSION = "1.0.0"
"""To be raised with each change of a column: the last figure for a wording, the first for a column taken away."""

_CREATED, _CHANGED = "2026-12-01", "2026-12-01"
_TITLES = {
    "poles": ("Pôles et projets de coopération", POLE_FIELDS),
    "programme": ("Programme d’une rencontre", PROGRAMME_FIELDS),
    "intervenants": ("Personnes et organisations d’une rencontre", INTERVENANT_FIELDS),
}


def schema_files() -> dict[str, bytes]:
    """Each schema and its examples, one valid and one not: path below `schemas/` → content."""
    files = {}
    for kind, (title, fields) in _TITLES.items():
        schema = json.dumps(_schema(kind, title, fields), ensure_ascii=False, indent=2)
        files[f"{kind}/schema.json"] = f"{schema}\n".encode()
        files[f"{kind}/exemple-valide.csv"] = _example(fields, [_valid(field) for field in fields])
        files[f"{kind}/exemple-invalide.csv"] = _example(fields, [_invalid(field) for field in fields])
    return files


def _schema(kind: str, title: str, fields: Iterable[Field]) -> dict[str, Any]:
    return {
        "$schema": "https://specs.frictionlessdata.io/schemas/table-schema.json",
        "name": f"ptce-{kind}",
        "title": title,
        "description": f"{title}\u202f: les colonnes que le tableau de bord des PTCE lit et écrit.",
        "version": VERSION,
        "created": _CREATED,
        "lastModified": _CHANGED,
        "licenses": [LICENCE],
        "resources": [
            {"title": "Exemple valide", "name": "exemple-valide", "path": "exemple-valide.csv"},
            {"title": "Exemple invalide", "name": "exemple-invalide", "path": "exemple-invalide.csv"},
        ],
        **to_table_schema(fields),
    }


def _example(fields: Iterable[Field], cells: Iterable[str]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([[field.key for field in fields], list(cells)])
    return text.getvalue().encode()


def _valid(field: Field) -> str:
    """The first right cell of the field, as our own files write it."""
    return _written(field.parse(field.valid[0]).value)


def _invalid(field: Field) -> str:
    """A cell that the field refuses, the right one where it reads any text; nothing where something is required."""
    return "" if field.required else next(iter(field.invalid), _valid(field))


def _written(value: object) -> str:
    match value:
        case tuple():
            return "|".join(map(str, value))
        case date():
            return value.isoformat()
        case float():
            return f"{value:g}"
    return str(value)
