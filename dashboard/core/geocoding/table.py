"""A table to geocode: which of its columns say where, and what is written beside each row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.core.fields.headings import fold_header
from dashboard.core.geocoding.geocoder import Row
from dashboard.core.geocoding.headings import ADDRESS, DEPARTEMENT, POSTCODE, QUERY, REGION, Heading
from dashboard.core.geocoding.parsing import postcode_in
from dashboard.core.geocoding.verdict import Candidate, Verdict

RESULT_COLUMNS = (
    *("result_status", "result_citycode", "result_label", "result_type", "result_score", "result_method"),
    *("result_candidates", "latitude", "longitude"),
)


@dataclass(frozen=True, slots=True)
class Columns:
    """Positions of the columns, None for one that the table lacks."""

    query: int | None
    postcode: int | None
    departement: int | None
    address: int | None
    region: int | None = None

    def row(self, cells: Sequence[str]) -> Row:
        """What is asked of the geocoder: the place's name, or the whole address when no cell has the name alone.

        The address says the postcode where no cell does, the région where the département is not told.
        """
        name, address = _cell(cells, self.query), _cell(cells, self.address)
        postcode, region = _cell(cells, self.postcode), _cell(cells, self.region)
        if name.strip() and not any(map(str.isdigit, postcode)):
            postcode = postcode_in(address) or postcode
        departement = _cell(cells, self.departement) or ("" if any(map(str.isdigit, region)) else region)
        return Row(name if name.strip() else address, postcode, departement)

    def street(self, cells: Sequence[str]) -> str:
        """The street to ask the online service for, "" without any."""
        return _cell(cells, self.address)


def guess_columns(
    headers: Sequence[str], *, query: str | None = None, postcode: str | None = None, address: str | None = None
) -> Columns:
    """The columns of these names, the others by their headings. KeyError for a name that no column has."""
    folded = [fold_header(header) for header in headers]
    return Columns(
        query=_named(folded, query, QUERY),
        postcode=_named(folded, postcode, POSTCODE),
        departement=DEPARTEMENT.find(folded),
        address=_named(folded, address, ADDRESS),
        region=REGION.find(folded),
    )


def result_headers(headers: Iterable[str]) -> list[str]:
    """Names of the columns to add, numbered when the table already has one of that name."""
    taken = set(headers)
    names = []
    for name in RESULT_COLUMNS:
        free, number = name, 2
        while free in taken:
            free, number = f"{name}_{number}", number + 1
        names.append(free)
    return names


def result_cells(verdict: Verdict, *, asked_online: bool = False) -> list[str]:
    """Cells of RESULT_COLUMNS. The point is that of the place accepted: none for the other statuses."""
    place = verdict.place
    method = verdict.method + (f"+online:{verdict.note or 'ok'}" if asked_online else "")
    return [
        verdict.status.value,
        place.citycode if place else "",
        place.label if place else "",
        verdict.precision.value,
        f"{verdict.confidence:.3f}",
        method,
        "|".join(_told(candidate) for candidate in verdict.candidates) if place is None else "",
        _degrees(place.lat if place else None),
        _degrees(place.lon if place else None),
    ]


def _named(folded: Sequence[str], wanted: str | None, heading: Heading) -> int | None:
    if wanted is None:
        return heading.find(folded)
    if fold_header(wanted) not in folded:
        raise KeyError(wanted)
    return folded.index(fold_header(wanted))


def _cell(cells: Sequence[str], position: int | None) -> str:
    return cells[position] if position is not None and position < len(cells) else ""


def _told(candidate: Candidate) -> str:
    return f"{candidate.citycode} {candidate.label}"


def _degrees(value: float | None) -> str:
    return "" if value is None else f"{value:.6f}"
