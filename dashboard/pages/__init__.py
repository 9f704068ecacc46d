"""One module per page, each reads like its own table of contents."""
