"""The account that each export carries: filter, count, date, files, licence, and how to cite it (BibTeX, CSL-JSON)."""

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

from dashboard.core.address import selection_link
from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.catalogue.provenance import Provenance, data_date, origins_of
from dashboard.core.catalogue.selection import Selection
from dashboard.core.fields.text import slug
from dashboard.features.exports.words import Citing, Export
from dashboard.wording.numbers import date_fr
from dashboard.wording.selection import selection_words

_LATEX = {
    **{character: f"\\{character}" for character in "&%$#_{}"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\u00a0": "~",
    "\u202f": "~",
}
SHORT_HASH = 12


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation in its three forms; `csl` is one item of CSL-JSON 1.0.2."""

    text: str
    bibtex: str
    csl: dict[str, Any]


def cite(*, author: str, words: str, count: str, link: str, date: str, catalogue: str, licence: str) -> Citation:
    """The citation of a selection said in words; `date` is ISO text or "", `link` an address or only its query."""
    key = f"ptce-{date[:4] or 'sd'}-{sha256(f'{catalogue}{link}{words}'.encode()).hexdigest()[:8]}"
    title = f"{Export.TITLE}\u202f: {words}"
    version = catalogue[:SHORT_HASH]
    sentence = Citing.text(
        author=author,
        year=date[:4],
        title=Export.TITLE,
        words=words,
        count=count,
        date=date_fr(date),
        version=version,
        licence=licence,
    )
    is_address = link.startswith("http")
    fields = {
        "author": f"{{{_latex(author)}}}",
        "title": f"{{{_latex(title)}}}",
        "year": date[:4],
        "date": date,
        "type": "jeu de données",
        "version": version,
        "url": link if is_address else "",
        "note": _latex(f"{count}. {licence}. Catalogue SHA-256 {catalogue}. {'' if is_address else link}".strip()),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    csl: dict[str, Any] = {
        "id": key,
        "type": "dataset",
        "title": title,
        "author": [{"literal": author}],
        "version": version,
        "note": f"{count}. Catalogue SHA-256 {catalogue}. {licence}.",
        "language": "fr",
    }
    if date:
        csl["issued"] = {"date-parts": [[int(part) for part in date.split("-")]]}
    if is_address:
        csl["URL"] = link
    return Citation(f"{sentence} {link}".strip(), f"@misc{{{key},\n" + ",\n".join(lines) + "\n}\n", csl)


def _latex(text: str) -> str:
    """The text as BibTeX reads it back: special characters escaped, on one line."""
    return "".join(_LATEX.get(character, character) for character in re.sub(r"\s*\n\s*", " ", text))


def link_to(selection: Selection, *, site: str) -> str:
    """The address that shows this selection: whole if the site's is known, else from its `?`, "" for everything."""
    query = urlencode(selection_link.to_params(selection), doseq=True)
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
    words = "tout" if selection.is_empty else slug(selection_words(selection))
    return "_".join(part for part in ("ptce", words, str(count), date) if part)
