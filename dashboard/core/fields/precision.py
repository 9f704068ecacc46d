"""How precise a position is, as a closed list, from the finest to none."""

from dashboard.core.fields.vocabulary import Term, Vocabulary

_RULE = "Règle de localisation de ce tableau de bord (dashboard/core/intake/locating.py)"

POSITIONS = Vocabulary(
    "precision",
    "Précision de la position",
    (
        Term("adresse", "À l’adresse", _RULE),
        Term("commune", "Commune seule connue", _RULE),
        Term("epci", "Intercommunalité seule connue", _RULE, ("EPCI",)),
        Term("departement", "Département seul connu", _RULE),
        Term("region", "Région seule connue", _RULE),
        Term("aucune", "Sans localisation", _RULE),
    ),
)
