"""What all features stand on, from the meaning of a cell to the catalogue and its links."""
