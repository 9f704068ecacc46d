"""From rows as people write them to verdicts."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dashboard.domain.geocoding.confidence import CONFIDENCE, UNMEASURED
from dashboard.domain.geocoding.hints import Areas
from dashboard.domain.geocoding.index import Columns, NameIndex
from dashboard.domain.geocoding.parsing import Query, read, read_plainly
from dashboard.domain.geocoding.stages import STAGES, Ground, Outcome, whole_name
from dashboard.domain.geocoding.verdict import Precision, Status, Verdict

_NEEDS_NEIGHBOURS = [name for name, _ in STAGES].index("slip_in_departement")


class Row(NamedTuple):
    """What is known of one place to find; the hints are empty when there are none."""

    query: str
    postcode: str = ""
    departement_code: str = ""


class Geocoder:
    """The embedded geocoder: no network, no disk, no clock, the same answer for the same row."""

    def __init__(self, ground: Ground) -> None:
        """Use `build`."""
        self._ground = ground

    @classmethod
    def build(
        cls,
        *,
        communes: Columns,
        former_names: Columns,
        departements: Columns,
        regions: Columns,
        epcis: Columns,
        foreign_names: Iterable[str] = (),
    ) -> "Geocoder":
        """From the columns of the reference geography (dictionaries of lists or frames)."""
        areas = Areas.build(
            zip(departements["code"], departements["name"], departements["region_code"], strict=True),
            list(zip(regions["code"], regions["name"], strict=True)),
            epcis["name"],
        )
        return cls(Ground(NameIndex(communes, former_names), areas, {}, frozenset(foreign_names)))

    def locate(self, query: str, *, postcode: str = "", departement_code: str = "") -> Verdict:
        """Verdict on one row."""
        return self.locate_many([Row(query, postcode, departement_code)])[0]

    def locate_many(self, rows: Sequence[Row | tuple[str, str, str]]) -> list[Verdict]:
        """One verdict per row, in order; equal rows are worked out once."""
        verdicts: dict[tuple[str, str, str], Verdict] = {}
        late: list[tuple[tuple[str, str, str], Query]] = []
        for row in dict.fromkeys(rows):
            settled = self._settle_early(*row)
            if isinstance(settled, Verdict):
                verdicts[row] = settled
            else:
                late.append((row, settled))
        if late:
            near = self._ground.index.neighbours(key for _, query in late for key, _ in query.names)
            ground = Ground(self._ground.index, self._ground.areas, near, self._ground.foreign_names)
            for row, query in late:
                verdicts[row] = _run(query, ground, STAGES[_NEEDS_NEIGHBOURS:]) or _NOTHING
        return [verdicts[row] for row in rows]

    def _settle_early(self, text: str, postcode: str, departement_code: str) -> Verdict | Query:
        query = read_plainly(text, postcode, departement_code)
        if whole_name(self._ground.index, query.names[0]):
            verdict = _run(query, self._ground, STAGES[:_NEEDS_NEIGHBOURS])
            if verdict is not None:
                return verdict
        query = read(text, postcode, departement_code, self._ground.areas)
        return _run(query, self._ground, STAGES[:_NEEDS_NEIGHBOURS]) or query


_NOTHING = Verdict(Status.NONE, "nothing", Precision.NOTHING, 0.0)


def _run(query: Query, ground: Ground, stages: Iterable[tuple[str, object]]) -> Verdict | None:
    for name, stage in stages:
        outcome = stage(query, ground)  # type: ignore[operator]
        if outcome is not None:
            return _dressed(outcome, name)
    return None


def _dressed(outcome: Outcome, method: str) -> Verdict:
    candidates = tuple(place.candidate() for place in sorted(outcome.places, key=lambda p: (-p.population, p.code)))
    if outcome.status is not Status.OK:
        return Verdict(outcome.status, method, Precision.NOTHING, 0.0, None, candidates)
    place = candidates[0]
    return Verdict(Status.OK, method, place.precision, CONFIDENCE.get(method, UNMEASURED), place, candidates)
