"""What several tests need: where the files are, catalogues and meetings small and shipped, a page that is run."""
