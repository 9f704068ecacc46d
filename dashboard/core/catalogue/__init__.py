"""The poles that may be shown, frozen, and what may be asked of them: dimensions, selection, search, likeness."""
