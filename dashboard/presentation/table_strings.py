"""Sentences of the « Données » page, in French."""

from dashboard.presentation.strings import NNBSP


class Data:
    """The page that shows the selection as a table."""

    TITLE = "Données"
    VIEWS = ("tableau", "filtres")
    GROUPS = {  # noqa: RUF012
        "identite": "Identité",
        "lieu": "Lieu",
        "activite": "Activité et réseaux",
        "moyens": "Moyens",
        "sources": "Description et sources",
        "autres": "Autres colonnes du fichier",
    }
    NATURES = {"pole": "Pôle", "projet": "Projet"}  # noqa: RUF012
    TEXTS = {  # noqa: RUF012
        "legende": {
            "one": "{n} pôle ou projet, une ligne",
            "many": "{n} pôles et projets, une ligne chacun",
        },
        "ordre": f"Ordre{NNBSP}: {{colonne}}, {{sens}}",
        "croissant": "croissant",
        "decroissant": "décroissant",
        "colonnes": "Colonnes",
        "colonnesAide": "Le nom est toujours là.",
        "colonnesReprendre": "Reprendre les colonnes de départ",
        "trier": "Trier par {colonne}",
        "pages": "Pages du tableau",
        "page": f"Page {{page}} sur {{pages}}{NNBSP}: lignes {{premier}} à {{dernier}}",
        "precedente": "Page précédente",
        "suivante": "Page suivante",
        "aller": "Page",
        "vide": "Rien à montrer avec ces filtres.",
        "nonRenseigne": "non renseigné",
        "fiche": "Ouvrir la fiche",
    }
