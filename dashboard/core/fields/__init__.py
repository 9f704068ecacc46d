"""What a column means: its title, its closed list, how one cell is read, what is told when it cannot be."""
