"""The paper of a territory as one HTML file that asks nothing of anyone, every inserted text escaped."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

Line = Mapping[str, str]

_PAGE = Markup(
    '<!doctype html><html lang="fr"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>'
    "<style>{style}</style></head><body><header><p>{band}</p><p>{kind}</p></header><main>{body}</main>"
    "<footer><p>{date}</p></footer></body></html>"
)


def territory_html(document: Mapping[str, Any], *, style: str) -> str:
    """The file of a `territory_document`; `style` is a style sheet of ours."""
    body = [
        _head(document),
        _figures(document["chiffres"]),
        _map(document),
        _table(document["secteurs"]["titre"], document["secteurs"], last=document["secteurs"]["dernieres"]),
        _lists(document["liste"]),
    ]
    if document["semblables"]["lignes"]:
        body.append(_table(document["semblables"]["titre"], document["semblables"]))
    body += [_ends(document), _sources(document)]
    return str(
        _PAGE.format(
            title=f"{document['titre']} – {document['bandeau']}",
            style=Markup(style),
            band=document["bandeau"],
            kind=document["genre"],
            body=Markup("").join(body),
            date=document["date"],
        )
    )


def _head(document: Mapping[str, Any]) -> Markup:
    locator = _image(document["situation_carte"], document["situation_texte"], "situation")
    lead = Markup("").join(Markup("<p>{}</p>").format(sentence) for sentence in document["chapo"])
    return Markup(
        '<section class="tete"><div><p class="niveau">{}</p><h1>{}</h1><p class="chaine">{}</p>{}</div>{}</section>'
    ).format(document["niveau"], document["titre"], document["situation"], lead, locator)


def _image(svg: str | None, text: str, name: str) -> Markup:
    """A drawing of ours, whose texts are escaped as it is made, with what it shows."""
    if svg is None:
        return Markup("")
    return Markup('<figure class="{}" role="img" aria-label="{}">{}</figure>').format(name, text, Markup(svg))


def _figures(figures: Iterable[Line]) -> Markup:
    boxes = Markup("").join(
        Markup("<div><dt>{}</dt><dd><strong>{}</strong><span>{}</span></dd></div>").format(
            figure["libelle"], figure["valeur"], figure["note"]
        )
        for figure in figures
    )
    return Markup('<dl class="chiffres">{}</dl>').format(boxes)


def _map(document: Mapping[str, Any]) -> Markup:
    if document["carte"] is None:
        return Markup("<p><em>{}</em></p>").format(document["sans_carte"])
    legend = Markup("").join(
        Markup('<li><span class="signe {}"></span>{}</li>').format(mark["signe"], mark["texte"])
        for mark in document["legende"]
    )
    return _image(document["carte"], document["carte_texte"], "carte") + Markup('<ul class="legende">{}</ul>').format(
        legend
    )


def _table(title: str, table: Mapping[str, Any], *, last: Sequence[Sequence[str]] = ()) -> Markup:
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(text) for text in table["entetes"])
    rows = Markup("").join(
        Markup('<tr><th scope="row">{}</th>{}</tr>').format(
            row[0], Markup("").join(Markup("<td>{}</td>").format(cell) for cell in row[1:])
        )
        for row in (*table["lignes"], *last)
    )
    return Markup(
        '<section><h2>{}</h2><div class="defile"><table><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>'
        '<p class="note">{}</p></section>'
    ).format(title, head, rows, table["note"])


def _lists(listed: Mapping[str, Any]) -> Markup:
    parts = []
    if listed["lignes"]:
        rest = listed["reste"][len(listed["lignes"])]
        note = Markup('<p class="note">{}</p>').format(rest) if rest else Markup("")
        parts.append(
            Markup("<section><h2>{}</h2>{}{}</section>").format(listed["titre"], _entries(listed["lignes"]), note)
        )
    if listed["proches"]:
        parts.append(
            Markup("<section><h2>{} <small>– {}</small></h2>{}</section>").format(
                listed["titre_proches"], listed["note_proches"], _entries(listed["proches"])
            )
        )
    return Markup("").join(parts)


def _entries(lines: Iterable[Line]) -> Markup:
    items = Markup("").join(
        Markup(
            '<li><span class="signe {}">{}</span><div><strong>{}</strong><p>{}{}</p><p class="secteurs">{}</p></div>'
            "</li>"
        ).format(
            line["nature"],
            line["signe"],
            line["nom"],
            line["lieu"],
            Markup(" · <b>{}</b>").format(line["distance"]) if line["distance"] else "",
            line["secteurs"],
        )
        for line in lines
    )
    return Markup('<ul class="fiches">{}</ul>').format(items)


def _ends(document: Mapping[str, Any]) -> Markup:
    absent, features = document["absents"], document["traits"]
    lines = Markup("").join(Markup("<p>{}</p>").format(line) for line in features["lignes"])
    second = Markup("<div><h2>{}</h2>{}</div>").format(features["titre"], lines) if lines else Markup("")
    return Markup('<section class="deux"><div><h2>{}</h2><p>{}</p></div>{}</section>').format(
        absent["titre"], absent["texte"], second
    )


def _sources(document: Mapping[str, Any]) -> Markup:
    lines = Markup("").join(Markup("<p>{}</p>").format(line) for line in document["sources"]["lignes"])
    link = document["lien"]
    online = Markup("")
    if link["adresse"]:
        online = Markup('<div class="lien">{}<p><strong>{}</strong><br><a href="{}">{}</a></p></div>').format(
            _image(link["qr"], link["texte"], "qr"), link["titre"], link["adresse"], link["adresse"]
        )
    return Markup('<section class="sources"><h2>{}</h2>{}{}</section>').format(
        document["sources"]["titre"], lines, online
    )
