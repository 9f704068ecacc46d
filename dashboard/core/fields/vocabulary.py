"""A closed list (`Vocabulary`): codes that stay, labels that may be reworded, and where each term comes from."""

from dataclasses import dataclass, field

from dashboard.core.fields.text import fold

NOT_GIVEN = "non-renseigne"
"""Code of « non renseigné », reserved: no vocabulary uses it, and it is never stored in a file."""


@dataclass(frozen=True, slots=True)
class Term:
    """One value of a closed list: stable code, French label, source (address or name of the survey), other wordings."""

    code: str
    label: str
    source: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A closed list in its meaningful order; `terms` have distinct codes and wordings."""

    key: str
    title: str
    terms: tuple[Term, ...]
    _codes: dict[str, str] = field(init=False, repr=False, compare=False)
    _labels: dict[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        wordings = {fold(w): t.code for t in self.terms for w in (t.code, t.label, *t.aliases)}
        object.__setattr__(self, "_codes", wordings)
        object.__setattr__(self, "_labels", {term.code: term.label for term in self.terms})

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes, in the order of the list."""
        return tuple(self._labels)

    def label(self, code: str) -> str:
        """The French label of a code; KeyError for a code that is not of this list."""
        return self._labels[code]

    def find(self, text: str) -> str | None:
        """The code for a code, a label or another wording, whatever its case, accents or apostrophes; else None.

        A remark in parentheses after the term is ignored: « actif (2025) » is « actif ».
        """
        return self._codes.get(fold(text)) or self._codes.get(fold(text.split("(")[0]))
