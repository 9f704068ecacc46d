"""The value of a cell of OpenDocument as text: what it is, rather than how the sheet shows it."""

import re
from collections.abc import Mapping

from dashboard.core.files.cell_text import text_of

_MIDNIGHT = "T00:00:00"
_DURATION = re.compile(r"PT(\d{1,6})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S")


def value_text(attributes: Mapping[str, str], shown: str) -> str:
    """The text of a cell: its typed value where it has one (`office:value-type`), else what it shows."""
    if attributes.get("calcext:value-type") == "error":
        return shown
    match attributes.get("office:value-type"):
        case "float" | "percentage" | "currency":
            value = attributes.get("office:value", "")
            return _number(value) if value else shown
        case "date":
            value = attributes.get("office:date-value", shown)
            return value.removesuffix(_MIDNIGHT)
        case "time":
            found = _DURATION.fullmatch(attributes.get("office:time-value", ""))
            return f"{int(found[1]):02}:{int(found[2]):02}:{int(found[3]):02}" if found else shown
        case "boolean":
            return "vrai" if attributes.get("office:boolean-value") == "true" else "faux"
        case "string":
            return attributes.get("office:string-value", shown)
        case _:
            return shown


def _number(value: str) -> str:
    return text_of(int(value) if value.isdigit() and len(value) < 16 else float(value))
