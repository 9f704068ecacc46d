"""The positions that somebody should check: rows whose place is ambiguous, contradictory, unknown or presumed."""

from collections.abc import Iterator
from typing import NamedTuple

from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.fields.findings import Finding, Severity
from dashboard.core.intake.locating import LOCATING_CODES
from dashboard.core.intake.position import candidates_of
from dashboard.core.intake.stated_place import PLACE_CODES

PRESUMED = "presumed"
"""Code of the doubt about a place that the source infers."""


class Doubt(NamedTuple):
    """A position to check: the pole, the code of what is in doubt, what the row says, between which places.

    There are no candidates for a place that is presumed: it is the row's own.
    """

    pole_id: str
    name: str
    code: str
    said: str
    candidates: tuple[str, ...]


def place_doubts(catalogue: Catalogue) -> list[Doubt]:
    """The doubts in the order of the rows: what was found in the row first, then that its place is presumed."""
    rows = catalogue.rows
    found: dict[tuple[str, int], list[Finding]] = {}
    for file, finding in catalogue.findings:
        if is_doubt(finding) and finding.row is not None:
            found.setdefault((file, finding.row), []).append(finding)
    presumed = rows["position_presumee"].to_numpy(dtype=bool)
    if not found and not presumed.any():
        return []
    cells = zip(rows.index, rows["nom"], rows["fichier"], rows["ligne"], presumed, strict=True)
    doubts: list[Doubt] = []
    for rank, (pole_id, name, file, number, is_presumed) in enumerate(cells):
        for finding in found.get((file, int(number)), ()):
            said, candidates = candidates_of(finding.value)
            doubts.append(Doubt(str(pole_id), name, finding.code, said, candidates))
        if is_presumed:
            doubts.append(Doubt(str(pole_id), name, PRESUMED, rows["precision_source"].iat[rank], ()))
    return doubts


def doubts_of(catalogue: Catalogue, pole_id: str) -> Iterator[Finding]:
    """What is in doubt about the place of one pole; KeyError if there is none such."""
    return (finding for finding in catalogue.findings_of(pole_id) if is_doubt(finding))


def is_doubt(finding: Finding) -> bool:
    """Whether the finding is about a place, and worth a look."""
    return finding.severity is Severity.WARNING and finding.code in PLACE_CODES | LOCATING_CODES
