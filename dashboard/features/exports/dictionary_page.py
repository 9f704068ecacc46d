"""The page of the dictionary of the data, as HTML whose every inserted text is escaped."""

from collections.abc import Iterable

from markupsafe import Markup

from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.features.exports.dictionary import AllowedValue, Entry, describe
from dashboard.features.exports.rows import frame_to_table
from dashboard.wording.findings import typeset
from dashboard.wording.words import NBSP, NNBSP, number

_LONGEST_EXAMPLE = 140
_LONGEST_SOURCE = 60


def dictionary(catalogue: Catalogue, *, downloads: str) -> str:
    """Every column of the catalogue; `downloads` is the address of the exports' folder."""
    entries = describe(frame_to_table(catalogue.rows))
    groups = [(title, [entry for entry in entries if _group(entry) == key]) for key, title in Dictionary.GROUPS]
    sections = (
        Markup("<section><h2>{}</h2>{}</section>").format(title, Markup("").join(map(_entry, members)))
        for title, members in groups
        if members
    )
    return str(
        Markup(
            '<article class="texte dictionnaire"><h1>{}</h1><p>{}</p>'
            '<p>{} <a href="{}dictionnaire-csv" download>{}</a>, <a href="{}dictionnaire-json" download>{}</a></p>'
            "{}</article>"
        ).format(
            *(Dictionary.TITLE, Dictionary.INTRO, Dictionary.DOWNLOAD),
            *(downloads, Dictionary.CSV, downloads, Dictionary.JSON),
            Markup("").join(sections),
        )
    )


def _group(entry: Entry) -> str:
    if entry.is_computed:
        return "computed"
    return "declared" if entry.title else "others"


def _entry(entry: Entry) -> Markup:
    facts = [Dictionary.KINDS[entry.kind], *([Dictionary.REQUIRED] if entry.is_required else [])]
    facts.append(Dictionary.filled(entry.filled, entry.total, entry.share_pct))
    example = entry.example if len(entry.example) <= _LONGEST_EXAMPLE else entry.example[:_LONGEST_EXAMPLE] + "…"
    return Markup(
        '<div class="colonne" id="colonne-{key}"><h3>{title} <code>{key}</code></h3><p>{meaning}</p>'
        '<p class="faits">{facts}</p>{gauge}{example}{values}</div>'
    ).format(
        key=entry.key,
        title=entry.title,
        meaning=entry.description,
        facts=" · ".join(facts),
        gauge=Markup('<div class="jauge" aria-hidden="true"><div style="width:{}%"></div></div>').format(
            entry.share_pct or 0
        ),
        example=Markup('<p class="exemple">{}<q>{}</q></p>').format(Dictionary.EXAMPLE, example) if example else "",
        values=_values(entry.values) if entry.values else "",
    )


def _values(values: Iterable[AllowedValue]) -> Markup:
    rows = [
        Markup("<tr><td><code>{}</code></td><td>{}</td><td>{}</td><td>{}</td></tr>").format(
            value.code, value.label, number(value.count), _source(value.source)
        )
        for value in values
    ]
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(header) for header in Dictionary.VALUE_HEADERS)
    return Markup(
        '<details><summary>{}</summary><div class="tableau"><table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>'
        "</div></details>"
    ).format(Dictionary.values(len(rows)), head, Markup("").join(rows))


def _source(source: str) -> Markup | str:
    """The source, a link if it is an address of the web."""
    if not source.startswith(("https://", "http://")):
        return source
    bare = source.split("://", 1)[1]
    shown = bare if len(bare) <= _LONGEST_SOURCE else bare[:_LONGEST_SOURCE] + "…"
    return Markup('<a href="{}" rel="noopener noreferrer">{}</a>').format(source, shown)


class Dictionary:
    """« Dictionnaire des données »."""

    TITLE = "Dictionnaire des données"
    INTRO = typeset(
        "Ce que veut dire chaque colonne des fichiers et des exports, ce qu’elle peut contenir et à quel point elle "
        "est remplie. Une case vide n’est pas un « non » : les sources n’en disent rien."
    )
    DOWNLOAD = f"Le même, en fichier{NNBSP}:"
    CSV = "CSV"
    JSON = "JSON"
    GROUPS = (
        ("declared", "Ce que disent les fichiers"),
        ("others", "Autres colonnes des fichiers, gardées telles quelles"),
        ("computed", "Ce que l’outil calcule, dans les exports"),
    )
    KINDS = {  # noqa: RUF012
        "text": "texte",
        "list": typeset("textes séparés par « | »"),
        "vocabulary": "une valeur d’une liste fermée",
        "vocabulary-list": typeset("valeurs d’une liste fermée, séparées par « | »"),
        "integer": "nombre entier",
        "number": "nombre",
        "date": "date (AAAA-MM-JJ)",
        "time": "heure (HH:MM)",
        "url": "adresse web",
        "url-list": typeset("adresses web séparées par « | »"),
    }
    REQUIRED = "obligatoire"
    EXAMPLE = f"Exemple{NNBSP}: "
    VALUE_HEADERS = ("Code", "Libellé", "Lignes", "Source")

    @staticmethod
    def filled(filled: int, total: int, share_pct: float | None) -> str:
        """« remplie à 36 % (41 lignes sur 116) »; no percentage without rows."""
        if share_pct is None:
            return "aucune ligne"
        share = "moins de 1" if 0 < share_pct < 1 else f"{share_pct:.0f}"
        return f"remplie à {share}{NBSP}% ({number(filled)} sur {number(total)})"

    @staticmethod
    def values(n: int) -> str:
        """What opens the closed list."""
        return f"Les {n} valeurs permises"
