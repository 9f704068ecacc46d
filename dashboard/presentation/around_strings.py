"""French sentences of « Autour de moi », shown by the browser's own modules."""

from dashboard.presentation.strings import NBSP, NNBSP

AROUND = {
    "titre": "Autour de moi",
    "position": "Utiliser ma position",
    "lieu": "ou partir d’un lieu",
    "exemple": "Commune ou code postal",
    "discretion": (
        f"Votre position et le lieu saisi restent dans ce navigateur{NNBSP}: les distances y sont calculées, rien "
        "n’est envoyé ni conservé."
    ),
    "attente": "Recherche de votre position…",
    "refus": (
        "Le navigateur refuse de donner la position. Vous pouvez l’autoriser dans ses réglages, ou partir d’un lieu."
    ),
    "indisponible": "La position n’est pas disponible sur cet appareil. Vous pouvez partir d’un lieu.",
    "inconnu": "Aucune commune ne s’appelle ainsi. Essayez son code postal.",
    "vous": "votre position",
    "resultat": f"Du plus proche au plus lointain, à vol d’oiseau depuis {{lieu}}{NNBSP}: le premier est à {{km}}.",
    "loin": (
        f"Aucun pôle ni projet à moins de 100{NBSP}km à vol d’oiseau de {{lieu}}{NNBSP}: le plus proche est à {{km}}."
    ),
    "rien": "Aucun des pôles et projets affichés n’a de lieu connu.",
    "moins": f"moins de 1{NBSP}km",
    "environ": "environ {km}",
    "arreter": "Revenir à l’ordre alphabétique",
}
