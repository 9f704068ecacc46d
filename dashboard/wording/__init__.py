"""What every feature says in the same way: numbers, places, selections, findings, the HTML around texts."""
