"""The only part of the geocoder that reaches a network: streets of a known commune, asked, checked and kept."""
