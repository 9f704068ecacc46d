"""What « Croisements » is told at a click: figures and class numbers; labels and sentences that stay are in a file."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlencode

import numpy as np
from numpy.typing import NDArray

from dashboard.core.address.crosstab import Crossing, parse_crossing
from dashboard.core.address.selection_link import parse, to_params
from dashboard.core.address.view import View
from dashboard.core.catalogue.bits import Mask, Values
from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.catalogue.provenance import data_date
from dashboard.core.fields.vocabulary import NOT_GIVEN
from dashboard.core.geography.frames import METROPOLITAN
from dashboard.core.geography.overseas import OVERSEAS_REGIONS
from dashboard.features.crosstabs.index import (
    SHARE_BOUNDS,
    Crosstab,
    class_of_count,
    class_of_share,
    count_classes,
    count_values,
    cross,
)
from dashboard.features.crosstabs.reproduce import Exported, count_lines, crosstab_lines
from dashboard.features.crosstabs.words import Crosstabs
from dashboard.features.exports.provenance import file_stem
from dashboard.wording.selection import selection_words
from dashboard.wording.words import number

CROSSTAB_FILE = "phrases-croisements.json"


def crosstab_file(catalogue: Catalogue) -> dict[str, Any]:
    """The dimensions with their codes and labels, and the sentences that do not change: `CROSSTAB_FILE`."""
    dimensions = [
        {
            "cle": key,
            "titre": values.dimension.title,
            "codes": values.codes,
            "valeurs": list(values.labels.values()),
        }
        for key, values in catalogue.values.crossed.items()
    ]
    return {
        "dimensions": dimensions,
        "textes": Crosstabs.TEXTS,
        "carte": {**Crosstabs.MAP, "cadre": METROPOLITAN, "outreMer": OVERSEAS_REGIONS},
    }


@dataclass(frozen=True)
class PageView:
    """What the parts of the page are told of one visitor's view; `base_path`: where the server lives."""

    view: View
    base_path: str = ""

    def address(self, part: str) -> str:
        """Where the lines of pandas of a part of the page are."""
        params = {**to_params(self.view.selection), **self.view.crossing.to_params()}
        return f"{self.base_path}/reproduire/{part}.py?{urlencode(params, doseq=True)}"

    def summary(self, summary: dict[str, Any]) -> dict[str, Any]:
        """The line above, with the page's own title and the parts that a phone shows one at a time."""
        return {**summary, "titre": Crosstabs.PAGE, "vues": ["croisements", "filtres"]}

    def table(self, table: Crosstab) -> dict[str, Any]:
        """The table, or that there is nothing to count."""
        return {**self._asked("tableau"), **table_view(table, self.view.crossing)}

    def map(self, catalogue: Catalogue, shown: Mask) -> dict[str, Any]:
        """The territories."""
        return {**self._asked("carte"), **map_view(catalogue, shown, self.view.crossing)}

    def _asked(self, part: str) -> dict[str, Any]:
        return {"serie": self.view.serie, "choix": asdict(self.view.crossing), "reproduire": self.address(part)}


def table_view(table: Crosstab, crossing: Crossing) -> dict[str, Any]:
    """The table without its empty lines: figures (percentages to the unit, None for none), tints, totals, notes."""
    rows, columns = _present(table.row_totals), _present(table.column_totals)
    counts = table.counts[np.ix_(rows, columns)]
    if crossing.mesure == "nombre":
        classes = count_classes(counts.ravel().tolist())
        figures = counts.tolist()
        tints = [[class_of_count(count, classes) for count in line] for line in figures]
        legend = [Crosstabs.class_label(low, high) for low, high in classes]
    else:
        shares = table.shares(crossing.mesure)[np.ix_(rows, columns)]
        figures = [[None if np.isnan(share) else round(share) for share in line] for line in shares.tolist()]
        tints = [[class_of_share(share) for share in line] for line in shares.tolist()]
        lows = (0.0, *SHARE_BOUNDS[:-1])
        legend = [Crosstabs.share_label(low, high) for low, high in zip(lows, SHARE_BOUNDS, strict=True)]
    return {
        "lignes": rows,
        "colonnes": columns,
        "chiffres": figures,
        "teintes": tints,
        "legende": legend,
        "totauxLignes": table.row_totals[rows].tolist(),
        "totauxColonnes": table.column_totals[columns].tolist(),
        "poles": table.poles,
        "notes": _notes(table, crossing),
    }


def _notes(table: Crosstab, crossing: Crossing) -> list[str]:
    dimensions = table.rows.dimension, table.columns.dimension
    several = [dimension.title for dimension in dimensions if dimension.is_multiple]
    notes = [Crosstabs.totals(table.poles, table.occurrences, several)]
    if crossing.mesure != "nombre":
        by_row = crossing.mesure == "part-ligne"
        notes.append(Crosstabs.share(by_row, dimensions[by_row].is_multiple))
    notes.append(Crosstabs.classes(crossing.mesure != "nombre"))
    notes += [Crosstabs.periods(values.period) for values in (table.rows, table.columns) if values.period][:1]
    hidden = [*_absent(table.rows, table.row_totals), *_absent(table.columns, table.column_totals)]
    return [*notes, Crosstabs.hidden(list(dict.fromkeys(hidden)))] if hidden else notes


def map_view(catalogue: Catalogue, shown: Mask, crossing: Crossing) -> dict[str, Any]:
    """How many poles are in each territory that has some, in the order of the dimension's codes, and its tint."""
    *counts, outside = count_values(catalogue.values.crossed[crossing.maille], shown).tolist()
    classes = count_classes(counts)
    notes = [Crosstabs.classes(False), Crosstabs.plain_counts()]
    return {
        "maille": crossing.maille,
        "nombres": counts,
        "teintes": [class_of_count(count, classes) for count in counts],
        "legende": [Crosstabs.class_label(low, high) for low, high in classes],
        "notes": [Crosstabs.outside(outside, crossing.maille), *notes] if outside else notes,
    }


def bars(table: Crosstab) -> list[tuple[str, dict[str, list[Any]]]]:
    """For each dimension of the table, once: what is said of its bars, their labels and figures."""
    return [
        (
            Crosstabs.bar_alternative(values.dimension.title),
            {
                "libelle": [values.labels[code] for code in counts],
                "nombre": list(counts.values()),
                "chiffre": [number(n) for n in counts.values()],
            },
        )
        for values, counts in _sides(table)
    ]


def _sides(table: Crosstab) -> list[tuple[Values, dict[str, int]]]:
    """The dimensions of the table, once each, and the bars of each: counts by code, the longest first.

    Years stay in their order, « non renseigné » stays last, and what counts nothing has no bar.
    """
    sides = {table.rows.key: (table.rows, table.row_totals), table.columns.key: (table.columns, table.column_totals)}
    found = []
    for values, totals in sides.values():
        counts = {code: n for code, n in zip(values.codes, totals.tolist(), strict=True) if n}
        if not values.period:
            counts = dict(sorted(counts.items(), key=lambda bar: (bar[0] == NOT_GIVEN, -bar[1])))
        found.append((values, counts))
    return found


PARTS = ("tableau", "barres", "carte")
"""What the page shows that can be rebuilt."""


def reproduction(catalogue: Catalogue, part: str, params: Mapping[str, Sequence[str]]) -> str | None:
    """The lines of pandas for a part of the page (PARTS) as an address asks for it; None for another part.

    They read the CSV, or the Parquet for `fichier=parquet`, under the name that an export has.
    """
    selection, _ = parse(params)
    crossing, _ = parse_crossing(params)
    shown = catalogue.facets.select(selection)
    ending = "parquet" if list(params.get("fichier", ()))[-1:] == ["parquet"] else "csv"
    stem = file_stem(selection, shown.count, data_date(catalogue))
    exported = Exported(f"{stem}.{ending}", selection_words(selection))
    if part == "carte":
        values = catalogue.values.crossed[crossing.maille]
        return count_lines([(values, _codes(values, count_values(values, shown)))], exported)
    table = cross(catalogue.values, shown, crossing.lignes, crossing.colonnes)
    if part == "barres":
        return count_lines([(values, list(counts)) for values, counts in _sides(table)], exported)
    rows, columns = _codes(table.rows, table.row_totals), _codes(table.columns, table.column_totals)
    if part == "tableau":
        return crosstab_lines(table, crossing.mesure, exported, rows=rows, columns=columns)
    return None


def _present(totals: NDArray[np.int64]) -> list[int]:
    ranks: list[int] = np.flatnonzero(totals).tolist()
    return ranks


def _codes(values: Values, totals: NDArray[np.int64]) -> list[str]:
    return [values.codes[rank] for rank in _present(totals)]


def _absent(values: Values, totals: NDArray[np.int64]) -> list[str]:
    return [label for label, total in zip(values.labels.values(), totals, strict=True) if not total]
