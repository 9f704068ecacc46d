"""A selection as a French sentence, for an export, a title or a screen reader."""

from dashboard.core.catalogue.selection import FACETS_BY_KEY, QUERY_KEY, Selection
from dashboard.core.fields.vocabulary import NOT_GIVEN
from dashboard.wording.findings import typeset

EVERYTHING = "tous les pôles et projets"

_NAMES = {
    "secteur": "secteur",
    "reseau": "réseau",
    "financement": "financement",
    "statut": "statut",
    "type": "type",
    "region": "région",
    "annee": "année de création",
    "forme": "forme juridique",
    "confiance": "confiance",
    "precision": "précision de la position",
}


_SHORT_NAMES = {
    "secteur": "Secteur",
    "reseau": "Réseau",
    "financement": "Financement",
    "statut": "État",
    "type": "Reconnaissance",
    "region": "Région",
    "annee": "Création",
    "forme": "Forme juridique",
    "confiance": "Confiance",
    "precision": "Position",
}
_SAID_WITH_THEIR_FACET = frozenset({"annee", "confiance"})


def filter_words(facet: str, code: str) -> str:
    """One filter in a few words: « Numérique », « Secteur : non renseigné », « Création : de 2010 à 2015 ».

    The facet `q` is the words to find, given as `code`; the code "" is all that is chosen in a facet, so its name.
    """
    if facet == QUERY_KEY:
        return typeset("Recherche : « ") + code + typeset(" »")
    if not code:
        return _SHORT_NAMES[facet]
    label = FACETS_BY_KEY[facet].label(code)
    if code != NOT_GIVEN and facet not in _SAID_WITH_THEIR_FACET:
        return label
    return typeset(f"{_SHORT_NAMES[facet]} : ") + label[0].lower() + label[1:]


def selection_words(selection: Selection) -> str:
    """« secteur : Culture et Énergie ; région : Bretagne ou Corse ; texte : « réemploi » »."""
    parts = [
        typeset(f"{_NAMES[key]} : ")
        + (" et " if selection.asks_every(key) else " ou ").join(FACETS_BY_KEY[key].label(code) for code in codes)
        for key, codes in selection.choices
    ]
    if selection.query:
        parts.append(typeset("texte : « ") + selection.query + typeset(" »"))
    return typeset(" ; ").join(parts) or EVERYTHING
