"""A selection as a French sentence, for an export, a title or a screen reader."""

from dashboard.core.catalogue.dimensions import FACETS_BY_KEY
from dashboard.core.catalogue.selection import QUERY_KEY, Selection
from dashboard.core.fields.vocabulary import NOT_GIVEN
from dashboard.wording.findings import typeset

EVERYTHING = "tous les pôles et projets"


def filter_words(key: str, code: str) -> str:
    """One filter in a few words: « Numérique », « Secteur : non renseigné », « Création : de 2010 à 2015 ».

    The facet `q` is the words to find, given as `code`; the code "" is all that is chosen in a facet, so its name.
    """
    if key == QUERY_KEY:
        return typeset("Recherche : « ") + code + typeset(" »")
    facet = FACETS_BY_KEY[key]
    if not code:
        return facet.short
    label = facet.label(code)
    if code != NOT_GIVEN and not facet.names_values:
        return label
    return typeset(f"{facet.short} : ") + label[0].lower() + label[1:]


def selection_words(selection: Selection) -> str:
    """« secteur : Culture et Énergie ; région : Bretagne ou Corse ; texte : « réemploi » »."""
    parts = [
        typeset(f"{FACETS_BY_KEY[key].noun} : ")
        + (" et " if selection.asks_every(key) else " ou ").join(FACETS_BY_KEY[key].label(code) for code in codes)
        for key, codes in selection.choices
    ]
    if selection.query:
        parts.append(typeset("texte : « ") + selection.query + typeset(" »"))
    return typeset(" ; ").join(parts) or EVERYTHING
