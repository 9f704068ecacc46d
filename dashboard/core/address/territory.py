"""What a visitor asks of the territories: which one, beside which others, or where the map has holes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

GAP_LEVELS = ("epci", "departement")
"""The territories whose holes may be asked."""

LEAST_KM, MOST_KM, USUAL_KM = 5, 500, 50

PAPERS_FOLDER = "/app/territoire"
"""Where the papers of the territories are: `/app/territoire/commune:26281.pdf`."""

MOST_COMPARED = 3
"""Territories set beside the one that is shown: four side by side."""

LONGEST = 200


@dataclass(frozen=True, slots=True)
class TerritoryView:
    """`asked` is a key or what someone typed, "" for none; `compared` are such texts too, without repeats.

    `gaps` is one of GAP_LEVELS, "" when the holes of the map are not asked; `km` is a whole number of kilometres.
    """

    asked: str = ""
    compared: tuple[str, ...] = ()
    gaps: str = ""
    km: int = USUAL_KM

    def beside(self, text: str) -> "TerritoryView":
        """The same with one more to compare, in place of the last of three, and of texts that were no keys."""
        others = tuple(other for other in self.compared if other != text and ":" in other)
        return self if text == self.asked else replace(self, compared=(*others[: MOST_COMPARED - 1], text))

    def without(self, text: str) -> "TerritoryView":
        """The same with one less to compare."""
        return replace(self, compared=tuple(other for other in self.compared if other != text))


def to_params(view: TerritoryView) -> dict[str, list[str]]:
    """The parameters of the address that says this."""
    params = {"territoire": [view.asked] if view.asked else [], "comparer": list(view.compared)}
    if view.gaps:
        params |= {"trous": [view.gaps], "km": [str(view.km)] if view.km != USUAL_KM else []}
    return {key: values for key, values in params.items() if values}


def parse(params: Mapping[str, Sequence[str]]) -> TerritoryView:
    """What an address asks; a level or a distance that does not exist is the usual one."""
    asked = _texts(params.get("territoire", ()))
    compared = [text for text in _texts(params.get("comparer", ())) if text not in asked[-1:]]
    level = (params.get("trous") or [""])[-1]
    return TerritoryView(
        asked=asked[-1] if asked else "",
        compared=tuple(dict.fromkeys(compared))[:MOST_COMPARED],
        gaps=level if level in GAP_LEVELS else "",
        km=to_km((params.get("km") or [""])[-1]),
    )


def apply(view: TerritoryView, request: Mapping[str, object], *, to_key: Callable[[str], str]) -> TerritoryView:
    """What a request makes of it: `demande` is « chercher », « comparer », « retirer » or « trous », `valeur` its text.

    `to_key` gives the key of the only territory that a text names, else the text. What is not understood changes
    nothing.
    """
    text = "".join(_texts([str(request.get("valeur") or "")]))
    asked = str(request.get("demande"))
    if asked == "chercher" and text:
        return TerritoryView(asked=text)
    if asked == "comparer" and text:
        return view.beside(to_key(text))
    if asked == "retirer":
        return view.without(text)
    if asked == "trous" and text in GAP_LEVELS:
        return TerritoryView(gaps=text, km=to_km(str(request.get("km") or "")))
    return view


def to_km(text: str) -> int:
    """The kilometres that a text says, kept between LEAST_KM and MOST_KM; USUAL_KM for what says none."""
    digits = text.strip()
    if not digits.isascii() or not digits.isdigit() or len(digits) > 6:
        return USUAL_KM
    return min(max(int(digits), LEAST_KM), MOST_KM)


def _texts(values: Sequence[str]) -> list[str]:
    cleaned = (" ".join("".join(c if c.isprintable() else " " for c in value).split()) for value in values)
    return [text[:LONGEST] for text in cleaned if text]


def territory_link(site: str, key: str) -> str:
    """The address of a territory's sheet online, "" where the site has none."""
    return f"{site}/territoires?territoire={key}" if site else ""
