"""What a source says of its own way of placing a pole: « commune (centre) », « siège du porteur probable »…"""

from dashboard.domain.text import fold

_SAID = {
    "adresse": ("adresse",),
    "commune": ("commune", "ville", "chef lieu", "siege du porteur", "secteur", "tiers lieu", "mairie"),
    "epci": ("epci", "intercommunalite", "territoire"),
    "departement": ("departement",),
    "region": ("region",),
}


def is_presumed(precision_source: str) -> bool:
    """Whether the source infers the place: « ville-centre (par défaut) », « siège du porteur probable »…"""
    said = fold(precision_source)
    return any(word in said for word in ("par defaut", "probable", "presum", "suppos", "du nom du pole"))


def stated_precision(precision_source: str) -> str:
    """What the source says its own point stands for; an address when it does not say."""
    said = fold(precision_source)
    for precision, words in _SAID.items():
        if any(word in said for word in words):
            return precision
    return "adresse"
