"""What a heading says, whatever its dress: case, accents, invisible characters, plurals, prefixes of databases."""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from dashboard.core.fields.text import fold, worded

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e"))
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ][a-zà-ÿ])")
_NUMBER_SIGN = re.compile(r"\b[nN] ?[°º]")
_PLURAL_MARK = re.compile(r"\((?:s|x|e|es|aux)\)|·(?:s|e·s|es)\b", re.IGNORECASE)
_NOT_WORD = re.compile(r"[\W_]+")
_LONGEST = 200
"""Characters of a heading: a longer cell is a text, and only its beginning is looked at."""

_EMPTY_WORDS = worded("de du des d la le les l en a au aux un une of the s votre vos notre nos mon ma mes son sa ses")
NEUTRAL = worded(
    "structure organisme organisation organization pole ptce projet siege social sociale lieu association "
    "etablissement entite tl user org c f i propertie field office company cluster main principal principale "
    "complet complete officiel officielle exact exacte actuel actuelle usuel usuelle wgs84 wgs 84 epsg 4326 "
    "gps degre decimal decimale dd dec coord coordonnee coor1 valeur champ texte 1 01 libelle lib general "
    "generale edit tier postal postale geographique"
)
"""Words that say of what the column speaks, not what it says: `c_city`, `USER_NOM`, « Adresse de la structure »."""

OTHERWISE = worded(
    "contact referent referente responsable president presidente directeur directrice prenom maire elu fichier "
    "photo logo image facebook twitter instagram linkedin youtube ancien ancienne precedent precedente nb "
    "nombre total taux part population surface debut fin naissance complement score geocod autre financeur "
    "partenaire unite zone ze metro metropole canton circonscription classe class type comclass pop couverte "
    "concernee intervention adherente limitrophe associee deleguee utilisateur agent epci intercommunalite "
    "region departement commune rue voie pays quartier bassin arrondissement programme dispositif secondaire "
    "public lundi mardi mercredi jeudi vendredi samedi dimanche matin apre midi soir age"
)
"""Words that make the column speak of something else: « Nom du contact », « Nombre de communes »."""

GENERIC = worded(
    "structure pole ptce lieu titre site web url x y source note date annee type etat situation forme "
    "precision activite nature categorie membre kind status organisme association projet libelle code id insee "
    "reseau creation domaine long web label presentation resume epci maj tel cree name title"
)
"""Words that name a field when they stand alone, or beside neutral words, and nothing in a longer heading."""


@lru_cache(maxsize=20_000)
def fold_header(header: str) -> str:
    """A column heading without what varies from file to file: case, accents, punctuation, invisible characters."""
    text = header[:_LONGEST].translate(_INVISIBLE)
    text = _CAMEL.sub(" ", _PLURAL_MARK.sub("", _NUMBER_SIGN.sub(" numero ", text)))
    return " ".join(_NOT_WORD.sub(" ", fold(text)).split())


def words_of(header: str) -> tuple[str, ...]:
    """The words of a heading that say something, in the singular; all of them when none does."""
    words = fold_header(header).split()
    return tuple(map(_singular, (word for word in words if word not in _EMPTY_WORDS))) or tuple(words)


def without_remark(header: str) -> str:
    """The heading without what it says in parentheses: « Latitude (WGS84) » is « Latitude »."""
    before, opening, after = header.partition("(")
    return f"{before} {after.partition(')')[2]}" if opening and before.strip() else header


class Headings:
    """A set of headings, in which one is found whatever its dress."""

    def __init__(self, folded: Collection[str]) -> None:
        """The headings, already folded."""
        self._folded = folded
        self._joined = {heading.replace(" ", ""): heading for heading in folded}
        self._forms = {words_of(heading): heading for heading in folded}

    def find(self, header: str) -> str | None:
        """The heading that this one is, without a remark in parentheses and among neutral words; None for another."""
        for text in (header, without_remark(header)):
            folded = fold_header(text)
            if folded in self._folded:
                return folded
            found = self._joined.get(folded.replace(" ", "")) or self._forms.get(words_of(text))
            if found is not None:
                return found
        words = words_of(header)
        bare = tuple(word for word in words if word not in NEUTRAL and not word.isdigit())
        return self._forms.get(bare) if len(bare) < len(words) else None

    def among(self, cells: Iterable[str]) -> set[str]:
        """Those of the headings that are among these cells."""
        return {found for cell in cells if len(cell) < _LONGEST and (found := self.find(cell))}


def compact(header: str) -> str:
    """The heading as one word, « codepostal »."""
    return fold_header(header).replace(" ", "")


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word
