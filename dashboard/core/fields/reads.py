"""How the cells of a column are read: the parser, the kind of its values, its closed list; one name for each."""

from dataclasses import dataclass
from typing import Literal

from dashboard.core.fields import cells, codes, dates, numbers, registers, times
from dashboard.core.fields.cells import Malformed, Parsed, Parser
from dashboard.core.fields.vocabulary import Vocabulary

Kind = Literal["text", "list", "vocabulary", "vocabulary-list", "integer", "number", "date", "time", "url", "url-list"]
LIST_KINDS = frozenset({"list", "vocabulary-list", "url-list"})


@dataclass(frozen=True, slots=True)
class Reads:
    """How a cell is read (`cells.Parser`) and what its value is.

    `is_any`: whether any text will do, so that the cells never tell the column.
    """

    parse: Parser
    kind: Kind = "text"
    vocabulary: Vocabulary | None = None
    is_any: bool = False


def one_of(vocabulary: Vocabulary) -> Reads:
    """One value of a closed list: its code or its label gives its code."""

    def parse_term(text: str) -> Parsed:
        cleaned, code = cells.clean(text)
        found = vocabulary.find(cleaned)
        if found is not None or cells.is_blank(cleaned):
            return Parsed(found, code)
        near = vocabulary.nearly(cleaned)
        if near is None:
            raise Malformed("unknown_term", text, (cleaned,))
        return Parsed(near, "term_respelled", cleaned)

    return Reads(parse_term, "vocabulary", vocabulary)


def several_of(vocabulary: Vocabulary) -> Reads:
    """Several values of a closed list, as a tuple of codes; the words that it does not have are told."""

    def parse_terms(text: str) -> Parsed:
        cleaned, code = cells.clean(text)
        if cells.is_blank(cleaned):
            return Parsed(None, code)
        said = vocabulary.read(cleaned)
        unknown = tuple(word for word in said.unknown if not cells.is_blank(word))
        if unknown and not said.codes:
            raise Malformed("unknown_term", text, unknown)
        if unknown:
            return Parsed(said.codes, "unknown_term_ignored", " | ".join(unknown), unknown)
        if said.respelled:
            return Parsed(said.codes, "term_respelled", " | ".join(said.respelled))
        return Parsed(said.codes or None, code)

    return Reads(parse_terms, "vocabulary-list", vocabulary)


TEXT = Reads(cells.parse_text, is_any=True)
NAME = Reads(cells.parse_name, is_any=True)
IDENTIFIER = Reads(cells.parse_identifier, is_any=True)
LIST = Reads(cells.parse_list, "list", is_any=True)
URL = Reads(cells.parse_url, "url")
URLS = Reads(cells.parse_url_list, "url-list")
INSEE_CODE = Reads(codes.parse_insee_code)
POSTCODE = Reads(codes.parse_postcode)
DEPARTEMENT_CODE = Reads(codes.parse_departement_code)
REGION_CODE = Reads(codes.parse_region_code)
TERRITORY_CODE = Reads(codes.parse_territory_code)
LATITUDE = Reads(codes.parse_latitude, "number")
LONGITUDE = Reads(codes.parse_longitude, "number")
YEAR = Reads(dates.parse_year, "integer")
DATE = Reads(dates.parse_date, "date")
PARTIAL_DATE = Reads(dates.parse_partial_date)
AMOUNT = Reads(numbers.parse_amount, "number")
HEADCOUNT = Reads(numbers.parse_headcount, "number")
SIRET = Reads(registers.parse_siret)
SIREN = Reads(registers.parse_siren)
RNA = Reads(registers.parse_rna)
PHONE = Reads(registers.parse_phone)
EMAIL = Reads(registers.parse_email)
TIMES = Reads(times.parse_times, "time")
START = Reads(times.parse_start, "time")
TIME = Reads(times.parse_time, "time")
TIME_SPANS = Reads(times.parse_time_spans, "list")
TIMEZONE = Reads(times.parse_timezone)
