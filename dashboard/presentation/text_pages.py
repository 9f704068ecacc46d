"""« À propos », « Accessibilité » and « Mentions légales » as HTML whose every inserted text is escaped."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from dashboard.domain.catalogue import Catalogue
from dashboard.presentation import page_strings as words
from dashboard.presentation.formatting import date_fr
from dashboard.presentation.position_strings import Positions
from dashboard.presentation.position_view import position_counts, to_check
from dashboard.presentation.strings import Summary, plural


def _paragraphs(texts: Iterable[str]) -> Markup:
    return Markup("").join(Markup("<p>{}</p>").format(text) for text in texts)


def _list(items: Iterable[str | Markup]) -> Markup:
    return Markup("<ul>{}</ul>").format(Markup("").join(Markup("<li>{}</li>").format(item) for item in items))


def _section(title: str, *parts: Markup) -> Markup:
    return Markup("<section><h2>{}</h2>{}</section>").format(title, Markup("").join(parts))


def _page(title: str, *sections: Markup) -> str:
    return str(Markup('<article class="texte"><h1>{}</h1>{}</article>').format(title, Markup("").join(sections)))


def _table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> Markup:
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(header) for header in headers)
    body = Markup("").join(
        Markup("<tr>{}</tr>").format(Markup("").join(Markup("<td>{}</td>").format(cell) for cell in row))
        for row in rows
    )
    return Markup('<div class="tableau"><table><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>').format(
        head, body
    )


def about(catalogue: Catalogue) -> str:
    """What this is, where the data come from, how many rows, how fresh, and every row that has no place."""
    rows = catalogue.rows
    natures = rows["nature"].value_counts()
    counts = words.About.counts(int(natures.get("pole", 0)), int(natures.get("projet", 0)))
    accounting = catalogue.accounting
    unplaced = rows.loc[rows["precision"] == "aucune", "nom"]
    return _page(
        words.About.TITLE,
        _section(words.About.WHAT_TITLE, _paragraphs(words.About.WHAT)),
        _section(
            words.About.COUNTS_TITLE,
            _paragraphs(
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
            _table(Positions.HEADERS, position_counts(catalogue)),
            _paragraphs([Positions.NOTE]),
            _paragraphs([words.About.unplaced(len(unplaced))] if len(unplaced) else []),
            _list(unplaced) if len(unplaced) else Markup(""),
        ),
        _to_check(catalogue),
        _section(
            words.About.SOURCES_TITLE,
            _paragraphs(words.About.SOURCES),
            _table(
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
        _section(
            words.About.COLUMNS_TITLE,
            Markup('<p>{} <a href="dictionnaire">{}</a></p>').format(words.About.COLUMNS, words.About.COLUMNS_LINK),
        ),
        _section(words.About.LICENCES_TITLE, _paragraphs(words.About.LICENCES)),
        _section(words.About.LIMITS_TITLE, _paragraphs(words.About.LIMITS)),
    )


def _to_check(catalogue: Catalogue) -> Markup:
    """Every position in doubt, with the places that it may be and a link to the sheet."""
    lines, n = to_check(catalogue)
    if not n:
        return _section(Positions.TO_CHECK_TITLE, _paragraphs([Positions.NOTHING_TO_CHECK]))
    link = Markup('<a href="{}">{}</a>')
    table = [(link.format(line.address, line.name), line.doubt, line.said, line.places) for line in lines]
    return _section(
        Positions.TO_CHECK_TITLE,
        _paragraphs([Positions.to_check(n)]),
        _table(Positions.TO_CHECK_HEADERS, table),
        _paragraphs([Positions.more(n - len(lines))] if n > len(lines) else []),
    )


def accessibility(*, contact: str) -> str:
    """The honest statement: what was tested, what is known to fail."""
    page = words.Accessibility
    return _page(
        page.TITLE,
        _section(page.STATE_TITLE, _paragraphs(page.STATE)),
        _section(page.DONE_TITLE, _list(page.DONE)),
        _section(page.LIMITS_TITLE, _list(page.LIMITS)),
        _section(page.CONTACT_TITLE, _paragraphs([page.contact(contact)])),
    )


def legal(*, publisher: str, host: str, contact: str) -> str:
    """Who publishes and hosts, from the host's settings; what is kept about visitors."""
    page = words.Legal
    return _page(
        page.TITLE,
        _section(page.PUBLISHER_TITLE, _paragraphs([page.given(publisher)])),
        _section(page.HOST_TITLE, _paragraphs([page.given(host)])),
        _section(page.CONTACT_TITLE, _paragraphs([page.given(contact)])),
        _section(page.PRIVACY_TITLE, _paragraphs(page.PRIVACY)),
        _section(page.RIGHTS_TITLE, _paragraphs(page.RIGHTS)),
    )
