"""From the domain to something to look at: French sentences, files for the browser, the map's frame."""
