"""The columns of a meeting's sessions (`programme.csv`), three of which its people have too."""

from dashboard.core.fields import meeting_vocabularies as v
from dashboard.core.fields.field import Field
from dashboard.core.fields.findings import Severity
from dashboard.core.fields.reads import DATE, IDENTIFIER, INSEE_CODE, LIST, NAME, START, TIME, TIMEZONE, URLS, one_of
from dashboard.core.fields.text import listed

SOURCES = Field(
    key="sources",
    title="Sources",
    description="Adresses des pages d’où viennent les informations de la ligne.",
    reads=URLS,
    headers=listed("source, références"),
    valid=("https://a.fr/x|http://b.org",),
    invalid=("de mémoire",),
)
NOTE = Field(
    key="note",
    title="Note",
    description="Réserves et précisions sur la ligne.",
    headers=listed("notes, remarque, remarques, commentaire"),
    valid=("Le programme imprimé écrit « Sandrine ».",),
)
PLACE_CODE = Field(
    key="code_insee",
    title="Code Insee du lieu",
    description="Commune ou arrondissement de la séance, ou de l’organisation de la personne si on le connaît.",
    reads=INSEE_CODE,
    headers=listed("code commune, insee"),
    valid=("75115", "26281"),
    invalid=("Paris", "751"),
)

PROGRAMME_FIELDS: tuple[Field, ...] = (
    Field(
        key="id",
        title="Identifiant",
        description="Identifiant stable de la séance, employé dans les liens.",
        reads=IDENTIFIER,
        headers=listed("identifiant de la séance, code, séance"),
        valid=("leviers", "leviers-reseaux"),
        invalid=("les leviers", "a|b"),
        required=True,
        on_failure=Severity.ERROR,
    ),
    Field(
        key="type",
        title="Type",
        description="Type de séance ; la ligne « événement » décrit la rencontre elle-même.",
        reads=one_of(v.TYPES_SEANCE),
        headers=listed("type de séance, format, nature"),
        valid=("table-ronde", "Sous-thème", "Événement"),
        invalid=("concert",),
    ),
    Field(
        key="date",
        title="Date",
        description="Jour de la séance ; à défaut, celui de l’événement.",
        reads=DATE,
        headers=listed("jour"),
        valid=("2012-06-25", "lundi 25 juin 2012"),
        invalid=("juin", "2012-02-30"),
    ),
    Field(
        key="debut",
        title="Début",
        description="Heure de début, ou horaire entier « 9h30-10h00 » ; à défaut, celle de la séance parente.",
        reads=START,
        headers=listed("heure de début, horaire, horaires, heure, start"),
        valid=("09:30", "9h", "9h30", "9h30-11h", "9 h 30 – 11 h", "09:30:00", "22h-24h"),
        invalid=("matin", "25h", "9h75", "24:00", "24h-25h"),
    ),
    Field(
        key="fin",
        title="Fin",
        description="Heure de fin.",
        reads=TIME,
        headers=listed("heure de fin, end"),
        valid=("10:00", "10h", "10H00", "24:00"),
        invalid=("midi", "9h30-11h"),
    ),
    Field(
        key="titre",
        title="Titre",
        description="Titre de la séance.",
        reads=NAME,
        headers=listed("intitulé, nom, title"),
        valid=("Les leviers pour faire émerger et consolider les PTCE",),
        required=True,
        on_failure=Severity.ERROR,
    ),
    Field(
        key="parent",
        title="Séance parente",
        description="Identifiant de la séance dont celle-ci est un sous-thème.",
        reads=IDENTIFIER,
        headers=listed("sous-thème de, dans la séance"),
        valid=("leviers",),
        invalid=("les leviers",),
    ),
    Field(
        key="couloir",
        title="Couloir",
        description="Ce qui distingue des séances simultanées : salle, piste, « repas »…",
        headers=listed("salle, piste, lane, track"),
        valid=("repas",),
    ),
    Field(
        key="lieu",
        title="Lieu",
        description="Lieu de la séance ; à défaut, celui de l’événement.",
        headers=listed("adresse, location"),
        valid=("Macif, place Étienne-Pernet, Paris 15e",),
    ),
    PLACE_CODE,
    Field(
        key="organisateurs",
        title="Organisateurs",
        description="Organisations qui proposent l’événement ou la séance.",
        reads=LIST,
        headers=listed("organisateur, réseaux porteurs"),
        valid=("Labo de l’ESS|RTES",),
    ),
    Field(
        key="hote",
        title="Hôte",
        description="Organisation qui reçoit ou soutient l’événement ou la séance.",
        headers=listed("accueilli par, soutien"),
        valid=("Macif",),
    ),
    Field(
        key="fuseau",
        title="Fuseau horaire",
        description="Fuseau des heures, sur la ligne « événement ».",
        reads=TIMEZONE,
        headers=listed("fuseau horaire de l’événement, timezone"),
        valid=("Europe/Paris", "Indian/Reunion"),
        invalid=("Mars/Olympus", "../etc"),
    ),
    Field(
        key="description",
        title="Description",
        description="Ce dont il est question.",
        headers=listed("résumé, présentation"),
        valid=("Présentation de la démarche entamée.",),
    ),
    NOTE,
    SOURCES,
    Field(
        key="date_maj",
        title="Mise à jour",
        description="Jour où le programme a été revu, sur la ligne « événement » ; les agendas le reprennent.",
        reads=DATE,
        headers=listed("date de mise à jour, maj, updated"),
        valid=("2012-06-20", "20 juin 2012"),
        invalid=("hier",),
    ),
)
