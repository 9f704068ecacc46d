"""The territory that someone types: a name in their own spelling, an INSEE code, a postcode, a SIREN."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dashboard.core.fields.codes import keys_of_siren
from dashboard.core.fields.text import fold, without_article
from dashboard.core.geocoding import Status, Verdict
from dashboard.core.geography.hierarchy import Hierarchy, Territory
from dashboard.core.geography.territory_key import LEVELS, Key, parse_key

SHOWN = 20
LONGEST = 200

Speller = Callable[[str], Verdict]
"""The embedded geocoder's `locate`: what finds a commune whose name is misspelt, former, or followed by a hint."""

_COMMUNE_CODE = re.compile(r"\d{5}|2[AB]\d{3}")
_DEPARTEMENT_CODE = re.compile(r"\d{2,3}|2[AB]")
_SIREN = re.compile(r"\d{9}")


@dataclass(frozen=True, slots=True)
class Match:
    """A territory, and what it was found by.

    `by`: "cle", "code_insee", "ancien_code", "code_postal", "siren", "code", "nom" (the whole name), "debut" (a part
    of it) or "orthographe" (the geocoder's). `said`: the former or delegated commune that was named, "" otherwise.
    """

    territory: Territory
    by: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """What may be meant, the likeliest first; `sure` is set when one territory only has that code or whole name."""

    matches: tuple[Match, ...]
    sure: Territory | None

    def beside(self, level: str) -> Territory | None:
        """The sure one, else the only one of this level that has that whole name: like is compared with like."""
        alike = [match.territory for match in self.matches if match.by == "nom" and match.territory.level == level]
        return self.sure or (alike[0] if len(alike) == 1 else None)


class TerritoryFinder:
    """The look-ups, over names folded once."""

    def __init__(self, hierarchy: Hierarchy) -> None:
        self._hierarchy = hierarchy
        self._names = [(fold(name), key, said) for name, key, said in _named(hierarchy)]
        self._bare = [without_article(name) for name, _, _ in self._names]

    def find(self, text: str, *, spell: Speller | None = None) -> Answers:
        """What a text may mean; `spell` is asked when no name begins like it."""
        asked = " ".join(text.split())[:LONGEST]
        if not asked:
            return Answers((), None)
        matches = self._by_code(asked)
        if not matches:
            matches = self._by_name(fold(asked))
        if not matches and spell is not None:
            matches = self._by_spelling(asked, spell)
        exact = {match.territory.key for match in matches if match.by != "debut"}
        sure = matches[0].territory if len(exact) == 1 and matches[0].by != "debut" else None
        return Answers(tuple(matches[:SHOWN]), sure)

    def _by_code(self, asked: str) -> list[Match]:
        whole = parse_key(asked, self._hierarchy.gazetteer)
        if whole is not None:
            return [Match(self._hierarchy.territory(whole), "cle")]
        code = re.sub(r"[\s.]", "", asked).upper()
        if _SIREN.fullmatch(code):
            return list(self._of_siren(code))
        if _COMMUNE_CODE.fullmatch(code):
            return [*self._of_insee_code(code), *self._of_postcode(code)]
        if _DEPARTEMENT_CODE.fullmatch(code):
            keys = (parse_key(f"{level}:{code}", self._hierarchy.gazetteer) for level in ("departement", "region"))
            return [Match(self._hierarchy.territory(key), "code") for key in keys if key]
        return []

    def _of_insee_code(self, code: str) -> Iterator[Match]:
        key = parse_key(f"commune:{code}", self._hierarchy.gazetteer)
        if key is None:
            return
        named = self._hierarchy.gazetteer.commune(code)
        said = named.name if named is not None and named.kind != "commune" else ""
        by = "code_insee" if key.code == code else "ancien_code"
        yield Match(self._hierarchy.territory(key), by, said)

    def _of_postcode(self, postcode: str) -> Iterator[Match]:
        gazetteer = self._hierarchy.gazetteer
        codes = (commune.parent_code or commune.insee_code for commune in gazetteer.communes_of_postcode(postcode))
        served = [self._hierarchy.territory(Key("commune", code)) for code in dict.fromkeys(codes)]
        yield from (Match(one, "code_postal") for one in sorted(served, key=lambda one: -one.population))

    def _of_siren(self, siren: str) -> Iterator[Match]:
        for text in (f"epci:{siren}", *keys_of_siren(siren)):
            key = parse_key(text, self._hierarchy.gazetteer)
            is_of_the_past = text.startswith("commune:") and self._hierarchy.gazetteer.commune(text[8:]) is None
            if key and not is_of_the_past:  # codes of before 1968 were given again: 75001 was Alfortville's
                yield Match(self._hierarchy.territory(key), "siren")

    def _by_name(self, asked: str) -> list[Match]:
        bare = without_article(asked)
        within = f" {bare}"
        if len(bare) < 2:
            return [self._match(i, "nom") for i, name in enumerate(self._bare) if name == bare]
        found = [i for i, name in enumerate(self._bare) if name.startswith(bare) or within in name]
        whole = [self._match(i, "nom") for i in found if self._names[i][0] == asked]
        if not whole:
            whole = [self._match(i, "nom") for i in found if self._bare[i] == bare]
        taken = {match.territory.key for match in whole}
        parts = [self._match(i, "debut") for i in found]
        parts.sort(key=lambda match: (not fold(match.territory.name).startswith(asked), *_rank(match)))
        return [*sorted(whole, key=_rank), *(match for match in _once(parts) if match.territory.key not in taken)]

    def _by_spelling(self, asked: str, spell: Speller) -> list[Match]:
        verdict = spell(asked)
        if verdict.status not in (Status.OK, Status.AMBIGUOUS):
            return []
        matches = []
        for candidate in verdict.candidates:
            key = parse_key(f"commune:{candidate.commune_code}", self._hierarchy.gazetteer)
            if key is not None:
                territory = self._hierarchy.territory(key)
                said = candidate.name if fold(candidate.name) != fold(territory.name) else ""
                matches.append(Match(territory, "orthographe", said))
        return list(_once(matches))

    def _match(self, rank: int, by: str) -> Match:
        _, key, said = self._names[rank]
        return Match(self._hierarchy.territory(key), by, said)


def _named(hierarchy: Hierarchy) -> Iterator[tuple[str, Key, str]]:
    """Every name of today with its territory, then those of delegated communes and arrondissements."""
    for level in LEVELS:
        for key in hierarchy.keys(level):
            if level != "commune":
                yield hierarchy.territory(key).name, key, ""
    for commune in hierarchy.gazetteer.communes():
        is_today = commune.kind == "commune"
        yield commune.name, Key("commune", commune.parent_code or commune.insee_code), "" if is_today else commune.name


def _rank(match: Match) -> tuple[bool, int, int]:
    return bool(match.said), -match.territory.population, LEVELS.index(match.territory.level)


def _once(matches: Iterable[Match]) -> Iterator[Match]:
    seen: set[Key] = set()
    for match in matches:
        if match.territory.key not in seen:
            seen.add(match.territory.key)
            yield match
