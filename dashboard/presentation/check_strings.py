"""What the command `check` says."""

from collections.abc import Sequence

from dashboard.domain.findings import Finding, Severity
from dashboard.presentation.finding_sentences import SEVERITIES, sentence_of, typeset
from dashboard.presentation.strings import plural


class Check:
    """Help and answers of the command."""

    HELP = "vérifier un fichier de pôles, de programme, d’intervenants ou de vues (CSV, XLSX, GeoJSON, schedule.xml)"
    CONTENT = "ce que le fichier décrit (par défaut, il est reconnu à ses colonnes)"
    SESSIONS = "programme auquel ces intervenants se rapportent (par défaut, celui du même dossier)"
    PEOPLE = "intervenants de ce programme (par défaut, ceux du même dossier)"
    POLES = "pôles qui existent (par défaut, ceux du même dossier, sinon les nôtres)"
    REFERENCE = "géographie de référence"
    ALONE = {  # noqa: RUF012
        "programme": typeset("Aucun fichier d’intervenants n’a été trouvé : les personnes ne sont pas vérifiées."),
        "intervenants": typeset("Aucun programme n’a été trouvé : les séances ne sont pas vérifiées."),
    }

    @staticmethod
    def line(finding: Finding) -> str:
        """« [erreur] Ligne 3, colonne « Identifiant » : … »."""
        return f"[{SEVERITIES[finding.severity]}] {sentence_of(finding)}"

    @staticmethod
    def read(name: str, rows: int) -> str:
        """« programme.csv : 12 lignes lues »."""
        return typeset(f"{name} : ") + plural(rows, "ligne lue", "lignes lues")

    @staticmethod
    def tally(findings: Sequence[Finding]) -> str:
        """« 1 erreur, 2 points à vérifier, 3 remarques »."""
        counts = {severity: sum(finding.severity is severity for finding in findings) for severity in Severity}
        return ", ".join(
            (
                plural(counts[Severity.ERROR], "erreur", "erreurs"),
                plural(counts[Severity.WARNING], "point à vérifier", "points à vérifier"),
                plural(counts[Severity.INFO], "remarque", "remarques"),
            )
        )
