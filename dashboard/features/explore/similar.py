"""« Pôles proches »: why two poles are alike, in a sentence, and the rule in another."""

from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.catalogue.dimensions import DIMENSIONS, FACETS_BY_KEY
from dashboard.core.catalogue.likeness import NEARNESS_WEIGHT, REACH_KM, Alike
from dashboard.wording.numbers import distance
from dashboard.wording.places import PLACE_COLUMNS, place_of
from dashboard.wording.words import NBSP, NNBSP

_ALIKE = {one.key: one.likeness for one in DIMENSIONS if one.likeness}


class AlikeWords:
    """The sentences of the part."""

    TITLE = "Pôles proches"
    RULE = (
        f"Rapprochés par leurs {', '.join(f'{of.plural} ({of.weight:.0%})' for of in _ALIKE.values())} et par leur "
        f"distance ({NEARNESS_WEIGHT:.0%}, rien au-delà de {REACH_KM:.0f}{NBSP}km). Une case vide ne rapproche pas."
    ).replace("%", f"{NBSP}%")


def alike_poles(catalogue: Catalogue, pole_id: str) -> list[dict[str, str]]:
    """The poles most alike this one, the most alike first: id, name, place, reason; [] where nothing is shared."""
    rows = catalogue.rows
    found = catalogue.likeness.most_alike(catalogue.row_number(pole_id))
    near = rows[["nom", *PLACE_COLUMNS]].iloc[[alike.row for alike in found]].to_dict("records")
    return [
        {
            "id": str(rows.index[alike.row]),
            "nom": row["nom"],
            "lieu": place_of(row),
            "raison": reason(alike),
        }
        for alike, row in zip(found, near, strict=True)
    ]


def reason(alike: Alike) -> str:
    """« Même filière : Énergie citoyenne ; même réseau : RTES ; à environ 40 km »."""
    parts = [_shared(key, codes) for key, codes in alike.shared.items()]
    sentence = f"{NNBSP}; ".join([*parts, *_distance(alike)])
    return sentence[:1].upper() + sentence[1:]


def _shared(key: str, codes: tuple[str, ...]) -> str:
    of, labels = _ALIKE[key], " · ".join(FACETS_BY_KEY[key].label(code) for code in codes)
    return f"{of.one if len(codes) == 1 else f'{len(codes)} {of.many}'}{NNBSP}: {labels}"


def _distance(alike: Alike) -> list[str]:
    """How far, « environ » between centres; nothing where it does not count."""
    if alike.same_commune:
        return ["dans la même commune"]
    if alike.km is None:
        return []
    return [f"à {'environ ' if alike.is_rough and alike.km >= 1 else ''}{distance(alike.km)}"]
