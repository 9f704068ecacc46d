"""The embedded geocoder: each row, as people write it, goes through the stages and gets a `Verdict`."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from dashboard.core.geocoding.hints import Areas
from dashboard.core.geocoding.lookups import Lookups
from dashboard.core.geocoding.parsing import Query, read, read_plainly
from dashboard.core.geocoding.place_index import NameIndex
from dashboard.core.geocoding.places import CURRENT, LOCALITY, NO_USUAL_NAMES, USUAL, Columns
from dashboard.core.geocoding.stages import applying
from dashboard.core.geocoding.to_verdict import Outcome
from dashboard.core.geocoding.verdict import Precision, Status, Verdict, confidence_of

LONGEST_QUERY = 1_000
"""Letters beyond which a cell is no place: such a row is an error, whatever it holds."""

_BY_NAME = frozenset({"name", "name_in_postcode", "name_in_cedex", "name_in_departement"})
_BY_RANK = {USUAL: "usual_name", LOCALITY: "locality"}

_TOO_LONG = Verdict(Status.ERROR, "too_long", Precision.NOTHING, 0.0)
_NOTHING = Verdict(Status.NONE, "nothing", Precision.NOTHING, 0.0)


class Row(NamedTuple):
    """What is known of one place to find; the hints are empty when there are none."""

    query: str
    postcode: str = ""
    departement_code: str = ""


class Geocoder:
    """The embedded geocoder: no network, no disk, no clock, the same answer for the same row."""

    def __init__(self, lookups: Lookups) -> None:
        """Over look-ups already built; `build` makes it from tables."""
        self._lookups = lookups

    @classmethod
    def build(
        cls,
        *,
        communes: Columns,
        former_names: Columns,
        departements: Columns,
        regions: Columns,
        epcis: Columns,
        foreign_towns: Mapping[str, int] | None = None,
        usual_names: Columns = NO_USUAL_NAMES,
    ) -> "Geocoder":
        """From the columns of the reference geography, and the keys of foreign towns with their population."""
        areas = Areas.build(
            zip(departements["code"], departements["name"], departements["region_code"], strict=True),
            zip(regions["code"], regions["name"], strict=True),
            epcis["name"],
        )
        return cls(Lookups(NameIndex(communes, former_names, usual_names), areas, foreign_towns or {}, {}))

    @property
    def index(self) -> NameIndex:
        """The places under the keys of their names, by code and by postcode."""
        return self._lookups.index

    def locate(self, query: str, *, postcode: str = "", departement_code: str = "") -> Verdict:
        """Verdict on one row."""
        return self.locate_many([Row(query, postcode, departement_code)])[0]

    def locate_many(self, rows: Sequence[Row]) -> list[Verdict]:
        """One verdict per row, in order; equal rows are worked out once."""
        verdicts: dict[Row, Verdict] = {}
        late: list[tuple[Row, Query]] = []
        for row in dict.fromkeys(rows):
            if len(row[0]) > LONGEST_QUERY:
                verdicts[row] = _TOO_LONG
                continue
            query, verdict = self._settle_early(row)
            if verdict is None:
                late.append((row, query))
            else:
                verdicts[row] = verdict
        if late:
            wanted = (key for _, query in late if not query.is_no_place for key, _ in query.names)
            lookups = replace(self._lookups, neighbours=self._lookups.index.neighbours(wanted))
            for row, query in late:
                verdicts[row] = _run(query, lookups, is_late=True) or _NOTHING
        return [verdicts[row] for row in rows]

    def _settle_early(self, row: Row) -> tuple[Query, Verdict | None]:
        plainly = read_plainly(*row)
        if plainly is not None and plainly.names[0][0] in self._lookups.index.exact:
            verdict = _run(plainly, self._lookups)
            if verdict is not None:
                return plainly, verdict
        query = read(*row, self._lookups.areas)
        return query, _run(query, self._lookups)


def _run(query: Query, lookups: Lookups, *, is_late: bool = False) -> Verdict | None:
    for name, stage in applying(is_late, bool(query.postcode), bool(query.departements), query.is_cedex):
        outcome = stage(query, lookups)
        if outcome is not None:
            return _dressed(outcome, name)
    return None


def _dressed(outcome: Outcome, stage: str) -> Verdict:
    method = _method_of(stage, outcome)
    if len(outcome.places) == 1 and outcome.status is Status.OK:
        place = outcome.places[0].candidate()
        return Verdict(Status.OK, method, place.precision, confidence_of(method), place, (place,))
    ranked = sorted(outcome.places, key=lambda place: (-place.population, place.commune_code, place.rank, place.code))
    once = {place.commune_code: place for place in reversed(ranked)}
    candidates = tuple(place.candidate() for place in ranked if once[place.commune_code] is place)
    if outcome.status is not Status.OK:
        return Verdict(outcome.status, method, Precision.NOTHING, 0.0, None, candidates)
    return Verdict(Status.OK, method, candidates[0].precision, confidence_of(method), candidates[0], candidates)


def _method_of(stage: str, outcome: Outcome) -> str:
    """The name of the stage, which says whether the name was a usual one of the commune, or a locality's."""
    rank = outcome.places[0].rank if outcome.status is Status.OK else CURRENT
    return _BY_RANK[rank] + stage.removeprefix("name") if rank in _BY_RANK and stage in _BY_NAME else stage
