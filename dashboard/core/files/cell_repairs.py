"""What no cell should hold, removed or repaired once for each distinct cell of a table."""

from dashboard.core.files.mojibake import unspoiled

LONGEST_CELL = 131_072
"""A longer cell is cut: four times what a spreadsheet holds in one."""


class Pool(dict[str, str]):
    """Each distinct cell and its text once it is fit to be kept; `repaired`: the cells that were not, and why."""

    def __init__(self) -> None:
        super().__init__()
        self.repaired: dict[str, tuple[str, ...]] = {}
        self._spoiled = 0
        self._accented = 0

    def __missing__(self, cell: str) -> str:
        text = cell
        codes = []
        if "\0" in text:
            text = text.replace("\0", "")
            codes.append("nul_characters_removed")
        if len(text) > LONGEST_CELL:
            text = text[:LONGEST_CELL]
            codes.append("cell_cut")
        if not text.isascii():
            right = unspoiled(text)
            if right != text:
                text = right
                codes.append("cell_saved_twice")
                self._spoiled += 1
            else:
                self._accented += 1
        if codes:
            self.repaired[cell] = tuple(codes)
        self[cell] = text
        return text

    @property
    def is_saved_twice(self) -> bool:
        """Whether it is the whole file that was, not a few cells of it."""
        return self._spoiled > 1 and self._accented * 10 <= self._spoiled
