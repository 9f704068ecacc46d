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
