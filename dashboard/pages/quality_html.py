"""« Qualité des données » as HTML: what each file holds, how its columns were understood, what is wrong in it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from markupsafe import Markup

from dashboard.core.catalogue.catalogue import Catalogue, Source
from dashboard.core.fields.findings import Finding
from dashboard.core.fields.tables import CONTACT_COLUMNS, POLE_FIELDS
from dashboard.wording.findings import SEVERITIES, sentence_of, typeset
from dashboard.wording.html import items, paragraphs, section, sum_of, table
from dashboard.wording.words import Site, Summary, number, plural

_TOLD_AT_MOST = 10
_TITLES = {field.key: field.title for field in POLE_FIELDS}


def quality(catalogue: Catalogue) -> str:
    """The page: where the rows went, then each table of the files; text from a file is escaped."""
    return str(
        Markup('<article class="texte"><h1>{}</h1>{}{}</article>').format(
            Site.QUALITY_PAGE,
            section(Quality.ROWS_TITLE, paragraphs([Summary.accounting(catalogue.accounting), *Quality.ROWS])),
            sum_of(_source(source) for source in catalogue.sources),
        )
    )


def _source(source: Source) -> Markup:
    own = [column for column in source.columns if column.field is None]
    columns = table(
        Quality.COLUMN_HEADERS,
        [
            (column.heading, _TITLES.get(column.field or "", Quality.OWN_COLUMN), typeset(column.why))
            for column in source.columns
        ],
        caption=Quality.columns_of(source.label),
    )
    return section(
        source.label,
        paragraphs([Quality.rows(source.rows), Quality.columns(len(source.columns), len(own))]),
        Markup("<details><summary>{}</summary>{}</details>").format(Quality.SHOW_COLUMNS, columns),
        items(_kinds(source.findings)) or paragraphs([Quality.NOTHING]),
    )


def _kinds(findings: Sequence[Finding]) -> Iterator[Markup]:
    """One item a kind of finding in a column: the first of them, how many they are, the next ones folded."""
    kinds: dict[tuple[str, str | None], list[Finding]] = {}
    for finding in findings:
        kinds.setdefault((finding.code, finding.field), []).append(_discreet(finding))
    for several in kinds.values():
        first, *others = map(sentence_of, several[:_TOLD_AT_MOST])
        said = Markup("{} : {}").format(SEVERITIES[several[0].severity].capitalize(), first)
        more = Markup("<details><summary>{}</summary>{}{}</details>").format(
            Quality.others(len(several) - 1),
            items(others),
            paragraphs([Quality.not_shown(len(several) - _TOLD_AT_MOST)] if len(several) > _TOLD_AT_MOST else []),
        )
        yield said + (more if others else Markup(""))


def _discreet(finding: Finding) -> Finding:
    """The finding without the cell where it may say how to reach a person."""
    return replace(finding, value="") if finding.field in CONTACT_COLUMNS else finding


class Quality:
    """The page's sentences."""

    ROWS_TITLE = "Où sont passées les lignes"
    ROWS = (
        typeset(
            "Chaque ligne d’un fichier est sur la carte, ou dans la liste sans point, ou refusée : aucune ne disparaît."
            " Ce qui suit est ce que dit « python -m dashboard check », fichier par fichier."
        ),
    )
    COLUMN_HEADERS = ("Colonne du fichier", "Ce qu’elle est", "Pourquoi")
    OWN_COLUMN = "gardée telle quelle"
    SHOW_COLUMNS = "Comment les colonnes sont comprises"
    NOTHING = "Rien à signaler."

    @staticmethod
    def rows(n: int) -> str:
        """« 98 lignes lues. »."""
        return f"{plural(n, 'ligne lue', 'lignes lues')}."

    @staticmethod
    def columns(n: int, own: int) -> str:
        """« 40 colonnes, dont 2 propres à ce fichier : elles sont dans la fiche, la recherche et les exports. »."""
        said = plural(n, "colonne", "colonnes")
        if not own:
            return f"{said}, {'toutes reconnues' if n > 1 else 'reconnue'}."
        theirs = "propre à ce fichier : on la" if own == 1 else "propres à ce fichier : on les"
        return typeset(f"{said}, dont {number(own)} {theirs} trouve dans la fiche, la recherche et les exports.")

    @staticmethod
    def columns_of(label: str) -> str:
        """The caption of the table."""
        return f"Colonnes de {label}"

    @staticmethod
    def others(n: int) -> str:
        """« et 12 autres »."""
        return f"et {plural(n, 'autre', 'autres')}"

    @staticmethod
    def not_shown(n: int) -> str:
        """« 40 autres ne sont pas montrées ici. »."""
        return f"{plural(n, 'autre n’est pas montrée', 'autres ne sont pas montrées')} ici."
