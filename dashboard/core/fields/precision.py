"""How precise a position is, as a closed list, from the finest to none, and what each precision is worth."""

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
PRECISIONS = POSITIONS.codes

FINE = ("adresse", "commune", "epci")
"""The place is known well enough to say what is around it."""

ROUGH = ("epci", "departement", "region")
"""A territory alone is known: its centre stands for the place."""

POINTS = {
    "adresse": "adresse",
    "commune": "centre de la commune",
    "epci": "centre de l’intercommunalité",
    "departement": "centre du département",
    "region": "centre de la région",
    "aucune": "sans localisation",
}
"""What the point of the map is."""

REMARKS = {code: "" if code == "commune" else POSITIONS.label(code).lower() for code in PRECISIONS}
"""What is said beside a place: nothing of the usual precision."""

SIGNS = [{"creux": code != "adresse", "vague": code in ROUGH} for code in PRECISIONS]
"""How each is drawn, in the order of PRECISIONS: filled or hollow, with a wide halo or without."""
