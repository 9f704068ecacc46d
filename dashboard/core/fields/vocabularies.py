"""The closed lists of the field: sectors, networks, funding, kinds, statuses, legal forms, confidence."""

from dashboard.core.fields.text import listed
from dashboard.core.fields.vocabulary import NOT_GIVEN, Term, Vocabulary

__all__ = [
    "CONFIANCES",
    "FINANCEMENTS",
    "FORMES_JURIDIQUES",
    "NOT_GIVEN",
    "REPARTITIONS",
    "RESEAUX",
    "SECTEURS",
    "SECTEURS_LABO2017",
    "STATUTS",
    "TYPES",
    "Term",
    "Vocabulary",
]

_SURVEY_2017 = (
    "https://www.banquedesterritoires.fr/cs/ContentServer?pagename=Territoires/Articles/Articles&cid=1250279236661"
)
_COMPILED = "Nomenclature du recensement des PTCE compilé pour ce tableau de bord (novembre 2026)"
_COMPLETED = "Complète, dans ce recensement, les secteurs de l’enquête du Labo de l’ESS (2017)"
_FOUNDERS = "http://www.clesdusocial.fr/les-poles-territoriaux-de-cooperation-economique"
_CALL_2011 = "http://recma.org/actualite/18-poles-territoriaux-de-cooperation-economique-ptce-sur-le-pas-de-tir.html"
_CALL_2013 = "http://franceurbaine.org/taxonomy/term/1480/laureats-de-lappel-projets-pour-le-developpement-des-poles-territoriaux-de"
_CALL_2015 = "http://www.insereco93.com/2e-appel-a-projets-pour-les-PTCE"
_CALL_2021 = (
    "https://avise.org/actualites/ami-lancement-de-la-strategie-nationale-pour-la-relance-des-poles-territoriaux-de"
)
_CALL_2023 = "https://avise.org/actualites/les-15-laureats-de-lami-ptce-sont-connus"
_CALL_2024 = (
    "https://reunion.deets.gouv.fr/Soutien-financier-de-l-Etat-a-hauteur-de-1-5-million-d-euros-a-destination-de"
)
_PROGRAMME = "Programme imprimé de la rencontre nationale des PTCE, 25 juin 2012"

SECTEURS = Vocabulary(
    "secteurs",
    "Secteur",
    (
        Term(
            "emploi-insertion-formation",
            "Emploi, insertion et formation",
            _COMPILED,
            listed("Emploi et insertion, Insertion par l’activité économique, IAE"),
        ),
        Term(
            "alimentation-agriculture",
            "Alimentation et agriculture durables",
            _COMPILED,
            listed(
                "Agriculture, Agriculture et alimentation, Alimentation durable, Agriculture durable, Circuits courts"
            ),
        ),
        Term(
            "reemploi-dechets-economie-circulaire",
            "Réemploi, déchets et économie circulaire",
            _COMPILED,
            listed("Recyclage, Ressourcerie, Gestion des déchets"),
        ),
        Term(
            "culture-industries-creatives",
            "Culture et industries créatives",
            _SURVEY_2017,
            listed("Culturel, Art et culture, Arts et culture"),
        ),
        Term(
            "habitat-ecoconstruction",
            "Habitat et écoconstruction",
            _COMPILED,
            listed("Logement, Écoconstruction, Construction durable"),
        ),
        Term(
            "transition-ecologique",
            "Transition écologique et environnement",
            _COMPILED,
            listed("Écologie, Transition écologique"),
        ),
        Term("energie-citoyenne", "Énergie citoyenne", _COMPILED, listed("Énergie, Énergies, Énergies renouvelables")),
        Term(
            "mobilite-logistique",
            "Mobilité et logistique",
            _COMPILED,
            listed("Mobilités, Mobilité durable, Transport, Transports"),
        ),
        Term(
            "industrie-textile-savoir-faire",
            "Industrie, textile et savoir-faire productifs",
            _COMPILED,
            listed("Industrie, Artisanat"),
        ),
        Term("numerique", "Numérique", _COMPILED, listed("Digital, Informatique")),
        Term(
            "entrepreneuriat-innovation-sociale",
            "Entrepreneuriat et innovation sociale",
            _COMPILED,
            listed("Innovation sociale"),
        ),
        Term("services-entreprises", "Services aux entreprises", _SURVEY_2017),
        Term("services-personne", "Services à la personne", _SURVEY_2017),
        Term(
            "sante-autonomie-bien-vieillir",
            "Santé, autonomie et bien vieillir",
            _COMPILED,
            listed("Santé et autonomie, Grand âge"),
        ),
        Term("tourisme-sport-loisirs", "Tourisme, sport et loisirs", _COMPILED, listed("Tourisme et loisirs")),
        Term(
            "developpement-local",
            "Développement local multi-activités",
            _COMPILED,
            listed("Développement local, Développement territorial"),
        ),
    ),
)

SECTEURS_LABO2017 = Vocabulary(
    "secteurs_labo2017",
    "Secteur (enquête du Labo de l’ESS, 2017)",
    (
        Term("eco-activites", "Éco-activités", _SURVEY_2017),
        Term(
            "emploi-parcours-professionnels",
            "Emploi et sécurisation des parcours professionnels",
            _SURVEY_2017,
            listed("Emploi et sécurisation des parcours"),
        ),
        Term("alimentation-agriculture-durable", "Alimentation et agriculture durable", _SURVEY_2017),
        Term("culture-industries-creatives", "Culture et industries créatives", _SURVEY_2017),
        Term("services-entreprises", "Services aux entreprises", _SURVEY_2017),
        Term("services-personne", "Services à la personne", _SURVEY_2017),
        Term("multi-activites", "Multi-activités", _COMPLETED),
        Term("autres-filieres", "Autres filières", _COMPLETED),
    ),
)

RESEAUX = Vocabulary(
    "reseaux",
    "Réseau",
    (
        Term("labo-ess", "Labo de l’ESS", _FOUNDERS, listed("Le Labo de l’ESS, Laboratoire de l’ESS")),
        Term("rtes", "RTES", _FOUNDERS, listed("Réseau des collectivités territoriales pour une économie solidaire")),
        Term(
            "cncres",
            "CNCRES",
            _FOUNDERS,
            listed("CNCRESS, Conseil national des chambres régionales de l’économie sociale"),
        ),
        Term("cress", "CRESS", "https://www.cressidf.org/5-journee-nationale/", listed("CRES")),
        Term("coorace", "COORACE", _FOUNDERS),
        Term("mes", "MES", _FOUNDERS, listed("Mouvement pour l’économie solidaire")),
        Term(
            "reseau-cocagne",
            "Réseau Cocagne",
            "https://terres-opale-gohelle.cocagnebio.fr/le-jardin",
            listed("Cocagne"),
        ),
        Term("france-clusters", "France Clusters", _PROGRAMME),
        Term("avise", "Avise", _CALL_2023),
        Term("ademe", "ADEME", _COMPILED),
        Term("institut-godin", "Institut Godin", _COMPILED),
    ),
)

FINANCEMENTS = Vocabulary(
    "financements",
    "Financement",
    (
        Term("appel-a-projets", "Appel à projets", _COMPILED, listed("AAP, AMI, Appels à projets")),
        Term("subventions-publiques", "Subventions publiques", _COMPILED, listed("Subvention publique, Subventions")),
        Term("fonds-europeens", "Fonds européens", _COMPILED, listed("FEDER, FSE, Leader")),
        Term("ressources-propres", "Ressources propres", _COMPILED, listed("Autofinancement, Recettes propres")),
        Term("cotisations", "Cotisations", _COMPILED),
        Term("investissement-citoyen", "Investissement citoyen ou coopératif", _COMPILED, listed("Épargne citoyenne")),
        Term("mecenat", "Mécénat", _COMPILED),
        Term("emprunt", "Emprunt", _COMPILED),
        Term("apports-en-nature", "Apports en nature", _COMPILED),
        Term("prix-labels", "Prix et labels", _COMPILED),
        Term("accompagnement", "Accompagnement sans subvention", _COMPILED),
    ),
)

REPARTITIONS = Vocabulary(
    "financement_repartition",
    "Répartition des financements",
    (
        Term("surtout-public", "Surtout public (d’après les sources trouvées)", _COMPILED, listed("Surtout public")),
        Term("mixte", "Mixte (public et propre)", _COMPILED, listed("Mixte")),
        Term("surtout-propre", "Surtout propre (d’après les sources trouvées)", _COMPILED, listed("Surtout propre")),
    ),
)

TYPES = Vocabulary(
    "types",
    "Type",
    (
        Term("pole-temoin", "Pôle témoin", _CALL_2011, listed("Témoin")),
        Term("laureat-2014", "Lauréat 2014", _CALL_2013),
        Term("laureat-2016", "Lauréat 2016", _CALL_2015),
        Term("laureat-ami-2021", "Lauréat AMI 2021", _CALL_2021),
        Term("laureat-ami-2023", "Lauréat AMI 2023", _CALL_2023),
        Term("laureat-ami-2024", "Lauréat AMI 2024", _CALL_2024),
        Term("ptce-autre", "PTCE (autre)", _COMPILED, listed("PTCE")),
        Term(
            "ami-emergent-2021",
            "AMI émergent (phase 1, 2021)",
            "https://www.cressoccitanie.org/8-laureats-en-occitanie-les-ptce-emergents-2/",
            listed("AMI émergent, PTCE émergent"),
        ),
        Term("projet", "Projet", _COMPILED, listed("En projet, Pôle en projet")),
    ),
)

STATUTS = Vocabulary(
    "statut",
    "Statut",
    (
        Term("actif", "Actif (à la date citée)", _COMPILED, listed("Actif")),
        Term("en-projet", "En projet", _COMPILED, listed("Projet, Candidat")),
        Term("ferme", "Fermé", _COMPILED, listed("Fermée, Liquidé")),
        Term("inconnu", "Inconnu", _COMPILED),
    ),
)

FORMES_JURIDIQUES = Vocabulary(
    "forme_juridique",
    "Forme juridique",
    (
        Term("association", "Association", _COMPILED, listed("Association loi 1901, Associatif, Asso, Loi 1901")),
        Term("scic", "SCIC", _COMPILED, listed("Société coopérative d’intérêt collectif")),
        Term("scop", "SCOP", _COMPILED, listed("Société coopérative de production")),
        Term("cooperative", "Coopérative", _COMPILED),
        Term("groupement", "Groupement", _COMPILED),
        Term("mutuelle", "Mutuelle", _COMPILED),
        Term("collectivite", "Collectivité", _COMPILED),
    ),
)

CONFIANCES = Vocabulary(
    "confiance",
    "Confiance",
    (
        Term("haute", "Haute", _COMPILED, listed("high")),
        Term("moyenne", "Moyenne", _COMPILED, listed("medium")),
        Term("basse", "Basse", _COMPILED, listed("low")),
    ),
)
