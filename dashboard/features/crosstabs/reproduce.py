"""« Reproduire »: the lines of pandas that rebuild, from an exported file, exactly the figures of the page."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import indent

from dashboard.core.address.crosstab import Measure
from dashboard.core.catalogue.bits import Values
from dashboard.core.catalogue.dimensions import LEAST_BASE
from dashboard.core.fields.vocabulary import NOT_GIVEN
from dashboard.features.crosstabs.index import Crosstab
from dashboard.features.crosstabs.words import Reproduce


@dataclass(frozen=True)
class Exported:
    """The file that the lines read: its name, which ends in `.csv` or `.parquet`, and its selection in words."""

    name: str
    words: str

    def opening(self, crossed: Sequence[Values]) -> str:
        """How the file is read, and the functions that these dimensions call for."""
        parts = ["import pandas as pd\n", Reproduce.SELECTION.format(words=self.words)]
        name = json.dumps(self.name, ensure_ascii=False)
        if self.name.endswith(".parquet"):
            columns = dict.fromkeys(column for values in crossed for column in values.dimension.columns)
            listed = json.dumps(list(columns))
            parts += [_AS_TEXT, f"poles = pd.read_parquet({name}, columns={listed}).map(texte)\n"]
        else:
            parts.append(
                f'poles = pd.read_csv({name}, sep=";", dtype=str, keep_default_na=False, encoding="utf-8-sig")\n'
            )
        if any(not values.period for values in crossed):
            parts.append(_EVERY_CODE)
        parts += [_periods(values) for values in crossed if values.period][:1]
        return "\n".join(parts) + "\n"


def crosstab_lines(
    table: Crosstab, measure: Measure, exported: Exported, *, rows: Sequence[str], columns: Sequence[str]
) -> str:
    """Python source that leaves in `table` a frame of these codes' counts or percentages, labelled as on the page."""
    lines = [
        exported.opening((table.rows, table.columns)),
        f'lignes = {_series(table.rows)}.rename("lignes")',
        f'colonnes = {_series(table.columns)}.rename("colonnes")',
        Reproduce.PAIRS,
        "table = lignes.to_frame().join(colonnes).value_counts().unstack(fill_value=0)",
    ]
    if measure != "nombre":
        base, axis = ("lignes", 0) if measure == "part-ligne" else ("colonnes", 1)
        lines += [
            Reproduce.BASE,
            f"poles_par_code = {base}.value_counts()",
            f"base = poles_par_code.where(poles_par_code >= {LEAST_BASE})",
            f"table = (100 * table).div(base, axis={axis})",
        ]
    lines += [
        Reproduce.LABELS,
        f"libelles_lignes = {_labels(table.rows, rows)}",
        f"libelles_colonnes = {_labels(table.columns, columns)}",
        "table = table.reindex(index=libelles_lignes, columns=libelles_colonnes)",
        "table = table.rename(index=libelles_lignes, columns=libelles_colonnes)",
        "print(table)",
    ]
    return "\n".join(lines) + "\n"


def count_lines(counted: Sequence[tuple[Values, Sequence[str]]], exported: Exported) -> str:
    """Python source that leaves in `nombres` a list: for each dimension, how many poles have each of these codes."""
    lines = [exported.opening([values for values, _ in counted]), "nombres = []"]
    for values, codes in counted:
        lines += [
            f"libelles = {_labels(values, codes)}",
            f"nombre = {_series(values)}.value_counts().reindex(list(libelles), fill_value=0).rename(libelles)",
            "nombres.append(nombre)",
        ]
    return "\n".join([*lines, 'print(*nombres, sep="\\n\\n")']) + "\n"


_AS_TEXT = f'''

def texte(case):
    """{Reproduce.AS_TEXT}"""
    if isinstance(case, str):
        return case
    if hasattr(case, "__len__"):
        return "|".join(case)
    return "" if pd.isna(case) else str(case)

'''


_EVERY_CODE = f'''
def codes(*colonnes):
    """{Reproduce.EVERY_CODE}"""
    cases = poles[list(colonnes)].agg("|".join, axis=1).str.split("|")
    return cases.map(lambda case: sorted(set(case) - {{""}}) or ["{NOT_GIVEN}"]).explode()
'''


def _periods(years: Values) -> str:
    length = years.period
    last = "" if length == 1 else f' + "-" + (debut + {length - 1}).astype(str)'
    body = f'''
    """{Reproduce.PERIODS.format(length=length)}"""
    annees = pd.to_numeric(poles["{years.dimension.columns[0]}"]).astype("Int64")
    debut = annees // {length} * {length}
    return (debut.astype(str){last}).where(annees.notna(), "{NOT_GIVEN}")
'''
    return f"\ndef periodes():{body}"


def _series(values: Values) -> str:
    if values.period:
        return "periodes()"
    return f"codes({', '.join(json.dumps(column) for column in values.dimension.columns)})"


def _labels(values: Values, codes: Sequence[str]) -> str:
    """A dictionary of the codes' labels, a line each."""
    pairs = (f"{json.dumps(code)}: {json.dumps(values.labels[code], ensure_ascii=False)}," for code in codes)
    return "{\n" + indent("\n".join(pairs), "    ") + "\n}"
