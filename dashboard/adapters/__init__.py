"""The outside world: files, caches, services. One module each; none knows the screens."""
