"""A file in, rows of text out; bytes out, whole or not at all."""
