"""Every sentence of the interface, in French, one class per part of the product.

Typography: « » with no-break spaces, U+202F before ; : ! ?, U+00A0 before a unit or inside a number, ’ for apostrophes.
Sentences for findings are in `wording/findings`; labels of vocabularies are data, in `core/fields/vocabularies`.
"""

from collections.abc import Sequence

from dashboard.core.catalogue.catalogue import Accounting

NNBSP = "\u202f"
NBSP = "\u00a0"


def number(n: int) -> str:
    """« 1 234 » with narrow no-break spaces."""
    return f"{n:,}".replace(",", NNBSP)


def plural(n: int, one: str, many: str) -> str:
    """« 1 pôle », « 2 pôles »: zero and one are singular in French."""
    return f"{number(n)} {one if n < 2 else many}"


def shown_count(shown: int, total: int) -> str:
    """« 12 pôles et projets sur 116 », in any number."""
    if shown == 0:
        return f"Aucun pôle ni projet sur {number(total)}"
    return f"{plural(shown, 'pôle ou projet', 'pôles et projets')} sur {number(total)}"


class Site:
    """The shell: name of the product, pages, failures."""

    NAME = "Pôles de coopération"
    TITLE = "Carte des pôles territoriaux de coopération économique"
    MAP_PAGE = "Carte"
    TERRITORIES_PAGE = "Territoires"
    DATA_PAGE = "Données"
    ABOUT_PAGE = "À propos"
    QUALITY_PAGE = "Qualité des données"
    ACCESSIBILITY_PAGE = "Accessibilité"
    LEGAL_PAGE = "Mentions légales"

    @staticmethod
    def page_title(page: str) -> str:
        """« Données – Pôles de coopération »; the map's is the site's."""
        return Site.TITLE if page == Site.MAP_PAGE else f"{page} – {Site.NAME}"

    MAP_FRAME = "Carte des pôles et projets ; la liste qui suit montre les mêmes".replace(" ;", f"{NNBSP};")
    MISSING_DATA = (
        "Les données n’ont pas pu être lues. La personne qui tient ce site peut lancer "
        f"«{NBSP}python -m dashboard check{NBSP}» pour savoir ce qui manque, puis recharger la page."
    )


class Summary:
    """The line above the map."""

    SESSION_PILL = f"Séance{NNBSP}: {{titre}}"

    @staticmethod
    def starred(n: int) -> str:
        """« ★ Mon parcours (3) », "" without a star."""
        return f"★ Mon parcours ({number(n)})" if n else ""

    AND = "et"
    EMPTY = f"Aucun pôle ni projet ne répond à ces filtres ensemble. Pour en voir{NNBSP}:"

    @staticmethod
    def without(labels: Sequence[str], n: int) -> str:
        """« Sans le filtre “RTES” : 14 résultats »."""
        named = " et ".join(f"“{label}”" for label in labels)
        filters = "les filtres" if len(labels) > 1 else "le filtre"
        return f"Sans {filters} {named}{NNBSP}: {plural(n, 'résultat', 'résultats')}"

    @staticmethod
    def unknown_values(values: list[str]) -> str:
        """What an old or mistyped link asked for and that no longer exists."""
        quoted = ", ".join(f"«{NBSP}{value}{NBSP}»" for value in values)
        if len(values) == 1:
            return f"Ce lien demande une valeur qui n’existe plus{NNBSP}: {quoted}. Le reste du lien est appliqué."
        return f"Ce lien demande des valeurs qui n’existent plus{NNBSP}: {quoted}. Le reste du lien est appliqué."

    @staticmethod
    def accounting(rows: Accounting) -> str:
        """« 116 lignes lues = 109 sur la carte + 7 sans localisation + 0 refusée »."""
        return (
            f"{plural(rows.rows_in, 'ligne lue', 'lignes lues')} = {number(rows.located)} sur la carte + "
            f"{number(rows.without_point)} sans localisation + {plural(rows.refused, 'refusée', 'refusées')}"
        )


class Filters:
    """The facet panel."""

    TEXTS = {  # noqa: RUF012
        "titre": "Filtres",
        "recherche": "Rechercher un pôle, une commune, un mot",
        "exemple": f"Par exemple{NNBSP}: réemploi",
        "plus": {"one": "Afficher 1 autre valeur", "many": "Afficher {n} autres valeurs"},
        "moins": "Afficher moins de valeurs",
        "ordre": "Ordre des valeurs de chaque filtre",
        "parNombre": "Par nombre",
        "parNom": "Par nom",
        "cochees": f"Des valeurs cochées, avoir{NNBSP}:",
        "auMoinsUne": "au moins une",
        "toutes": "toutes",
        "de": "De",
        "a": "à",
        "vues": "Vues proposées",
    }


NOT_GIVEN = "non renseigné"

PRESUMED_COMMUNE = "commune présumée"


class Front:
    """Sentences that the browser's own modules show; sent to them as a file."""

    MAP = {  # noqa: RUF012
        "nonRenseigne": "Non renseigné",
        "cadre": Site.MAP_FRAME,
        "attribution": "Contours IGN Admin Express",
        "allerA": "Aller à un territoire",
        "memeLieu": {"one": "{n} pôle ou projet à cet endroit", "many": "{n} pôles et projets à cet endroit"},
        "groupe": {"one": "{n} pôle ou projet", "many": "{n} pôles et projets, cliquez pour les séparer"},
    }
    LEGEND = {  # noqa: RUF012
        "titre": "Légende",
        "dimension": "Couleur et forme selon",
        "note": "Une structure qui a plusieurs valeurs porte le signe de la première citée.",
        "ign": "Fond détaillé de l’IGN (interroge data.geopf.fr)",
        "attributionIgn": "© IGN – Plan IGN, Géoplateforme",
    }
    OTHERS = "Autres"
    LIST = {  # noqa: RUF012
        "titre": {
            "one": "Liste : {n} pôle ou projet".replace(" :", f"{NNBSP}:"),
            "many": "Liste : {n} pôles et projets".replace(" :", f"{NNBSP}:"),
        },
        "vide": "Rien à montrer avec ces filtres.",
        "suite": {"one": "Afficher le suivant", "many": "Afficher les {n} suivants"},
        "integrer": "Intégrer cette vue à un site",
        "projet": "projet",
        "enTete": {
            "one": "En tête, la structure de la séance {seance}.",
            "many": "En tête, les {n} structures de la séance {seance}.",
        },
        "marquees": {
            "one": "Marquée d’un trait, la structure de la séance {seance}.",
            "many": "Marquées d’un trait, les {n} structures de la séance {seance}.",
        },
        "sansRang": "Aucune structure de la séance {seance} n’est dans cette liste.",
        "voirSeance": "Voir la séance au programme",
    }
    SHEET = {  # noqa: RUF012
        "fermer": "Fermer la fiche",
        "carte": "Voir sur la carte",
        "agrandir": "Agrandir",
        "reduire": "Réduire",
        "seances": "Au programme de la journée",
        "indisponible": "Cette fiche n’a pas pu être chargée. Vérifiez la connexion, puis fermez et rouvrez-la.",
    }
    PROGRAMME = {  # noqa: RUF012
        "titre": "Programme",
        "aucun": "Aucun programme n’est chargé.",
        "voirPole": "Voir le pôle",
        "voirFiche": "Voir la fiche",
        "sansLieu": "sans lieu connu",
        "voirCarte": "Voir sur la carte",
        "voirProgramme": "Ouvrir dans le programme",
        "eclairees": {
            "one": "{n} structure mise en avant sur la carte",
            "many": "{n} structures mises en avant sur la carte",
        },
        "aucuneEclairee": "Le programme ne cite ici aucune structure dont le lieu soit connu.",
    }
    SUMMARY = {  # noqa: RUF012
        "titre": Site.TITLE,
        "reinitialiser": "Réinitialiser les filtres",
        "eteindre": f"Ne plus mettre en avant{NNBSP}:",
        "retirer": f"Retirer le filtre{NNBSP}:",
        "enGrand": "Ouvrir en grand",
        "vues": {
            "titre": "Parties de la page",
            "carte": "Carte",
            "liste": "Liste",
            "filtres": "Filtres",
            "programme": "Programme",
            "croisements": "Tableaux",
            "tableau": "Tableau",
        },
    }
    METROPOLITAN = "Métropole"


class Sheet:
    """A pole's sheet."""

    POLE = "Pôle"
    PROJECT = "Projet"
    IDENTITY = "Qui porte le pôle"
    PLACE = "Où"
    ACTIVITY = "Activité"
    NETWORKS = "Réseaux"
    FUNDING = "Financement"
    SOURCES = "Sources et fiabilité"
    CONTACT = "Adresse, accueil et moyens"
    OTHERS = "Autres informations du fichier"
    PEOPLE = "Au programme"
    INFERRED = "déduit des sources trouvées"
    UNDATED = "date non renseignée"
    PRESUMED_PLACE = "présumée d’après les sources, à confirmer"

    @staticmethod
    def as_of(year: str) -> str:
        """« d’après une source de 2018 »."""
        return f"d’après une source de {year}"
