"""Sentences of the carnet, of the sheets and of the signs of the express visits."""

from dashboard.wording.words import NBSP, NNBSP, plural


class Booklet:
    """The file's own words; `PHRASES` are those that its script says."""

    TITLE = "Carnet de la rencontre"
    WITHOUT_MEETING = "Carnet des pôles"
    SKIP = "Aller au contenu"
    PARTS = "Parties du carnet"
    PROGRAMME = "Programme"
    PARCOURS = "Mon parcours"
    MAP = "Carte"
    POLES = "Pôles"
    PEOPLE = "Personnes"
    SEARCH = "Rechercher un pôle, une personne, un mot"
    CLEAR = "Effacer"
    PRINT = "Imprimer le carnet"
    ONLINE = "Ouvrir ce parcours sur le site"
    PARALLEL = "En parallèle"
    OTHER = "Sans horaire"
    SUB_THEMES = "Sous-thèmes"
    NO_PROGRAMME = "Aucune rencontre n’est annoncée."
    NO_PEOPLE = "Le programme ne nomme personne."
    TO_ATTEND = "Séances choisies"
    TO_MEET = "Pôles à rencontrer"
    ORGANISATIONS = "Organisations"
    NO_STAR = (
        "Touchez l’étoile d’une séance ou d’un pôle pour l’ajouter ici. Votre choix reste dans ce fichier et dans son "
        "adresse, nulle part ailleurs."
    )
    NO_SCRIPT = (
        "Sans JavaScript, le carnet se lit et s’imprime ; la recherche et les étoiles ne fonctionnent pas."
    ).replace(" ;", f"{NNBSP};")
    MAP_LABEL = (
        "Carte de France et des cinq départements d’outre-mer ; la liste des pôles dit les mêmes lieux.".replace(
            " ;", f"{NNBSP};"
        )
    )
    MAP_HELP = "Touchez un signe pour savoir quel pôle est là."
    LEGEND_POLE, LEGEND_PROJECT, LEGEND_CHOSEN = "Pôle", "Projet", "Dans mon parcours"
    SHOW_ON_MAP = "Voir sur la carte"
    BORNE_BY = f"Porté par{NNBSP}: "
    SECTORS = f"Activités{NNBSP}: "
    STATUS = f"État{NNBSP}: "
    NETWORKS = f"Réseaux{NNBSP}: "
    SPEAKS = f"Au programme{NNBSP}: "
    WEBSITE = "Site web"
    SHEET = "Fiche en ligne"
    MADE_OF = "Fait à partir de"
    LAST_REVISED = "Programme revu le"
    CLOSED = "Ce fichier se suffit : il ne demande rien au réseau et ne suit personne.".replace(" :", f"{NNBSP}:")
    PHRASES = {  # noqa: RUF012
        "ajouter": f"Ajouter à mon parcours{NNBSP}: ",
        "retirer": f"Retirer de mon parcours{NNBSP}: ",
        "enMemeTemps": f"«{NBSP}{{a}}{NBSP}» et «{NBSP}{{b}}{NBSP}» ont lieu en même temps.",
        "disparu": "Ce que votre parcours avait gardé et qui n’existe plus : ".replace(" :", f"{NNBSP}:"),
        "seances": ["séance", "séances"],
        "poles": ["pôle ou projet", "pôles et projets"],
        "personnes": ["personne ou organisation", "personnes et organisations"],
        "rien": f"Rien ne répond à «{NBSP}{{q}}{NBSP}».",
        "voirFiche": "Voir dans la liste",
        "sansLieu": "Ce pôle n’a pas de lieu connu.",
    }

    @staticmethod
    def star(title: str) -> str:
        """The name of a star's button before it is touched."""
        return f"{Booklet.PHRASES['ajouter']}{title}"

    @staticmethod
    def left_out(n: int) -> str:
        """What a file of that size cannot hold."""
        return (
            f"{plural(n, 'autre pôle n’est', 'autres pôles ne sont')} que sur le site, pour que le carnet reste léger."
        )

    @staticmethod
    def count(n: int) -> str:
        """« 116 pôles et projets »."""
        return plural(n, "pôle ou projet", "pôles et projets")


class Visit:
    """What is printed for each pole."""

    TITLE = "Fiches de visite et panneaux"
    SHEET = "Fiche de visite"
    HELP = f"Imprimez cette page au format A4{NNBSP}: chaque pôle a sa fiche, puis le panneau de son stand."
    NONE = "Le programme ne nomme aucun pôle."
    WHO = "Qui est là"
    NOBODY = "Le programme ne nomme personne pour ce pôle."
    ACTIVITIES = "Activités"
    NOTES = "Notes"
    SCAN = "Sa fiche complète"
    SIGN_SCAN = "La fiche de ce pôle"
    JOBS, MEMBERS, CREATED = "Emplois", "Membres", "Création"
    IN_REGION, IN_DEPARTEMENT, IN_SECTOR = "Dans la région", "Dans le département", "Même activité"
    IN_ALL = "En France"
    NATURES = {"pole": "pôles recensés", "projet": "projets recensés"}  # noqa: RUF012
    COUNTED_IN_ALL = "pôles et projets recensés"

    @staticmethod
    def counted_in(place: str) -> str:
        """What the number of poles of a région or département counts."""
        return f"pôles et projets recensés ({place}), celui-ci compris"

    @staticmethod
    def counted_in_sector(sector: str) -> str:
        """What the number of poles of the same activity counts."""
        return f"pôles et projets de l’activité «{NBSP}{sector}{NBSP}», celui-ci compris"

    @staticmethod
    def stand(name: str) -> str:
        """« Stand 4 »; a name that says it already is left as it is."""
        return name if name.casefold().startswith("stand") else f"Stand {name}"
