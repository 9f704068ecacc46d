"""« Croisements »: two dimensions crossed, the tinted map, the lines of pandas that rebuild them."""
