"""The scripts that make data/reference/ from registry packages; nothing imports them."""
