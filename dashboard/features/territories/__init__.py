"""« Territoires »: the sheet of any territory, comparisons, holes of the map."""
