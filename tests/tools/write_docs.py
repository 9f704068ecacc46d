"""The parts of the documentation that the code says itself, written between two marks: `make docs`.

A page holds `<!-- make docs : NAME -->` and `<!-- fin -->`; what stands between is one of PARTS, made from the
settings, the command line's parsers, the declared fields, the facets, the formats, the rooms. A test compares them.
"""

import argparse
import ast
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from dashboard.cli.main import _parser as command_line
from dashboard.config import SETTINGS
from dashboard.core.address.named_views import NAMED_VIEW_FIELDS
from dashboard.core.catalogue.dimensions import CROSSED, DIMENSIONS, FACETS, Facet
from dashboard.core.fields.computed import COMPUTED_FIELDS, PROVENANCE_FIELD
from dashboard.core.fields.field import Field
from dashboard.core.fields.tables import INTERVENANT_FIELDS, POLE_FIELDS, PROGRAMME_FIELDS
from dashboard.core.fields.vocabulary import Vocabulary
from dashboard.features.exports.dictionary_page import Dictionary
from dashboard.features.exports.formats import FORMATS
from dashboard.features.exports.words import Menu
from dashboard.wording.findings import typeset
from tests.helpers.paths import ROOT
from tests.test_architecture import FLOORS

PACKAGE = ROOT / "dashboard"
PAGES = (ROOT / "README.md", ROOT / "ARCHITECTURE.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))
LISTS = "champs.md"
"""The page of docs/ that holds the closed lists."""

_MARKED = re.compile(r"(<!-- make docs : ([\w-]+) -->\n).*?(<!-- fin -->)", re.DOTALL)


def settings() -> str:
    """Every variable of the environment, its default, what it sets."""
    rows = ((f"`{one.name}`", f"`{one.default}`" if one.default else "vide", typeset(one.help)) for one in SETTINGS)
    return table(("Variable", "Par défaut", "Ce qu’elle règle"), rows)


def commands() -> str:
    """Every command, what it does, its options; those that help does not show are not here either."""
    (group,) = (action for action in command_line()._actions if isinstance(action, argparse._SubParsersAction))
    helps = {choice.dest: choice.help for choice in group._choices_actions}
    parts = []
    for name, parser in group.choices.items():
        rows = [(written_as(action), asked_of(action)) for action in shown_actions(parser)]
        title = f"### `python -m dashboard {name}`"
        parts.append(f"{title}\n\n{sentence(helps[name])}\n\n{table(('Argument', 'Ce qu’il dit'), rows)}")
    return "\n\n".join(parts)


def shown_actions(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """What the help of a command lists, apart from the help itself."""
    return [one for one in parser._actions if one.help != argparse.SUPPRESS and one.dest != "help"]


def written_as(action: argparse.Action) -> str:
    """« `-o`, `--sortie` SORTIE »; a bare word for what stands alone on the line."""
    word = action.metavar or (action.dest if not action.choices else "")
    if not action.option_strings:
        return f"`{word}`"
    names = ", ".join(f"`{name}`" for name in action.option_strings)
    return f"{names} {word}".strip() if action.nargs != 0 else names


def asked_of(action: argparse.Action) -> str:
    """The help of an argument, the values that it may have, whether it must be there."""
    said = action.help or ""
    if action.choices:
        said += f" : {', '.join(f'`{choice}`' for choice in action.choices)}"
    if action.option_strings and action.required:
        said += " ; obligatoire"
    return typeset(said)


def pole_fields() -> str:
    """The columns of the files of poles and projects."""
    return fields_table(POLE_FIELDS)


def meeting_fields() -> str:
    """The columns of the two files of a meeting."""
    return (
        f"### `programme.csv`\n\n{fields_table(PROGRAMME_FIELDS)}\n\n"
        f"### `intervenants.csv`\n\n{fields_table(INTERVENANT_FIELDS)}"
    )


def view_fields() -> str:
    """The columns of the file of proposed views."""
    return fields_table(NAMED_VIEW_FIELDS)


def computed_fields() -> str:
    """The columns that the tool adds to its exports."""
    rows = ((f"`{f.key}`", f.title, typeset(f.description), form_of(f)) for f in (*COMPUTED_FIELDS, PROVENANCE_FIELD))
    return table(("Colonne", "Titre", "Contenu", "Forme"), rows)


def fields_table(fields: Iterable[Field]) -> str:
    """One row per column of a file."""
    rows = (
        (
            f"`{f.key}`",
            f.title,
            typeset(f.description),
            form_of(f),
            ", ".join(typeset(f"« {heading} »") for heading in f.headers),
        )
        for f in fields
    )
    return table(("Colonne", "Titre", "Contenu", "Forme", "Autres en-têtes reconnus"), rows)


def form_of(field: Field) -> str:
    """« une valeur d’une liste fermée, obligatoire »; a closed list is linked."""
    form = typeset(Dictionary.KINDS[field.kind])
    if field.vocabulary is not None:
        form = f"[{form}](#{anchor(field.vocabulary)})"
    return f"{form}, {Dictionary.REQUIRED}" if field.required else form


def vocabularies() -> str:
    """Every closed list that a column follows, each once."""
    every = (*POLE_FIELDS, *PROGRAMME_FIELDS, *INTERVENANT_FIELDS, *COMPUTED_FIELDS)
    lists = {field.vocabulary.key: field.vocabulary for field in every if field.vocabulary is not None}
    lists |= {facet.vocabulary.key: facet.vocabulary for facet in FACETS if isinstance(facet, Facet)}
    return "\n\n".join(
        f'<a id="{anchor(one)}"></a>\n\n### {one.title}\n\n'
        + table(("Code", "Libellé"), ((f"`{term.code}`", term.label) for term in one.terms))
        for one in lists.values()
    )


def anchor(vocabulary: Vocabulary) -> str:
    """The name of a closed list in a link."""
    return f"liste-{vocabulary.key}".replace("_", "-")


def facets() -> str:
    """The parameters that filter."""
    rows = []
    for facet in FACETS:
        values = "`2012`, `2010-2015`, `2010-`, `-2015`"
        if isinstance(facet, Facet):
            values = f"[{typeset(f'codes de « {facet.vocabulary.title} »')}]({LISTS}#{anchor(facet.vocabulary)})"
        rows.append((f"`{facet.key}`", facet.title, values, "oui" if facet.is_multiple else ""))
    return table(("Paramètre", "Filtre", "Valeurs", "Un pôle peut en avoir plusieurs"), rows)


def dimensions() -> str:
    """What may be crossed."""
    return table(
        ("Valeur", "Critère"), ((f"`{one.key}`", one.title) for key in CROSSED for one in DIMENSIONS if one.key == key)
    )


def formats() -> str:
    """The formats of the exports, then those that only cite or describe."""
    offered = {key: (name, purpose) for key, name, purpose in Menu.FORMATS}
    rows = [(f"`{key}`", *offered[key], f"`{FORMATS[key].ending}`") for key in FORMATS if key in offered]
    return table(("Format", "Nom", "Pour quoi", "Fin du nom"), rows)


def rooms() -> str:
    """Every module of the root and every room, each with the first sentence that it says of itself."""
    return "\n".join(tree(PACKAGE, ""))


def tree(folder: Path, indent: str) -> Iterator[str]:
    """The lines of a folder: its own modules at the root, and its rooms, theirs below them."""
    if folder == PACKAGE:
        for path in sorted(folder.glob("*.py")):
            if path.name != "__init__.py":
                yield f"- [`{path.name}`](dashboard/{path.name}): {first_sentence(path)}"
    for room in sorted(path.parent for path in folder.glob("*/__init__.py")):
        address = room.relative_to(ROOT).as_posix()
        yield f"{indent}- [`{room.name}/`]({address}): {first_sentence(room / '__init__.py')}"
        yield from tree(room, f"{indent}  ")


def first_sentence(path: Path) -> str:
    """The first paragraph of a module's docstring, on one line."""
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return " ".join(said.split("\n\n")[0].split())


def floors() -> str:
    """The floors of the import law, from the doors down to the ground."""
    lines = ["   ".join(sorted(floor)) for floor in reversed(FLOORS)]
    return "```\n" + "\n".join(lines) + "\n```"


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of Markdown; a bar in a cell is escaped."""
    lines = [headings, *([cell.replace("|", r"\|") for cell in row] for row in rows)]
    head, *body = (f"| {' | '.join(line)} |" for line in lines)
    return "\n".join((head, "|" + "---|" * len(headings), *body))


def sentence(text: str | None) -> str:
    """A command's help as a sentence."""
    said = typeset(text or "")
    return f"{said[:1].upper()}{said[1:]}."


PARTS: Mapping[str, Callable[[], str]] = {
    "reglages": settings,
    "commandes": commands,
    "champs-poles": pole_fields,
    "champs-rencontre": meeting_fields,
    "champs-vues": view_fields,
    "champs-calcules": computed_fields,
    "listes": vocabularies,
    "filtres": facets,
    "criteres": dimensions,
    "formats": formats,
    "rooms": rooms,
    "floors": floors,
}


def with_parts(text: str) -> str:
    """The page with its marked parts as the code says them now; KeyError for a part that does not exist."""
    return _MARKED.sub(lambda found: f"{found[1]}{PARTS[found[2]]()}\n{found[3]}", text)


def main() -> None:
    """Write the pages that have changed."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        written = with_parts(text)
        if written != text:
            page.write_text(written, encoding="utf-8")
            print(page.relative_to(ROOT).as_posix())


if __name__ == "__main__":
    main()
