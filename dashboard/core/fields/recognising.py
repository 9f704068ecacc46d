"""Which column of a table is which field: by what its heading says, and by what its cells hold; scored, explained.

One recogniser for all: `recognise(headers, rows, fields)` gives one `Match` for each heading, in their order.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dashboard.core.fields.contents import Sample
from dashboard.core.fields.field import Field, accepted
from dashboard.core.fields.headings import (
    GENERIC,
    NEUTRAL,
    OTHERWISE,
    compact,
    fold_header,
    without_remark,
    words_of,
)

KEY, TITLE, HEADER, SAME, DRESSED, PART, HINT, CELLS, GUESS = 100, 98, 95, 90, 80, 60, 55, 52, 40
"""How sure a claim is: the field's key, its title, another heading of it, the same words, these beside neutral words,
these in a longer heading, a heading that only hints, the cells alone, the likeliest column of the names."""

SURE = DRESSED
"""From this score on, the heading alone says the field."""

WHYS = frozenset({"heading", "heading_part", "heading_and_cells", "cells", "likeliest_name", "staff", "twin", "other"})

_LONGEST_FORM = 6
_NAMES_TEXT = frozenset({"nom", "commune", "departement", "region", "adresse", "horaires"})
"""Fields of free text that a longer heading may name: « Nom de la coopérative »."""

_FAMILY = frozenset({"nom", "name", "denomination", "intitule", "appellation"})


@dataclass(frozen=True, slots=True)
class Match:
    """What a column is: the key of its field, None for one of its own; `why` (WHYS) and what it is about, `detail`.

    A « twin » is a column of its own that says what another one, which is better, says already: `detail` is the key.
    """

    rank: int
    heading: str
    field: str | None
    score: int
    why: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class _Claim:
    key: str
    score: int
    why: str
    detail: str


def recognise(
    headers: Sequence[str],
    rows: Sequence[Sequence[str]],
    fields: Iterable[Field],
    staff: Mapping[str, str] | None = None,
) -> tuple[Match, ...]:
    """What each column is; `rows` are some rows below the headings, `staff` fixes headings: → key, "" for none.

    A field has one column at most, the one that claims it best; then the fuller one, then the first.
    """
    declared = tuple(fields)
    by_key = {field.key: field for field in declared}
    sample, index = Sample(rows), _index(declared)
    fixed = {fold_header(heading): key for heading, key in (staff or {}).items()}
    found: dict[int, Match] = {}
    claims: list[tuple[int, int, _Claim]] = []
    for rank, heading in enumerate(headers):
        key = fixed.get(fold_header(heading))
        if key is not None and (not key or key in by_key):
            found[rank] = Match(rank, heading, key or None, KEY, "staff")
            continue
        for claim in _claims(heading, rank, declared, index, sample):
            claims.append((claim.score - (30 if sample.is_blank(rank) else 0), rank, claim))
    taken = {match.field: match.rank for match in found.values() if match.field}
    for _, rank, claim in sorted(claims, key=lambda one: (-one[0], one[1])):
        if rank not in found and claim.key not in taken:
            taken[claim.key] = rank
            found[rank] = Match(rank, headers[rank], claim.key, claim.score, claim.why, claim.detail)
    _find_names(headers, by_key, found, taken, sample)
    for _, rank, claim in sorted(claims, key=lambda one: (-one[0], one[1])):
        if rank not in found and claim.score >= SURE:
            found[rank] = Match(rank, headers[rank], None, claim.score, "twin", claim.key)
    return tuple(found.get(rank, Match(rank, heading, None, 0, "other")) for rank, heading in enumerate(headers))


def _claims(heading: str, rank: int, fields: tuple[Field, ...], index: "_Index", sample: Sample) -> list[_Claim]:
    """What the column may be, each field once."""
    best: dict[str, tuple[int, str]] = {}
    for key, score, said in _said(heading, index):
        if score > best.get(key, (0, ""))[0]:
            best[key] = (score, said)
    claims = []
    for field in fields:
        score, said = best.get(field.key, (0, ""))
        claim = _judged(field, score, said, rank, sample)
        if claim is not None:
            claims.append(claim)
    return claims


def _judged(field: Field, score: int, said: str, rank: int, sample: Sample) -> _Claim | None:
    """The claim of a heading once its cells are looked at; None if they tell that it is not this field."""
    looks = sample.looks_alone(field.key, rank) if not score or score == HINT else False
    if not score:
        return _Claim(field.key, CELLS, "cells", "") if looks else None
    if score >= TITLE or (score >= SURE and field.required):
        return _Claim(field.key, score, "heading", said)
    fit = sample.fit(field, rank)
    if score >= SURE:
        refuted = sample.is_other_axis(field.key, said, rank) or (
            fit == 0 and sample.count(rank) >= 3 and field.vocabulary is None
        )
        return None if refuted else _Claim(field.key, score, "heading", said)
    if score == HINT:
        agrees = sample.agrees(field, rank)
        return _Claim(field.key, HINT + agrees, "heading_and_cells", said) if agrees else None
    if fit is None:
        is_text = field.key in _NAMES_TEXT and sample.is_words(rank)
        return _Claim(field.key, score, "heading_part", said) if is_text else None
    return _Claim(field.key, score + 5, "heading_and_cells", said) if fit >= 0.6 and sample.count(rank) else None


def _said(heading: str, index: "_Index") -> list[tuple[str, int, str]]:
    """The fields that the heading names, with how surely and by which of its words."""
    said = []
    for text, lost in ((heading, 0), (without_remark(heading), 4)):
        said += [(key, score - lost, text) for key, score in index.whole.get(fold_header(text), ())]
        said += [(key, score - lost, text) for key, score in index.joined.get(compact(text), ())]
        words = words_of(text)[:12]
        for start in range(len(words)):
            for end in range(start + 1, min(len(words), start + _LONGEST_FORM) + 1):
                form = words[start:end]
                for key, top in index.forms.get(form, ()):
                    score = _beside(form, words[:start], words[end:], top)
                    if score:
                        said.append((key, score - lost if score != HINT else HINT, " ".join(form)))
    return said


def _beside(form: tuple[str, ...], before: tuple[str, ...], after: tuple[str, ...], top: int) -> int:
    """How surely a form names its field among the words around it; 0 for not at all."""
    if not before and not after:
        return top
    around = {*before, *after}
    if all(word in NEUTRAL or word.isdigit() for word in around):
        if top == HINT:
            return HINT
        return min(top, DRESSED) + min(len(form), 3) - 1
    if top == HINT or around & OTHERWISE or (len(form) == 1 and form[0] in GENERIC):
        return 0
    if all(word in NEUTRAL for word in before):
        return PART + min(len(form), 3)
    return PART - 8 + min(len(form), 3) if all(word in NEUTRAL for word in after) else 0


@dataclass(frozen=True, slots=True)
class _Index:
    whole: dict[str, list[tuple[str, int]]]
    joined: dict[str, list[tuple[str, int]]]
    forms: dict[tuple[str, ...], list[tuple[str, int]]]


@lru_cache(maxsize=20)
def _index(fields: tuple[Field, ...]) -> _Index:
    """The headings of the fields: whole, as one word, by their words; a form of two fields names neither."""
    whole: dict[str, list[tuple[str, int]]] = {}
    joined: dict[str, list[tuple[str, int]]] = {}
    forms: dict[tuple[str, ...], dict[str, int]] = {}
    for field in fields:
        for name in accepted(field):
            top = KEY if name == field.key else TITLE if name == field.title else HEADER
            whole.setdefault(fold_header(name), []).append((field.key, top))
            joined.setdefault(compact(name), []).append((field.key, SAME))
            forms.setdefault(words_of(name), {}).setdefault(field.key, SAME)
        for name in field.hints:
            whole.setdefault(fold_header(name), []).append((field.key, HINT))
            forms.setdefault(words_of(name), {})[field.key] = HINT
    told = {form: list(keys.items()) for form, keys in forms.items() if sum(s == SAME for s in keys.values()) < 2}
    return _Index(whole, joined, told)


def _find_names(
    headers: Sequence[str],
    by_key: Mapping[str, Field],
    found: dict[int, Match],
    taken: dict[str, int],
    sample: Sample,
) -> None:
    """Where no column is surely that of the required names, the likeliest one: « Structure », « Lieu », `nom_usuel`.

    It may be taken from a field that is not required. Nothing is done where none looks like names.
    """
    field = by_key.get("nom")
    if field is None or not field.required or ("nom" in taken and found[taken["nom"]].score >= SURE):
        return
    hints = {words_of(hint): order for order, hint in enumerate(field.hints)}
    ranked = []
    for rank, heading in enumerate(headers):
        words = words_of(without_remark(heading))
        bare = tuple(word for word in words if word not in NEUTRAL or (word,) in hints) or words
        order = min((hints.get(form, 99) for form in (words, bare, words[:1])), default=99)
        if order == 99 and _FAMILY & set(words) and not OTHERWISE & set(words):
            order = -1
        is_free = rank not in found or found[rank].why != "staff"
        if order < 99 and is_free and not (set(words[1:]) & OTHERWISE) and sample.is_names(rank):
            ranked.append((order, rank))
    if not ranked:
        return
    order, rank = min(ranked)
    old = found.get(rank)
    if old is not None and old.field == "nom":
        return
    if "nom" in taken:
        del found[taken["nom"]]
    found[rank] = Match(rank, headers[rank], "nom", GUESS, "likeliest_name", headers[rank])
    taken["nom"] = rank
