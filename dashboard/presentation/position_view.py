"""Where a row is placed, how that was found and how sure it is, for the sheet and for « À propos »."""

from collections.abc import Mapping, Sequence
from math import isnan
from typing import Any, NamedTuple
from urllib.parse import quote

from dashboard.domain.catalogue import PRECISIONS, Catalogue
from dashboard.domain.place_doubts import Doubt, doubts_of, place_doubts
from dashboard.domain.position import candidates_of
from dashboard.presentation.formatting import joined
from dashboard.presentation.position_strings import DOUBTS, METHODS, PRECISION_NAMES, Positions
from dashboard.presentation.strings import NNBSP, number

MOST_LISTED = 200
"""Lines of the list of what is to be checked: beyond, a page is no way to work through them."""

_KEYS = ("precision", "position_methode", "position_presumee")


class ToCheck(NamedTuple):
    """A line of the list: the pole and the address of its sheet, what is in doubt, what is said, possible places."""

    name: str
    address: str
    doubt: str
    said: str
    places: str


def confidence_text(confidence: float, *, is_presumed: bool, is_placed: bool = True) -> str:
    """« sûre », « juste dans 99,8 % des essais », « à confirmer », « non mesurée »."""
    if not is_placed:
        return Positions.NONE
    if is_presumed:
        return Positions.TO_CONFIRM
    if isnan(confidence):
        return Positions.UNMEASURED
    return Positions.SURE if confidence >= 1 else Positions.share(confidence)


def position_values(catalogue: Catalogue, pole_id: str, row: Mapping[str, Any]) -> list[dict[str, str]]:
    """Values of the sheet's line: precision, method and confidence, then each doubt with its candidates."""
    doubts = list(doubts_of(catalogue, pole_id))
    is_placed = row["precision"] != "aucune"
    confidence = confidence_text(
        row["position_confiance"], is_presumed=row["position_presumee"] or bool(doubts), is_placed=is_placed
    )
    told = [f"trouvée par{NNBSP}: {METHODS[row['position_methode']]}" if row["position_methode"] else ""]
    told += [f"confiance{NNBSP}: {confidence}" if is_placed else ""]
    values = [{"texte": PRECISION_NAMES[row["precision"]], "note": joined(told, f"{NNBSP}; ")}]
    for finding in doubts:
        said, candidates = candidates_of(finding.value)
        places = Positions.between(candidates)
        note = joined([said, places and f"lieux possibles{NNBSP}: {places}"], f"{NNBSP}; ")
        values.append({"texte": f"{Positions.TO_CHECK_TITLE}{NNBSP}: {DOUBTS[finding.code]}", "note": note})
    return values


def position_counts(catalogue: Catalogue) -> list[Sequence[str]]:
    """Precision, method, confidence and number of rows, from the finest precision to none."""
    rows = catalogue.rows
    measured = rows["position_confiance"].fillna(-1.0)
    groups = rows.groupby([*(rows[key].astype(object) for key in _KEYS), measured], sort=True).size()
    found = sorted(groups.items(), key=lambda group: (PRECISIONS.index(group[0][0]), group[0][2], -group[1]))
    counts = []
    for (precision, method, is_presumed, confidence), n in found:
        said = confidence_text(
            float("nan") if confidence < 0 else confidence, is_presumed=is_presumed, is_placed=precision != "aucune"
        )
        counts.append((PRECISION_NAMES[precision], METHODS[method], said, number(int(n))))
    return counts


def to_check(catalogue: Catalogue) -> tuple[list[ToCheck], int]:
    """The first MOST_LISTED lines to check, contradictions before presumptions, and the number of all of them."""
    doubts = sorted(place_doubts(catalogue), key=lambda doubt: doubt.code == "presumed")
    return [_line(doubt) for doubt in doubts[:MOST_LISTED]], len(doubts)


def _line(doubt: Doubt) -> ToCheck:
    address = f"./?pole={quote(doubt.pole_id, safe='')}"
    return ToCheck(doubt.name, address, DOUBTS[doubt.code], doubt.said, Positions.between(doubt.candidates))
