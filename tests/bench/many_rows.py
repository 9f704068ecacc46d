"""Many poles made from the real ones, seeded: what the benches run on, and a file to start the dashboard with.

    python -m tests.bench.many_rows 200000 poles-200000.csv     then     PTCE_POLES=poles-200000.csv make run

Each made row takes its name, activity, means and sources from four real rows drawn apart, so that values meet as they
do not in 116 rows, and a commune drawn by its population. The shares of blanks and of vague places are the real ones;
one precise row in three has coordinates near the centre of its commune, as an address would.
"""

import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
from numpy.typing import NDArray

from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.fields.activity import ACCOUNT, ACTIVITY, MEANS
from dashboard.core.fields.identity import IDENTITY
from dashboard.core.fields.tables import POLE_FIELDS
from dashboard.core.geocoding.load import load_places
from dashboard.core.intake.store import open_catalogue
from tests.helpers.paths import DATA, REFERENCE, ROOT

REAL_FILES = (DATA / "poles.csv", DATA / "projets.csv")
STORE = ROOT / ".cache" / "bench"
SEED = 20120625

HEADERS = tuple(field.key for field in POLE_FIELDS)
_BLOCKS = tuple(tuple(field.key for field in block) for block in (IDENTITY, ACTIVITY, MEANS, ACCOUNT))
_PLACE = ("commune", "code_insee", "code_postal", "departement", "code_departement", "code_region")


@dataclass(frozen=True)
class _Commune:
    """A commune to draw: the cells of `_PLACE`, its population (0: unknown), its centre in EPSG:4326 degrees."""

    place: tuple[str, ...]
    population: int
    lon: float
    lat: float


def real_rows() -> list[dict[str, str]]:
    """The cells of the shipped files, by field."""
    rows: list[dict[str, str]] = []
    for path in REAL_FILES:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows += [{key: line.get(key) or "" for key in HEADERS} for line in csv.DictReader(file)]
    return rows


def many_rows(size: int, *, seed: int = SEED) -> Iterator[dict[str, str]]:
    """`size` rows of cells by field, as in a file; the real ones first, as they are, then made ones."""
    real = real_rows()
    yield from real[:size]
    made = max(0, size - len(real))
    draw = np.random.default_rng(seed)
    drawn = draw.integers(0, len(real), size=(made, len(_BLOCKS) + 1))
    communes = _communes()
    weights = np.sqrt(np.array([commune.population or 1 for commune in communes], dtype=float))
    addresses = draw.normal(0, 0.002, size=(made, 2)).round(6).tolist()
    chosen: NDArray[np.int64] = draw.choice(len(communes), size=made, p=weights / weights.sum())
    for number, (picks, rank) in enumerate(zip(drawn.tolist(), chosen.tolist(), strict=True), start=1):
        row = dict.fromkeys(HEADERS, "")
        for block, pick in zip(_BLOCKS, picks, strict=False):
            row.update({key: real[pick][key] for key in block})
        commune = communes[rank]
        is_vague = not real[picks[-1]]["code_insee"]
        row.update(zip(_PLACE, ("", "", "", *commune.place[3:]) if is_vague else commune.place, strict=True))
        if not is_vague and number % 3 == 0:
            east, north = addresses[number - 1]
            row.update(longitude=f"{commune.lon + east:.6f}", latitude=f"{commune.lat + north:.6f}")
        row["id"] = f"fabrique-{number}"
        row["nom"] = f"{row['nom']} de {commune.place[0]} {number}"
        row["description"] = f"{row['description']} À {commune.place[0]}."
        yield row


@cache
def many_poles(size: int, *, seed: int = SEED) -> Catalogue:
    """The catalogue of `many_rows`, read, checked and placed as any file is; built once, then read from the store."""
    path = STORE / f"poles-{size}-{seed}.csv"
    write_csv(path, size, seed=seed)
    return open_catalogue([path], reference=REFERENCE, store=STORE, load_places=lambda: load_places(REFERENCE))


def write_csv(path: Path, size: int, *, seed: int = SEED) -> None:
    """Write `many_rows` as a file like ours."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, HEADERS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(many_rows(size, seed=seed))


@cache
def _communes() -> tuple[_Commune, ...]:
    """Every commune that has a postcode."""
    departements = pq.read_table(REFERENCE / "departements.parquet").to_pydict()
    names = dict(zip(departements["code"], departements["name"], strict=True))
    return tuple(
        _Commune(
            (
                *(line["name"], line["insee_code"], line["postcodes"][0]),
                *(names[line["departement_code"]], line["departement_code"], line["region_code"]),
            ),
            line["population"],
            line["lon"],
            line["lat"],
        )
        for line in pq.read_table(REFERENCE / "communes.parquet").to_pylist()
        if line["postcodes"] and line["kind"] == "commune" and line["departement_code"] in names
    )


def main(arguments: list[str]) -> None:
    """Write the file that the arguments ask for: number of rows, path."""
    size, path = arguments
    write_csv(Path(path), int(size))


if __name__ == "__main__":
    main(sys.argv[1:])
