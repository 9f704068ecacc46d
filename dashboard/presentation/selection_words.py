"""A selection as a French sentence, for an export, a title or a screen reader."""

from dashboard.domain.selection import FACETS_BY_KEY, Selection
from dashboard.presentation.finding_sentences import typeset

EVERYTHING = "tous les pôles et projets"

_NAMES = {
    "secteur": "secteur",
    "reseau": "réseau",
    "financement": "financement",
    "statut": "statut",
    "type": "type",
    "region": "région",
}


def selection_words(selection: Selection) -> str:
    """« secteur : Culture ou Énergie ; région : Bretagne ; texte : « réemploi » »."""
    parts = [
        typeset(f"{_NAMES[key]} : ") + " ou ".join(FACETS_BY_KEY[key].label(code) for code in codes)
        for key, codes in selection.choices
    ]
    if selection.query:
        parts.append(typeset("texte : « ") + selection.query + typeset(" »"))
    return typeset(" ; ").join(parts) or EVERYTHING
