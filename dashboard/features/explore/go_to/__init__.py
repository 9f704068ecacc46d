"""« Aller à… »: from what one types to a place or a pole, and the frame that shows it."""
