"""« À propos », « Accessibilité » and « Mentions légales » as HTML whose every inserted text is escaped."""

from markupsafe import Markup

from dashboard.core.catalogue.catalogue import Catalogue, Source
from dashboard.wording.findings import typeset
from dashboard.wording.html import items, paragraphs, section, table
from dashboard.wording.numbers import date_fr
from dashboard.wording.positions import Positions, position_counts, to_check
from dashboard.wording.words import NNBSP, NOT_GIVEN, Summary, plural


def _page(title: str, *sections: Markup) -> str:
    return str(Markup('<article class="texte"><h1>{}</h1>{}</article>').format(title, Markup("").join(sections)))


def about(catalogue: Catalogue) -> str:
    """What this is, where the data come from, how many rows, how fresh, and every row that has no place."""
    rows = catalogue.rows
    natures = rows["nature"].value_counts()
    counts = About.counts(int(natures.get("pole", 0)), int(natures.get("projet", 0)))
    unplaced = rows.loc[rows["precision"] == "aucune", "nom"]
    return _page(
        About.TITLE,
        section(About.WHAT_TITLE, paragraphs(About.WHAT)),
        section(
            About.COUNTS_TITLE,
            paragraphs([counts, Summary.accounting(catalogue.accounting), About.PRECISION_NOTE]),
            table(Positions.HEADERS, position_counts(catalogue)),
            paragraphs([Positions.NOTE]),
            paragraphs([About.unplaced(len(unplaced))] if len(unplaced) else []),
            items(unplaced),
        ),
        _to_check(catalogue),
        section(
            About.SOURCES_TITLE,
            paragraphs(About.SOURCES),
            table(About.SOURCE_HEADERS, map(About.source, catalogue.sources)),
            Markup('<p>{} <a href="qualite">{}</a></p>').format(About.QUALITY, About.QUALITY_LINK),
        ),
        section(
            About.COLUMNS_TITLE,
            Markup('<p>{} <a href="dictionnaire">{}</a></p>').format(About.COLUMNS, About.COLUMNS_LINK),
        ),
        section(About.LICENCES_TITLE, paragraphs(About.LICENCES)),
        section(About.LIMITS_TITLE, paragraphs(About.LIMITS)),
    )


def _to_check(catalogue: Catalogue) -> Markup:
    """Every position in doubt, with the places that it may be and a link to the sheet."""
    lines, n = to_check(catalogue)
    if not n:
        return section(Positions.TO_CHECK_TITLE, paragraphs([Positions.NOTHING_TO_CHECK]))
    link = Markup('<a href="{}">{}</a>')
    doubtful = [(link.format(line.address, line.name), line.doubt, line.said, line.places) for line in lines]
    return section(
        Positions.TO_CHECK_TITLE,
        paragraphs([Positions.to_check(n)]),
        table(Positions.TO_CHECK_HEADERS, doubtful),
        paragraphs([Positions.more(n - len(lines))] if n > len(lines) else []),
    )


def accessibility(*, contact: str) -> str:
    """The honest statement: what was tested, what is known to fail."""
    page = Accessibility
    return _page(
        page.TITLE,
        section(page.STATE_TITLE, paragraphs(page.STATE)),
        section(page.DONE_TITLE, items(page.DONE)),
        section(page.LIMITS_TITLE, items(page.LIMITS)),
        section(page.CONTACT_TITLE, paragraphs([page.contact(contact)])),
    )


def legal(*, publisher: str, host: str, contact: str) -> str:
    """Who publishes and hosts, from the host's settings; what is kept about visitors."""
    page = Legal
    return _page(
        page.TITLE,
        section(page.PUBLISHER_TITLE, paragraphs([page.given(publisher)])),
        section(page.HOST_TITLE, paragraphs([page.given(host)])),
        section(page.CONTACT_TITLE, paragraphs([page.given(contact)])),
        section(page.PRIVACY_TITLE, paragraphs(page.PRIVACY)),
        section(page.RIGHTS_TITLE, paragraphs(page.RIGHTS)),
    )


def _said(*texts: str) -> tuple[str, ...]:
    return tuple(map(typeset, texts))


class About:
    """« À propos »."""

    TITLE = "À propos"
    WHAT_TITLE = "Ce que montre ce site"
    WHAT = _said(
        "Un pôle territorial de coopération économique (PTCE) réunit, sur un territoire, des structures de l’économie "
        "sociale et solidaire, des entreprises, des collectivités et des chercheurs, qui mettent leurs moyens en "
        "commun.",
        "Cette carte aide à les découvrir avant une rencontre, à voir ce qui existe sur un territoire et à suivre le "
        "programme de la journée. La liste montre toujours les mêmes pôles que la carte.",
    )
    COUNTS_TITLE = "Ce qui est compté"
    PRECISION_NOTE = typeset(
        "Aucun centre de commune n’est présenté comme une adresse : le signe est creux quand seule la commune est "
        "connue, entouré d’un grand halo quand seul un territoire plus large l’est."
    )
    SOURCES_TITLE = "D’où viennent les données"
    SOURCES = _said(
        "Chaque pôle porte ses sources, sa date et un degré de confiance, visibles dans sa fiche. Une case vide est "
        f"dite « {NOT_GIVEN} » ; rien n’est complété au jugé. Ce qui est déduit est signalé.",
        "« Membre de » et « cité par » un réseau sont deux choses différentes, gardées séparées.",
    )
    SOURCE_HEADERS = ("Fichier", "Contenu", "Mis à jour le", "Licence", "Empreinte SHA-256")
    QUALITY = "Lignes lues, colonnes comprises et remarques de chaque fichier sont à la page"
    QUALITY_LINK = "Qualité des données."
    COLUMNS_TITLE = "Ce que veulent dire les colonnes"
    COLUMNS = "Sens, valeurs permises avec leur source, taux de remplissage et exemple de chaque colonne sont dans le"
    COLUMNS_LINK = "dictionnaire des données."
    LICENCES_TITLE = "Licences"
    LICENCES = _said(
        "Code du site : licence MIT. Données compilées par le projet : Licence Ouverte 2.0.",
        "Communes, intercommunalités, départements et régions : code officiel géographique (Insee) et contours IGN "
        "Admin Express, Licence Ouverte 2.0.",
    )
    LIMITS_TITLE = "Ce que ces données ne disent pas"
    LIMITS = _said(
        "Il n’existe pas de liste officielle et complète des PTCE. L’absence d’un pôle ici ne prouve rien, et l’état "
        "d’un pôle est celui que donne sa source, à sa date.",
        "Les modèles de financement sont déduits des sources trouvées : une absence n’est pas une preuve.",
    )

    @staticmethod
    def counts(poles: int, projects: int) -> str:
        """« 98 pôles et 18 projets. »."""
        return f"{plural(poles, 'pôle', 'pôles')} et {plural(projects, 'projet', 'projets')}."

    @staticmethod
    def source(file: Source) -> tuple[str, ...]:
        """The cells of a file, under SOURCE_HEADERS."""
        return file.name, plural(file.rows, "ligne", "lignes"), date_fr(file.date), file.licence, file.sha256[:12]

    @staticmethod
    def unplaced(n: int) -> str:
        """Introduces the rows without any place."""
        return f"{plural(n, 'ligne est listée', 'lignes sont listées')} sans localisation{NNBSP}:"


class Accessibility:
    """« Accessibilité »."""

    TITLE = "Accessibilité"
    STATE_TITLE = "État"
    STATE = _said(
        "Ce site n’a pas encore fait l’objet d’un audit RGAA par un tiers"
        " : il ne peut donc pas se dire conforme. Voici ce que nous avons vérifié nous-mêmes, et ce que nous "
        "savons insuffisant.",
    )
    DONE_TITLE = "Ce qui est fait et vérifié"
    DONE = _said(
        "La liste est l’équivalent de la carte : mêmes pôles, mêmes fiches, entièrement utilisable au clavier.",
        "Le nombre de résultats est annoncé aux lecteurs d’écran à chaque changement de filtre.",
        "La couleur n’est jamais seule : chaque classe a aussi une forme, dans une palette lisible par les "
        "personnes daltoniennes.",
        "Les cibles mesurent au moins 44 pixels sur téléphone ; l’agrandissement de la page et de la carte est permis.",
        "Les animations de la carte cessent quand l’appareil demande moins de mouvement.",
        "Les pages et le cadre de la carte ont un titre, et la langue de la page est le français.",
    )
    LIMITS_TITLE = "Ce qui ne va pas encore"
    LIMITS = _said(
        "Les points de la carte sont dessinés : on ne les atteint pas au clavier. La liste le permet.",
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
    PRIVACY = _said(
        "Aucun compte, aucun traceur, aucune mesure d’audience. Le seul cookie est celui, technique, que le socle "
        "Streamlit pose pour la connexion ; il disparaît à la fermeture du navigateur.",
        "Vos filtres, vos étoiles et le pôle ouvert sont dans l’adresse de la page, nulle part ailleurs ; sans réseau, "
        "une étoile attend dans l’onglet que le serveur l’ait reçue, puis y est effacée. Aucun autre site n’est "
        "interrogé, sauf si vous activez le fond détaillé de l’IGN dans la légende"
        " : votre navigateur demande alors les images de carte à data.geopf.fr.",
        "Avec « Autour de moi », votre position, si vous l’autorisez, et le lieu saisi ne quittent pas votre "
        "navigateur : les distances y sont calculées.",
    )
    RIGHTS_TITLE = "Corriger une donnée"
    RIGHTS = _said(
        "Les personnes citées le sont pour leur rôle public dans une journée publique, d’après son programme. Pour "
        "corriger ou retirer une donnée, écrivez au contact ci-dessus.",
    )

    @staticmethod
    def given(value: str) -> str:
        """What the host said, or that it said nothing."""
        return value or f"{NOT_GIVEN.capitalize()} par la personne qui héberge ce site."
