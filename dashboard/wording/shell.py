"""French sentences of the shell: the page without JavaScript, the failures, the readiness route."""

NNBSP = "\u202f"


class Shell:
    """What is said when there is no page to say it."""

    NO_SCRIPT = "Cette carte a besoin de JavaScript pour s’afficher."
    FAILURE = f"Une erreur s’est produite{NNBSP}; elle a été notée. Rechargez la page pour continuer."
    DRAFT = f"Le site démarre{NNBSP}: il est prêt dans quelques secondes."

    LOST = f"Connexion perdue{NNBSP}: ce que vous demandez est gardé, et partira à son retour."

    STREAMLIT_WORDS = (
        ("Skip to main content", "Aller au contenu"),
        ("App pages", "Pages du site"),
        ("Expand sidebar", "Ouvrir le menu des pages"),
        ("Collapse sidebar", "Fermer le menu des pages"),
        ("Main menu", "Menu principal"),
        ("Page not found", "Page introuvable"),
        ("The page that you have requested does not seem to exist", "La page demandée n’existe pas"),
        ("Running the app's main page.", "Voici la carte."),
        ("Connection error", "La connexion est perdue"),
        ("Connecting to Streamlit server", "Connexion au serveur en cours"),
        ("Please wait...", "Un instant…"),
    )
    """What Streamlit's own script says in English to any visitor, and ours."""


class Described:
    """What search engines and messengers show of each page, in one sentence."""

    MAP = (
        "Les pôles territoriaux de coopération économique (PTCE) sur une carte de France, avec leurs secteurs, leurs "
        "réseaux et leurs financements."
    )
    DATA = "Toutes les données des pôles et des projets en tableau, à trier, à filtrer et à emporter."
    CROSSTABS = "Deux critères croisés sur les pôles et les projets : nombres, pourcentages, barres et carte.".replace(
        " :", f"{NNBSP}:"
    )
    TERRITORIES = (
        "Commune, intercommunalité, département ou région : ses pôles, ses projets et sa fiche à imprimer.".replace(
            " :", f"{NNBSP}:"
        )
    )
    PROGRAMME = "Le programme de la rencontre heure par heure, qui vient, et votre parcours."
    EMBED = "Les lignes à copier pour montrer cette carte sur un autre site."
    ABOUT = "Ce que montre ce site, d’où viennent ses données, leurs licences et leurs limites."
    QUALITY = "Ce que contient chaque fichier de données, comment il est compris, et ce qui y est à corriger."
    ACCESSIBILITY = "Ce qui a été vérifié de l’accessibilité de ce site, et ce qui ne va pas encore."
    DICTIONARY = "Ce que veut dire chaque colonne des données, et ce qu’elle peut contenir."
    LEGAL = "Qui publie ce site, qui l’héberge, et ce qui est gardé des visites."


class NotFound:
    """The page of an address that leads nowhere."""

    TITLE = "Cette page n’existe pas"
    SENTENCE = "L’adresse est peut-être mal recopiée, ou la page a changé de nom. Vous trouverez ici :".replace(
        " :", f"{NNBSP}:"
    )
