"""Sentences of the « Programme » page and of « Mon parcours », in French."""

from dashboard.wording.words import NBSP, NNBSP, plural


def quoted(text: str) -> str:
    """« text », the marks inside it becoming “ ”."""
    inside = text.replace(f"«{NBSP}", "“").replace(f"{NBSP}»", "”")
    return f"«{NBSP}{inside}{NBSP}»"


class Programme:
    """The day's programme."""

    PARALLEL = "En parallèle"
    NOW = "Maintenant"
    NEXT = "À suivre"
    BEFORE = "La journée n’a pas commencé"
    AFTER = "La journée est terminée"
    MORNING = "Matin"
    AFTERNOON = "Après-midi"
    NIGHT = "Nuit"

    @staticmethod
    def at(hours: str, title: str, people: str) -> str:
        """« Au programme, 14 h 45 – 16 h 15 : Rôle des collectivités locales (Henri Arevalo) »."""
        when = f"Au programme, {hours}" if hours else "Au programme"
        return f"{when}{NNBSP}: {title} ({people})"

    @staticmethod
    def minutes_left(minutes: int) -> str:
        """« encore 1 h 05 », « encore 12 min »."""
        if minutes >= 60:
            return f"encore {minutes // 60}{NBSP}h{NBSP}{minutes % 60:02d}"
        return f"encore {minutes}{NBSP}min"


class Day:
    """The day: what Python writes of it."""

    PAGE = "Programme"
    TITLE = "Programme"
    ORGANISES = "organise la rencontre"
    RECEIVES = "accueille la rencontre"

    @staticmethod
    def organises(title: str) -> str:
        """« organise « … » »."""
        return f"organise {quoted(title)}"

    @staticmethod
    def receives(title: str) -> str:
        """« accueille ou offre « … » »."""
        return f"accueille ou offre {quoted(title)}"

    @staticmethod
    def until(what: str, hour: str) -> str:
        """« repas jusqu’à 14 h »; the name alone where the end is not said."""
        return f"{what} jusqu’à {hour}" if hour else what

    @staticmethod
    def at_once(lines: list[str]) -> str:
        """« En même temps : Repas jusqu’à 14 h ; Découvertes express jusqu’à 14 h 45 »: three at most, and a count."""
        more = [f"et {plural(len(lines) - 3, 'autre séance', 'autres séances')}"] if len(lines) > 3 else []
        return f"En même temps{NNBSP}: " + f"{NNBSP}; ".join(lines[:3] + more)

    @staticmethod
    def zone(name: str) -> str:
        """Whose hours these are, for a device that is set to another time."""
        return f"Les heures sont celles de la rencontre (fuseau {name}), pas celles de votre appareil."

    @staticmethod
    def language(code: str) -> str:
        """« en anglais »; "" for French, the code itself for a language without a name here."""
        return {"": "", "fr": "", "en": "en anglais", "de": "en allemand", "es": "en espagnol"}.get(code, code)

    @staticmethod
    def unknown_values(values: list[str]) -> str:
        """What the link asks for and that the programme does not have."""
        names = ", ".join(quoted(value) for value in values)
        verb = "n’existe pas, ou plus" if len(values) == 1 else "n’existent pas, ou plus"
        return f"Ce lien demande {names}, qui {verb}. Le reste du lien est appliqué."

    CHANGED = "Le programme a changé depuis que ce lien a été fait. Ce que vous voyez est le programme d’aujourd’hui."


class Mine:
    """« Mon parcours »: what Python writes of it."""

    LUNCH = "Déjeuner"
    CONFIRMED = "créneau du programme"
    PROPOSAL = "proposition, créneaux à confirmer sur place"
    LOST_LUNCH = (
        f"Le déjeuner ne tient pas{NNBSP}: aucun repas du programme ne laisse ce temps à côté de vos séances. "
        "Raccourcissez-le, ou retirez une séance."
    )

    @staticmethod
    def gone(sessions: list[str], poles: list[str]) -> str:
        """What the parcours names and no longer exists, by id: nothing else is known of it."""
        parts = []
        if sessions:
            parts.append(plural(len(sessions), "séance", "séances") + f" ({', '.join(map(quoted, sessions))})")
        if poles:
            parts.append(plural(len(poles), "pôle", "pôles") + f" ({', '.join(map(quoted, poles))})")
        gone = " et ".join(parts)
        return f"N’est plus au programme ni sur la carte{NNBSP}: {gone}. Le reste de votre parcours est gardé."

    @staticmethod
    def conflict(first: str, second: str, hours: str) -> str:
        """Two sessions to choose between."""
        return f"À choisir{NNBSP}: {quoted(first)} et {quoted(second)} ont lieu en même temps ({hours})."

    @staticmethod
    def shared(first: str, second: str, hours: str) -> str:
        """Two sessions to share one's time between."""
        both = f"{quoted(first)} et {quoted(second)}"
        return f"À partager{NNBSP}: {both} se chevauchent ({hours}), on passe de l’un à l’autre."

    @staticmethod
    def stand(name: str) -> str:
        """« stand A12 »; what already says what it is stays as it is."""
        return name if " " in name else f"stand{NBSP}{name}"

    @staticmethod
    def missed(reason: str, poles: list[str], visit_min: int) -> str:
        """Why a pole is not in the plan."""
        if reason == "taken" and poles:
            return f"Son créneau tombe en même temps que {' et '.join(map(quoted, poles))}."
        return {
            "no_visits": "Le programme ne prévoit pas de visites.",
            "not_announced": "N’est pas annoncé parmi les pôles qui reçoivent ce jour-là.",
            "outside": "Ses créneaux sont en dehors des visites.",
            "too_long": f"Une visite de {visit_min}{NBSP}min est plus longue que le temps des visites.",
            "busy": "Tout son temps est pris par une séance de votre parcours.",
            "lunch": "N’est possible qu’en renonçant au déjeuner.",
            "taken": "Son créneau est pris par le reste de votre plan.",
            "no_time": f"Il ne reste pas {visit_min}{NBSP}min, déplacements compris. Des visites plus courtes lui "
            "laisseraient une place.",
        }[reason]


FRONT = {
    "titre": Day.TITLE,
    "vues": {
        "titre": "Parties du programme",
        "journee": "Journée",
        "annuaire": "Qui vient",
        "detail": "Détail",
        "parcours": "Mon parcours",
    },
    "jours": "Aller au jour",
    "aucun": "Aucun programme n’est chargé.",
    "recherche": {
        "etiquette": "Chercher une personne, une organisation, un mot",
        "exemple": f"Par exemple{NNBSP}: energie, RTES, Arevalo",
        "effacer": "Effacer",
        "personnes": {"one": "{n} personne", "many": "{n} personnes"},
        "organisations": {"one": "{n} organisation", "many": "{n} organisations"},
        "seances": {"one": "{n} séance", "many": "{n} séances"},
        "rien": "Rien au programme ne répond à cette recherche. Essayez un seul mot, ou le début d’un nom.",
        "trouve": {"one": "{n} réponse", "many": "{n} réponses"},
    },
    "etoile": {"mettre": "Ajouter à mon parcours", "retirer": "Retirer de mon parcours", "court": "Mon parcours"},
    "fiche": {
        "fermer": "Fermer",
        "agrandir": "Agrandir",
        "reduire": "Réduire",
        "seances": "Au programme de la journée",
        "indisponible": "Cette fiche n’a pas pu être chargée. Vérifiez la connexion, puis fermez et rouvrez-la.",
        "chercher": "Chargement de la fiche…",
    },
    "seance": {
        "carte": {"one": "Voir {n} structure sur la carte", "many": "Voir les {n} structures sur la carte"},
        "sansCarte": "Ouvrir la carte sur cette séance",
        "parallele": "En même temps",
        "parent": "Dans la séance",
        "sous": "Sous-thèmes",
        "precedente": "Avant",
        "suivante": "Après",
        "autres": {"one": "et {n} autre séance", "many": "et {n} autres séances"},
        "lieu": "Lieu",
        "personnes": "Qui intervient",
        "poles": "Pôles représentés",
        "personne": "Le programme ne nomme personne pour cette séance.",
        "sources": "Sources",
        "autour": "Séance précédente et séance suivante",
        "agenda": "Mettre dans mon agenda",
    },
    "personne": {
        "genre": "Personne",
        "seances": "Au programme",
        "organisations": "Organisation",
        "poles": "Pôle",
        "lieu": "Lieu",
        "sources": "Sources",
        "sansLieu": "lieu non renseigné",
    },
    "organisation": {
        "genre": "Organisation",
        "role": "Pour la rencontre",
        "personnes": "Qui la représente",
        "seances": "Au programme",
        "poles": "Pôle",
        "lieu": "Lieu",
    },
    "pole": {"carte": "Voir sur la carte", "fiche": "Voir la fiche", "sansLieu": "sans lieu connu"},
    "accueil": {
        "titre": "La rencontre",
        "organisateurs": "Organisée par",
        "hote": "Accueillie par",
        "agenda": "Mettre la journée dans mon agenda",
        "abonnement": "S’abonner au programme",
        "carnet": "Garder le carnet hors ligne",
        "visites": "Imprimer les fiches de visite",
        "aide": "Choisissez une séance, une personne ou une organisation pour lire le détail ici. "
        "L’étoile ajoute une séance ou un pôle à votre parcours.",
    },
    "avis": {"compris": "C’est noté", "oublier": "Retirer ce qui a disparu"},
    "maintenant": {"voir": "Voir dans la journée"},
    "parcours": {
        "titre": "Mon parcours",
        "vide": "Votre parcours est vide. Mettez une étoile aux séances que vous voulez suivre, et aux pôles que vous "
        "voulez visiter : tout reste dans l’adresse de cette page, sans compte ni cookie.".replace(" :", f"{NNBSP}:"),
        "seances": "Mes séances",
        "poles": "Mes pôles à visiter",
        "polesAide": "Dans l’ordre de vos priorités.",
        "ajouter": "Choisir des pôles sur la carte",
        "monter": "Monter d’un rang",
        "retirer": "Retirer",
        "plan": "Mes visites, heure par heure",
        "reglages": "Durées, en minutes",
        "visite": "Une visite",
        "deplacement": "Un déplacement",
        "repas": "Le déjeuner",
        "sans": "sans",
        "agenda": "Mettre mes séances dans mon agenda",
        "rate": "N’a pas trouvé place",
        "carnet": "Garder le carnet avec mon parcours",
        "partage": "Emporter mon parcours",
        "partageAide": "Votre parcours tient dans ce lien. Ouvrez-le sur votre téléphone, ou envoyez-le.",
        "copier": "Copier le lien",
        "copie": "Lien copié",
        "qr": "Afficher le code QR",
        "qrTexte": "Code QR du lien de mon parcours, à photographier avec un autre appareil",
        "qrTropLong": "Ce parcours est trop long pour un code QR. Copiez le lien, ou retirez quelques étoiles.",
    },
}
