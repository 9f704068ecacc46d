"""French sentences of the page « Territoires »."""

from dashboard.core.address.territory import LEAST_KM, MOST_KM
from dashboard.core.catalogue.dimensions import LEAST_BASE
from dashboard.features.territories.sheet import AROUND_KM, LISTED_AROUND
from dashboard.wording.words import NBSP, NNBSP, number, plural

_Q, _E = f"«{NBSP}", f"{NBSP}»"


class Search:
    """The field, what it found, what it did not."""

    TITLE = "Territoires"
    LEAD = (
        "Pour toute commune, toute intercommunalité, tout département et toute région de France"
        f"{NNBSP}: ce qui existe chez vous, ce qui existe autour, et ce qui manque."
    )
    FIELD = "Nom d’un territoire, code INSEE, code postal ou SIREN"
    EXAMPLE = f"Par exemple{NNBSP}: Romans-sur-Isère, 26100, 200068781"
    BUTTON = "Voir la fiche"
    TRY = "Des exemples"
    EXAMPLES = ("commune:26281", "epci:200068781", "departement:974", "region:53")
    SEVERAL = f"Plusieurs territoires répondent à {_Q}{{asked}}{_E}. Lequel{NNBSP}?"
    NOTHING = (
        f"Aucun territoire ne répond à {_Q}{{asked}}{_E}. Essayez le nom complet d’une commune, son code postal ou son "
        "code INSEE."
    )
    SAID = "pour {name}"
    OTHERS = f"Autres réponses à {_Q}{{asked}}{_E}{NNBSP}:"
    BY = {  # noqa: RUF012
        "cle": "",
        "code_insee": "code INSEE",
        "ancien_code": "ancien code INSEE",
        "code_postal": "code postal",
        "siren": "SIREN",
        "code": "code",
        "nom": "",
        "debut": "",
        "orthographe": "nom approché",
    }


class Sheet:
    """The sheet of one territory."""

    TODAY = f"{_Q}{{asked}}{_E} fait aujourd’hui partie de ce territoire."
    ROOT = "France"
    CHAIN = "Territoires qui le contiennent"
    CODE = {  # noqa: RUF012
        "commune": f"code INSEE{NBSP}",
        "epci": f"SIREN{NBSP}",
        "departement": f"code{NBSP}",
        "region": f"code{NBSP}",
    }
    NO_POPULATION = "population non renseignée"
    PDF = "PDF à imprimer"
    HTML = "Fiche en un fichier HTML"
    CSV = "Données (CSV)"
    EMBED = "Intégrer à un site"
    PRINT = "Imprimer cette page"
    FIGURES = "En bref"
    MAP = "Carte"
    LEGEND = (
        ("pole", "pôle, avec son numéro dans la liste"),
        ("projet", "projet, avec son numéro dans la liste"),
        ("alentour", "pôle ou projet des environs"),
    )
    INSIDE = "Dans le territoire"
    NOTHING_INSIDE = "Aucun pôle ni projet n’est recensé dans ce territoire."
    WIDE = "Peut-être ici"
    WIDE_NOTE = (
        "Ces structures ne nomment qu’un territoire plus vaste, qui contient celui-ci. Elles sont comptées là-bas, pas "
        f"ici{NNBSP}:"
    )
    NEAREST = "Les cinq plus proches, hors du territoire"
    CROW = {  # noqa: RUF012
        "mairie": "Distances à vol d’oiseau, depuis la mairie.",
        "interieur": "Distances à vol d’oiseau, depuis un point intérieur de la commune.",
        "centre": "Distances à vol d’oiseau, depuis le centre du territoire.",
        "siege": "Distances à vol d’oiseau, approximatives, depuis le siège de la collectivité d’outre-mer.",
    }
    ROUGH = "depuis le centre du territoire que la structure nomme"
    AROUND_NEIGHBOURS = "Dans les territoires voisins"
    ABSENT = "Présents autour, absents ici"
    NO_ABSENT = "Aucun secteur n’est présent autour sans l’être ici."
    ABSENT_NOTE = "Secteurs d’activité des environs que personne ne représente dans ce territoire, et leur nombre."
    NEIGHBOURS = "Territoires voisins"
    NO_NEIGHBOURS = "Aucune limite terrestre avec un territoire de même niveau."
    PARTS = {  # noqa: RUF012
        "epci": "Ses communes",
        "departement": "Ses intercommunalités",
        "region": "Ses départements",
        "france": "Les régions",
    }
    MORE = {"one": "Afficher {n}", "many": "Afficher les {n}"}  # noqa: RUF012
    SOURCES = "Sources et dates"
    ADD = "comparer"
    NO_MAP = "La géographie de référence ne donne ni contour ni point précis pour cette collectivité."
    LOCATOR = "Place du territoire en France"

    @staticmethod
    def around(count: int) -> str:
        """« Autour, à moins de 50 km : 12 pôles et projets »."""
        return f"Autour, à moins de {AROUND_KM:.0f}{NBSP}km{NNBSP}: {_counted(count)}"

    @staticmethod
    def in_neighbours(count: int) -> str:
        """« Dans les territoires voisins : 12 pôles et projets »."""
        return f"{Sheet.AROUND_NEIGHBOURS}{NNBSP}: {_counted(count)}"

    @staticmethod
    def left_out(left: int) -> str:
        """How many are not listed."""
        return f"Et {plural(left, 'autre', 'autres')}, à voir sur la carte." if left > 0 else ""

    @staticmethod
    def listed_around(count: int) -> str:
        """Which of those around are listed, "" for all of them."""
        return f"Les {LISTED_AROUND} premiers sont affichés." if count > LISTED_AROUND else ""

    @staticmethod
    def neighbours(n: int) -> str:
        """« 9 territoires voisins »."""
        return plural(n, "territoire voisin", "territoires voisins")

    @staticmethod
    def show(n: int) -> str:
        """« Afficher les 27 »."""
        return Sheet.MORE["one" if n < 2 else "many"].format(n=number(n))


class Tables:
    """Indicators, alone and side by side."""

    TITLE = "Indicateurs"
    COUNTS = "Pôles et projets"
    POPULATION = "Habitants"
    TOTAL = "Pôles et projets"
    POLES = "dont pôles"
    PROJECTS = "dont projets"
    ONLY = "dont sans territoire plus précis"
    RATE = f"Pour 100{NNBSP}000 habitants"
    FRAGILE = "fragile"
    FRAGILE_NOTE = f"{_Q}Fragile{_E}{NNBSP}: calculé sur moins de {LEAST_BASE} pôles et projets."
    KNOWN = "Renseignés"
    NOT_GIVEN = "Non renseigné"
    NONE = "–"
    NOTE = (
        "Le nombre de pôles et de projets, et leur part parmi ceux qui sont renseignés"
        f"{NNBSP}; aucune part n’est donnée en dessous de {LEAST_BASE}. Une structure peut avoir plusieurs valeurs"
        f"{NNBSP}: les parts peuvent dépasser 100{NBSP}% ensemble."
    )
    EMPTY = "Rien n’est renseigné ici, ni au-dessus."

    COMPARE = "Comparer"
    COMPARE_LEAD = "Jusqu’à quatre territoires côte à côte."
    ADD_FIELD = "Ajouter un territoire à la comparaison"
    ADD_BUTTON = "Ajouter"
    REMOVE = "Retirer {name} de la comparaison"
    WHICH = f"Plusieurs territoires répondent à {_Q}{{asked}}{_E}. Lequel comparer{NNBSP}?"
    SIMILAR = "Territoires semblables"
    SIMILAR_RULE = (
        "Règle : les cinq territoires de même niveau dont l’écart est le plus petit. L’écart ajoute le nombre de fois "
        "qu’il faut doubler la population de l’un pour trouver celle de l’autre, et le nombre de fois qu’il faut "
        "doubler son nombre de pôles et de projets, plus un. Deux fois plus peuplé éloigne donc autant que deux fois "
        "plus doté."
    ).replace(" :", f"{NNBSP}:")
    NO_SIMILAR = "Population inconnue : aucun territoire semblable ne peut être cherché.".replace(" :", f"{NNBSP}:")
    SIMILAR_HEADERS = ("Territoire", "Habitants", "Pôles et projets", "Comparaison")


class Gaps:
    """« Trous de la carte »."""

    TITLE = "Trous de la carte"
    LEAD = (
        "Les territoires sans aucun pôle ni projet, chez eux ou à proximité de leur centre. Pour qui cherche où aider "
        "à en faire naître."
    )
    LEVEL = "Territoires"
    LEVELS = {"epci": "Intercommunalités", "departement": "Départements"}  # noqa: RUF012
    FIELD = "Distance, en kilomètres"
    BUTTON = "Chercher"
    RANGE = f"De {LEAST_KM} à {MOST_KM}{NBSP}km."
    RULE = (
        "Un territoire est un trou si aucun pôle ni projet n’y est compté, et si aucun n’est placé (adresse, commune "
        "ou intercommunalité) à moins de cette distance de son centre, à vol d’oiseau. Les structures qui ne nomment "
        "qu’un département ou une région comptent dans ce territoire, mais ne rapprochent pas les autres."
    )
    NONE = "Aucun trou à cette distance."
    HEADERS = ("Territoire", "Département", "Habitants", "Le plus proche", "Distance")
    FIRST = 20
    MAP_SAYS = f"Carte de France{NNBSP}: les trous en ambre. Le tableau donne les mêmes."
    REST = {"one": "Afficher l’autre", "many": "Afficher les {n} autres"}  # noqa: RUF012

    @staticmethod
    def found(n: int, total: int, level: str, km: int) -> str:
        """« 471 intercommunalités sur 1 255 n’ont ni pôle ni projet à moins de 50 km de leur centre. »"""
        one, many = {"epci": ("intercommunalité", "intercommunalités"), "departement": ("département", "départements")}[
            level
        ]
        verb, whose = ("n’a", "son") if n < 2 else ("n’ont", "leur")
        return (
            f"{plural(n, one, many)} sur {number(total)} {verb} ni pôle ni projet à moins de {km}{NBSP}km de {whose} "
            "centre."
        )

    @staticmethod
    def show_rest(n: int) -> str:
        """« Afficher les 421 autres »."""
        return Gaps.REST["one" if n < 2 else "many"].format(n=number(n))


def _counted(n: int) -> str:
    return plural(n, "pôle ou projet", "pôles et projets") if n else "aucun pôle ni projet"
