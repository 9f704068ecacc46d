"""How to cite a selection: in words, in BibTeX, in CSL-JSON, with the catalogue's hash and the date of the data."""

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from dashboard.presentation.export_strings import Citing, Export
from dashboard.presentation.formatting import date_fr

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
