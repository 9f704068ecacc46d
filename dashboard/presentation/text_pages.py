"""« À propos », « Accessibilité » and « Mentions légales » as HTML whose every inserted text is escaped."""

from markupsafe import Markup

from dashboard.domain.catalogue import Catalogue
from dashboard.presentation import page_strings as words
from dashboard.presentation.formatting import date_fr
from dashboard.presentation.html_parts import items, paragraphs, section, table
from dashboard.presentation.position_strings import Positions
from dashboard.presentation.position_view import position_counts, to_check
from dashboard.presentation.strings import Summary, plural


def _page(title: str, *sections: Markup) -> str:
    return str(Markup('<article class="texte"><h1>{}</h1>{}</article>').format(title, Markup("").join(sections)))


def about(catalogue: Catalogue) -> str:
    """What this is, where the data come from, how many rows, how fresh, and every row that has no place."""
    rows = catalogue.rows
    natures = rows["nature"].value_counts()
    counts = words.About.counts(int(natures.get("pole", 0)), int(natures.get("projet", 0)))
    accounting = catalogue.accounting
    unplaced = rows.loc[rows["precision"] == "aucune", "nom"]
    return _page(
        words.About.TITLE,
        section(words.About.WHAT_TITLE, paragraphs(words.About.WHAT)),
        section(
            words.About.COUNTS_TITLE,
            paragraphs(
                [
                    counts,
                    Summary.accounting(
                        rows_in=accounting.rows_in,
                        located=accounting.located,
                        without_point=accounting.without_point,
                        refused=accounting.refused,
                    ),
                    words.About.PRECISION_NOTE,
                ]
            ),
            table(Positions.HEADERS, position_counts(catalogue)),
            paragraphs([Positions.NOTE]),
            paragraphs([words.About.unplaced(len(unplaced))] if len(unplaced) else []),
            items(unplaced) if len(unplaced) else Markup(""),
        ),
        _to_check(catalogue),
        section(
            words.About.SOURCES_TITLE,
            paragraphs(words.About.SOURCES),
            table(
                words.About.SOURCE_HEADERS,
                [
                    (
                        source.name,
                        plural(source.rows, "ligne", "lignes"),
                        date_fr(source.date),
                        source.licence,
                        source.sha256[:12],
                    )
                    for source in catalogue.sources
                ],
            ),
        ),
        section(
            words.About.COLUMNS_TITLE,
            Markup('<p>{} <a href="dictionnaire">{}</a></p>').format(words.About.COLUMNS, words.About.COLUMNS_LINK),
        ),
        section(words.About.LICENCES_TITLE, paragraphs(words.About.LICENCES)),
        section(words.About.LIMITS_TITLE, paragraphs(words.About.LIMITS)),
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
    page = words.Accessibility
    return _page(
        page.TITLE,
        section(page.STATE_TITLE, paragraphs(page.STATE)),
        section(page.DONE_TITLE, items(page.DONE)),
        section(page.LIMITS_TITLE, items(page.LIMITS)),
        section(page.CONTACT_TITLE, paragraphs([page.contact(contact)])),
    )


def legal(*, publisher: str, host: str, contact: str) -> str:
    """Who publishes and hosts, from the host's settings; what is kept about visitors."""
    page = words.Legal
    return _page(
        page.TITLE,
        section(page.PUBLISHER_TITLE, paragraphs([page.given(publisher)])),
        section(page.HOST_TITLE, paragraphs([page.given(host)])),
        section(page.CONTACT_TITLE, paragraphs([page.given(contact)])),
        section(page.PRIVACY_TITLE, paragraphs(page.PRIVACY)),
        section(page.RIGHTS_TITLE, paragraphs(page.RIGHTS)),
    )
