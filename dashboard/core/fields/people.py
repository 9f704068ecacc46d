"""The columns of a meeting's people and organisations, one row for each session they are in (`intervenants.csv`)."""

from dashboard.core.fields import meeting_vocabularies as v
from dashboard.core.fields.field import Field
from dashboard.core.fields.findings import Severity
from dashboard.core.fields.reads import IDENTIFIER, NAME, TIME_SPANS, one_of
from dashboard.core.fields.sessions import NOTE, PLACE_CODE, SOURCES
from dashboard.core.fields.text import listed

INTERVENANT_FIELDS: tuple[Field, ...] = (
    Field(
        key="id",
        title="Identifiant",
        description="Identifiant stable de la ligne : une personne dans une séance.",
        reads=IDENTIFIER,
        headers=listed("identifiant de la ligne, code"),
        valid=("chevalier-enjeux",),
        invalid=("a b",),
        required=True,
        on_failure=Severity.ERROR,
    ),
    Field(
        key="seance",
        title="Séance",
        description="Identifiant de la séance.",
        reads=IDENTIFIER,
        headers=listed("session, identifiant de la séance"),
        valid=("leviers",),
        invalid=("les leviers",),
        required=True,
        on_failure=Severity.ERROR,
    ),
    Field(
        key="nom",
        title="Nom",
        description="Nom de famille ; vide quand le programme ne nomme qu’une fonction ou un réseau.",
        reads=NAME,
        headers=listed("nom de famille, last_name"),
        valid=("Chevalier", "Null"),
    ),
    Field(
        key="prenom",
        title="Prénom",
        description="Prénom.",
        reads=NAME,
        headers=listed("first_name"),
        valid=("Anne-Laure",),
    ),
    Field(
        key="role",
        title="Rôle",
        description="Rôle dans la séance.",
        reads=one_of(v.ROLES),
        headers=listed("rôle dans la séance, qualité"),
        valid=("grand-temoin", "Grand témoin", "animation"),
        invalid=("figurant",),
    ),
    Field(
        key="fonction",
        title="Fonction",
        description="Fonction dans l’organisation, telle que le programme ou une source la dit.",
        headers=listed("titre, poste"),
        valid=("conseiller régional",),
    ),
    Field(
        key="organisation",
        title="Organisation",
        description="Organisation que la personne représente.",
        headers=listed("structure, organisme"),
        valid=("Groupe Archer",),
    ),
    Field(
        key="pole",
        title="Pôle",
        description="Identifiant du pôle ou du projet que cette organisation porte, s’il est recensé.",
        reads=IDENTIFIER,
        headers=listed("identifiant du pôle, ptce"),
        valid=("pole-sud-archer",),
        invalid=("Pôle Sud Archer",),
    ),
    PLACE_CODE,
    Field(
        key="stand",
        title="Stand",
        description="Où rencontrer le pôle pendant les visites : numéro de stand, table, salle.",
        headers=listed("emplacement, numéro de stand"),
        valid=("A12", "table 4"),
    ),
    Field(
        key="creneaux",
        title="Créneaux",
        description="Créneaux du pôle, chacun pour une visite entière ; vide s’il reçoit à tout moment.",
        reads=TIME_SPANS,
        headers=listed("créneaux de visite, horaires de visite"),
        valid=("12h45-13h00|13h15-13h30", "12:45-13:00"),
        invalid=("12h45", "13h-12h45", "midi"),
    ),
    NOTE,
    SOURCES,
)
