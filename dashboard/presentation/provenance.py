"""The account that each export carries: filter in words and as a link, count, date, files, licence, how to cite."""

from urllib.parse import urlencode

from dashboard.domain import permalink
from dashboard.domain.catalogue import Catalogue
from dashboard.domain.checking_poles import slug
from dashboard.domain.provenance import Provenance, data_date, origins_of
from dashboard.domain.selection import Selection
from dashboard.presentation.citation import Citation, cite
from dashboard.presentation.export_strings import Export
from dashboard.presentation.formatting import date_fr
from dashboard.presentation.selection_words import selection_words

_LONGEST_NAME = 70


def link_to(selection: Selection, *, site: str) -> str:
    """The address that shows this selection: whole if the site's is known, else from its `?`, "" for everything."""
    query = urlencode(permalink.to_params(selection), doseq=True)
    asked = f"?{query}" if query else ""
    return f"{site}/{asked}" if site else asked


def account_for(
    catalogue: Catalogue, selection: Selection, count: int, *, site: str, author: str
) -> tuple[Provenance, Citation]:
    """The account of these `count` rows, and their citation.

    `site` is the public address of the site or "", `author` who publishes it or "".
    """
    return account_of(
        catalogue, count, words=selection_words(selection), link=link_to(selection, site=site), author=author
    )


def account_of(catalogue: Catalogue, count: int, *, words: str, link: str, author: str) -> tuple[Provenance, Citation]:
    """The account of `count` rows that `words` and an address (`link`) say, and their citation."""
    date = data_date(catalogue)
    counted = Export.count(count, len(catalogue.rows))
    licence = " ; ".join(dict.fromkeys(source.licence for source in catalogue.sources if source.licence))
    citation = cite(
        author=author or Export.AUTHOR,
        words=words,
        count=counted,
        link=link,
        date=date,
        catalogue=catalogue.content_hash,
        licence=licence,
    )
    lines = [(Export.FILTER, words), (Export.LINK, link), (Export.COUNT, counted), (Export.DATE, date_fr(date))]
    lines += [(Export.SOURCE, Export.source(o.name, o.rows, date_fr(o.date), o.sha256)) for o in origins_of(catalogue)]
    lines += [
        (Export.CATALOGUE, catalogue.content_hash),
        (Export.LICENCE, licence),
        (Export.CITATION, citation.text),
        (Export.COLUMNS, Export.COLUMNS_NOTE),
    ]
    provenance = Provenance(
        title=Export.TITLE,
        words=words,
        link=link,
        count=count,
        total=len(catalogue.rows),
        date=date,
        catalogue=catalogue.content_hash,
        origins=origins_of(catalogue),
        licence=licence,
        citation=citation.text,
        lines=tuple(lines),
    )
    return provenance, citation


def provenance_text(provenance: Provenance) -> str:
    """The account on one line, for a cell."""
    return " · ".join(f"{heading}\u202f: {text}" for heading, text in provenance.lines)


def file_stem(selection: Selection, count: int, date: str) -> str:
    """A file name that says what is in it, without its ending: `ptce_region-bretagne_7_2026-11-24`."""
    words = "tout" if selection.is_empty else slug(selection_words(selection))[:_LONGEST_NAME].rstrip("-")
    return "_".join(part for part in ("ptce", words, str(count), date) if part)
