"""Names and numbers that say in which part of France a place lies."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.domain.geocoding.keys import ARTICLES, key_of, words

# Words that stand around the name of an area without being part of it.
DEPARTEMENT_WORDS = frozenset({"departement", "dept", "dpt", "dep"})
_QUALIFIERS = frozenset(
    {"francaise", "region", "ile", "dans", "de", "du", "des", "d", "n", "no", *DEPARTEMENT_WORDS, *ARTICLES}
)


@dataclass(frozen=True, slots=True)
class Areas:
    """The départements, régions and EPCI: never a commune by themselves, a hint when they stand beside one."""

    departements: Mapping[str, tuple[str, ...]]
    """Key of a département's or région's name, with its article and without → codes of its départements."""
    epcis: frozenset[str]
    codes: frozenset[str]
    """Codes of the départements."""

    @classmethod
    def build(
        cls,
        departements: Iterable[tuple[str, str, str]],
        regions: Iterable[tuple[str, str]],
        epcis: Iterable[str],
    ) -> "Areas":
        """From (code, name, code of the région) of départements, (code, name) of régions, names of EPCI."""
        rows = list(departements)
        found: dict[str, tuple[str, ...]] = {}
        for code, name in regions:
            inside = tuple(dep for dep, _, region in rows if region == code)
            found.update(dict.fromkeys(_spellings(name), inside))
        for code, name, _ in rows:
            found.update(dict.fromkeys(_spellings(name), (code,)))
        return cls(
            departements=found,
            epcis=frozenset(key_of(words(name)) for name in epcis),
            codes=frozenset(code for code, _, _ in rows),
        )

    def departements_of(self, parts: list[str]) -> tuple[str, ...]:
        """Codes of the départements that words point to: a code (« 26 », « dépt 26 »), a name (« Ile de la Réunion »).

        () when they point to none.
        """
        key = key_of(parts)
        if key not in self.departements:
            key = key_of(_stripped(parts))
        return (key.upper(),) if key.upper() in self.codes else self.departements.get(key, ())


def _spellings(name: str) -> set[str]:
    parts = words(name)
    return {key_of(parts), key_of(parts[1:] if parts[0] in ARTICLES else parts)}


def _stripped(parts: list[str]) -> list[str]:
    start, end = 0, len(parts)
    while end - start > 1 and parts[end - 1] in _QUALIFIERS:
        end -= 1
    while end - start > 1 and parts[start] in _QUALIFIERS:
        start += 1
    return parts[start:end]
