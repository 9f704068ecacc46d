"""The official geographic code (COG 2026) as rows: communes of every kind, EPCI, départements, régions."""

import json
import tarfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

Record = dict[str, Any]

_KINDS = {
    "commune-actuelle": "commune",
    "arrondissement-municipal": "arrondissement",
    "commune-deleguee": "deleguee",
    "commune-associee": "associee",
}
_ORDER = tuple(_KINDS.values())


class Cog(NamedTuple):
    """The tables of the package, as its JSON has them."""

    communes: Sequence[Record]
    epcis: Sequence[Record]
    departements: Sequence[Record]
    regions: Sequence[Record]


class CommuneRow(NamedTuple):
    """One row of communes.parquet but its point; the rows are in the order of code, then of kind."""

    insee_code: str
    name: str
    kind: str
    parent_code: str
    departement_code: str
    region_code: str
    epci_code: str
    population: int
    postcodes: tuple[str, ...]


def read_json(package: Path, name: str) -> list[Record]:
    """One table of an npm package of the découpage administratif."""
    with tarfile.open(package) as archive:
        file = archive.extractfile(f"package/data/{name}.json")
        assert file is not None
        records: list[Record] = json.load(file)
    return records


def read_cog(package: Path) -> Cog:
    """The four tables of the package; overseas collectivities are among the communes only."""
    tables = [read_json(package, name) for name in ("communes", "epci", "departements", "regions")]
    communes, epcis, departements, regions = tables
    return Cog(
        communes,
        sorted(epcis, key=lambda epci: epci["code"]),
        sorted((d for d in departements if d["zone"] != "com"), key=lambda departement: departement["code"]),
        sorted((r for r in regions if r["zone"] != "com"), key=lambda region: region["code"]),
    )


def commune_rows(cog: Cog) -> list[CommuneRow]:
    """Communes of today (overseas collectivities too), arrondissements, delegated and associated communes."""
    epci_of = {member["code"]: epci["code"] for epci in cog.epcis for member in epci["membres"]}
    rows = [_row(record, epci_of) for record in cog.communes]
    return sorted(rows, key=lambda row: (row.insee_code, _ORDER.index(row.kind)))


def _row(record: Record, epci_of: dict[str, str]) -> CommuneRow:
    parent = record.get("commune") or record.get("chefLieu") or ""
    return CommuneRow(
        insee_code=record["code"],
        name=record["nom"],
        kind=_KINDS[record["type"]],
        parent_code=parent,
        departement_code=record["departement"],
        region_code=record["region"],
        epci_code=epci_of.get(parent or record["code"], ""),
        population=record.get("population", 0),
        postcodes=tuple(record.get("codesPostaux", ())),
    )


def successors(cog: Cog) -> dict[str, str]:
    """Code → commune of today: of the communes of today themselves, of delegated, associated and absorbed ones."""
    today = {record["code"]: record["code"] for record in cog.communes if record["type"] == "commune-actuelle"}
    absorbed = {
        old: record["code"]
        for record in cog.communes
        if record["type"] == "commune-actuelle"
        for old in record.get("anciensCodes", ())
    }
    delegated = {record["code"]: record["chefLieu"] for record in cog.communes if "chefLieu" in record}
    return absorbed | delegated | today
