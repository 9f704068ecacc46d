"""Marks of a geocoder on a set of queries whose answers are known."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.helpers.paths import TESTS

DEVELOPMENT_SET = TESTS / "data" / "geocoding_dev.csv"
REAL_WRITINGS = TESTS / "data" / "geocoding_real_writings.csv"

JUNK_KINDS = ("junk", "area_not_commune", "foreign_with_country", "foreign_name")
SMALL_TOWNS = "foreign_small_town"


@dataclass(frozen=True)
class Case:
    """One query; `expected` is « code|code », « AMBIGUOUS:… », « CONFLICT:… » or « NONE »."""

    query: str
    postcode: str
    expected: str
    kind: str
    departement: str = ""

    @property
    def is_decidable(self) -> bool:
        """Whether one commune is the right answer."""
        return self.expected[:1].isdigit()


@dataclass(frozen=True)
class Answer:
    """What a geocoder said: the codes that it accepted (none when it accepted nothing) and in which status."""

    status: str
    codes: frozenset[str]
    method: str = ""

    @property
    def is_accepted(self) -> bool:
        """Whether the row would be drawn on the map without a look from somebody."""
        return self.status == "ok"


@dataclass
class Tally:
    """Counts of the rows of one kind, of one method, or of all."""

    rows: int = 0
    right: int = 0
    accepted: int = 0
    rightly_accepted: int = 0

    def count(self, case: Case, answer: Answer) -> None:
        """Add one row."""
        self.rows += 1
        self.right += is_right(case, answer)
        self.accepted += answer.is_accepted
        self.rightly_accepted += answer.is_accepted and is_right(case, answer)

    @property
    def right_pct(self) -> float:
        """Rows answered right, in percent."""
        return 100 * self.right / self.rows if self.rows else 0.0

    @property
    def accepted_pct(self) -> float:
        """Rows accepted, in percent."""
        return 100 * self.accepted / self.rows if self.rows else 0.0

    @property
    def precision_pct(self) -> float:
        """Right rows among those accepted, in percent."""
        return 100 * self.rightly_accepted / self.accepted if self.accepted else 100.0


@dataclass
class Marks:
    """Tallies by kind and by method, of the decidable rows and of all."""

    kinds: dict[str, Tally] = field(default_factory=dict)
    methods: dict[str, Tally] = field(default_factory=dict)
    decidable: Tally = field(default_factory=Tally)
    whole: Tally = field(default_factory=Tally)
    wrong: list[tuple[Case, Answer]] = field(default_factory=list)

    def accepted_pct(self, kinds: Iterable[str]) -> float:
        """Rows of these kinds that were accepted, in percent."""
        tallies = [self.kinds[kind] for kind in kinds if kind in self.kinds]
        rows = sum(tally.rows for tally in tallies)
        return 100 * sum(tally.accepted for tally in tallies) / rows if rows else 0.0


def is_right(case: Case, answer: Answer) -> bool:
    """An ambiguous row must not be decided, a conflict must be told, nothing must stay nothing."""
    if case.is_decidable:
        return answer.is_accepted and bool(answer.codes & set(case.expected.split("|")))
    if case.expected.startswith("CONFLICT"):
        return answer.status == "conflict"
    return not answer.is_accepted


def mark(cases: Sequence[Case], answers: Sequence[Answer]) -> Marks:
    """The marks of these answers, one per case, in order."""
    marks = Marks()
    for case, answer in zip(cases, answers, strict=True):
        tallies = [marks.whole, marks.kinds.setdefault(case.kind, Tally())]
        if case.is_decidable:
            tallies.append(marks.decidable)
        if answer.is_accepted:
            tallies.append(marks.methods.setdefault(answer.method, Tally()))
        for tally in tallies:
            tally.count(case, answer)
        if not is_right(case, answer):
            marks.wrong.append((case, answer))
    return marks


def read_cases(path: Path = DEVELOPMENT_SET) -> list[Case]:
    """The cases of a file with the columns query, postcode, expected_insee, kind, and perhaps departement."""
    names = ("query", "postcode", "expected_insee", "kind", "departement")
    with path.open(encoding="utf-8", newline="") as file:
        return [Case(*(row.get(name, "") for name in names)) for row in csv.DictReader(file)]
