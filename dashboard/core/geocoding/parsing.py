"""A place as somebody wrote it, parsed into what the geocoder can look up: names, postcode, département, country."""

import re
from dataclasses import dataclass, field

from dashboard.core.fields.cells import is_blank
from dashboard.core.geocoding.arrondissements import is_own_departement, numbered
from dashboard.core.geocoding.hints import DEPARTEMENT_WORDS, Areas, departements_of_postcode, repaired_postcode
from dashboard.core.geocoding.keys import ARTICLES, LINKS, key_of, plain, repaired, words
from dashboard.core.geocoding.not_communes import FOREIGN_CODES, FOREIGN_COUNTRIES, FRANCE, NO_PLACE

_BOX = re.compile(r"\b(?:bp|cs|tsa)\s*(?:n\s*[o°]?\s*)?\d{1,5}\b(?:\s\d{2}(?=\s*(?:,|-|\d{5})))?")
_CEDEX = re.compile(r"\bcedex\b(?:\s*(\d{1,2})(?!\d))?")
_POSTCODE = re.compile(r"(?<![\d.])(?:\bf\s?-?\s?)?(\d{5}|\d{2} \d{3}(?=[\s,-]+[a-z]))(?![\d.]\d|\d)")
_TAIL = re.compile(r"^(.*[^\s,(/])(?:\s*[,(/;]\s*|\s+-\s*)([^,(/;]+?)\s*\)?[\s,.-]*$")
_CODE = re.compile(r"\d[\dab]?\d?", re.IGNORECASE | re.ASCII)
_HEAD_CODE = re.compile(r"^\s*(?:\(\s*(\d[\dab]\d?)\s*\)|(\d[\dab]\d?)\s*[-:/])\s*(?=\S)")
_OFFICE = re.compile(r"^\W*(?:mairie|commune|ville|hotel de ville)\s+d(?:e|u|es)?\s+(?=\S)")
_BELOW = re.compile(r"[\s-]*\bs/s\b[\s-]*(?=[a-z])")
_ON = re.compile(r"[\s-]*\bs\s?/[\s-]*|(?<=[a-z])\s+/(?=[a-z])")
_NOTRE_DAME = re.compile(r"\bn\W{1,2}d\b")
_STREET = re.compile(
    r"\b(?:rue|avenue|av|boulevard|bd|place|pl|chemin|impasse|allees?|quai|route|cours|square|zone|za|zi|zac|bis|ter|quartier)\b"
)
_DIGIT = re.compile(r"\d")
_SEVERAL = re.compile(r"[\d,(;]")
_LONGEST_BLANK = 20
_LONGEST_CELL = 60
_FIVE_DIGITS = re.compile(r"(?<!\d)\d{5}(?!\d)", re.ASCII)
_AREA_OPENINGS = frozenset(
    ["cc", "ca", "cu", "communaute", "metropole", "region", "departement", "syndicat", "epci", "agglomeration"]
)
_AREA_ENDINGS = frozenset(["metropole", "agglomeration", "agglo", "communaute", "intercommunalite"])


@dataclass(slots=True)
class Query:
    """One row as it was understood; nothing has been looked up yet.

    `names` holds (key, key without leading article) in the order of belief, `parts` the words of the first one.
    `departements` is () without any hint.
    """

    names: list[tuple[str, str]] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    postcode: str = ""
    departements: tuple[str, ...] = ()
    arrondissement: tuple[str, int] | None = None
    is_cedex: bool = False
    is_foreign: bool = False
    is_area: bool = False
    is_street: bool = False
    is_no_place: bool = False
    said: str = ""
    """The text without accents, box, CEDEX nor postcode; "" when it is taken whole as a name."""

    @property
    def is_address(self) -> bool:
        """Whether the text holds more than a name: a street, a number, several parts."""
        return bool(_SEVERAL.search(self.said.strip(" ,")) or _STREET.search(self.said))


def read_plainly(text: str, postcode: str, departement_code: str) -> Query | None:
    """The row with its text taken whole as one name, which is what most rows are; None when it ends by an article."""
    query = Query(postcode=repaired_postcode(postcode))
    if postcode and not departements_of_postcode(query.postcode):
        return None
    query.parts = words(text)
    if not query.parts or (query.parts[-1] in ARTICLES and len(query.parts) > 1):
        return None
    if departement_code and not _CODE.fullmatch(departement_code):
        return None
    query.names.append(_named(query.parts))
    if query.names[0][0] in NO_PLACE:
        return None
    if departement_code:
        query.departements = (departement_code.upper().zfill(2),)
    elif query.postcode:
        query.departements = departements_of_postcode(query.postcode)
    return query


def read(text: str, postcode: str, departement_code: str, areas: Areas) -> Query:
    """The row with its text taken apart: box, CEDEX, postcode, country, département, number, office, article."""
    query = Query(postcode=_postcode_of(postcode))
    if len(text) < _LONGEST_BLANK and is_blank(text):
        text = ""
    rest = _without_abbreviating_signs(plain(repaired(text)))
    has_digits = _DIGIT.search(rest) is not None
    rest = _BOX.sub(" ", rest) if has_digits else rest
    number = 0
    if "cedex" in rest and (match := _CEDEX.search(rest)):
        query.is_cedex, number = True, int(match[1] or 0)
        rest = f"{rest[: match.start()]} {rest[match.end() :]}"
    elif "cedex" in postcode.casefold():
        query.is_cedex = True
    before, town = _around_postcode(rest, query) if has_digits else ("", rest)
    query.said = f"{before} , {town}"
    hint = _read_town(town, query, areas)
    if not query.names and before:
        hint = _read_town(before, query, areas)
    if query.is_cedex and number and query.names and query.names[0][0] in ("paris", "lyon", "marseille"):
        query.arrondissement = (query.names[0][0], number)
    if departement_code and (stated := _stated_departements(departement_code, areas)):
        query.departements = stated
    elif hint:
        query.departements = hint
    elif query.postcode:
        query.departements = departements_of_postcode(query.postcode, is_cedex=query.is_cedex)
    elif _CODE.fullmatch(postcode.strip()) and postcode.strip().upper().zfill(2) in areas.codes:
        query.departements = (postcode.strip().upper().zfill(2),)  # « 92 » for a postcode
    return query


def _postcode_of(cell: str) -> str:
    """The postcode of a cell: alone (`repaired_postcode`), or the only one among words; "" when none begins so."""
    if not cell:
        return ""
    postcode = repaired_postcode(cell)
    if not postcode and len(cell) < _LONGEST_CELL:
        among = set(_FIVE_DIGITS.findall(cell))
        postcode = among.pop() if len(among) == 1 else ""
    return postcode if departements_of_postcode(postcode) else ""


def postcode_in(address: str) -> str:
    """The postcode that an address holds, with « cedex » when it says so; "" without any."""
    text = _BOX.sub(" ", plain(address))
    found = _POSTCODE.findall(text)
    postcode = found[-1].replace(" ", "") if found else ""
    if not departements_of_postcode(postcode):
        return ""
    return f"{postcode} cedex" if _CEDEX.search(text) else postcode


def _stated_departements(cell: str, areas: Areas) -> tuple[str, ...]:
    """Codes of the départements that a cell of its own names: « 26 », « 1 », « 2a », « Drôme », « 26 - Drôme »."""
    if _CODE.fullmatch(cell):
        return (cell.upper().zfill(2),)
    parts = words(cell)
    if not parts:
        return ()
    ends = (parts, parts[:1], parts[1:], parts[-1:])
    return next((found for end in ends if end and (found := areas.departements_of([_padded(end[0]), *end[1:]]))), ())


def _padded(word: str) -> str:
    return word.zfill(2) if word.isdigit() else word


def _without_abbreviating_signs(text: str) -> str:
    if "/" in text:
        text = _ON.sub(" sur ", _BELOW.sub(" sous ", text))
    return _NOTRE_DAME.sub("notre dame", text) if "n" in text and "d" in text else text


def _around_postcode(rest: str, query: Query) -> tuple[str, str]:
    """What stands before the postcode and where the town's name is expected: after it, else before."""
    every = list(_POSTCODE.finditer(rest))
    if not every:
        return "", rest
    found = every[-1]
    query.postcode = query.postcode or found[1].replace(" ", "")
    before, after = rest[: found.start()].strip(" ,-(/"), rest[found.end() :].strip(" ,-)/")
    named = any(c.isalpha() for c in after) and key_of(words(after)) not in FRANCE
    return (before, after) if named else ("", before)


def _read_town(town: str, query: Query, areas: Areas) -> tuple[str, ...]:
    """Départements hinted by the text; names and marks are written in the query."""
    hint: tuple[str, ...] = ()
    extra: list[tuple[str, str]] = []
    if (match := _HEAD_CODE.match(town)) and (match[1] or match[2]).upper() in areas.codes:
        hint, town = ((match[1] or match[2]).upper(),), town[match.end() :]
    query.arrondissement = numbered(words(town))
    is_numbered = query.arrondissement is not None and not is_own_departement(*query.arrondissement)
    while not is_numbered and (match := _TAIL.match(town)):
        tail = words(match[2])
        key = key_of(tail)
        if key in FOREIGN_COUNTRIES or key in FOREIGN_CODES:
            query.is_foreign = True
            return hint
        if key in FRANCE:
            town = match[1]
        elif len(tail) == 1 and tail[0] in ARTICLES:
            town = f"{tail[0]} {match[1]}"
        elif found := areas.departements_of(tail):
            hint, town = tuple(code for code in found if code in hint) or hint or found, match[1]
        else:
            if query.postcode or hint or _STREET.search(match[1]) or any(c.isdigit() for c in match[1]):
                extra.append(_named(tail))
            if "/" in town[match.end(1) : match.start(2)]:  # « CHAUMONT / AIRE »
                extra.append(_named([*words(match[1]), "sur", *tail]))
            break
    town = _OFFICE.sub("", town)
    parts = words(town)
    if len(parts) > 1 and parts[-1] in FRANCE and parts[-2] not in LINKS:
        extra.append(_named(parts))
        parts = parts[:-1]
    query.arrondissement = numbered(parts)
    if query.arrondissement is None and len(parts) > 1:
        if parts[-1].upper() in areas.codes:
            hint = hint or (parts[-1].upper(),)
            parts = parts[:-2] if parts[-2] in DEPARTEMENT_WORDS else parts[:-1]
        elif parts[-1] in ARTICLES:
            parts = [parts[-1], *parts[:-1]]
        elif key_of(parts[-1:]) in FOREIGN_COUNTRIES or (key_of(parts[-2:]) in FOREIGN_COUNTRIES and len(parts) > 2):
            query.is_foreign = parts[-2] not in LINKS
    if parts:
        query.is_area = parts[0] in _AREA_OPENINGS or parts[-1] in _AREA_ENDINGS
        query.is_street = bool(_STREET.search(town))
        query.is_no_place = key_of(parts) in NO_PLACE
        query.parts = query.parts or parts
        query.names.append(_named(parts))
        if (unread := "".join(parts)) != query.names[0][0]:
            extra.append((unread, ""))  # « BARRY-FD'ISLEMADE »: what looks like an abbreviation is a slip
    query.names.extend(extra)
    return hint


def _named(parts: list[str]) -> tuple[str, str]:
    return key_of(parts), key_of(parts[1:]) if len(parts) > 1 and parts[0] in ARTICLES else ""
