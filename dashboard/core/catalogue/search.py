"""Finding words in the names, places, descriptions and wordings of the rows: case, accents and hyphens ignored."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from dashboard.core.catalogue.text_columns import extra_columns, factorize
from dashboard.core.fields.contact import CONTACT
from dashboard.core.fields.tables import POLE_FIELDS
from dashboard.core.fields.text import fold

_NOT_WORD = re.compile(r"[\W_]+")
_ACRONYM_DOT = re.compile(r"(?<=\b\w)\.(?=\w\b)")


def words_of(text: str) -> list[str]:
    """The words of a text, folded; « S.C.I.C. » is one word, « l’Île-de-France » four."""
    return _NOT_WORD.sub(" ", _ACRONYM_DOT.sub("", fold(text))).split()


@dataclass(frozen=True, eq=False)
class _Column:
    """One column: its distinct texts numbered, `text_of_row` (n,), and for each of its words the texts that hold it.

    Word number w of the sorted `words`, an array of texts, is in the texts `texts[starts[w]:starts[w + 1]]`.
    """

    text_of_row: NDArray[np.int32]
    size: int
    words: pa.LargeStringArray
    starts: NDArray[np.int64]
    texts: NDArray[np.int32]

    def texts_with(self, numbers: slice | list[int]) -> NDArray[np.bool_] | None:
        """Mask over the distinct texts, those that hold one of these words; None if there is none."""
        if isinstance(numbers, slice):
            found = self.texts[self.starts[numbers.start] : self.starts[numbers.stop]]
        else:
            parts = [self.texts[self.starts[n] : self.starts[n + 1]] for n in numbers]
            found = np.concatenate(parts) if parts else self.texts[:0]
        if not found.size:
            return None
        mask = np.zeros(self.size, dtype=np.bool_)
        mask[found] = True
        return mask

    def starting_with(self, prefix: str) -> slice:
        """The numbers of the words that start so."""
        first = self._rank_of(prefix)
        return slice(first, self._rank_of(prefix + "\U0010ffff"))

    def containing(self, part: str) -> list[int]:
        """The numbers of the words that contain this."""
        found: list[int] = pc.indices_nonzero(pc.match_substring(self.words, part)).to_pylist()
        return found

    def _rank_of(self, word: str) -> int:
        return bisect_left(range(len(self.words)), word, key=lambda number: self.words[number].as_py())


class TextIndex:
    """The words of several columns of the same rows."""

    def __init__(self, columns: Iterable[tuple[NDArray[np.int32], Sequence[str]]], size: int) -> None:
        """For each column, the number of the text of each of the `size` rows, and the distinct texts."""
        self.size = size
        self._columns = tuple(_index_column(numbers, texts) for numbers, texts in columns)

    def find(self, query: str) -> NDArray[np.bool_]:
        """Mask of the rows, shape (n,), that have every word of the query.

        A word of the query finds the words that it begins; if no row has any, those that contain it.
        """
        mask = np.ones(self.size, dtype=np.bool_)
        for word in sorted(set(words_of(query)), key=len, reverse=True):
            mask &= self._rows_with(word)
        return mask

    def _rows_with(self, word: str) -> NDArray[np.bool_]:
        found = [column.texts_with(column.starting_with(word)) for column in self._columns]
        if all(texts is None for texts in found):
            found = [column.texts_with(column.containing(word)) for column in self._columns]
        rows = np.zeros(self.size, dtype=np.bool_)
        for column, texts in zip(self._columns, found, strict=True):
            if texts is not None:
                rows |= texts[column.text_of_row]
        return rows


def _index_column(text_of_row: NDArray[np.int32], texts: Sequence[str]) -> _Column:
    numbers: dict[str, int] = {}
    said = array("i")
    owners = array("i")
    for text, cell in enumerate(texts):
        found = {numbers.setdefault(word, len(numbers)) for word in words_of(cell)}
        said.extend(found)
        owners.extend([text] * len(found))
    words = sorted(numbers)
    ranks = np.empty(len(words), dtype=np.int32)
    ranks[[numbers[word] for word in words]] = np.arange(len(words), dtype=np.int32)
    word_of = ranks[np.frombuffer(said, dtype=np.int32)]
    order = np.argsort(word_of, kind="stable")
    starts = np.concatenate([[0], np.cumsum(np.bincount(word_of, minlength=len(words)))]).astype(np.int64)
    words_array = pa.array(words, type=pa.large_string())
    return _Column(text_of_row, len(texts), words_array, starts, np.frombuffer(owners, dtype=np.int32)[order])


SEARCHED_COLUMNS = (
    *("nom", "structure_porteuse", "commune", "commune_label", "code_postal", "departement", "region", "territoire"),
    *("epci_label", "description"),
)
_SEARCHED_LABELS = ("secteurs", "secteurs_labo2017", "reseaux_membre", "reseaux_cite", "types", "financements")
_WORDINGS = {
    field.key: {term.code: " ".join((term.label, *term.aliases)) for term in field.vocabulary.terms}
    for field in POLE_FIELDS
    if field.vocabulary
}


def searched_texts(rows: pd.DataFrame) -> Iterator[tuple[NDArray[np.int32], Sequence[str]]]:
    """For each searched column: the number of each row's text, and the distinct texts, labels standing for codes."""
    for key in (*SEARCHED_COLUMNS, *(field.key for field in CONTACT), *extra_columns(rows)):
        if key in rows and rows[key].dtype.kind not in "if":
            yield factorize(rows[key])
    for key in _SEARCHED_LABELS:
        if key in rows:
            numbers, cells = factorize(rows[key])
            wordings = _WORDINGS[key]
            yield numbers, [" ".join(wordings.get(code, "") for code in cell) for cell in cells]
