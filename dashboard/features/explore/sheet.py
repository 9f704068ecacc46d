"""A pole's sheet (fiche): what the catalogue says of one row, section by section, blanks said as blanks."""

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import urlsplit

import pandas as pd

from dashboard.core.catalogue.catalogue import Catalogue
from dashboard.core.catalogue.text_columns import extra_columns
from dashboard.core.fields.contact import CONTACT
from dashboard.core.fields.tables import POLE_FIELDS
from dashboard.core.fields.vocabularies import (
    CONFIANCES,
    FINANCEMENTS,
    FORMES_JURIDIQUES,
    REPARTITIONS,
    RESEAUX,
    SECTEURS,
    SECTEURS_LABO2017,
    STATUTS,
    TYPES,
    Vocabulary,
)
from dashboard.features.explore.similar import AlikeWords, alike_poles
from dashboard.features.meeting.programme import Programme
from dashboard.features.meeting.view import session_when
from dashboard.wording.numbers import date_fr, joined
from dashboard.wording.places import whole_place_of
from dashboard.wording.positions import Positions, point_words, position_values
from dashboard.wording.words import NOT_GIVEN, Sheet, number

TITLES = {field.key: field.title for field in POLE_FIELDS}

BLANK = {"texte": NOT_GIVEN, "vide": True}

Value = dict[str, Any]


def pole_sheet(catalogue: Catalogue, pole_id: str, programme: Programme | None) -> dict[str, Any] | None:
    """The sheet as JSON-ready data for the browser's drawer; None where the catalogue has no such id."""
    if pole_id not in catalogue.rows.index:
        return None
    row = catalogue.rows.loc[pole_id]
    return {
        "id": pole_id,
        "nom": row["nom"],
        "etiquettes": [
            Sheet.PROJECT if row["nature"] == "projet" else Sheet.POLE,
            *([STATUTS.label(row["statut"])] if row["statut"] else []),
            *(TYPES.label(code) for code in row["types"]),
        ],
        "lieu": _place(row),
        "description": row["description"],
        "seances": _sessions(programme, pole_id),
        "proches": {"titre": AlikeWords.TITLE, "regle": AlikeWords.RULE, "poles": alike_poles(catalogue, pole_id)},
        "sections": [
            _section(
                Sheet.IDENTITY,
                _line("structure_porteuse", _text(row["structure_porteuse"])),
                _line(
                    "forme_juridique", _coded(row["forme_juridique"], FORMES_JURIDIQUES, row["forme_juridique_detail"])
                ),
                _line("annee_creation", _year(row)),
                _line("structures_membres", _text(row["structures_membres"])),
                _line("emplois", _text(row["emplois"])),
                _line("site_web", _links([row["site_web"]] if row["site_web"] else [])),
            ),
            _section(
                Sheet.ACTIVITY,
                _line("secteurs", _coded(row["secteurs"], SECTEURS)),
                _line("secteurs_labo2017", _coded(row["secteurs_labo2017"], SECTEURS_LABO2017)),
            ),
            _section(
                Sheet.NETWORKS,
                _line("reseaux_membre", _coded(row["reseaux_membre"], RESEAUX)),
                _line("reseaux_cite", _coded(row["reseaux_cite"], RESEAUX)),
            ),
            _section(
                Sheet.FUNDING,
                _line("financements", _coded(row["financements"], FINANCEMENTS)),
                _line("financements_detail", [{"texte": text} for text in row["financements_detail"]]),
                _line("financement_repartition", _share(row["financement_repartition"])),
                _line("financement_precisions", _text(row["financement_precisions"])),
            ),
            _section(
                Sheet.PLACE,
                _line("commune", _commune(row)),
                _line("departement", _text(row["departement"])),
                _line("region", _text(row["region"])),
                _line("territoire", _text(row["territoire"])),
                {"etiquette": Positions.LINE, "valeurs": position_values(catalogue, pole_id, row)},
            ),
            _section(
                Sheet.SOURCES,
                _line(
                    "statut_detail",
                    _text(row["statut_detail"], Sheet.as_of(row["date_source"]) if row["date_source"] else ""),
                ),
                _line("sources", _links(row["sources"])),
                _line("confiance", _coded([row["confiance"]] if row["confiance"] else [], CONFIANCES)),
                _line("notes", _text(row["notes"])),
                _line("date_maj", _text(date_fr(row["date_maj"]))),
            ),
            *_sections_of_the_file(catalogue, row),
        ],
    }


def _sections_of_the_file(catalogue: Catalogue, row: pd.Series) -> list[dict[str, Any]]:
    """What the file says beyond our own columns: how to get there, what it lives on, then its own columns, as text."""
    sections = {
        Sheet.CONTACT: [(field.title, row.get(field.key)) for field in CONTACT],
        Sheet.OTHERS: [(name, row[name]) for name in extra_columns(catalogue.rows)],
    }
    filled = {title: [(name, value) for name, value in lines if _is_said(value)] for title, lines in sections.items()}
    return [
        _section(title, *({"etiquette": name, "valeurs": _text(_plain(value))} for name, value in lines))
        for title, lines in filled.items()
        if lines
    ]


def _is_said(value: Any) -> bool:
    return value is not None and value != "" and not (isinstance(value, float) and pd.isna(value))


def _plain(value: Any) -> str:
    """The cell as text; a number as one writes it, « 1 200,5 »."""
    if isinstance(value, str):
        return value
    whole, _, cents = f"{value:.2f}".partition(".")
    return number(int(whole)) + (f",{cents}".rstrip("0") if cents.strip("0") else "")


def _section(title: str, *lines: dict[str, Any]) -> dict[str, Any]:
    return {"titre": title, "lignes": list(lines)}


def _line(key: str, values: Iterable[Value]) -> dict[str, Any]:
    return {"etiquette": TITLES[key], "valeurs": list(values) or [BLANK]}


def _text(text: str, note: str = "") -> list[Value]:
    if not text:
        return []
    return [{"texte": text, "note": note} if note else {"texte": text}]


def _coded(codes: Sequence[str], vocabulary: Vocabulary, note: str = "") -> list[Value]:
    values: list[Value] = [{"texte": vocabulary.label(code)} for code in codes]
    if note and values:
        values[-1]["note"] = note
    return values or _text(note)


def _year(row: pd.Series) -> list[Value]:
    detail = row["annee_creation_detail"]
    if pd.isna(row["annee_creation"]):
        return _text(detail)
    year = str(int(row["annee_creation"]))
    return _text(year, "" if detail == year else detail)


def _share(code: str) -> list[Value]:
    return _text(REPARTITIONS.label(code), Sheet.INFERRED) if code else []


def _links(urls: Iterable[str]) -> list[Value]:
    return [{"texte": urlsplit(url).netloc.removeprefix("www.") or url, "note": url, "url": url} for url in urls]


def _commune(row: pd.Series) -> list[Value]:
    if not row["commune"]:
        return []
    name = joined([row["code_postal"], row["commune"]], " ")
    return _text(name, Sheet.PRESUMED_PLACE if row["position_presumee"] else "")


def _place(row: pd.Series) -> dict[str, str]:
    return {
        "texte": whole_place_of(row),
        "precision": joined(
            [point_words(row["precision"]), Sheet.PRESUMED_PLACE if row["position_presumee"] else ""], ", "
        ),
    }


def _sessions(programme: Programme | None, pole_id: str) -> list[dict[str, str]]:
    if programme is None:
        return []
    return [
        {
            "id": session.id,
            "horaire": session_when(programme, session),
            "titre": session.title,
            "personnes": joined((f"{person.name}, {person.role_label}" for person in people), " ; "),
        }
        for session, people in programme.sessions_of_pole(pole_id)
    ]
