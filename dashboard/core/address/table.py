"""How a visitor asks for the table: its columns, its order, its page; as an address says it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

DEFAULT_COLUMNS = ("statut", "commune", "departement", "secteurs", "annee_creation")
NAME = "nom"
"""The column that is always there, first; rows come in its order unless another is asked."""

_MAX_PAGE = 1_000_000


@dataclass(frozen=True, slots=True)
class TableRequest:
    """`columns` beside the name, the column of the order, which way, and the page, from 1."""

    columns: tuple[str, ...] = DEFAULT_COLUMNS
    sort: str = NAME
    is_descending: bool = False
    page: int = 1

    def sorted_by(self, column: str) -> "TableRequest":
        """The first page in the order of this column; in the other way if it was the order already."""
        return replace(self, sort=column, is_descending=column == self.sort and not self.is_descending, page=1)

    def to_params(self) -> dict[str, list[str]]:
        """The parameters of the address: `champs=commune,statut`, `tri=-annee_creation`, `page=2`."""
        params = {}
        if self.columns != DEFAULT_COLUMNS:
            params["champs"] = [",".join(self.columns)]
        if (self.sort, self.is_descending) != (NAME, False):
            params["tri"] = [f"-{self.sort}" if self.is_descending else self.sort]
        if self.page > 1:
            params["page"] = [str(self.page)]
        return params


def parse_table_request(
    params: Mapping[str, Sequence[str]], arrange: Callable[[Iterable[str]], Sequence[str]]
) -> tuple[TableRequest, list[str]]:
    """The table that an address asks for, and the columns that do not exist.

    `arrange` gives those of some columns that exist, each once, in the order of the table.
    """
    asked = [part for value in params.get("champs", ()) for part in value.split(",") if part]
    columns = tuple(column for column in arrange(asked) if column != NAME) if "champs" in params else DEFAULT_COLUMNS
    sort = (params.get("tri") or [NAME])[-1]
    column = sort.removeprefix("-")
    lost = [part for part in dict.fromkeys((*asked, column)) if part != NAME and not arrange([part])]
    page = (params.get("page") or ["1"])[-1]
    number = min(int(page), _MAX_PAGE) if page.isascii() and page.isdigit() else 1
    if column in lost:
        sort = column = NAME
    return TableRequest(columns, column, sort.startswith("-"), max(1, number)), lost
