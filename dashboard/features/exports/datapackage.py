"""The Frictionless Data Package of the shipped files, written from the declaration of the fields; their checksums.

Profile: tabular-data-package, version 1 (https://specs.frictionlessdata.io/tabular-data-package/).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from dashboard.core.catalogue.provenance import Provenance
from dashboard.core.fields.field import Field
from dashboard.core.fields.reads import LIST_KINDS
from dashboard.core.fields.tables import FIRST_POLE_FIELDS, INTERVENANT_FIELDS, PROGRAMME_FIELDS

_MULTIPLE = "Plusieurs valeurs sont séparées par «\u00a0|\u00a0»."

LICENCE = {
    "name": "etalab-2.0",
    "title": "Licence Ouverte 2.0",
    "path": "https://www.etalab.gouv.fr/licence-ouverte-open-licence",
}
_TYPES: Mapping[str, Mapping[str, Any]] = {
    "text": {"type": "string"},
    "list": {"type": "string"},
    "vocabulary": {"type": "string"},
    "vocabulary-list": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "date": {"type": "date"},
    "time": {"type": "time", "format": "%H:%M"},
    "url": {"type": "string", "format": "uri"},
    "url-list": {"type": "string"},
}


@dataclass(frozen=True, slots=True)
class Resource:
    """One file of the package: its name is that of the file without `.csv`; `links` give column → resource."""

    name: str
    title: str
    fields: tuple[Field, ...]
    links: tuple[tuple[str, str], ...] = ()

    @property
    def path(self) -> str:
        """The file, from the folder of the package."""
        return f"{self.name}.csv"


RESOURCES = (
    Resource("poles", "Pôles territoriaux de coopération économique", FIRST_POLE_FIELDS),
    Resource("projets", "Projets de pôles et pôles émergents", FIRST_POLE_FIELDS),
    Resource("programme", "Séances de la rencontre", PROGRAMME_FIELDS, (("parent", ""),)),
    Resource(
        "intervenants",
        "Personnes et organisations de la rencontre, par séance",
        INTERVENANT_FIELDS,
        (("seance", "programme"),),
    ),
)


def to_datapackage(files: Mapping[str, bytes], *, created: str) -> dict[str, Any]:
    """The descriptor, ready for JSON, of the files given by path (all of RESOURCES, KeyError otherwise).

    `created` is the day of the last change, ISO text.
    """
    return {
        "profile": "tabular-data-package",
        "name": "ptce",
        "title": "Pôles territoriaux de coopération économique (PTCE)",
        "description": "Pôles et projets recensés d’après des sources publiques, et programme de leur rencontre.",
        "created": f"{created}T00:00:00Z",
        "keywords": ["PTCE", "économie sociale et solidaire", "coopération", "territoires"],
        "licenses": [LICENCE],
        "resources": [_resource(resource, files[resource.path]) for resource in RESOURCES],
    }


def _resource(resource: Resource, content: bytes) -> dict[str, Any]:
    schema: dict[str, Any] = to_table_schema(resource.fields)
    if resource.links:
        schema["foreignKeys"] = [
            {"fields": column, "reference": {"resource": target, "fields": "id"}} for column, target in resource.links
        ]
    return _table_resource(resource.name, resource.title, resource.path, content, schema, ",")


def _table_resource(
    name: str, title: str, path: str, content: bytes, schema: Mapping[str, Any], delimiter: str
) -> dict[str, Any]:
    end = "\r\n" if delimiter == ";" else "\n"
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "title": title,
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": delimiter, "quoteChar": '"', "doubleQuote": True, "lineTerminator": end},
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": schema,
    }


def export_datapackage(
    content: bytes, fields: Iterable[Field], provenance: Provenance, *, others: Mapping[str, bytes]
) -> dict[str, Any]:
    """The descriptor, ready for JSON, of one exported selection: `poles.csv` of these fields, `;` between its cells.

    `others` are the package's other tables, all text, by name: only named, under `ressources_jointes`.
    """
    return {
        "profile": "tabular-data-package",
        "name": f"ptce-selection-{provenance.catalogue[:12]}",
        "title": f"{provenance.title}\u202f: {provenance.words}",
        "description": provenance.citation,
        **({"created": f"{provenance.date}T00:00:00Z"} if provenance.date else {}),
        "licenses": [LICENCE],
        "sources": [{"title": f"{origin.name} (SHA-256 {origin.sha256})"} for origin in provenance.origins],
        "provenance": provenance.to_json(),
        "ressources_jointes": sorted(others),
        "resources": [_table_resource("poles", provenance.title, "poles.csv", content, to_table_schema(fields), ";")],
    }


def to_table_schema(fields: Iterable[Field]) -> dict[str, Any]:
    """The Table Schema of the columns, their key being `id`; a blank cell is an empty one.

    A closed list is an `enum` (or a `pattern`, for several values) of codes; `categories` give their labels.
    """
    return {"fields": [_column(field) for field in fields], "primaryKey": "id", "missingValues": [""]}


def _column(field: Field) -> dict[str, Any]:
    is_multiple = field.kind in LIST_KINDS
    column: dict[str, Any] = {
        "name": field.key,
        "title": field.title,
        "description": f"{field.description} {_MULTIPLE}" if is_multiple else field.description,
        **_TYPES[field.kind],
    }
    constraints: dict[str, Any] = {"required": True} if field.required or field.key == "id" else {}
    if field.key == "id":
        constraints["unique"] = True
    if field.vocabulary and field.kind == "vocabulary":
        constraints["enum"] = list(field.vocabulary.codes)
    if field.vocabulary and field.kind == "vocabulary-list":
        one = "|".join(re.escape(code).replace(r"\-", "-") for code in field.vocabulary.codes)
        constraints["pattern"] = rf"({one})(\|({one}))*"
    if field.vocabulary:
        terms = field.vocabulary.terms
        column["categories"] = [{"value": t.code, "label": t.label, "source": t.source} for t in terms]
    if constraints:
        column["constraints"] = constraints
    return column


START = "<!-- empreintes : début -->"
END = "<!-- empreintes : fin -->"
_HEADER = "| Fichier | Date | Octets | SHA-256 |\n|---|---|---:|---|"
_LINE = re.compile(
    r"^\| `(?P<path>[^`]+)` \| (?P<day>\d{4}-\d{2}-\d{2}) \| (?P<size>\d+) \| `(?P<hash>[0-9a-f]{64})` \|$"
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the table says of a file: the day its content last changed, its size in bytes, its SHA-256."""

    day: date
    size: int
    sha256: str


def read_stamps(text: str) -> dict[str, Stamp]:
    """The table of a SOURCES.md, path → stamp; ValueError if the two marks of the table are not there."""
    if START not in text or END not in text:
        raise ValueError("the marks of the table are missing")
    lines = text.split(START)[1].split(END)[0].splitlines()
    found = [match for match in map(_LINE.match, lines) if match]
    return {m["path"]: Stamp(date.fromisoformat(m["day"]), int(m["size"]), m["hash"]) for m in found}


def stamp(files: Mapping[str, bytes], known: Mapping[str, Stamp], *, today: date) -> dict[str, Stamp]:
    """The stamps of the files, by path in alphabetical order; an unchanged file keeps its day."""
    stamps = {}
    for path, content in sorted(files.items()):
        digest = sha256(content).hexdigest()
        is_known = path in known and known[path].sha256 == digest
        stamps[path] = Stamp(known[path].day if is_known else today, len(content), digest)
    return stamps


def write_stamps(text: str, stamps: Mapping[str, Stamp]) -> str:
    """The text with its table replaced."""
    lines = [f"| `{path}` | {s.day.isoformat()} | {s.size} | `{s.sha256}` |" for path, s in stamps.items()]
    before, after = text.split(START)[0], text.split(END)[1]
    return f"{before}{START}\n{_HEADER}\n" + "\n".join(lines) + f"\n{END}{after}"
