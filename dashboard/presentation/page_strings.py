"""Sentences of the text pages, in French."""

from dashboard.presentation.strings import NBSP, NNBSP, NOT_GIVEN, plural

_Q, _E = f"«{NBSP}", f"{NBSP}»"


class About:
    """« À propos »."""

    TITLE = "À propos"
    WHAT_TITLE = "Ce que montre ce site"
    WHAT = (
        "Un pôle territorial de coopération économique (PTCE) réunit, sur un territoire, des structures de l’économie "
        "sociale et solidaire, des entreprises, des collectivités et des chercheurs, qui mettent leurs moyens en "
        "commun.",
        "Cette carte aide à les découvrir avant une rencontre, à voir ce qui existe sur un territoire et à suivre le "
        "programme de la journée. La liste montre toujours les mêmes pôles que la carte.",
    )
    COUNTS_TITLE = "Ce qui est compté"
    PRECISION_NOTE = (
        "Aucun centre de commune n’est présenté comme une adresse"
        f"{NNBSP}: le signe est creux quand seule la commune est connue, entouré d’un grand halo quand seul un "
        "territoire plus large l’est."
    )
    SOURCES_TITLE = "D’où viennent les données"
    SOURCES = (
        "Chaque pôle porte ses sources, sa date et un degré de confiance, visibles dans sa fiche. Une case vide est "
        f"dite {_Q}{NOT_GIVEN}{_E}{NNBSP}; rien n’est complété au jugé. Ce qui est déduit est signalé.",
        f"{_Q}Membre de{_E} et {_Q}cité par{_E} un réseau sont deux choses différentes, gardées séparées.",
    )
    SOURCE_HEADERS = ("Fichier", "Contenu", "Mis à jour le", "Licence", "Empreinte SHA-256")
    COLUMNS_TITLE = "Ce que veulent dire les colonnes"
    COLUMNS = "Sens, valeurs permises avec leur source, taux de remplissage et exemple de chaque colonne sont dans le"
    COLUMNS_LINK = "dictionnaire des données."
    LICENCES_TITLE = "Licences"
    LICENCES = (
        "Code du site : licence MIT. Données compilées par le projet : Licence Ouverte 2.0.".replace(" :", f"{NNBSP}:"),
        "Communes, intercommunalités, départements et régions : code officiel géographique (Insee) et contours IGN "
        "Admin Express, Licence Ouverte 2.0.".replace("régions :", f"régions{NNBSP}:"),
    )
    LIMITS_TITLE = "Ce que ces données ne disent pas"
    LIMITS = (
        "Il n’existe pas de liste officielle et complète des PTCE. L’absence d’un pôle ici ne prouve rien, et l’état "
        "d’un pôle est celui que donne sa source, à sa date.",
        "Les modèles de financement sont déduits des sources trouvées : une absence n’est pas une preuve.".replace(
            " :", f"{NNBSP}:"
        ),
    )

    @staticmethod
    def counts(poles: int, projects: int) -> str:
        """« 98 pôles et 18 projets. »."""
        return f"{plural(poles, 'pôle', 'pôles')} et {plural(projects, 'projet', 'projets')}."

    @staticmethod
    def unplaced(n: int) -> str:
        """Introduces the rows without any place."""
        return f"{plural(n, 'ligne est listée', 'lignes sont listées')} sans localisation{NNBSP}:"


class Accessibility:
    """« Accessibilité »."""

    TITLE = "Accessibilité"
    STATE_TITLE = "État"
    STATE = (
        "Ce site n’a pas encore fait l’objet d’un audit RGAA par un tiers"
        f"{NNBSP}: il ne peut donc pas se dire conforme. Voici ce que nous avons vérifié nous-mêmes, et ce que nous "
        "savons insuffisant.",
    )
    DONE_TITLE = "Ce qui est fait et vérifié"
    DONE = (
        "La liste est l’équivalent de la carte : mêmes pôles, mêmes fiches, entièrement utilisable au clavier.".replace(
            " :", f"{NNBSP}:"
        ),
        "Le nombre de résultats est annoncé aux lecteurs d’écran à chaque changement de filtre.",
        "La couleur n’est jamais seule : chaque classe a aussi une forme, dans une palette lisible par les "
        "personnes daltoniennes.".replace(" :", f"{NNBSP}:"),
        "Les cibles mesurent au moins 44 pixels sur téléphone ; l’agrandissement de la page et de la carte est "
        "permis.".replace(" ;", f"{NNBSP};"),
        "Les animations de la carte cessent quand l’appareil demande moins de mouvement.",
        "Les pages et le cadre de la carte ont un titre, et la langue de la page est le français.",
    )
    LIMITS_TITLE = "Ce qui ne va pas encore"
    LIMITS = (
        "Les points de la carte sont dessinés : on ne les atteint pas au clavier. La liste le permet.".replace(
            " :", f"{NNBSP}:"
        ),
        "Le socle technique (Streamlit) a ses propres défauts connus, notamment l’ordre des titres de la page.",
    )
    CONTACT_TITLE = "Signaler un défaut"

    @staticmethod
    def contact(contact: str) -> str:
        """Where to write, or that the host has not said."""
        if not contact:
            return "Aucune adresse de contact n’est renseignée par la personne qui héberge ce site."
        return f"Écrivez à{NNBSP}: {contact}."


class Legal:
    """« Mentions légales »."""

    TITLE = "Mentions légales"
    PUBLISHER_TITLE = "Édition"
    HOST_TITLE = "Hébergement"
    CONTACT_TITLE = "Contact"
    PRIVACY_TITLE = "Vie privée"
    PRIVACY = (
        "Aucun compte, aucun traceur, aucune mesure d’audience. Le seul cookie est celui, technique, que le socle "
        "Streamlit pose pour la connexion ; il disparaît à la fermeture du navigateur.".replace(" ;", f"{NNBSP};"),
        "Vos filtres et le pôle ouvert sont dans l’adresse de la page, nulle part ailleurs. Aucun autre site n’est "
        "interrogé, sauf si vous activez le fond détaillé de l’IGN dans la légende"
        f"{NNBSP}: votre navigateur demande alors les images de carte à data.geopf.fr.",
        "Avec «\u00a0Autour de moi\u00a0», votre position, si vous l’autorisez, et le lieu saisi ne quittent pas votre "
        f"navigateur{NNBSP}: les distances y sont calculées.",
    )
    RIGHTS_TITLE = "Corriger une donnée"
    RIGHTS = (
        "Les personnes citées le sont pour leur rôle public dans une journée publique, d’après son programme. Pour "
        "corriger ou retirer une donnée, écrivez au contact ci-dessus.",
    )

    @staticmethod
    def given(value: str) -> str:
        """What the host said, or that it said nothing."""
        return value or f"{NOT_GIVEN.capitalize()} par la personne qui héberge ce site."
