"""Pieces of HTML that several pages are made of; every inserted text is escaped."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup


def sum_of(parts: Iterable[Markup]) -> Markup:
    """The pieces one after the other."""
    return Markup("").join(parts)


def paragraphs(texts: Iterable[str | Markup], *, name: str = "") -> Markup:
    """One paragraph per text, of the class `name`."""
    opening = Markup('<p class="{}">').format(name) if name else Markup("<p>")
    return sum_of(opening + Markup("{}</p>").format(text) for text in texts)


def items(lines: Iterable[str | Markup], *, name: str = "") -> Markup:
    """A list without order, of the class `name`; nothing for no line."""
    inside = sum_of(Markup("<li>{}</li>").format(line) for line in lines)
    opening = Markup('<ul class="{}">').format(name) if name else Markup("<ul>")
    return opening + inside + Markup("</ul>") if inside else Markup("")


def section(title: str, *parts: Markup, name: str = "") -> Markup:
    """A section under a title, of the class `name`; nothing where no part says anything."""
    inside = sum_of(parts)
    opening = Markup('<section class="{}">').format(name) if name else Markup("<section>")
    return opening + Markup("<h2>{}</h2>{}</section>").format(title, inside) if inside else Markup("")


def table(
    headers: Sequence[str | Markup], rows: Iterable[Sequence[str | Markup]], *, caption: str = "", named: bool = False
) -> Markup:
    """A table that scrolls in its own frame, which a keyboard reaches when it has a `caption`.

    `named`: the first cell of each row is its heading.
    """
    head = sum_of(Markup('<th scope="col">{}</th>').format(header) for header in headers)
    body = sum_of(Markup("<tr>{}</tr>").format(_cells(row, named=named)) for row in rows)
    title = Markup('<caption class="hors-vue">{}</caption>').format(caption) if caption else ""
    frame = Markup(' tabindex="0" role="group" aria-label="{}"').format(caption) if caption else ""
    return Markup('<div class="tableau"{}><table>{}<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>').format(
        frame, title, head, body
    )


def image(address: str, says: str, size: tuple[int, int], *, name: str = "") -> Markup:
    """An image of ours and what it shows, for who cannot see it; `size` gives its proportions."""
    return Markup('<img class="{}" src="{}" alt="{}" width="{}" height="{}">').format(name, address, says, *size)


def _cells(row: Sequence[str | Markup], *, named: bool) -> Markup:
    cells = [Markup("<td>{}</td>").format(cell) for cell in row[int(named) :]]
    heading = [Markup('<th scope="row">{}</th>').format(row[0])] if named else []
    return sum_of([*heading, *cells])
