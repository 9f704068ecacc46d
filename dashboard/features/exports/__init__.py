"""A selection as a file: the rows, the formats, the dictionary, the citation."""
