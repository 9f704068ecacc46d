"""From rows of text to a catalogue: columns matched, cells checked, places located, the result stored."""
