"""What a pole or a project does, lives on and rests on: the other columns of `poles.csv` and `projets.csv`."""

from dashboard.core.fields import vocabularies as v
from dashboard.core.fields.field import Field
from dashboard.core.fields.reads import DATE, LIST, PARTIAL_DATE, URL, URLS, YEAR, one_of, several_of
from dashboard.core.fields.text import listed

ACTIVITY = (
    Field(
        key="secteurs",
        title="Secteurs",
        description="Secteurs d’activité, liste fine.",
        reads=several_of(v.SECTEURS),
        headers=listed(
            "secteur, secteur d’activité, secteurs d’activité, filière, sectors, sector, activity sector, "
            "activity sectors, sectors of activity, filières d’activité, secteur principal"
        ),
        hints=listed(
            "domaines, domaine d’activité, domaine, thématique, thématiques, activités, champ d’activité, "
            "thème, activity"
        ),
        valid=("culture-industries-creatives|numerique", "Énergie citoyenne", "emploi, insertion et formation"),
        invalid=("astronautique",),
    ),
    Field(
        key="secteurs_labo2017",
        title="Secteurs (enquête du Labo de l’ESS, 2017)",
        description="Secteurs selon la nomenclature de l’enquête du Labo de l’ESS de 2017.",
        reads=several_of(v.SECTEURS_LABO2017),
        headers=listed("secteurs labo, secteurs enquête 2017, sectors_labo2017"),
        valid=("eco-activites", "Emploi et sécurisation des parcours; Multi-activités"),
        invalid=("astronautique",),
    ),
    Field(
        key="reseaux_membre",
        title="Réseaux dont le pôle est membre",
        description="Réseaux auxquels le pôle adhère ou participe, d’après une source.",
        reads=several_of(v.RESEAUX),
        headers=listed(
            "membre de, réseaux porteurs, networks_member, réseaux d’appartenance, réseau d’appartenance, "
            "adhésion réseaux, member of, membre des réseaux, réseau d’adhésion"
        ),
        hints=listed("réseau, réseaux, network, networks"),
        valid=("labo-ess|coorace", "Labo de l'ESS; CRESS"),
        invalid=("Rotary",),
    ),
    Field(
        key="reseaux_cite",
        title="Réseaux qui citent le pôle",
        description="Réseaux qui recensent, étudient ou soutiennent le pôle ; ce n’est pas une adhésion.",
        reads=several_of(v.RESEAUX),
        headers=listed("cité par, recensé par, networks_listed_by"),
        valid=("avise", "RTES; ADEME"),
        invalid=("Rotary",),
    ),
    Field(
        key="forme_juridique",
        title="Forme juridique",
        description="Forme juridique du pôle ou de son porteur ; plusieurs si elle a changé.",
        reads=several_of(v.FORMES_JURIDIQUES),
        headers=listed("statut juridique, legal_form_short, forme juridique du pôle, legal status"),
        hints=listed("forme, statuts"),
        valid=("association|scic", "Association; SCIC"),
        invalid=("société secrète",),
    ),
    Field(
        key="forme_juridique_detail",
        title="Précisions sur la forme juridique",
        description="Forme juridique telle que les sources la disent, avec ses dates.",
        headers=listed("détail de la forme juridique, legal_form"),
        valid=("Association (2010) puis SCIC SAS (2015)",),
    ),
)

MEANS = (
    Field(
        key="financements",
        title="Financements",
        description="Types de financement trouvés dans les sources ; une absence n’est pas une preuve.",
        reads=several_of(v.FINANCEMENTS),
        headers=listed(
            "financement, modèle de financement, type de financement, funding_type, mode de financement, "
            "modes de financement, funding, source de financement, sources de financement, origine des "
            "financements, financé par, types de financement"
        ),
        hints=listed("financeurs, funders, ressources"),
        valid=("appel-a-projets|cotisations", "Appel à projets; Mécénat"),
        invalid=("loterie",),
    ),
    Field(
        key="financements_detail",
        title="Dispositifs de financement",
        description="Dispositifs et ressources, liste fine et ouverte.",
        reads=LIST,
        headers=listed("dispositifs, funding_model"),
        valid=("Emprunt|Location d’espaces", "Fonds européens; Prix et labels"),
    ),
    Field(
        key="financement_repartition",
        title="Répartition des financements",
        description="Part publique ou propre, déduite des seules sources trouvées.",
        reads=one_of(v.REPARTITIONS),
        headers=listed("funding_mix"),
        hints=listed("répartition"),
        valid=("mixte", "surtout public (d'après les sources trouvées)"),
        invalid=("moitié-moitié",),
    ),
    Field(
        key="financement_precisions",
        title="Précisions sur les financements",
        description="Montants, dates et financeurs cités par les sources.",
        headers=listed("détail des financements, funding_detail"),
        valid=("100 000 € sur deux ans (AMI 2021).",),
    ),
    Field(
        key="annee_creation",
        title="Année de création",
        description="Année de création, quand les sources en donnent une seule sans doute.",
        reads=YEAR,
        headers=listed(
            "année, création, date de création, created, créé en, créée en, créé le, créée le, créé, année "
            "création, founded, year founded, founded in, founding year, creation year, date création, année "
            "de fondation, fondé en, depuis, existe depuis, année de naissance, date de naissance du pôle, "
            "year of creation, date d’ouverture, ouvert en, année d’ouverture, date d’immatriculation, établi "
            "en"
        ),
        valid=("2007", "2007.0", "2007-05-01"),
        invalid=("07", "vers 2007", "12007"),
    ),
    Field(
        key="annee_creation_detail",
        title="Précisions sur la création",
        description="Année ou années de création telles que les sources les disent.",
        headers=listed("détail de la création, year_created"),
        valid=("2010 (projet) ; 2013 (SCIC)",),
    ),
    Field(
        key="emplois",
        title="Emplois",
        description="Emplois du pôle, du porteur ou des membres, avec leur date ; du texte, faute de mesure commune.",
        headers=listed("nombre d’emplois, emploi, jobs, emplois du pôle"),
        valid=("6 salariés (2020)", "310"),
    ),
    Field(
        key="structures_membres",
        title="Structures membres",
        description="Membres du pôle, nombre ou noms, avec leur date.",
        headers=listed(
            "membres, nombre de membres, nombre de structures, member_structures, members, adhérents, nombre "
            "d’adhérents"
        ),
        valid=("14 (2014)", "une vingtaine"),
    ),
)

ACCOUNT = (
    Field(
        key="site_web",
        title="Site web",
        description="Adresse du site du pôle ou de son porteur.",
        reads=URL,
        headers=listed(
            "site internet, site, web, url, website, web site, lien, lien internet, adresse internet, adresse "
            "web, site internet du pôle, lien site, site inter, page web, homepage, url site, adresse du "
            "site, lien web"
        ),
        valid=("https://www.archer.fr", "www.archer.fr", "http://a.fr:80/b?c=d"),
        invalid=("javascript:alert(1)", "ftp://archer.fr", "archer", "https://a b.fr"),
    ),
    Field(
        key="description",
        title="Description",
        description="Ce que fait le pôle, en une phrase.",
        headers=listed(
            "présentation, résumé, description_fr, présentation résumé, description courte, activité, "
            "activités proposées, objet, objet social, summary, presentation résumé, présentation du pôle"
        ),
        hints=listed("presentation detail, description longue"),
        valid=("Pôle culturel de l’agglomération.",),
    ),
    Field(
        key="sources",
        title="Sources",
        description="Adresses des pages d’où viennent les informations de la ligne.",
        reads=URLS,
        headers=listed("références, source_urls, liens sources, lien source"),
        hints=listed("source, sources, référence"),
        valid=("https://a.fr/x|http://b.org", "https://a.fr | https://b.org/c;d"),
        invalid=("de mémoire",),
    ),
    Field(
        key="confiance",
        title="Confiance",
        description="Haute : existence et statut sourcés ; moyenne : source indirecte ; basse : à vérifier.",
        reads=one_of(v.CONFIANCES),
        headers=listed("fiabilité, degré de confiance, confidence"),
        valid=("haute", "Moyenne", "low"),
        invalid=("absolue",),
    ),
    Field(
        key="notes",
        title="Notes",
        description="Réserves et précisions sur la ligne.",
        headers=listed("note, remarques, remarque, commentaires, commentaire, observations, observation, comments"),
        valid=("Commune du siège à vérifier.",),
    ),
    Field(
        key="date_source",
        title="Date des sources",
        description="Dernière année citée par le statut ou les notes : l’information vaut à cette date.",
        reads=PARTIAL_DATE,
        headers=listed("date de la source, information datée de, date des informations"),
        valid=("2025", "2025-11", "27/11/2025"),
        invalid=("récemment", "2025-13"),
    ),
    Field(
        key="date_maj",
        title="Date de mise à jour",
        description="Jour où la ligne a été compilée ou revue.",
        reads=DATE,
        headers=listed(
            "mise à jour, date de mise à jour de la ligne, maj, updated, mis à jour le, mise à jour le, date "
            "de mise à jour, date mise à jour, dernière mise à jour, dernière maj, date maj, datemaj, last "
            "updated, last update, updated at, date de dernière mise à jour, date dernière mise à jour, "
            "update date, edit date, modifié le, date de modification, dernière modification, last modified, "
            "actualisé le, date d’actualisation"
        ),
        valid=("2026-11-24", "24/11/2026", "24 novembre 2026"),
        invalid=("2026-02-30", "hier", "24/13/2026"),
    ),
)
