"""The names that communes bore since 1943, and the communes of today that they lead to."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dashboard.core.fields.text import fold
from dashboard.reference.cog import CommuneRow, Record


class FormerName(NamedTuple):
    """One row of anciens_noms.parquet; `until_date` is the day of the change (ISO 8601), "" if it is after 2019."""

    old_code: str
    old_name: str
    insee_code: str
    until_date: str


_MOVED_OVERSEAS = (
    FormerName("97123", "Saint-Barthélemy", "97701", "2007-07-15"),
    FormerName("97127", "Saint-Martin", "97801", "2007-07-15"),
)
"""Communes of Guadeloupe that became collectivities (loi organique 2007-223), which the history leaves out."""


def former_names(
    history: Sequence[Record], names_of_2020: Iterable[Record], rows: Sequence[CommuneRow], successor_of: dict[str, str]
) -> list[FormerName]:
    """The (code, name) that no commune of today has, one row each, in order; nothing where no successor is known."""
    today = {(row.insee_code, fold(row.name)) for row in rows if row.kind in ("commune", "arrondissement")}
    found: dict[tuple[str, str], FormerName] = {}
    chains = _Chains(history)
    for record in history:
        if record["type"] != "COM" or "dateFin" not in record:
            continue
        code = successor_of.get(chains.last_code(record)) or successor_of.get(record["code"])
        if code:
            _keep(found, FormerName(record["code"], record["nom"], code, record["dateFin"]))
    for record in names_of_2020:
        code = successor_of.get(record["code"])
        if record["type"] == "commune-actuelle" and code:
            _keep(found, FormerName(record["code"], record["nom"], code, ""))
    for former in _MOVED_OVERSEAS:
        _keep(found, former)
    return sorted(former for key, former in found.items() if key not in today)


def _keep(found: dict[tuple[str, str], FormerName], former: FormerName) -> None:
    """Of several spells under the same code and name, the last one; a name in use in 2020 has no known end."""
    key = (former.old_code, fold(former.old_name))
    earlier = found.get(key)
    if earlier is None or not former.until_date or former.until_date > earlier.until_date:
        found[key] = former


class _Chains:
    """The history as a graph: what each commune became, up to the last day that the history knows."""

    def __init__(self, history: Sequence[Record]) -> None:
        self._by_id = {record["id"]: record for record in history}

    def last_code(self, record: Record) -> str:
        """The code of the commune that a commune of the past is in at the end of the history, "" if it is in none."""
        seen = set()
        while record["id"] not in seen:
            seen.add(record["id"])
            following = record.get("successeur") or ("" if "dateFin" in record else record.get("pole"))
            if not following:
                return "" if "dateFin" in record else str(record["code"])
            record = self._by_id[following]
        return ""
