"""French sentences of the shell: the page without JavaScript, the failures, the readiness route."""

NNBSP = "\u202f"


class Shell:
    """What is said when there is no page to say it."""

    NO_SCRIPT = "Cette carte a besoin de JavaScript pour s’afficher."
    FAILURE = f"Une erreur s’est produite{NNBSP}; elle a été notée. Rechargez la page pour continuer."
    DRAFT = f"Le site démarre{NNBSP}: il est prêt dans quelques secondes."
