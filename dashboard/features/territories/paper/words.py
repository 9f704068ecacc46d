"""French sentences of a territory's paper, the two pages to print and the HTML file, and of its command."""

from dashboard.core.catalogue.dimensions import LEAST_BASE
from dashboard.wording.numbers import distance
from dashboard.wording.words import NBSP, NNBSP, number, plural

LEVELS = {
    "commune": "Commune",
    "epci": "Intercommunalité",
    "departement": "Département",
    "region": "Région",
}


def structures(n: int) -> str:
    """« 3 pôles ou projets »."""
    return plural(n, "pôle ou projet", "pôles ou projets")


class PaperWords:
    """The two pages."""

    BAND = "Pôles territoriaux de coopération économique"
    KIND = "Fiche de territoire"
    POLES = ("pôle", "pôles")
    PROJECTS = ("projet", "projets")
    RATE = f"pour 100{NNBSP}000 habitants"
    AROUND_KM = f"autour, à moins de 50{NBSP}km"
    AROUND = "dans les territoires voisins"
    UNKNOWN = "–"
    FRANCE = "France"
    NO_OUTLINE = "La géographie de référence n’a pas de contour pour ce territoire."
    LOCATOR = "La situation du territoire en France"
    INSIDE = "Dans le territoire"
    NEAREST = "Les plus proches"
    NEAREST_OUTSIDE = "Les plus proches, hors du territoire"
    AS_THE_CROW_FLIES = "distances à vol d’oiseau"
    SECTORS = "Secteurs d’activité"
    SECTOR = "Secteur"
    NOT_GIVEN = "Non renseigné"
    SHARES_NOTE = (
        f"Nombre de pôles et de projets{NNBSP}; une structure peut avoir plusieurs secteurs. La part n’est donnée qu’à "
        f"partir de {LEAST_BASE} structures renseignées."
    )
    ABSENT = "Présents autour, absents ici"
    NONE_AROUND = "Aucun pôle ni projet n’est recensé autour."
    NO_ABSENT = "Tous les secteurs présents autour le sont ici aussi."
    FEATURES = "Réseaux, financements, reconnaissance"
    SIMILAR = "Pour comparer"
    SIMILAR_HEADERS = ("Territoire", "Habitants", "Pôles et projets", f"Pour 100{NNBSP}000 hab.")
    SIMILAR_RULE = (
        "Les cinq territoires de même niveau les plus proches par leur population et par leur nombre de pôles et "
        "de projets."
    )
    SOURCES = "Sources et dates"
    ONLINE = "La fiche en ligne, à jour"
    PROJECT = "projet"
    LEGEND = (
        ("pole", "pôle de la liste"),
        ("projet", "projet de la liste"),
        ("autour", "pôle ou projet des environs"),
    )
    LEGEND_CROWD = (("foule", "nombre de pôles et de projets à cet endroit"),)
    METHOD = (
        "Les distances sont géodésiques, depuis la mairie d’une commune ou le centre d’un territoire plus vaste. Une "
        "structure est placée à son adresse ou, à défaut, au centre de sa commune."
    )
    GEOGRAPHY = (
        f"Communes, intercommunalités et populations municipales{NNBSP}: INSEE et DGCL, code officiel géographique au "
        f"1er{NBSP}janvier 2026. Contours{NNBSP}: IGN, Admin Express. Licence Ouverte 2.0."
    )

    @staticmethod
    def population(n: int) -> str:
        """« 35 120 habitants », "" where unknown."""
        return plural(n, "habitant", "habitants") if n else ""

    @staticmethod
    def counted(poles: int, projects: int) -> str:
        """What is in the territory, as a sentence."""
        counts = [(poles, "pôle", "pôles"), (projects, "projet", "projets")]
        return f"On y recense {' et '.join(plural(*count) for count in counts if count[0])}."

    @staticmethod
    def nothing(nearest: str, km: float) -> str:
        """Nothing is inside: where the nearest is."""
        where = f" Le plus proche, {nearest}, est à {distance(km)} à vol d’oiseau." if nearest else ""
        return f"Aucun pôle ni projet n’y est recensé.{where}"

    @staticmethod
    def only_here(n: int, level: str) -> str:
        """Rows that name no smaller territory than this one."""
        name = {"epci": "l’intercommunalité", "departement": "le département", "region": "la région"}[level]
        if n == 1:
            return f"L’un d’eux n’indique que {name}, sans la commune."
        return f"{number(n)} d’entre eux n’indiquent que {name}, sans la commune."

    @staticmethod
    def wide(n: int, name: str) -> str:
        """Rows that only name a territory which holds this one."""
        if n == 1:
            return f"Une structure n’indique que «{NBSP}{name}{NBSP}»{NNBSP}: elle n’est pas comptée ici."
        return f"{number(n)} structures n’indiquent que «{NBSP}{name}{NBSP}»{NNBSP}: elles ne sont pas comptées ici."

    @staticmethod
    def rows_of(name: str) -> str:
        """What the rows of a territory are, for an export's account."""
        return f"territoire{NNBSP}: {name}"

    @staticmethod
    def compared(name: str, value: str) -> str:
        """« Drôme : 3,1 »."""
        return f"{name}{NNBSP}: {value}"

    @staticmethod
    def share(n: int, share: float | None) -> str:
        """« 12 (34 %) », « 3 »."""
        return number(n) if share is None or not n else f"{number(n)} ({share * 100:.0f}{NBSP}%)"

    @staticmethod
    def left_out(left: int) -> str:
        """How many do not fit on paper, "" for none."""
        if left <= 0:
            return ""
        return f"{plural(left, 'autre est', 'autres sont')} dans la fiche en ligne."

    @staticmethod
    def feature(title: str, values: str) -> str:
        """« Réseaux : RTES (3), COORACE (1) »."""
        return f"{title}{NNBSP}: {values}"

    @staticmethod
    def source(name: str, rows: int, date: str) -> str:
        """« poles.csv : 99 lignes, mis à jour le 24 novembre 2026 »."""
        updated = f", mis à jour le {date}" if date else ""
        return f"{name}{NNBSP}: {plural(rows, 'ligne', 'lignes')}{updated}"

    @staticmethod
    def made_on(date: str) -> str:
        """The day that the sheet was made."""
        return f"Fiche établie le {date}"

    @staticmethod
    def map_says(name: str, inside: int, around: int) -> str:
        """What the map shows, for who cannot see it."""
        return (
            f"Carte{NNBSP}: contour de {name}, {structures(inside)} dans le territoire et {number(around)} autour. La "
            f"liste donne les mêmes."
        )

    @staticmethod
    def qr_says(link: str) -> str:
        """What the QR code holds."""
        return f"Code QR{NNBSP}: {link}"


class Command:
    """Help and messages of the command `territoire`."""

    HELP = "mettre un territoire en deux pages (PDF), ou en un fichier HTML"
    TERRITORY = "commune:26281, epci:200040459, departement:26 ou region:84"
    OUTPUT = "fichier à écrire, .pdf ou .html"
    DATE = "jour où la fiche est établie (défaut : aujourd’hui)"
    WRONG_OUTPUT = "Le fichier à écrire doit finir par .pdf ou .html."

    @staticmethod
    def unknown(text: str) -> str:
        """No territory is called that."""
        return f"Aucun territoire ne s’écrit «{NBSP}{text}{NBSP}». Par exemple{NNBSP}: commune:26281, departement:26."

    @staticmethod
    def done(name: str, file: str) -> str:
        """« Drôme : fiche.pdf est écrit. »"""
        return f"{name}{NNBSP}: {file} est écrit."
