"""Cells that a spreadsheet would run as formulas: neutralised in an exported CSV, restored when it is read again.

Rule of OWASP (https://owasp.org/www-community/attacks/CSV_Injection, read 2026-11): a cell is dangerous when it begins
with = + - @, a tab, a carriage return or a line feed. An apostrophe goes before it. A cell that already begins with
apostrophes and then one of these gets one more, so that nothing is lost: `restore` undoes `neutralise` for any text.
"""

import re

DANGEROUS = r"^'*[=+\-@\t\r\n]"
"""Regular expression (Python's and RE2's) of the cells that get an apostrophe more."""

_NEUTRALISED = re.compile(r"'+[=+\-@\t\r\n]")
_DANGEROUS = re.compile(DANGEROUS)


def neutralise(text: str) -> str:
    """The text as it may stand in a CSV file that a spreadsheet opens."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def restore(text: str) -> str:
    """The text that `neutralise` was given."""
    return text[1:] if _NEUTRALISED.match(text) else text
